// The single transferable vote, by the weighted inclusive Gregory method in fixed point: what a winner has beyond
// the quota goes on, every ballot with a share of its value.
//
// Rules, with their defaults, which are those of the Scottish Local Government Elections Order 2007, schedule 1:
// - quota: ⌊valid ÷ (seats + 1)⌋ + 1 (Droop), or by hare ⌈valid ÷ seats⌉.
// - a ballot that is transferred is worth its value × surplus ÷ the winner's votes, cut off after `decimals` digits.
// - one surplus at a time, the largest first; only when none is left the last drops out.
// - when as many are left as seats, all of them are elected.
// - ties, of surpluses and for the last place: by the latest stage before in which they differed, then the lot.
// Ballots rank one option at a time; how others count says transfer.h.
#pragma once

#include "core/poll/irv.h"

namespace canvass::core {

struct StvRules {
    TransferRules transfer;
    int decimals = 5;  // at most 6
    bool hare = false;
    bool fractional = false;  // the quota has the decimals, too: more than valid ÷ (seats + 1) by the last of them
    TieBreak tie_break = TieBreak::lot;
};

TallyResult single_transferable_vote(const std::vector<CountedBallot>& ballots, const std::vector<std::string>& names,
                                     std::size_t seats, const StvRules& rules, std::string_view seed);

}  // namespace canvass::core
