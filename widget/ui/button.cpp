#include "widget/ui/button.h"

#include <algorithm>
#include <cmath>

namespace canvass::widget::ui {

float button_width(Frame& frame, std::string_view label) {
    constexpr float unbroken = 1e6f;
    const float text = frame.layout(label, frame.body_bold(), unbroken).width;
    return std::max(text + 6 * frame.theme().space, 14 * frame.theme().space);
}

bool button(Frame& frame, const Box& box, const Button& button) {
    const Theme& theme = frame.theme();
    const Press press = frame.press(button.id, box, button.enabled);
    if (frame.paint().visible(box)) {
        const bool raised = press.hovered || press.held;
        Colour ink = theme.ink;
        if (button.primary) {
            ink = theme.accent_ink;
            const Colour ground = !button.enabled ? theme.ink_muted : raised ? theme.accent_hover : theme.accent;
            frame.paint().fill(box, ground, theme.radius);
        } else {
            frame.paint().fill(box, raised ? theme.control_hover : theme.control, theme.radius);
            frame.paint().outline(box, theme.control_border, theme.radius, theme.border);
            if (!button.enabled) ink = theme.ink_muted;
        }
        frame.centred_text(box.grown(-theme.space / 2), frame.body_bold(), button.label, ink);
        frame.focus_ring(press, box, theme.radius);
    }
    Node& node = frame.emit(button.id, Role::button, box, button.label);
    if (button.primary) node.flags |= flag_primary;
    if (!button.enabled) node.flags |= flag_disabled;
    return press.pressed;
}

float link_height(Frame& frame, std::string_view label, float width) {
    const float text_height = frame.layout(label, frame.body(), width).height;
    return std::max(frame.theme().target, text_height + frame.theme().space);
}

bool link(Frame& frame, NodeId id, std::string_view label, Colour colour) {
    const Font font = frame.body();
    const Box box = frame.take(link_height(frame, label, frame.width()));
    const Press press = frame.press(id, box, true);
    if (frame.paint().visible(box)) {
        const TextLayout& layout = frame.layout(label, font, box.width);
        float y = box.y + std::floor((box.height - layout.height) / 2);
        frame.text({box.x, y, box.width, 0}, font, label, colour);
        for (const TextLine& line : layout.lines) {
            const bool from_right = line.right_to_left != frame.paint().mirrored();
            y += font.line_height;
            frame.paint().fill({from_right ? box.right() - line.width : box.x, y - std::floor(font.line_height / 6),
                                line.width, press.hovered ? 2.0f : 1.0f}, colour);
        }
        frame.focus_ring(press, box.grown(-4), frame.theme().radius);
    }
    frame.emit(id, Role::button, box, label);
    return press.pressed;
}

}  // namespace canvass::widget::ui
