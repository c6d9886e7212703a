// An outlined area that is as high as what is laid out in it while the object lives.
#pragma once

#include "widget/ui/frame.h"

namespace canvass::widget::ui {

class Panel {
public:
    explicit Panel(Frame& frame);
    ~Panel();
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;

private:
    Frame& frame_;
    float pad_, top_;
};

}  // namespace canvass::widget::ui
