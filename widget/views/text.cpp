#include "core/base/number.h"
#include "widget/ui/text.h"
#include "widget/ui/text_field.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

// A number where the definition wants one and the text is one; the core judges everything else.
core::Value answer(const std::string& typed, std::string_view kind) {
    if (typed.empty()) return {};
    if (kind == "number" || kind == "range")
        if (const std::optional<double> number = core::parse_number(typed)) return *number;
    return typed;
}

// As browsers count them: of UTF-16.
std::size_t units(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) {
        const auto bits = static_cast<unsigned char>(byte);
        count += (bits & 0xC0u) == 0x80 ? 0 : bits >= 0xF0 ? 2 : 1;
    }
    return count;
}

std::string_view shown_text(ui::Frame& frame, const core::Value& value) {
    return value.is_number() ? frame.number(value.as_number()) : value.text();
}

}  // namespace

ui::TextField described_field(ui::Frame& frame, const ElementView& view) {
    ui::TextField field;
    field.id = field_id(view);
    field.label = label_of(frame, view);
    field.description = view.description;
    field.error = frame.sentences(view.errors);
    field.placeholder = view.placeholder;
    field.required = view.required;
    field.read_only = view.read_only;
    field.invalid = !view.errors.empty();
    field.label_hidden = is_title_hidden(frame, view);
    return field;
}

void text(ui::Frame& frame, const ElementView& view) {
    const auto* settings = settings_of<core::TextSettings>(frame, view);
    ui::TextField field = described_field(frame, view);
    field.value = view.shown.empty() ? shown_text(frame, view.value) : std::string_view(view.shown);
    if (settings) {
        field.kind = settings->input_type;
        field.autocomplete = settings->autocomplete;
        field.max_length = settings->max_length;
    }
    if (view.kind == core::Kind::comment) field.rows = settings && settings->rows > 1 ? settings->rows : 4;
    if (const std::string* typed = ui::text_field(frame, field))
        frame.answer(view.name, answer(*typed, field.kind));
    if (field.max_length <= 0 || view.kind != core::Kind::comment) return;
    frame.gap(0.5f);
    ui::text(frame, node_id(field.id, "count"),
             frame.fill(frame.words(core::Text::characters_used), frame.number(static_cast<double>(units(field.value))),
                        frame.number(field.max_length)),
             frame.small(), frame.theme().ink_muted);
}

}  // namespace canvass::widget::views
