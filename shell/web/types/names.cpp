#include "shell/web/types/names.h"

#include <algorithm>
#include <cstddef>

#include "core/base/texts.h"
#include "core/json/json.h"
#include "shell/web/report.h"
#include "widget/semantics.h"
#include "widget/widget.h"

namespace canvass::web {
namespace {

Numbers hyphenated(Numbers words) {
    for (auto& [name, word] : words) std::replace(name.begin(), name.end(), '_', '-');
    return words;
}

}  // namespace

// clang-format off
#define NUMBER(scope, name) {#name, static_cast<std::uint32_t>(scope name)}
#define FLAG(name) {#name, widget::flag_##name}
#define CHANGE(name) {#name, changed_##name}
#define WORD(type, field) {#field, static_cast<std::uint32_t>(offsetof(type, field) / 4)}
// clang-format on

Numbers roles() {
    Numbers all{
        NUMBER(widget::Role::, text),       NUMBER(widget::Role::, heading),    NUMBER(widget::Role::, group),
        NUMBER(widget::Role::, radiogroup), NUMBER(widget::Role::, radio),      NUMBER(widget::Role::, checkbox),
        NUMBER(widget::Role::, toggle),
        NUMBER(widget::Role::, slider),     NUMBER(widget::Role::, text_field), NUMBER(widget::Role::, select),
        NUMBER(widget::Role::, image),      NUMBER(widget::Role::, grip),       NUMBER(widget::Role::, button),
        NUMBER(widget::Role::, progress),   NUMBER(widget::Role::, status),     NUMBER(widget::Role::, alert),
        NUMBER(widget::Role::, table),      NUMBER(widget::Role::, row),        NUMBER(widget::Role::, cell),
        NUMBER(widget::Role::, embed),
        NUMBER(widget::Role::, tab_list),   NUMBER(widget::Role::, tab),        NUMBER(widget::Role::, tab_panel)};
    static_assert(static_cast<int>(widget::Role::count) == 23, "a role is missing above");
    return all;
}

Numbers flags() {
    return {FLAG(checked), FLAG(disabled), FLAG(required),  FLAG(invalid),      FLAG(multiline),
            FLAG(focused), FLAG(primary),  FLAG(read_only), FLAG(label_hidden), FLAG(header),
            FLAG(native),  FLAG(several), FLAG(foldable)};
}

Numbers control_kinds() {
    using Kind = widget::ControlEvent::Kind;
    return {NUMBER(Kind::, press), NUMBER(Kind::, set_value), NUMBER(Kind::, set_text), NUMBER(Kind::, focus),
            NUMBER(Kind::, blur)};
}

Numbers pointers() {
    return {NUMBER(Pointer::, move), NUMBER(Pointer::, leave), NUMBER(Pointer::, down), NUMBER(Pointer::, up)};
}

Numbers changes() { return {CHANGE(picture), CHANGE(semantics), CHANGE(events), CHANGE(focus), CHANGE(seconds), NUMBER(, wants_frame)}; }

Numbers node_words() {
    using widget::Node;
    return {WORD(Node, id),          WORD(Node, parent),    WORD(Node, role),
            WORD(Node, flags),       WORD(Node, level),     WORD(Node, x),
            WORD(Node, y),           WORD(Node, width),     WORD(Node, height),
            WORD(Node, value),       WORD(Node, min),       WORD(Node, max),
            WORD(Node, step),        WORD(Node, font_size), WORD(Node, label),
            WORD(Node, description), WORD(Node, error),     WORD(Node, text),
            WORD(Node, placeholder), WORD(Node, kind),      WORD(Node, autocomplete), WORD(Node, options), WORD(Node, padding_x), WORD(Node, padding_y), WORD(Node, line_height), {"size", static_cast<std::uint32_t>(sizeof(Node) / 4)}};
}

Numbers report_words() {
    return {WORD(FrameReport, changed),     WORD(FrameReport, content_height), WORD(FrameReport, focus),
            WORD(FrameReport, nodes),       WORD(FrameReport, node_count),     WORD(FrameReport, texts),
            WORD(FrameReport, texts_length)};
}

Numbers glyph_words() {
    return {WORD(GlyphBox, advance), WORD(GlyphBox, left),   WORD(GlyphBox, top),
            WORD(GlyphBox, width),   WORD(GlyphBox, height), WORD(GlyphBox, coloured)};
}

Numbers colour_words() {
    using widget::Theme;
    static_assert(offsetof(Theme, text_size) == 15 * sizeof(widget::Colour), "a colour is missing below");
    return hyphenated({WORD(Theme, surface), WORD(Theme, ink), WORD(Theme, ink_muted), WORD(Theme, control),
                       WORD(Theme, control_border), WORD(Theme, control_hover), WORD(Theme, line), WORD(Theme, accent),
                       WORD(Theme, accent_hover), WORD(Theme, accent_ink), WORD(Theme, accent_soft),
                       WORD(Theme, error), WORD(Theme, error_soft), WORD(Theme, success), WORD(Theme, focus)});
}

Numbers number_words() {
    using widget::Theme;
    static_assert(sizeof(Theme) == 27 * sizeof(float), "a number is missing below");
    return hyphenated({WORD(Theme, text_size), WORD(Theme, title_scale), WORD(Theme, heading_scale),
                       WORD(Theme, small_scale), WORD(Theme, line_spacing), WORD(Theme, space), WORD(Theme, target),
                       WORD(Theme, radius), WORD(Theme, border), WORD(Theme, max_width), WORD(Theme, inset),
                       WORD(Theme, motion_seconds)});
}

std::vector<std::pair<std::string, std::string>> words_before_wasm() {
    const core::Texts english;
    std::vector<std::pair<std::string, std::string>> words;
    for (const core::Text each : {core::Text::load_failed, core::Text::wasm_failed, core::Text::retry, core::Text::required,
                                  core::Text::kept, core::Text::refused, core::Text::results_failed}) {
        words.emplace_back(key_of(each), english[each]);
    }
    return words;
}

std::string quoted(std::string_view text) { return core::write_json(core::Value(text)); }

}  // namespace canvass::web
