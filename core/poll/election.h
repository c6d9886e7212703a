// The file that `canvass tally` counts:
//
//   {"candidates": ["Ada", "Ben"], "seats": 1, "ballots": [[3, [[0], [1]]], [1, [[1]]]],
//    "rules": {"overVote": "invalid"}, "seed": "…"}
//
// A ballot is [how many cast it, its ranking]: groups of candidate indices, best first; an empty group is a skipped
// rank, the index −1 alone an over-vote that names nobody. Or [count, {index: score}], or [count, [score, …]] where
// the rules name a maxScore. Or [count, number] where
// numbers are counted (numbers.h); then there need be no candidates. seats, rules and seed may be missing.
//
// Rules, each with its default first:
//   overVote         invalid | every                                  plurality, see plurality.h
//   overvote         alwaysSkipToNextRank | exhaustImmediately | exhaustIfMultipleContinuing    irv and stv: transfer.h
//   unranked         last | ignored                                   see pairwise.h
//   maxScore         5                                                score and star
//   maxSkippedRanks  unlimited | a number        exhaustOnDuplicate  false | true
//   batchElimination, continueUntilTwo, firstRoundDeterminesThreshold: false | true
//   excluded         [] | [index or name, …]    undeclaredWriteIns  null | index or name                irv
//   stopAfterRound, bottomsUpPercent: null | a number
//   tiebreak         earlierRounds, then the lot | random: the lot | useCandidateOrder
//   tiebreakOrder    [index or name, …]: the last of them drops out first
//   decimals         5          hareQuota, fractionalThreshold  false | true    stv
// method, sha256 and result of a published poll (publication.h) are not read here.
// Errors: every fault of the file, each with its place; an unknown member or rule is a note.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/poll/pairwise.h"
#include "core/poll/plurality.h"
#include "core/poll/rated.h"
#include "core/poll/stv.h"

namespace canvass::core {

struct ElectionRules {
    PluralityRules plurality;
    Unranked unranked = Unranked::last;
    std::int32_t max_score = 5;
    RunoffRules runoff;
    StvRules stv;
};

struct Election {
    std::vector<std::string> candidates;
    std::size_t seats = 1;
    std::vector<CountedBallot> ballots;
    std::vector<ScoreBallot> scores;  // instead of rankings
    std::vector<std::pair<std::int64_t, double>> numbers;  // how many gave it
    ElectionRules rules;
    std::string seed;
    Diagnostics notes;
};

Result<Election> election_from_json(const Value& json);

}  // namespace canvass::core
