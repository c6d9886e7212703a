#include "core/expression/text.h"

#include "core/base/utf8.h"

namespace canvass::core {
namespace {

// Takes one code point off the front of a text that is not empty; a stray byte counts as itself.
char32_t take(std::string_view& text) noexcept {
    const auto first = static_cast<unsigned char>(text.front());
    std::size_t length = first < 0xC0 ? 1u : first < 0xE0 ? 2u : first < 0xF0 ? 3u : 4u;
    if (length > text.size()) length = text.size();
    char32_t point = length == 1 ? first : first & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) point = (point << 6) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    text.remove_prefix(length);
    return point;
}

char lower_ascii(char letter) noexcept {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

bool is_ascii(char letter) noexcept { return static_cast<unsigned char>(letter) < 0x80; }

// Capitals and small letters lie in one of three ways: a fixed distance apart, or by turns with the capital
// on the even or on the odd place.
enum class Way : unsigned char { distance, even, odd };
struct Block {
    char16_t first, last;
    Way way;
    short distance;
};
constexpr Block blocks[] = {
    {0x00C0, 0x00D6, Way::distance, 32}, {0x00D8, 0x00DE, Way::distance, 32}, {0x0100, 0x012F, Way::even, 1},
    {0x0132, 0x0137, Way::even, 1},      {0x0139, 0x0148, Way::odd, 1},       {0x014A, 0x0177, Way::even, 1},
    {0x0178, 0x0178, Way::distance, -121}, {0x0179, 0x017E, Way::odd, 1},     {0x01CD, 0x01DC, Way::odd, 1},
    {0x01DE, 0x01EF, Way::even, 1},      {0x01F8, 0x021F, Way::even, 1},      {0x0222, 0x0233, Way::even, 1},
    {0x0386, 0x0386, Way::distance, 38}, {0x0388, 0x038A, Way::distance, 37}, {0x038C, 0x038C, Way::distance, 64},
    {0x038E, 0x038F, Way::distance, 63}, {0x0391, 0x03A1, Way::distance, 32}, {0x03A3, 0x03AB, Way::distance, 32},
    {0x0400, 0x040F, Way::distance, 80}, {0x0410, 0x042F, Way::distance, 32}, {0x0460, 0x0481, Way::even, 1},
    {0x048A, 0x04BF, Way::even, 1},      {0x04C0, 0x04C0, Way::distance, 15}, {0x04C1, 0x04CE, Way::odd, 1},
    {0x04D0, 0x052F, Way::even, 1},      {0x1E00, 0x1E95, Way::even, 1},      {0x1EA0, 0x1EFF, Way::even, 1},
};

bool is_blank(char32_t point) noexcept {
    return (point >= 0x09 && point <= 0x0D) || point == 0x20 || point == 0xA0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 || point == 0x202F ||
           point == 0x205F || point == 0x3000 || point == 0xFEFF;
}

std::size_t units(char32_t point) noexcept { return point > 0xFFFF ? 2 : 1; }

// ASCII that is neither a blank nor a control.
bool is_printed(char letter) noexcept { return static_cast<signed char>(letter) > ' '; }

bool equal_beyond_ascii(std::string_view a, std::string_view b) noexcept {
    while (!a.empty() && !b.empty()) {
        if (lower(take(a)) != lower(take(b))) return false;
    }
    return true;
}

}  // namespace

char32_t lower(char32_t letter) noexcept {
    if (letter < 0x80) return static_cast<char32_t>(lower_ascii(static_cast<char>(letter)));
    for (const Block& block : blocks) {
        if (letter < block.first) return letter;
        if (letter > block.last) continue;
        const bool capital = block.way == Way::distance || (letter % 2 == 0) == (block.way == Way::even);
        return capital ? static_cast<char32_t>(static_cast<int>(letter) + block.distance) : letter;
    }
    return letter;
}

char32_t upper(char32_t letter) noexcept {
    if (letter >= 'a' && letter <= 'z') return letter - ('a' - 'A');
    for (const Block& block : blocks) {
        const auto capital = static_cast<char32_t>(static_cast<int>(letter) - block.distance);
        const bool inside = capital >= block.first && capital <= block.last;
        if (inside && (block.way == Way::distance || (capital % 2 == 0) == (block.way == Way::even))) return capital;
    }
    return letter;
}

std::string lowered(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        if (is_ascii(text.front())) {
            result += lower_ascii(text.front());
            text.remove_prefix(1);
        } else {
            append_utf8(result, lower(take(text)));
        }
    }
    return result;
}

bool equal_without_case(std::string_view a, std::string_view b) noexcept {
    // Both cases of a letter take the same number of bytes.
    if (a.size() != b.size()) return false;
    for (std::size_t at = 0; at < a.size(); ++at) {
        if (a[at] == b[at]) continue;
        if (!is_ascii(a[at]) || !is_ascii(b[at])) return equal_beyond_ascii(a, b);
        if (lower_ascii(a[at]) != lower_ascii(b[at])) return false;
    }
    return true;
}

bool contains_without_case(std::string_view text, std::string_view part) noexcept {
    const auto begins_letter = [&](std::size_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    };
    for (std::size_t at = 0; at + part.size() <= text.size(); ++at) {
        if (!begins_letter(at) || !begins_letter(at + part.size())) continue;
        if (equal_without_case(text.substr(at, part.size()), part)) return true;
    }
    return false;
}

std::string_view trimmed(std::string_view text) noexcept {
    while (!text.empty() && !is_printed(text.front())) {
        std::string_view rest = text;
        if (!is_blank(take(rest))) break;
        text = rest;
    }
    while (!text.empty() && !is_printed(text.back())) {
        std::size_t last = text.size() - 1;
        while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
        std::string_view end = text.substr(last);
        if (!is_blank(take(end)) || !end.empty()) break;
        text = text.substr(0, last);
    }
    return text;
}

std::vector<char16_t> utf16_units(std::string_view text) {
    std::vector<char16_t> all;
    all.reserve(text.size());
    while (!text.empty()) {
        const char32_t point = take(text);
        if (point > 0xFFFF) {
            all.push_back(static_cast<char16_t>(0xD7C0 + (point >> 10)));
            all.push_back(static_cast<char16_t>(0xDC00 + (point & 0x3FF)));
        } else {
            all.push_back(static_cast<char16_t>(point));
        }
    }
    return all;
}

std::size_t utf16_length(std::string_view text) noexcept {
    std::size_t length = 0;
    while (!text.empty()) length += units(take(text));
    return length;
}

std::string_view utf16_slice(std::string_view text, std::size_t begin, std::size_t end) noexcept {
    std::string_view rest = text;
    std::size_t at = 0;
    while (!rest.empty() && at < begin) at += units(take(rest));
    const std::string_view from = rest;
    for (std::string_view next = rest; !rest.empty() && at < end; rest = next) {
        at += units(take(next));
        if (at > end) break;
    }
    return from.substr(0, from.size() - rest.size());
}

int utf16_compare(std::string_view a, std::string_view b) noexcept {
    while (!a.empty() && !b.empty()) {
        const char32_t left = take(a), right = take(b);
        if (left == right) continue;
        // Characters in pairs of units begin with a surrogate, which lies below U+E000.
        if (units(left) != units(right)) {
            const char32_t single = units(left) == 1 ? left : right;
            const bool single_first = single < 0xD800;
            return (units(left) == 1) == single_first ? -1 : 1;
        }
        return left < right ? -1 : 1;
    }
    return a.empty() ? (b.empty() ? 0 : -1) : 1;
}

}  // namespace canvass::core
