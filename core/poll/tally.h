// What counting comes to, whatever the method: who won, in which order, round by round; and shares as exact
// fractions, written in percent. Integers decide everything; no floating point takes part.
//
// Ties are never decided by the order in which ballots or options came: tied options share a group of the
// order, all of them are named winners, and `tied` says that the method could not choose among them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/value.h"
#include "core/poll/ballot.h"

namespace canvass::core {

// More votes than this are refused when read, so that every count is exact in JSON and no sum overflows.
inline constexpr std::int64_t most_votes = std::int64_t{1} << 53;

struct TallyRound {
    std::vector<std::int64_t> votes;  // by option
    OptionGroup elected{};
    OptionGroup eliminated{};
    std::vector<char> out{};                  // by option: it has no part in the round; empty: all have
    std::optional<std::int64_t> threshold{};  // what elects
    std::optional<std::int64_t> inactive{};   // votes that count for nobody any more
};

// What decided between options that were equal.
struct Decision {
    enum class Why : std::uint8_t { duels, top_scores, sum, earlier_round, candidate_order, lot };
    Why why = Why::lot;
    OptionIndex option = 0;  // who goes on, or who goes out
    OptionGroup tied{};      // among whom
    std::size_t round = 0;   // of `rounds`
};

struct TallyResult {
    std::string method;
    OptionGroup winners;             // more than the seats when `tied` is not empty, fewer when votes are missing
    OptionGroup tied;                // those who tie for the last seat
    std::vector<OptionGroup> order;  // best first
    std::vector<TallyRound> rounds;
    bool decided_by_lot = false;
    std::vector<Decision> decisions;
    std::vector<std::int64_t> duels;  // options × options, row by row: who prefers the first; empty: not asked
    int decimals = 0;                 // votes and thresholds are counted in parts of 10^decimals
    Value measures;                   // an object whose members are told as well: numbers.h
    std::vector<std::string> points;  // by option, exact, where votes are not counts; empty: they are

    std::int64_t ballots = 0;      // all, including those below
    std::int64_t abstentions = 0;  // nothing chosen
    std::int64_t invalid = 0;      // cast, but not countable by the rules
    std::int64_t voters = 0;       // ballots that count
};

// Seats by an order: options that tie for the last seat are all winners and named in `tied`.
TallyResult result_of_order(std::string method, std::vector<OptionGroup> order, std::size_t seats);

// Groups of equal votes, most votes first; inside a group by index.
std::vector<OptionGroup> order_by_votes(const std::vector<std::int64_t>& votes);

// Shares of their sum in tenths of a percent, by largest remainder: they add up to 1000, unless all counts are
// 0. Equal remainders are served in the order of the options. Counts are not negative, their sum is at most
// most_votes. Source of the method: Hamilton 1792 (Hare–Niemeyer).
std::vector<std::int64_t> shares_of_sum(const std::vector<std::int64_t>& counts);

// count / whole in tenths of a percent, half rounded up; 0 of 0 is 0. Each share for itself: for options that
// one voter may combine, whose shares of the voters need not add up to anything.
std::int64_t share_of(std::int64_t count, std::int64_t whole);

// 333 → "33.3"
std::string percent_text(std::int64_t tenths);

// {method, winners, tied, order, rounds: [{tally, threshold, elected, eliminated, inactive}], decidedByLot,
// decisions: [{because, option, tied, round}], duels: {a: {b: ballots}}, points, ballots, abstentions, invalid, voters,
// votes, percentages, percentagesOfVoters}: options by name, votes as exact
// decimal text, percentages of the last round's votes (they add up to 100.0) and of the voters.
Value to_json(const TallyResult& result, const std::vector<std::string>& names);

}  // namespace canvass::core
