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

bool link(Frame& frame, NodeId id, std::string_view label) {
    const Theme& theme = frame.theme();
    const Font font = frame.body();
    const float text_height = frame.layout(label, font, frame.width()).height;
    const Box box = frame.take(std::max(theme.target, text_height + theme.space));
    const Press press = frame.press(id, box, true);
    if (frame.paint().visible(box)) {
        const float top = box.y + std::floor((box.height - text_height) / 2);
        frame.text({box.x, top, box.width, 0}, font, label, theme.error);
        const float width = frame.layout(label, font, frame.width()).width;
        const float bottom = top + text_height - std::floor(font.line_height / 6);
        frame.paint().fill({box.x, bottom, width, press.hovered ? 2.0f : 1.0f}, theme.error);
        frame.focus_ring(press, box.grown(-4), theme.radius);
    }
    frame.emit(id, Role::button, box, label);
    return press.pressed;
}

}  // namespace canvass::widget::ui
