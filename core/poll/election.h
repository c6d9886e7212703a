// The file that `canvass tally` counts:
//
//   {"candidates": ["Ada", "Ben"], "seats": 1, "ballots": [[3, [[0], [1]]], [1, [[1]]]],
//    "rules": {"overVote": "invalid"}, "seed": "…"}
//
// A ballot is [how many cast it, its ranking]: groups of candidate indices, best first. seats, rules and seed
// may be missing. Rules: overVote is "invalid" (default) or "every", see plurality.h.
// Errors: every fault of the file, each with its place; an unknown member or rule is a note.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/poll/plurality.h"

namespace canvass::core {

struct Election {
    std::vector<std::string> candidates;
    std::size_t seats = 1;
    std::vector<CountedBallot> ballots;
    PluralityRules rules;
    std::string seed;
    Diagnostics notes;
};

Result<Election> election_from_json(const Value& json);

// Counts by the method of that name; an unknown one is an error that names those there are.
Result<TallyResult> tally(const Election& election, std::string_view method);

}  // namespace canvass::core
