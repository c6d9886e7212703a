// The duels of a poll: how many ballots rank one option above another. All that the Condorcet methods read.
//
// Rules, said and not implied: an option that a ballot does not rank shares its last rank, or by
// Unranked::ignored takes part in none of its duels. Equal rank is no preference. An option that is ranked twice
// counts where it stands first. What is no option is passed over.
//
// A sum: ballots are added and withdrawn in any order, and matrices merge. Cost: O(options²) a ballot.
#pragma once

#include <cstdint>
#include <vector>

#include "core/poll/ballot_columns.h"

namespace canvass::core {

enum class Unranked : std::uint8_t { last, ignored };

class Pairwise {
public:
    explicit Pairwise(std::size_t options, Unranked unranked = Unranked::last);

    void add(const Ballot& ballot, std::int64_t count = 1);
    void add(const BallotColumns& ballots);
    void withdraw(const Ballot& ballot, std::int64_t count = 1) { add(ballot, -count); }
    // False, and nothing done, when the other has another rule or another number of options.
    bool merge(const Pairwise& other);

    std::size_t options() const noexcept { return options_; }
    std::int64_t ballots() const noexcept { return ballots_; }
    // Ballots that prefer a to b.
    std::int64_t preferring(OptionIndex a, OptionIndex b) const { return duels_[a * options_ + b]; }
    std::int64_t margin(OptionIndex a, OptionIndex b) const { return preferring(a, b) - preferring(b, a); }

    friend bool operator==(const Pairwise&, const Pairwise&) = default;

private:
    std::size_t options_;
    Unranked unranked_;
    std::vector<std::int64_t> duels_;
    std::int64_t ballots_ = 0;
};

}  // namespace canvass::core
