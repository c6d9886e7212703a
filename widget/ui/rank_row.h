// One of several in an order: its place, a grip to drag it by, its label, and buttons to move it up or down.
#pragma once

#include <optional>

#include "widget/ui/frame.h"

namespace canvass::widget::ui {

struct RankRow {
    NodeId id = 0;
    std::string_view label;
    int place = 0, count = 0;  // from 0
    bool enabled = true;
};

// The place it is to have now, when it was just moved.
std::optional<int> rank_row(Frame& frame, const RankRow& row);

}  // namespace canvass::widget::ui
