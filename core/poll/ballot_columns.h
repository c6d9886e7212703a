// Ballots by the million, in a byte each option: for every option a column with its rank on each ballot. Sums over
// such columns are taken sixteen ballots at a time, and read no more memory than there is.
//
// What does not fit is refused: a skipped rank, an option that is ranked twice or that is none, more than
// most_column_options.
// Ownership: a value type. Cost: `options` bytes a ballot.
#pragma once

#include <cstdint>
#include <vector>

#include "core/poll/ballot.h"

namespace canvass::core {

inline constexpr std::size_t most_column_options = 126;

class BallotColumns {
public:
    explicit BallotColumns(std::size_t options) : columns_(options) {}

    // False, and nothing done, for a ballot that does not fit.
    bool add(const Ballot& ballot);
    void reserve(std::size_t ballots);

    std::size_t options() const noexcept { return columns_.size(); }
    std::int64_t ballots() const noexcept { return ballots_; }
    // No two options share a rank on any ballot.
    bool strict() const noexcept { return strict_; }
    Ballot ballot(std::size_t at) const;

    // How many ballots prefer one option to another: options × options, row by row. An option that is not ranked
    // shares the last rank.
    std::vector<std::int64_t> duels() const;
    // How many ballots have only this option first, by option; and how many have several, or none.
    struct Firsts {
        std::vector<std::int64_t> alone, each;  // each: alone or among several
        std::int64_t several = 0, none = 0;
    };
    Firsts firsts() const;
    // How many ballots rank each option best of those that go on. The ballots are strict.
    std::vector<std::int64_t> best_of(const std::vector<char>& continuing) const;

private:
    std::vector<std::vector<signed char>> columns_;  // filled up with unranked ballots to whole lanes
    std::int64_t ballots_ = 0;
    bool strict_ = true;
};

}  // namespace canvass::core
