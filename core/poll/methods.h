// Every method by its name, for the command line, the collector and whoever checks a published poll. A page does
// not count, so it does not include this.
//
//   plurality approval score star date number nps csat ces borda dowdall irv stv meek copeland minimax_winning minimax_margin minimax_opposition
//   ranked_pairs_winning ranked_pairs_margin schulze_winning schulze_margin schulze_ratio
//
// "schulze" and "ranked_pairs" are those of winning votes, "fptp" is plurality; "-" may stand for "_".
#pragma once

#include "core/poll/election.h"

namespace canvass::core {

// Counts by the method of that name; an unknown one is an error that names those there are.
Result<TallyResult> tally(const Election& election, std::string_view method);

}  // namespace canvass::core
