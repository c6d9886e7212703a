#include "core/engagement/decay.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "core/engagement/power.h"

using namespace canvass::core;

namespace {

Size size_of(std::uint64_t weight_q20, std::int64_t at, const HalfLife& half_life) {
    const Contribution part = contribution(weight_q20, at, half_life);
    Cell cell{0, 0, group_of(part)};
    cell.set(amount_in_group(part));
    Sizing sizing;
    sizing.add(cell);
    return sizing.size();
}

}  // namespace

TEST_CASE("powers of two are right to the seventeenth digit", "[engagement]") {
    for (std::uint64_t i = 0; i < 4096; ++i) {
        const std::uint64_t fraction = i * 0x9E3779B97F4A7C15u;
        const long double exact = std::exp2(static_cast<long double>(fraction) / 18446744073709551616.0L);
        const long double got = static_cast<long double>(exp2_q62(fraction)) / 4611686018427387904.0L;
        REQUIRE(std::fabs(got / exact - 1) < 7e-18L);
    }
    CHECK(exp2_q62(0) == std::uint64_t{1} << 62);
}

TEST_CASE("logarithms are exact for powers of two and rounded down between", "[engagement]") {
    for (int bit = 0; bit < 64; ++bit) CHECK(log2_q32(std::uint64_t{1} << bit) == static_cast<std::int64_t>(bit) << 32);
    for (std::uint64_t number : {3u, 5u, 1'000'003u, 4'000'000'007u}) {
        const long double exact = std::log2(static_cast<long double>(number)) * 4294967296.0L;
        CHECK(std::fabs(static_cast<long double>(log2_q32(number)) - exact) <= 2);
    }
}

TEST_CASE("what was worth a point is worth a half after a half-life and a quarter after two", "[engagement]") {
    for (const std::int64_t days : {1, 7, 30, 3650}) {
        const HalfLife half_life(days * ms_per_day);
        const std::int64_t at = 1'790'000'000'123;
        const Size size = size_of(1u << 20, at, half_life);
        CHECK(std::abs(worth(size, at, half_life) - 1'000'000) <= 1);
        CHECK(std::abs(worth(size, at + half_life.ms, half_life) - 500'000) <= 1);
        CHECK(std::abs(worth(size, at + 2 * half_life.ms, half_life) - 250'000) <= 1);
        CHECK(worth(size, at + 60 * half_life.ms, half_life) == 0);
    }
}

TEST_CASE("a score between half-lives follows the formula to the millionth", "[engagement]") {
    const HalfLife half_life(30 * ms_per_day);
    const std::int64_t at = 1'780'000'000'000;
    const Size size = size_of(25u << 20, at, half_life);
    for (std::int64_t hours = 0; hours < 2000; hours += 37) {
        const double exact = 25e6 * std::exp2(-static_cast<double>(hours) / (30 * 24.0));
        CHECK(std::abs(static_cast<double>(worth(size, at + hours * 3'600'000, half_life)) - exact) <= 13);
    }
}

TEST_CASE("a score crosses a threshold when the closed form says", "[engagement]") {
    const HalfLife half_life(30 * ms_per_day);
    const std::int64_t at = 1'780'000'000'000;
    const Size size = size_of(25u << 20, at, half_life);
    const std::int64_t crossing = time_of_crossing(worth(size, at, half_life), 4 * micro, at, half_life);
    CHECK(worth(size, crossing - 60'000, half_life) > 4 * micro);
    CHECK(worth(size, crossing + 60'000, half_life) < 4 * micro);
    CHECK(time_of_crossing(3 * micro, 4 * micro, at, half_life) == at);
}

TEST_CASE("cells add up whatever their order and however far apart they are", "[engagement]") {
    const HalfLife half_life(ms_per_day);
    Sizing forward, backward;
    std::vector<Cell> cells;
    for (int days = 0; days < 40'000; days += 500) {
        const Contribution part = contribution(1u << 20, days * ms_per_day, half_life);
        cells.push_back({0, 0, group_of(part)});
        cells.back().set(amount_in_group(part));
    }
    for (const Cell& cell : cells) forward.add(cell);
    for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell) backward.add(*cell);
    CHECK(forward.size() == backward.size());
    CHECK(worth(forward.size(), 39'500 * ms_per_day, half_life) == 1'000'000);
}

TEST_CASE("sizes rank as scores do at any later time", "[engagement]") {
    const HalfLife half_life(30 * ms_per_day);
    const std::int64_t at = 1'780'000'000'000;
    const Size old_and_great = size_of(100u << 20, at - 90 * ms_per_day, half_life), new_and_small = size_of(12u << 20, at, half_life);
    CHECK(new_and_small < old_and_great);
    CHECK(worth(new_and_small, at, half_life) < worth(old_and_great, at, half_life));
    CHECK(Size{} < new_and_small);
    CHECK_FALSE(Size{} < Size{});
}
