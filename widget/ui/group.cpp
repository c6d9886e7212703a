#include "widget/ui/group.h"

namespace canvass::widget::ui {

Group::Group(Frame& frame, NodeId id, Role role, std::string_view label)
    : frame_(frame), index_(frame.memory().semantics.nodes().size()), top_(frame.y()) {
    frame.emit(id, role, {frame.x(), top_, frame.width(), 0}, label);
    previous_ = frame.open(id);
}

Group::~Group() {
    node().height = frame_.y() - top_;
    frame_.close(previous_);
}

Node& Group::node() { return frame_.memory().semantics.at(index_); }

}  // namespace canvass::widget::ui
