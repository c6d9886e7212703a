#include "widget/ui/input.h"

#include <utility>

namespace canvass::widget::ui {

void Input::pointer_move(float x, float y) {
    Event event;
    event.x = x;
    event.y = y;
    queue_.push_back(std::move(event));
}

void Input::pointer_leave() {
    Event event;
    event.kind = Event::Kind::leave;
    queue_.push_back(std::move(event));
}

void Input::pointer_button(bool down, bool touch) {
    Event event;
    event.kind = Event::Kind::button;
    event.down = down;
    event.touch = touch;
    queue_.push_back(std::move(event));
}

void Input::control(ControlEvent event) {
    Event queued;
    queued.kind = Event::Kind::control;
    queued.control = std::move(event);
    queue_.push_back(std::move(queued));
}

bool Input::next() {
    while (taken_ < queue_.size()) {
        current_ = std::move(queue_[taken_++]);
        switch (current_.kind) {
            case Event::Kind::move:
                x_ = current_.x;
                y_ = current_.y;
                inside_ = true;
                break;
            case Event::Kind::leave:
                inside_ = false;
                break;
            case Event::Kind::button:
                edge_ = current_.down ? Edge::down : Edge::up;
                touch_ = current_.touch;
                return true;
            case Event::Kind::control:
                if (current_.control.kind == ControlEvent::Kind::focus ||
                    current_.control.kind == ControlEvent::Kind::blur) {
                    take_focus(current_.control);
                    break;
                }
                offering_ = true;
                return true;
        }
    }
    queue_.clear();
    taken_ = 0;
    return false;
}

void Input::settle() {
    if (edge_ == Edge::up) {
        held_ = 0;
        if (touch_) inside_ = false;  // a finger that left does not hover
    }
    edge_ = Edge::none;
    offering_ = false;
}

void Input::take_focus(const ControlEvent& event) {
    if (event.kind == ControlEvent::Kind::focus) {
        focus_ = event.node;
        focus_in_mirror_ = true;
        ring_ = event.value == 0;
    } else if (focus_ == event.node) {
        focus_ = 0;
        focus_in_mirror_ = ring_ = false;
    }
}

Press Input::press(NodeId id, const Box& placed, bool enabled) {
    Press press;
    press.ring = ring_on(id);
    if (!enabled) return press;
    press.hovered = inside_ && placed.contains(x_, y_);
    if (edge_ == Edge::down && press.hovered) {
        held_ = id;
        if (focus_ != id) {
            focus_on(id);
            ring_ = press.ring = false;
        }
    }
    press.held = held_ == id && press.hovered;
    press.pressed = edge_ == Edge::up && press.held;
    if (touch_ && !press.held) press.hovered = false;
    if (offers(id, ControlEvent::Kind::press)) press.pressed = true;
    return press;
}

bool Input::offers(NodeId id, ControlEvent::Kind kind) const {
    return offering_ && current_.control.kind == kind && current_.control.node == id;
}

const std::string* Input::text_for(NodeId id) const {
    return offers(id, ControlEvent::Kind::set_text) ? &current_.control.text : nullptr;
}

const float* Input::value_for(NodeId id) const {
    return offers(id, ControlEvent::Kind::set_value) ? &current_.control.value : nullptr;
}

void Input::focus_on(NodeId id) {
    focus_ = id;
    focus_in_mirror_ = false;
    ring_ = focus_moved_ = true;
}

bool Input::take_focus_moved() { return std::exchange(focus_moved_, false); }

}  // namespace canvass::widget::ui
