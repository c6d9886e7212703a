// Text broken into lines and shaped, kept from frame to frame, so that an unchanged text costs a hash and a
// look-up and allocates nothing.
//
// A layout depends on text, font, width and the font generation (clear() starts a new one). Widths are CSS
// pixels; lines end at line feeds, at the platform's break offsets, and inside a word only when the word alone
// is wider than the line.
// Ownership: layouts belong to TextLayouts; a reference holds until sweep() or clear().
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "widget/text_platform.h"
#include "widget/ui/painter.h"

namespace canvass::widget::ui {

struct TextLine {
    std::uint32_t offset = 0, length = 0;  // in TextLayout::shaped
    float width = 0;
    bool right_to_left = false;
};

struct TextLayout {
    std::string source, shaped;
    std::vector<TextLine> lines;
    float width = 0, height = 0;  // of the widest line, of all lines
    std::uint64_t key = 0;
    bool used = false;
};

class TextLayouts {
public:
    TextLayouts(TextPlatform& platform, Painter& painter) : platform_(platform), painter_(painter) {}

    const TextLayout& layout(std::string_view text, const Font& font, float width);
    // Forgets, now and then, what was not asked for since the last call.
    void sweep();
    void clear();
    std::size_t size() const noexcept { return layouts_.size(); }

private:
    void break_paragraph(std::string_view text, const Font& font, float width, TextLayout& layout);
    // Byte length of the longest start of the word that fits, at least one cluster.
    std::size_t fitting(std::string_view word, const Font& font, float width);
    void add_line(std::string_view text, const Font& font, bool right_to_left, TextLayout& layout);
    float measure(std::string_view text, const Font& font);
    void rebuild_table(std::size_t size);
    std::size_t slot_of(std::uint64_t key, std::string_view text) const;

    TextPlatform& platform_;
    Painter& painter_;
    std::vector<std::unique_ptr<TextLayout>> layouts_;
    std::vector<std::uint32_t> table_;  // open addressing, index + 1, 0 is free; size is a power of two
    std::size_t used_ = 0;
    std::string scratch_;
    std::vector<std::uint32_t> offsets_;
};

}  // namespace canvass::widget::ui
