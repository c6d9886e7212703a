#include "widget/ui/chips.h"

#include <algorithm>

namespace canvass::widget::ui {

Box Chips::place(std::string_view label, const Font& font, float beside) {
    const Theme& theme = frame_.theme();
    const float most = frame_.width();
    const float text_width = std::min(frame_.layout(label, font, 1e6f).width, most - beside);
    const TextLayout& layout = frame_.layout(label, font, text_width);
    const float width = text_width + beside;
    if (any_ && x_ + width > frame_.x() + most) finish();
    const Box box{x_, frame_.y(), width, std::max(layout.height + theme.space, 0.8f * theme.target)};
    height_ = std::max(height_, box.height);
    any_ = true;
    x_ = box.right() + theme.space;
    return box;
}

bool Chips::chip(NodeId id, std::string_view label, std::string_view name, bool enabled) {
    const Theme& theme = frame_.theme();
    const Font font = frame_.body();
    const float pad = 1.5f * theme.space, cross = enabled ? 2.5f * theme.space : 0;
    const Box box = place(label, font, 2 * pad + cross);
    const Press press = frame_.press(id, box, enabled);
    if (frame_.paint().visible(box)) {
        frame_.paint().fill(box, theme.accent_soft, theme.radius);
        frame_.paint().outline(box, press.hovered ? theme.accent : theme.line, theme.radius, theme.border);
        frame_.centred_text({box.x + pad, box.y, box.width - 2 * pad - cross, box.height}, font, label, theme.ink);
        if (enabled) {
            const float reach = 0.5f * theme.space;
            frame_.cross({box.right() - pad - reach, box.centre().y}, reach, press.hovered ? theme.accent : theme.ink_muted);
        }
        frame_.focus_ring(press, box, theme.radius);
    }
    Node& node = frame_.emit(id, Role::button, box, name);
    if (!enabled) node.flags |= flag_disabled;
    return press.pressed;
}

// The one that is shown stands on a line of its own.
bool Chips::tab(NodeId id, Role role, std::string_view label, bool shown, std::string_view error) {
    const Theme& theme = frame_.theme();
    const Font font = shown ? frame_.body_bold() : frame_.body();
    const float pad = 1.5f * theme.space;
    Box box = place(label, frame_.body_bold(), 2 * pad);
    x_ = box.right();
    box.height = height_ = std::max(box.height, theme.target);
    const Press press = frame_.press(id, box, true);
    if (frame_.paint().visible(box)) {
        const Colour ink = !error.empty() ? theme.error : shown || press.hovered ? theme.ink : theme.ink_muted;
        const float thick = shown ? 3 : theme.border;
        frame_.centred_text(box, font, label, ink);
        frame_.paint().fill({box.x, box.bottom() - thick, box.width, thick}, shown ? theme.accent : theme.line);
        if (!error.empty()) frame_.paint().disc({box.right() - pad / 2, box.y + pad}, pad / 4, theme.error);
        frame_.focus_ring(press, box.grown(-4), theme.radius);
    }
    Node& node = frame_.emit(id, role, box, label);
    node.description = frame_.keep(error);
    if (shown) node.flags |= flag_checked;
    return press.pressed;
}

void Chips::finish() {
    if (!any_) return;
    frame_.take(height_ + frame_.theme().space);
    x_ = frame_.x();
    height_ = 0;
    any_ = false;
}

}  // namespace canvass::widget::ui
