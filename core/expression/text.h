// Texts as JavaScript sees them: lower case, outer blanks, positions in UTF-16 units. The texts are UTF-8.
// Lower case covers Latin, Greek and Cyrillic one letter for one; other scripts stay as they are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace canvass::core {

char32_t lower(char32_t letter) noexcept;
char32_t upper(char32_t letter) noexcept;
std::string lowered(std::string_view text);
bool equal_without_case(std::string_view a, std::string_view b) noexcept;
bool contains_without_case(std::string_view text, std::string_view part) noexcept;

std::string_view trimmed(std::string_view text) noexcept;

std::vector<char16_t> utf16_units(std::string_view text);
std::size_t utf16_length(std::string_view text) noexcept;
// What lies between two positions counted in UTF-16 units; a character cut in half is left out.
std::string_view utf16_slice(std::string_view text, std::size_t begin, std::size_t end) noexcept;
// The order of UTF-16 units: below 0, 0, above 0.
int utf16_compare(std::string_view a, std::string_view b) noexcept;

}  // namespace canvass::core
