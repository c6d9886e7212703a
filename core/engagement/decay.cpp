#include "core/engagement/decay.h"

#include <algorithm>
#include <bit>

#include "core/engagement/power.h"

namespace canvass::core {
namespace {

constexpr int decimals = 16;  // more bits than a cell has, kept while sizes are added up

}  // namespace

Position position_of(std::int64_t time, const HalfLife& half_life) noexcept {
    const std::int64_t whole = time / half_life.ms;
    const auto rest = static_cast<UInt128>(time % half_life.ms);
    return {static_cast<std::uint32_t>(whole), static_cast<std::uint64_t>(rest * half_life.inverse >> 32)};
}

Contribution contribution(std::uint64_t weight_q20, std::int64_t at, const HalfLife& half_life) noexcept {
    const Position position = position_of(at, half_life);
    const UInt128 grown = static_cast<UInt128>(weight_q20) * exp2_q62(position.fraction_q64);
    return {static_cast<std::uint64_t>((grown + (UInt128{1} << 61)) >> 62), position.exponent};
}

void Sizing::add(const Cell& cell) noexcept {
    if (cell.empty()) return;
    if (cell.group > newest_) {
        const int distance = newest_ < 0 ? 4 : std::min(4, cell.group - newest_);
        for (int i = 3; i >= 0; --i) sums_[i] = i >= distance ? sums_[i - distance] : 0;
        newest_ = cell.group;
    }
    const int age = newest_ - cell.group;
    if (age < 4) sums_[age] += cell.amount();
}

Size Sizing::size() const noexcept {
    UInt128 sum = 0;
    for (int i = 3; i >= 0; --i) sum = (sum >> 32) + (sums_[i] << decimals);
    if (sum == 0) return {};
    const auto high = static_cast<std::uint64_t>(sum >> 64), low = static_cast<std::uint64_t>(sum);
    const int width = high != 0 ? 64 + static_cast<int>(std::bit_width(high)) : static_cast<int>(std::bit_width(low));
    const UInt128 mantissa = width > 64 ? sum >> (width - 64) : sum << (64 - width);
    return {static_cast<std::uint64_t>(mantissa), 32 * newest_ - 20 - decimals + width - 64};
}

std::int64_t worth(const Size& size, std::int64_t time, const HalfLife& half_life) noexcept {
    constexpr std::int64_t most = std::int64_t{1} << 53;
    if (size.mantissa == 0) return 0;
    const Position now = position_of(time, half_life);
    // 2^(−time / H) is 2^(1 − fraction) · 2^(−exponent − 1).
    const bool whole = now.fraction_q64 == 0;
    const std::uint64_t growth = exp2_q62(0 - now.fraction_q64);
    const auto exponent = static_cast<std::int32_t>(now.exponent) + (whole ? 0 : 1);
    const UInt128 points = (static_cast<UInt128>(size.mantissa) * growth >> 64) * static_cast<UInt128>(micro);
    const std::int32_t shift = size.exponent - exponent + 2;  // 64 bits were dropped, 62 were decimals
    if (shift <= -126) return 0;
    if (shift < 0) {
        const UInt128 rounded = (points + (UInt128{1} << (-shift - 1))) >> -shift;
        return rounded > static_cast<UInt128>(most) ? most : static_cast<std::int64_t>(rounded);
    }
    return shift > 52 || points > static_cast<UInt128>(most) >> shift ? most : static_cast<std::int64_t>(points << shift);
}

std::int64_t time_of_crossing(std::int64_t now, std::int64_t threshold, std::int64_t time,
                              const HalfLife& half_life) noexcept {
    if (now <= threshold) return time;
    const Int128 halves = log2_q32(static_cast<std::uint64_t>(now)) - log2_q32(static_cast<std::uint64_t>(threshold));
    return time + static_cast<std::int64_t>(halves * half_life.ms >> 32);
}

}  // namespace canvass::core
