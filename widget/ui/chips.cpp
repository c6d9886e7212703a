#include "widget/ui/chips.h"

#include <algorithm>

namespace canvass::widget::ui {

bool Chips::chip(NodeId id, std::string_view label, std::string_view name, bool enabled) {
    const Theme& theme = frame_.theme();
    const Font font = frame_.body();
    const float pad = 1.5f * theme.space, cross = enabled ? 2.5f * theme.space : 0, most = frame_.width();
    const float text_width = std::min(frame_.layout(label, font, 1e6f).width, most - 2 * pad - cross);
    const TextLayout& layout = frame_.layout(label, font, text_width);
    const float width = text_width + 2 * pad + cross;
    if (any_ && x_ + width > frame_.x() + most) finish();
    const Box box{x_, frame_.y(), width, std::max(layout.height + theme.space, 0.8f * theme.target)};
    height_ = std::max(height_, box.height);
    any_ = true;
    x_ = box.right() + theme.space;
    const Press press = frame_.press(id, box, enabled);
    if (frame_.paint().visible(box)) {
        frame_.paint().fill(box, theme.accent_soft, theme.radius);
        frame_.paint().outline(box, press.hovered ? theme.accent : theme.line, theme.radius, theme.border);
        frame_.centred_text({box.x + pad, box.y, text_width, box.height}, font, label, theme.ink);
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

void Chips::finish() {
    if (!any_) return;
    frame_.take(height_ + frame_.theme().space);
    x_ = frame_.x();
    height_ = 0;
    any_ = false;
}

}  // namespace canvass::widget::ui
