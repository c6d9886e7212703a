// What only the platform knows of text: where lines may break, and how clusters are shaped. In the page the
// browser answers; the native fallback breaks at blanks and between ideographs and shapes nothing.
//
// A shaped line is UTF-8 for ImGui in which whatever needs shaping (emoji, Indic clusters, a bidi line, a word
// with kerning) stands as one private-use code point whose glyph the font loader asks the same platform for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace canvass::widget {

class TextPlatform {
public:
    // Byte offsets after which a line may break, ascending; the end of the text is not among them.
    virtual void breaks(std::string_view text, std::vector<std::uint32_t>& offsets) = 0;
    // `line` has no line feed. Appends to `out`.
    virtual void shape(std::string_view line, std::string& out) = 0;
    // True where the line reads from right to left.
    virtual bool right_to_left(std::string_view line) = 0;

protected:
    ~TextPlatform() = default;
};

// The fallback, for tests and programs without a browser.
TextPlatform& plain_text_platform();

}  // namespace canvass::widget
