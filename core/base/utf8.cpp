#include "core/base/utf8.h"

namespace canvass::core {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Step {
    std::size_t length;  // bytes of the sequence, or of its maximal ill-formed subpart
    bool valid;
};

// `text` is not empty.
Step step(std::string_view text) noexcept {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) return {1, true};
    if (lead < 0xC2 || lead > 0xF4) return {1, false};
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // The second byte alone decides about overlong forms, surrogates and the end of Unicode.
    unsigned low = 0x80, high = 0xBF;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
    for (std::size_t at = 1; at < length; ++at) {
        if (at == text.size() || byte(at) < low || byte(at) > high) return {at, false};
        low = 0x80;
        high = 0xBF;
    }
    return {length, true};
}

}  // namespace

bool is_utf8(std::string_view text) noexcept {
    while (!text.empty()) {
        const Step next = step(text);
        if (!next.valid) return false;
        text.remove_prefix(next.length);
    }
    return true;
}

std::size_t characters_in(std::string_view text) noexcept {
    std::size_t count = 0;
    for (const char byte : text) count += (byte & 0xC0) != 0x80 ? 1 : 0;
    return count;
}

std::string repaired_utf8(std::string_view text) {
    std::string repaired;
    repaired.reserve(text.size());
    while (!text.empty()) {
        const Step next = step(text);
        repaired += next.valid ? text.substr(0, next.length) : replacement;
        text.remove_prefix(next.length);
    }
    return repaired;
}

void append_utf8(std::string& text, char32_t code_point) {
    const auto tail = [&](int shift) {
        text += static_cast<char>(0x80 | ((code_point >> shift) & 0x3F));
    };
    if (code_point < 0x80) {
        text += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        text += static_cast<char>(0xC0 | (code_point >> 6));
        tail(0);
    } else if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) {
        text += replacement;
    } else if (code_point < 0x10000) {
        text += static_cast<char>(0xE0 | (code_point >> 12));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0 | (code_point >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

}  // namespace canvass::core
