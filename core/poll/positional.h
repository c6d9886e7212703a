// Methods in which a rank is worth points.
//
// - Borda: of n options the first is worth n − 1 points, the last none. Options of equal rank share the points of
//   the places they take; those that a ballot does not rank share the last places, or by Unranked::ignored get
//   nothing, and then the first is worth n points. Points are doubled here, so that halves stay whole.
// - Dowdall: the first place is worth 1, the second 1/2, the third 1/3 … Points are counted in parts of
//   the square of the least common multiple of 1 … n, so that shared ones are whole; that bounds n to
//   most_dowdall_options, and the votes to 2⁴⁴.
// Source of the methods: Borda 1781; Nauru, Electoral Act 1971.
#pragma once

#include <string>

#include "core/base/int128.h"
#include "core/poll/pairwise.h"

namespace canvass::core {

inline constexpr std::size_t most_dowdall_options = 30;

// As a fraction of `unit`.
struct Points {
    std::vector<Int128> points;
    Int128 unit = 1;
};

void add_borda(Points& points, const Ballot& ballot, std::int64_t count, Unranked unranked);
void add_dowdall(Points& points, const Ballot& ballot, std::int64_t count, Unranked unranked);
Points borda_points(std::size_t options);
Points dowdall_points(std::size_t options);  // of at most most_dowdall_options

std::vector<OptionGroup> order_by_points(const Points& points);
// With as many decimals as are not zero, at most nine; the rest is cut off.
std::string decimal_text(Int128 over, Int128 under);

}  // namespace canvass::core
