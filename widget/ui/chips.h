// Small buttons one after the other that wrap into lines, each with a cross: what was chosen and can be taken back.
#pragma once

#include "widget/ui/frame.h"

namespace canvass::widget::ui {

class Chips {
public:
    explicit Chips(Frame& frame) : frame_(frame), x_(frame.x()) {}
    // True when pressed. `name` is what the button is called, `label` what it shows.
    bool chip(NodeId id, std::string_view label, std::string_view name, bool enabled);
    // Takes the space of the last line.
    void finish();

private:
    Frame& frame_;
    float x_;
    float height_ = 0;
    bool any_ = false;
};

}  // namespace canvass::widget::ui
