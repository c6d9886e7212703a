// Places in the content, CSS pixels, y = 0 at the top of the content, x = 0 where reading starts: the painter
// mirrors for languages that read from the right.
#pragma once

namespace canvass::widget::ui {

struct Point {
    float x = 0, y = 0;
};

struct Box {
    float x = 0, y = 0, width = 0, height = 0;

    float right() const noexcept { return x + width; }
    float bottom() const noexcept { return y + height; }
    Point centre() const noexcept { return {x + width / 2, y + height / 2}; }
    Box grown(float by) const noexcept { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
    bool contains(float px, float py) const noexcept {
        return px >= x && px < right() && py >= y && py < bottom();
    }
};

}  // namespace canvass::widget::ui
