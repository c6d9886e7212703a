// Plurality: every ballot is one vote for its first choice, the option with most votes wins.
//
// Rules, said and not implied:
// - A skipped first rank is passed over; ranks below the first choice are not read.
// - No choice at all is an abstention: a ballot, but no vote.
// - Several first choices are an over-vote. By default it is invalid: it counts for nobody and is listed as
//   such. `OverVote::every` gives each of the choices a whole vote instead, which is how a question with
//   several answers is counted; votes may then outnumber the voters.
// - A choice that names no option makes its ballot invalid.
// - With several seats the options with most votes take them. Options that tie for the last seat are all
//   winners and named in `tied`. An option without a vote never wins.
//
// A tally is a sum: ballots are added, changed and withdrawn in any order, and tallies of parts merge.
// Only what was added may be withdrawn. Cost: O(choices) a ballot, O(n log n) a result, for n options.
#pragma once

#include <cstdint>
#include <vector>

#include "core/poll/ballot_columns.h"
#include "core/poll/tally.h"

namespace canvass::core {

enum class OverVote : std::uint8_t { invalid, every };

struct PluralityRules {
    OverVote over_vote = OverVote::invalid;
    friend bool operator==(const PluralityRules&, const PluralityRules&) = default;
};

class PluralityTally {
public:
    explicit PluralityTally(std::size_t options, PluralityRules rules = {});

    void add(const Ballot& ballot, std::int64_t count = 1);
    void add(const BallotColumns& ballots);
    void withdraw(const Ballot& ballot, std::int64_t count = 1) { add(ballot, -count); }
    void change(const Ballot& before, const Ballot& after, std::int64_t count = 1);
    // False, and nothing done, when the other tally has other rules or another number of options.
    bool merge(const PluralityTally& other);

    const std::vector<std::int64_t>& votes() const noexcept { return votes_; }
    std::int64_t ballots() const noexcept { return ballots_; }
    std::int64_t abstentions() const noexcept { return abstentions_; }
    std::int64_t invalid() const noexcept { return invalid_; }
    // Ballots that counted.
    std::int64_t voters() const noexcept { return ballots_ - abstentions_ - invalid_; }

    TallyResult result(std::size_t seats = 1) const;

    friend bool operator==(const PluralityTally&, const PluralityTally&) = default;

private:
    PluralityRules rules_;
    std::vector<std::int64_t> votes_;
    std::int64_t ballots_ = 0, abstentions_ = 0, invalid_ = 0;
};

}  // namespace canvass::core
