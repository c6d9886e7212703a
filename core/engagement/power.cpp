#include "core/engagement/power.h"

#include <array>
#include <bit>

#include "core/base/int128.h"

namespace canvass::core {
namespace {

constexpr std::uint64_t one = std::uint64_t{1} << 62;
constexpr int bits = 7, steps = 3;
constexpr std::size_t entries = std::size_t{1} << bits;

constexpr std::uint64_t square_root(UInt128 number) {
    std::uint64_t root = 0;
    for (std::uint64_t bit = std::uint64_t{1} << 63; bit != 0; bit >>= 1) {
        const std::uint64_t next = root | bit;
        if (static_cast<UInt128>(next) * next <= number) root = next;
    }
    return root;
}

constexpr std::uint64_t product_q62(std::uint64_t a, std::uint64_t b) {
    return static_cast<std::uint64_t>((static_cast<UInt128>(a) * b + (one >> 1)) >> 62);
}

using Tables = std::array<std::array<std::uint64_t, entries>, steps>;

// tables[s][k] is 2^(k / 2^(7 (s + 1))).
constexpr Tables made_tables() {
    std::array<std::uint64_t, bits * steps> roots{};  // 2^(1/2), 2^(1/4), …
    std::uint64_t root = 2 * one;
    for (std::uint64_t& next : roots) next = root = square_root(static_cast<UInt128>(root) << 62);
    Tables tables{};
    for (std::size_t step = 0; step < steps; ++step)
        for (std::size_t entry = 0; entry < entries; ++entry) {
            std::uint64_t power = one;
            for (std::size_t bit = 0; bit < bits; ++bit)
                if (entry >> (bits - 1 - bit) & 1) power = product_q62(power, roots[step * bits + bit]);
            tables[step][entry] = power;
        }
    return tables;
}
constexpr Tables tables = made_tables();

constexpr std::uint64_t high_product(std::uint64_t a, std::uint64_t b) {
    return static_cast<std::uint64_t>(static_cast<UInt128>(a) * b >> 64);
}

}  // namespace

std::uint64_t exp2_q62(std::uint64_t fraction) noexcept {
    constexpr std::uint64_t ln2_q64 = 0xB17217F7D1CF79ACu;
    std::uint64_t power = tables[0][fraction >> 57];
    power = product_q62(power, tables[1][fraction >> 50 & (entries - 1)]);
    power = product_q62(power, tables[2][fraction >> 43 & (entries - 1)]);
    // What is left is below 2^-21, and the third term of the series below 2^-66.
    const std::uint64_t rest = high_product(fraction & ((std::uint64_t{1} << 43) - 1), ln2_q64);
    return power + high_product(power, rest + high_product(rest, rest) / 2);
}

std::int64_t log2_q32(std::uint64_t number) noexcept {
    const int whole = static_cast<int>(std::bit_width(number)) - 1;
    std::uint64_t mantissa = number << (63 - whole);  // Q63, from 1 to below 2
    std::int64_t fraction = 0;
    for (int bit = 0; bit < 32; ++bit) {
        const UInt128 square = static_cast<UInt128>(mantissa) * mantissa;  // Q126
        const bool above = static_cast<bool>(square >> 127);
        mantissa = static_cast<std::uint64_t>(square >> (above ? 64 : 63));
        fraction = fraction << 1 | static_cast<std::int64_t>(above);
    }
    return (static_cast<std::int64_t>(whole) << 32) + fraction;
}

}  // namespace canvass::core
