// Things of any height in columns, the first filled from the top down before the next begins.
#pragma once

#include "widget/ui/frame.h"

namespace canvass::widget::ui {

class Columns {
public:
    Columns(Frame& frame, int count, int columns);
    // Goes to where the next one lies.
    void next();
    // Goes on below the longest column.
    void finish();

private:
    Frame& frame_;
    Box area_;  // its height: what was taken so far
    int per_column_, at_ = 0;
    float gap_, width_;
};

// So many columns of that width fit, one at least.
int columns_that_fit(const Frame& frame, float least_width);

}  // namespace canvass::widget::ui
