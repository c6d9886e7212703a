// Every method by its name, for the command line, the collector and whoever checks a published poll. A page does
// not count, so it does not include this.
//
//   plurality approval score star date number nps csat ces borda dowdall irv stv meek copeland minimax_winning minimax_margin minimax_opposition
//   ranked_pairs_winning ranked_pairs_margin schulze_winning schulze_margin schulze_ratio
//
// "schulze", "ranked_pairs" and "minimax" are those of winning votes, "fptp" is plurality; "-" may stand for "_".
#pragma once

#include "core/poll/running_tally.h"

namespace canvass::core {

// What a method counts.
enum class BallotForm : std::uint8_t { ranking, scores, numbers };

// The name of today for any name above; empty when there is no such method.
std::string method_named(std::string_view name);
BallotForm form_of(std::string_view method) noexcept;

// Counts by the method of that name; an unknown one is an error that names those there are.
Result<TallyResult> tally(const Election& election, std::string_view method);

// Instant runoff, STV and Meek.
TallyResult count_transfers(const std::vector<CountedBallot>& ballots, const PollRules& rules);

}  // namespace canvass::core
