// Choices side by side in even cells that wrap into rows when the column is narrow: rating scales, yes and no.
#pragma once

#include "widget/ui/choice.h"

namespace canvass::widget::ui {

// Takes the space for `count` cells from the column.
class Cells {
public:
    Cells(Frame& frame, int count, float least_width, float most_width, float height);
    Box at(int index) const noexcept;
    // From the first to the last cell of a row.
    float row_width() const noexcept;
    int rows() const noexcept { return (count_ + per_row_ - 1) / per_row_; }

private:
    int count_, per_row_;
    float gap_, width_, height_;  // of a cell, before its edges are set on whole pixels
    Box area_;
};

// Width that shows the label on one line.
float cell_width(Frame& frame, std::string_view label);

// Radios; true when pressed. What is painted in the cell is the label, a star that is `lit`, or a face whose
// `mood` goes from 0 (sad) to 1 (glad).
bool label_cell(Frame& frame, const Box& box, const Choice& choice);
bool star_cell(Frame& frame, const Box& box, const Choice& choice, bool lit);
bool face_cell(Frame& frame, const Box& box, const Choice& choice, float mood);
// A frame around a picture, with the label in its lowest `words` pixels; a radio or a checkbox.
bool picture_cell(Frame& frame, const Box& box, const Choice& choice, Role role, float words);

}  // namespace canvass::widget::ui
