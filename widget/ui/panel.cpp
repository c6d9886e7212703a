#include "widget/ui/panel.h"

namespace canvass::widget::ui {

Panel::Panel(Frame& frame)
    : frame_(frame), pad_(frame.theme().space * (frame.narrow() ? 2.0f : 2.5f)), top_(frame.y()) {
    frame.take(pad_);
    frame.inset(pad_, pad_);
}

Panel::~Panel() {
    frame_.inset(-pad_, -pad_);
    frame_.take(pad_);
    const Box box{frame_.x(), top_, frame_.width(), frame_.y() - top_};
    const Theme& theme = frame_.theme();
    if (frame_.paint().visible(box)) frame_.paint().outline(box, theme.line, theme.radius * 1.5f, theme.border);
}

}  // namespace canvass::widget::ui
