// The single transferable vote by Meek's method: those elected keep just so much of every ballot that they are left
// with the quota, and the quota falls as ballots run out. No order of transfers, so none that matters.
//
// Nine decimals; what an option keeps is rounded up, the quota cut off and raised by the last decimal. A round of
// shares ends when the surplus of all who are elected is below 0.000001, or no longer falls. The last then drops
// out; who is within that surplus of the last ties with it, and earlier rounds, then the lot, decide.
// Source: Hill, Wichmann and Woodall 1987; the Proportional Representation Foundation's reference rule.
#pragma once

#include "core/poll/stv.h"

namespace canvass::core {

inline constexpr int meek_decimals = 9;
inline constexpr std::int64_t most_meek_votes = 1'000'000'000;

TallyResult meek(const std::vector<CountedBallot>& ballots, const std::vector<std::string>& names, std::size_t seats,
                 const TransferRules& transfer, std::string_view seed);

}  // namespace canvass::core
