// Words that are read, not operated.
#pragma once

#include "widget/ui/frame.h"

namespace canvass::widget::ui {

void text(Frame& frame, NodeId id, std::string_view text, const Font& font, Colour colour);
void heading(Frame& frame, NodeId id, std::uint32_t level, std::string_view text, const Font& font);

// Painted only: for words that a control's or a group's node already carries.
void caption(Frame& frame, std::string_view text, const Font& font, Colour colour);
// With a mark in the colour of errors after its last word.
void marked_caption(Frame& frame, std::string_view text, std::string_view mark, const Font& font);
void error_caption(Frame& frame, std::string_view text);

// A box with a message in it. `role` is status or alert: it is announced when it appears. The ground reaches
// `room_below` further down, for what the caller lays out there within notice_inset() of its sides.
enum class Tone { plain, good, bad };
void notice(Frame& frame, NodeId id, Role role, Tone tone, std::string_view text, float room_below = 0);
struct Inset {
    float left = 0, right = 0;
};
Inset notice_inset(const Frame& frame, Tone tone);

// How far along: a bar under its label.
void progress(Frame& frame, NodeId id, float value, float max, std::string_view label);

}  // namespace canvass::widget::ui
