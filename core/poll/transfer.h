// How a ranked ballot goes from rank to rank as options drop out. What instant runoff and STV share.
//
// Rules, said and not implied, with their defaults:
// - over_vote, a rank with several options: skip (default) passes over it, exhaust ends the ballot there, continuing
//   ends it only where more than one of them is still in the race and counts for the one that is.
// - most_skipped, so many empty ranks in a row are passed over and one more ends the ballot; none (default): all are.
// - exhaust_on_duplicate: an option that is ranked again ends the ballot; otherwise the second time is passed over.
// A marked over-vote, which names no option, is the index `over_vote_mark`.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/poll/ballot.h"

namespace canvass::core {

inline constexpr OptionIndex over_vote_mark = UINT32_MAX;

struct TransferRules {
    enum class OverVote : std::uint8_t { skip, exhaust, continuing } over_vote = OverVote::skip;
    std::optional<std::size_t> most_skipped;
    bool exhaust_on_duplicate = false;
};

// The option that the ballot counts for while those with continuing[option] are in the race; nothing: it is
// exhausted.
std::optional<OptionIndex> choice_among(const Ballot& ballot, const std::vector<char>& continuing,
                                        const TransferRules& rules);

}  // namespace canvass::core
