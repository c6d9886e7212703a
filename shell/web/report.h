// What crosses the border to the script as packed 4-byte fields, beside widget::Node. Offsets and names reach the
// script through types/generate.cpp.
#pragma once

#include <cstdint>

namespace canvass::web {

enum Changed : std::uint32_t {
    changed_picture = 1u << 0,
    changed_semantics = 1u << 1,
    changed_events = 1u << 2,  // canvass_events has something to say
    changed_focus = 1u << 3,   // by the widget itself: the mirror follows to `focus`
    wants_frame = 1u << 4,
    changed_seconds = 1u << 5,  // the survey's time runs: a frame is wanted each second
};

struct FrameReport {
    std::uint32_t changed = 0;  // of Changed
    float content_height = 0;
    std::uint32_t focus = 0;
    std::uint32_t nodes = 0, node_count = 0;    // address and number of widget::Node
    std::uint32_t texts = 0, texts_length = 0;  // address and bytes of what their TextRanges point into
};

// A glyph that the page drew, in device pixels: `left` from the pen, `top` above the baseline.
struct GlyphBox {
    float advance, left, top;
    std::int32_t width, height;
    std::int32_t coloured;  // an emoji: not to be tinted
};

enum class Pointer : std::uint32_t { move, leave, down, up };

}  // namespace canvass::web
