#include "widget/ui/text_field.h"

#include <algorithm>
#include <cmath>

namespace canvass::widget::ui {

namespace {

// Dates, colours and their like look as the browser makes them.
bool is_native(std::string_view kind) {
    for (const std::string_view painted : {"text", "email", "tel", "url", "number", "password"})
        if (kind == painted) return false;
    return true;
}

std::string bullets(std::string_view text) {
    std::string masked;
    for (const char byte : text)
        if ((static_cast<unsigned char>(byte) & 0xC0u) != 0x80) masked += "\u2022";
    return masked;
}

Node& paint_field(Frame& frame, const TextField& field, Role role) {
    const Theme& theme = frame.theme();
    const Font font = frame.body();
    const bool multiline = field.rows > 1;
    const float pad_x = 1.5f * theme.space, arrow = field.options.length > 0 ? 2.5f * theme.space : 0;
    const float pad_y = multiline ? 1.25f * theme.space
                                  : std::floor(std::max(theme.target - font.line_height, theme.space) / 2);
    const bool native = is_native(field.kind);
    const std::string masked = field.kind == "password" ? bullets(field.value) : std::string();
    const std::string_view value = masked.empty() ? field.value : std::string_view(masked);
    const std::string_view shown = native ? std::string_view() : value.empty() ? field.placeholder : value;
    const float text_width = multiline ? frame.width() - 2 * pad_x : 1e6f;
    const float text_height = shown.empty() ? 0 : frame.layout(shown, font, text_width).height;
    const float least = font.line_height * static_cast<float>(std::max(field.rows, 1));
    const Box box = frame.take((multiline ? std::max(least, text_height) : least) + 2 * pad_y);
    const Press press = frame.press(field.id, box, true);

    if (frame.paint().visible(box)) {
        const bool focused = frame.input().focus() == field.id;
        const Colour calm = press.hovered ? theme.ink_muted : theme.control_border;
        const Colour edge = field.invalid ? theme.error : focused ? theme.accent : calm;
        frame.paint().fill(box, field.read_only ? theme.control_hover : theme.control, theme.radius);
        frame.paint().outline(box, edge, theme.radius, focused || field.invalid ? 2 : theme.border);
        if (arrow > 0) {
            const float reach = 0.5f * theme.space;
            frame.chevron({box.right() - pad_x - reach, box.centre().y}, reach, theme.ink_muted);
        }
        const bool covered = role == Role::text_field && frame.input().edited_in_mirror(field.id);
        if (!covered && !shown.empty()) {
            const Box inside{box.x + pad_x, box.y + pad_y, box.width - 2 * pad_x - arrow, box.height - 2 * pad_y};
            const bool from_right =
                frame.layout(shown, font, text_width).lines[0].right_to_left != frame.paint().mirrored();
            Box at = inside;
            if (!multiline && from_right) at.x = inside.right() - text_width;
            if (!multiline) at.width = text_width;
            frame.paint().clip(inside);
            frame.text(at, font, shown, field.value.empty() ? theme.ink_muted : theme.ink);
            frame.paint().unclip();
        }
        frame.focus_ring(press, box, theme.radius);
    }

    Node& node = frame.emit(field.id, role, box, field.label);
    node.padding_x = pad_x;
    node.padding_y = pad_y;
    node.line_height = font.line_height;
    node.max = static_cast<float>(field.max_length);
    if (multiline) node.flags |= flag_multiline;
    if (native) node.flags |= flag_native;
    if (field.required) node.flags |= flag_required;
    if (field.read_only) node.flags |= flag_read_only;
    if (field.invalid) node.flags |= flag_invalid;
    if (field.label_hidden) node.flags |= flag_label_hidden;
    node.description = frame.keep(field.description);
    node.error = frame.keep(field.error);
    node.text = frame.keep(field.value);
    node.placeholder = frame.keep(field.placeholder);
    node.kind = frame.keep(field.kind);
    node.autocomplete = frame.keep(field.autocomplete);
    node.options = field.options;
    return node;
}

}  // namespace

const std::string* text_field(Frame& frame, const TextField& field) {
    paint_field(frame, field, Role::text_field);
    return field.read_only ? nullptr : frame.input().text_for(field.id);
}

std::optional<int> select(Frame& frame, const TextField& field, int chosen) {
    paint_field(frame, field, Role::select).value = static_cast<float>(chosen);
    const float* now = field.read_only ? nullptr : frame.input().value_for(field.id);
    return now ? std::optional<int>(static_cast<int>(*now)) : std::nullopt;
}

}  // namespace canvass::widget::ui
