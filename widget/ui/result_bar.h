// One row of a result: option, votes and share over a bar. Glides to a new share, then rests. A row of three
// cells in the semantics, to stand in a group of the role table.
#pragma once

#include "widget/ui/frame.h"

namespace canvass::widget::ui {

struct ResultBar {
    NodeId id = 0;
    std::string_view option;
    std::string_view badge;    // "your choice", or empty
    std::string_view summary;  // the row in words
    double percent = 0;
    double votes = 0;
};

void result_bar(Frame& frame, const ResultBar& bar);

}  // namespace canvass::widget::ui
