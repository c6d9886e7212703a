// UTF-8 made well-formed: text from outside may hold anything, text inside the core is always valid UTF-8.
// The two JSON readers (json/parse.cpp, json/flat.cpp) are the only gates, so nothing behind them checks again.
// Source of the rule: WHATWG Encoding Standard, "UTF-8 decoder": every maximal subpart of an ill-formed
// sequence becomes one U+FFFD, as browsers do it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace canvass::core {

bool is_utf8(std::string_view text) noexcept;

std::size_t characters_in(std::string_view text) noexcept;

// The text with every ill-formed sequence replaced by U+FFFD.
std::string repaired_utf8(std::string_view text);

// Whether a stands before b by their bytes, as < has it. Mostly the first differ, which takes no call.
inline bool comes_before(std::string_view a, std::string_view b) noexcept {
    if (a.empty() || b.empty() || a[0] == b[0]) return a < b;
    return static_cast<unsigned char>(a[0]) < static_cast<unsigned char>(b[0]);
}

// Appends one code point; surrogates and values past U+10FFFF become U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

}  // namespace canvass::core
