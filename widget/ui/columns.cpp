#include "widget/ui/columns.h"

#include <algorithm>
#include <cmath>

namespace canvass::widget::ui {

namespace {

float gap_of(const Frame& frame) { return 2 * frame.theme().space; }

}  // namespace

Columns::Columns(Frame& frame, int count, int columns)
    : frame_(frame), area_{frame.x(), frame.y(), frame.width(), 0}, gap_(gap_of(frame)) {
    per_column_ = (count + columns - 1) / columns;
    const auto share = static_cast<float>(columns);
    width_ = (area_.width - gap_ * (share - 1)) / share;
}

void Columns::next() {
    area_.height = std::max(area_.height, frame_.y() - area_.y);
    if (at_ % per_column_ == 0) {
        const float left = std::round(static_cast<float>(at_ / per_column_) * (width_ + gap_));
        frame_.go_to({area_.x + left, area_.y, std::floor(width_), 0});
    } else {
        frame_.gap(1);
    }
    ++at_;
}

void Columns::finish() {
    area_.height = std::max(area_.height, frame_.y() - area_.y);
    frame_.go_to({area_.x, area_.y + area_.height, area_.width, 0});
}

int columns_that_fit(const Frame& frame, float least_width) {
    return std::max(1, static_cast<int>((frame.width() + gap_of(frame)) / (least_width + gap_of(frame))));
}

}  // namespace canvass::widget::ui
