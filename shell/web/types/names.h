// Names and numbers of the types that cross the ABI.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canvass::web {

using Numbers = std::vector<std::pair<std::string, std::uint32_t>>;

Numbers roles();
Numbers flags();
Numbers control_kinds();
Numbers pointers();
Numbers changes();
// Offset of each field divided by 4, and `size`.
Numbers node_words();
Numbers report_words();
Numbers glyph_words();
// Custom properties without their prefix, and where the token lies in widget::Theme: colours are RGBA bytes.
Numbers colour_words();
Numbers number_words();

// Keys of the locale files with their English words.
std::vector<std::pair<std::string, std::string>> words_before_wasm();

// As a TypeScript string literal.
std::string quoted(std::string_view text);

}  // namespace canvass::web
