#include "core/session/shuffle.h"

namespace canvass::core {

std::uint32_t Chance::below(std::uint32_t bound) noexcept {
    state_ += 0x6D2B79F5u;
    std::uint32_t mixed = state_;
    mixed = (mixed ^ mixed >> 15) * (mixed | 1u);
    mixed ^= mixed + (mixed ^ mixed >> 7) * (mixed | 61u);
    mixed ^= mixed >> 14;
    return static_cast<std::uint32_t>(std::uint64_t{mixed} * bound >> 32);
}

std::uint32_t seed_inside(std::uint32_t outer, std::string_view name) noexcept {
    std::uint32_t seed = outer;
    const auto add = [&](std::uint32_t unit) { seed = (seed << 5) - seed + unit; };
    for (std::size_t at = 0; at < name.size();) {
        const auto lead = static_cast<unsigned char>(name[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        std::uint32_t point = length == 1 ? lead : lead & (0xFFu >> (length + 1));
        for (std::size_t more = 1; more < length && at + more < name.size(); ++more) {
            point = point << 6 | (static_cast<unsigned char>(name[at + more]) & 0x3Fu);
        }
        at += length;
        if (point < 0x10000) {
            add(point);
        } else {
            add(0xD7C0u + (point >> 10));
            add(0xDC00u | (point & 0x3FFu));
        }
    }
    return seed;
}

}  // namespace canvass::core
