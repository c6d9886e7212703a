// Scores that fade by half in every half-life, kept without ever being recomputed: an event's worth is written
// as of a landmark in the past, where it grows instead of fading, and every reading divides by the same growth.
//
//   score(t) = Σ w · 2^((at − t) / H) = 2^(−t / H) · Σ w · 2^(at / H)
//
// Time is in ms since 1970, which is the landmark. With e = ⌊at / H⌋ an event counts as the whole number
// q = round(w · 2^(at/H − e) · 2^20), and a Sum is Σ q · 2^e, exactly: adding is commutative and taking away
// restores, so order of arrival, sharding and undoing leave no trace in a single bit.
// Points are read in millionths, rounded to the nearest. All arithmetic is on whole numbers.
// Source of the formula: Cormode, Shkapenyuk, Srivastava, Xu, "Forward Decay", ICDE 2009.
#pragma once

#include <cstdint>
#include <span>

#include "core/base/int128.h"

namespace canvass::core {

inline constexpr std::int64_t ms_per_day = 86'400'000;
inline constexpr std::int64_t earliest_time = 0;
inline constexpr std::int64_t latest_time = 47'482 * ms_per_day;  // the year 2100
inline constexpr std::int64_t micro = 1'000'000;                  // millionths of a point in one

// What levels and conditions go by: every contribution is rounded, and four single points are to be 4.
inline std::int64_t in_thousandths(std::int64_t millionths) noexcept { return (millionths + 500) / 1000; }

// From 1 day to 3,650.
struct HalfLife {
    std::int64_t ms;
    UInt128 inverse;  // 2^96 / ms

    explicit HalfLife(std::int64_t ms_) noexcept : ms(ms_), inverse((UInt128{1} << 96) / static_cast<UInt128>(ms_)) {}
};

// How many half-lives since the landmark.
struct Position {
    std::uint32_t exponent;
    std::uint64_t fraction_q64;
};
Position position_of(std::int64_t time, const HalfLife& half_life) noexcept;

struct Contribution {
    std::uint64_t amount;    // q, below 2^39
    std::uint32_t exponent;  // e, below 2^16
};
// `weight_q20`: in points of 2^-20, below 2^38.
Contribution contribution(std::uint64_t weight_q20, std::int64_t at, const HalfLife& half_life) noexcept;

// The part of a Sum whose exponents lie from 32 · group on; room for 2^26 of the heaviest contributions.
struct Cell {
    std::uint64_t low = 0;
    std::uint32_t high = 0;
    std::uint16_t group = 0;
    std::uint16_t type = 0;  // of activity, where cells of several lie together

    UInt128 amount() const noexcept { return static_cast<UInt128>(high) << 64 | low; }
    bool empty() const noexcept { return low == 0 && high == 0; }
    void set(UInt128 amount) noexcept {
        low = static_cast<std::uint64_t>(amount);
        high = static_cast<std::uint32_t>(amount >> 64);
    }
};
inline std::uint16_t group_of(const Contribution& part) noexcept { return static_cast<std::uint16_t>(part.exponent >> 5); }
inline UInt128 amount_in_group(const Contribution& part) noexcept {
    return static_cast<UInt128>(part.amount) << (part.exponent & 31);
}

// mantissa · 2^exponent as of the landmark; the mantissa's highest bit is set, or all is 0. Sizes of one
// half-life keep their order as time passes, so they rank members once and for all.
struct Size {
    std::uint64_t mantissa = 0;
    std::int32_t exponent = 0;

    friend bool operator==(const Size&, const Size&) = default;
    friend bool operator<(const Size& a, const Size& b) noexcept {
        if (a.mantissa == 0 || b.mantissa == 0) return b.mantissa != 0;
        return a.exponent != b.exponent ? a.exponent < b.exponent : a.mantissa < b.mantissa;
    }
};

// Adds up cells of any groups in any order and number.
class Sizing {
public:
    void add(const Cell& cell) noexcept;
    Size size() const noexcept;

private:
    UInt128 sums_[4] = {};  // of the newest group and the three before it; what is older is worth nothing beside them
    int newest_ = -1;
};

// In millionths of a point at `time`, rounded; at most 2^53, so that sums of all types do not overflow.
std::int64_t worth(const Size& size, std::int64_t time, const HalfLife& half_life) noexcept;

// When what is worth `now` at `time`, with nothing added, comes down to `threshold`: time + H · log2(now ÷ threshold).
// `time` itself when it is there already. Both are above 0.
std::int64_t time_of_crossing(std::int64_t now, std::int64_t threshold, std::int64_t time, const HalfLife& half_life) noexcept;

}  // namespace canvass::core
