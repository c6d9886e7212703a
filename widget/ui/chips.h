// Small buttons one after the other that wrap into lines: what was chosen and can be taken back, with a cross each;
// or tabs.
#pragma once

#include "widget/ui/frame.h"

namespace canvass::widget::ui {

class Chips {
public:
    explicit Chips(Frame& frame) : frame_(frame), x_(frame.x()) {}
    // True when pressed. `name` is what the button is called, `label` what it shows.
    bool chip(NodeId id, std::string_view label, std::string_view name, bool enabled);
    // `role`: tab or button; `error`: what is wrong behind it.
    bool tab(NodeId id, Role role, std::string_view label, bool shown, std::string_view error);
    // Takes the space of the last line.
    void finish();

private:
    // Where the next one lies: the label with `beside` it.
    Box place(std::string_view label, const Font& font, float beside);

    Frame& frame_;
    float x_;
    float height_ = 0;
    bool any_ = false;
};

}  // namespace canvass::widget::ui
