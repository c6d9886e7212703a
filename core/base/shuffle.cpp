#include "core/base/shuffle.h"

#include <utility>

namespace canvass::core {
namespace {

// Hashes UTF-16 units, which the text is stored as in a browser.
std::uint32_t hashed(std::uint32_t hash, std::string_view text) noexcept {
    const auto add = [&](std::uint32_t unit) { hash = (hash << 5) - hash + unit; };
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at++]);
        const int more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        std::uint32_t code = more == 0 ? first : first & (0x3Fu >> more);
        for (int left = more; left > 0 && at < text.size(); --left) {
            code = code << 6 | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
        }
        if (code < 0x10000) {
            add(code);
        } else {
            add(0xD7C0 + (code >> 10));
            add(0xDC00 + (code & 0x3FF));
        }
    }
    return hash;
}

}  // namespace

std::uint32_t seed_inside(std::uint32_t outer, std::string_view kind, std::string_view name) noexcept {
    return hashed(hashed(outer, kind), name);
}

void shuffle(std::vector<std::int32_t>& list, std::uint32_t seed) noexcept {
    for (std::size_t left = list.size(); left > 1; --left) {
        seed += 0x6D2B79F5u;
        std::uint32_t bits = (seed ^ seed >> 15) * (seed | 1u);
        bits ^= bits + (bits ^ bits >> 7) * (bits | 61u);
        const std::uint64_t chance = bits ^ bits >> 14;  // of 2^32
        std::swap(list[left - 1], list[static_cast<std::size_t>(chance * left >> 32)]);
    }
}

}  // namespace canvass::core
