// Powers and logarithms to the base 2 in fixed point, by whole numbers only: the same bits on every machine,
// with every compiler and in WebAssembly, which no math library promises.
//
// A number in Qn is a whole number that counts parts of 2^-n.
// Source of the method: a table for each seven bits of the fraction, made from repeated square roots of 2, and
// the first terms of the exponential series for the rest; the logarithm bit by bit, by squaring.
#pragma once

#include <cstdint>

namespace canvass::core {

// 2^f for the fraction f in Q64 (0 ≤ f < 1), in Q62: from 2^62 to just below 2^63. Off by less than 2^-57 of it.
std::uint64_t exp2_q62(std::uint64_t fraction_q64) noexcept;

// log2(number) in Q32, rounded down; `number` is not 0.
std::int64_t log2_q32(std::uint64_t number) noexcept;

}  // namespace canvass::core
