// A track with one thumb or more; the native controls over it are dragged.
#pragma once

#include <optional>

#include "widget/ui/frame.h"

namespace canvass::widget::ui {

struct Slider {
    NodeId id = 0;
    std::string_view label, description, error;
    std::string_view shown;  // the value as it is written; empty: not chosen yet
    double value = 0, min = 0, max = 100, step = 1;
    bool enabled = true, required = false, invalid = false, alone = true;
    bool label_hidden = false;
};

// Takes the space from the column and paints the track, lit between the two values; its ends bear their numbers.
Box slider_track(Frame& frame, const Slider& ends, double from, double to);
// The new value when it was just changed, on a step.
std::optional<double> slider_thumb(Frame& frame, const Box& track, const Slider& slider);

}  // namespace canvass::widget::ui
