// What the pointer and the mirror did, one event at a time, and what has the focus. Primitives ask it whether
// they are hovered, held or pressed; nothing else in the widget hits and tests.
//
// Coordinates are the element's (y from the top of the content), as the painter placed them.
#pragma once

#include <string>
#include <vector>

#include "widget/semantics.h"
#include "widget/ui/box.h"
#include "widget/widget.h"

namespace canvass::widget::ui {

struct Press {
    bool hovered = false;
    bool held = false;
    bool pressed = false;  // now, by pointer or mirror
    bool ring = false;     // focus is to be shown
};

class Input {
public:
    void pointer_move(float x, float y);
    void pointer_leave();
    void pointer_button(bool down, bool touch);
    void control(ControlEvent event);

    // Takes queued events until one needs the controls to look at it; false: none is left.
    bool next();
    // The event that next() took has been offered to every control.
    void settle();

    Press press(NodeId id, const Box& placed, bool enabled);
    // The new text that the mirror gave this field, once; nullptr: none.
    const std::string* text_for(NodeId id) const;
    const float* value_for(NodeId id) const;

    NodeId focus() const noexcept { return focus_; }
    bool edited_in_mirror(NodeId id) const noexcept { return focus_ == id && focus_in_mirror_; }
    bool ring_on(NodeId id) const noexcept { return focus_ == id && ring_; }
    void focus_on(NodeId id);  // by the widget itself: the mirror is to follow
    bool take_focus_moved();

private:
    struct Event {
        enum class Kind : std::uint8_t { move, leave, button, control } kind = Kind::move;
        bool down = false, touch = false;
        float x = 0, y = 0;
        ControlEvent control;
    };
    enum class Edge : std::uint8_t { none, down, up };

    void take_focus(const ControlEvent& event);
    bool offers(NodeId id, ControlEvent::Kind kind) const;

    std::vector<Event> queue_;
    std::size_t taken_ = 0;
    Event current_;
    bool offering_ = false;  // current_ is a control event before the controls

    float x_ = 0, y_ = 0;
    bool inside_ = false, touch_ = false;
    Edge edge_ = Edge::none;
    NodeId held_ = 0;

    NodeId focus_ = 0;
    bool focus_in_mirror_ = false, ring_ = false, focus_moved_ = false;
};

}  // namespace canvass::widget::ui
