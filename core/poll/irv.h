// Instant runoff: who is ahead with a majority of the votes that still count wins; until then the last drops out
// and the ballots for it go on to their next choice.
//
// Rules, with their defaults:
// - threshold: more than half of the votes that count in the round, or by first_round_threshold in the first.
// - until_two: count on until two are left, whoever has won by then.
// - batch: all that cannot catch up any more, even with every vote behind them, drop out at once.
// - stop_after: so many rounds and no more; 0: as many as it takes.
// - lowest_share: nobody wins by a majority; who has less than so many percent drops out, last first, and those that
//   are left are all elected. 0: off.
// - excluded options are in no round: their ballots go on at once.
// - write_ins, an option that gathers undeclared names, drops out first and cannot win.
// - ties for the last place: by the round before in which they differed (earlier_rounds, default), then by the order
//   of the options (candidate_order) or the lot (default).
// - of the last two, who is ahead wins even without the threshold. A ballot that is exhausted stays so.
// Transfers: transfer.h. Cost: O(distinct ballots × rounds).
// Source: the procedures of RCTab, probed by its published counts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/poll/ballot_columns.h"
#include "core/poll/tally.h"
#include "core/poll/transfer.h"

namespace canvass::core {

enum class TieBreak : std::uint8_t { lot, candidate_order };

struct RunoffRules {
    TransferRules transfer;
    bool until_two = false, batch = false, first_round_threshold = false;
    bool earlier_rounds = true;
    std::size_t stop_after = 0;
    int lowest_share = 0;  // percent
    TieBreak tie_break = TieBreak::lot;
    OptionGroup excluded{};
    std::optional<OptionIndex> write_ins{};
    std::vector<OptionIndex> tie_order;  // of candidate_order, first out last; empty: as the options stand
};

TallyResult instant_runoff(const std::vector<CountedBallot>& ballots, const std::vector<std::string>& names,
                           const RunoffRules& rules, std::string_view seed);
// Besides these also strict ballots in columns: O(options) bytes a ballot and round.
TallyResult instant_runoff(const std::vector<CountedBallot>& ballots, const BallotColumns& columns,
                           const std::vector<std::string>& names, const RunoffRules& rules, std::string_view seed);

// Of options that tie for the last place in the last of `rounds`, the one to drop out; tells the result why.
OptionIndex last_of(OptionGroup tied, const std::vector<TallyRound>& rounds, bool earlier_rounds, TieBreak tie_break,
                    const std::vector<OptionIndex>& tie_order, const std::vector<std::string>& names,
                    std::string_view seed, TallyResult& result);

}  // namespace canvass::core
