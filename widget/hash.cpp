#include "widget/hash.h"

#include <cstring>

namespace canvass::widget {

namespace {

constexpr std::uint64_t odd = 0x9E3779B97F4A7C15u;

std::uint64_t mix(std::uint64_t hash, std::uint64_t word) noexcept {
    hash = (hash ^ word) * odd;
    return hash ^ (hash >> 29);
}

}  // namespace

std::uint64_t hash_bytes(const void* bytes, std::size_t count, std::uint64_t seed) noexcept {
    const char* at = static_cast<const char*>(bytes);
    std::uint64_t hash = mix(seed, count);
    for (; count >= 8; at += 8, count -= 8) {
        std::uint64_t word;
        std::memcpy(&word, at, 8);
        hash = mix(hash, word);
    }
    if (count > 0) {
        std::uint64_t rest = 0;
        std::memcpy(&rest, at, count);
        hash = mix(hash, rest);
    }
    return hash;
}

}  // namespace canvass::widget
