// A ballot, as every method of counting reads it: options in groups of equal rank, best first, named by their
// index. A vote for one option is one group of one; several choices of equal worth are one group.
//
// No group with an option in it is an abstention. An empty group is a skipped rank.
// Ownership: a value type; it knows neither who cast it nor when, so no count can depend on that.
#pragma once

#include <cstdint>
#include <vector>

namespace canvass::core {

using OptionIndex = std::uint32_t;
using OptionGroup = std::vector<OptionIndex>;

struct Ballot {
    std::vector<OptionGroup> ranking;

    // The best-ranked options, without repetition and in rising order; empty when the ballot abstains.
    OptionGroup first_choices() const;

    friend bool operator==(const Ballot&, const Ballot&) = default;
};

// As many equal ballots.
struct CountedBallot {
    std::int64_t count = 1;
    Ballot ballot;
};

}  // namespace canvass::core
