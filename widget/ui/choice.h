// One choice as a row the width of the column: the whole row is the target.
#pragma once

#include "widget/ui/frame.h"

namespace canvass::widget::ui {

struct Choice {
    NodeId id = 0;
    std::string_view label;
    std::string_view description, error;
    bool required = false;
    bool chosen = false;
    bool enabled = true;
};

// Width that shows the label on one line.
float choice_width(Frame& frame, std::string_view label);
// The node of a choice, whatever it looks like.
void emit_choice(Frame& frame, const Box& box, const Choice& choice, Role role);

// True when pressed.
bool radio(Frame& frame, const Choice& choice);
bool checkbox(Frame& frame, const Choice& choice);
bool toggle(Frame& frame, const Choice& choice);
// Only its mark, in the middle of a cell whose column and row say what it is.
bool mark_cell(Frame& frame, const Box& box, const Choice& choice, Role role);

}  // namespace canvass::widget::ui
