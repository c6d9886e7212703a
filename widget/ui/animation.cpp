#include "widget/ui/animation.h"

#include <algorithm>

namespace canvass::widget::ui {

namespace {

float eased(float share) {
    const float left = 1 - share;
    return 1 - left * left * left;
}

}  // namespace

void Animations::begin(float seconds, float duration) {
    duration_ = duration;
    running_ = false;
    for (Track& track : tracks_) {
        track.asked = false;
        track.elapsed += seconds;
    }
}

float Animations::value(NodeId id, float target) {
    auto track = std::find_if(tracks_.begin(), tracks_.end(), [id](const Track& t) { return t.id == id; });
    if (track == tracks_.end()) {
        tracks_.push_back({id, 0, target, 0, true});
        track = tracks_.end() - 1;
    }
    const auto position = [this](const Track& t) {
        const float share = duration_ > 0 ? std::min(t.elapsed / duration_, 1.0f) : 1.0f;
        return t.from + (t.target - t.from) * eased(share);
    };
    if (track->target != target) {
        track->from = position(*track);
        track->target = target;
        track->elapsed = 0;
    }
    track->asked = true;
    if (track->elapsed < duration_ && track->from != target) running_ = true;
    return position(*track);
}

void Animations::finish() {
    std::erase_if(tracks_, [](const Track& track) { return !track.asked; });
}

}  // namespace canvass::widget::ui
