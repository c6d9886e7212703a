// Values that glide to where they belong and then rest. One for each node that asks.
#pragma once

#include <vector>

#include "widget/semantics.h"

namespace canvass::widget::ui {

class Animations {
public:
    // `seconds` since the last frame; a duration of 0 moves at once (reduced motion).
    void begin(float seconds, float duration);
    // Where the node's value stands now, on its way to `target`. A node seen for the first time starts at 0.
    float value(NodeId id, float target);
    // Forgets nodes that did not ask since begin().
    void finish();
    bool running() const noexcept { return running_; }

private:
    struct Track {
        NodeId id = 0;
        float from = 0, target = 0, elapsed = 0;
        bool asked = false;
    };

    std::vector<Track> tracks_;
    float duration_ = 0;
    bool running_ = false;
};

}  // namespace canvass::widget::ui
