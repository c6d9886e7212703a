// What is pressed to make something happen.
#pragma once

#include "widget/ui/frame.h"

namespace canvass::widget::ui {

struct Button {
    NodeId id = 0;
    std::string_view label;
    bool primary = false;
    bool enabled = true;
};

// Width and height that show the label on one line.
float button_width(Frame& frame, std::string_view label);
// True when pressed.
bool button(Frame& frame, const Box& box, const Button& button);

// A button that looks like a link, as wide as the column.
float link_height(Frame& frame, std::string_view label, float width);
bool link(Frame& frame, NodeId id, std::string_view label, Colour colour);

}  // namespace canvass::widget::ui
