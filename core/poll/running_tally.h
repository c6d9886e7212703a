// The count of a poll by any method while ballots come, change and go: what methods.h counts at once, kept up.
//
// Most methods keep sums, so that a ballot costs O(options²) at most and no ballot is kept. Instant runoff, STV and
// Meek must see every ballot again: they keep distinct ballots with their number, ordered by content.
// A result is the same whatever the order in which ballots came, and parts merge. Only what was added may be
// withdrawn.
// Ownership: a value type. Cost of a result: that of the method (condorcet.h, irv.h, stv.h).
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "core/poll/election.h"
#include "core/poll/numbers.h"
#include "core/poll/positional.h"

namespace canvass::core {

// What is the same for every ballot of a poll.
struct PollRules {
    std::string method;  // known to is_method() in methods.h
    std::vector<std::string> names;
    std::size_t seats = 1;
    ElectionRules rules{};
    std::string seed{};
};

// Borda or Dowdall.
struct PositionalTally {
    Points points;
    std::int64_t ballots = 0, abstentions = 0;
};

struct CondorcetTally {
    Pairwise duels;
    std::int64_t abstentions = 0;
};

struct BallotBox {
    std::map<std::vector<OptionGroup>, std::int64_t> ballots;
};

class RunningTally {
public:
    explicit RunningTally(PollRules rules);

    // Each is passed over by a method that counts other ballots.
    void add(const Ballot& ballot, std::int64_t count = 1);
    void add(const BallotColumns& ballots);
    void add(const ScoreBallot& ballot);
    void add(double number, std::int64_t count = 1);
    void withdraw(const Ballot& ballot, std::int64_t count = 1) { add(ballot, -count); }
    void withdraw(const ScoreBallot& ballot) { add(ScoreBallot{-ballot.count, ballot.scores}); }
    void withdraw(double number, std::int64_t count = 1) { add(number, -count); }
    // False, and nothing done, for the tally of another method or of other options.
    bool merge(const RunningTally& other);

    TallyResult result() const;
    const PollRules& rules() const noexcept { return rules_; }

private:
    PollRules rules_;
    std::variant<PluralityTally, ApprovalTally, ScoreTally, NumberTally, PositionalTally, CondorcetTally, BallotBox> count_;
};

}  // namespace canvass::core
