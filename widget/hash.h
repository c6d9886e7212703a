// A fast 64-bit hash over bytes, to see whether a picture, the semantics or a text changed. Not for tables
// under attack, and never stored.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace canvass::widget {

std::uint64_t hash_bytes(const void* bytes, std::size_t count, std::uint64_t seed = 0) noexcept;

inline std::uint64_t hash_text(std::string_view text, std::uint64_t seed = 0) noexcept {
    return hash_bytes(text.data(), text.size(), seed);
}

}  // namespace canvass::widget
