// A group in the semantics for as long as the object lives; its node's extent is what was laid out meanwhile.
#pragma once

#include "widget/ui/frame.h"

namespace canvass::widget::ui {

class Group {
public:
    // `node()` may be filled further right after construction.
    Group(Frame& frame, NodeId id, Role role, std::string_view label);
    ~Group();
    Group(const Group&) = delete;
    Group& operator=(const Group&) = delete;

    Node& node();

private:
    Frame& frame_;
    std::size_t index_;
    float top_;
    NodeId previous_;
};

}  // namespace canvass::widget::ui
