#include "core/poll/ballot_columns.h"

#include <algorithm>
#include <cstring>

namespace canvass::core {
namespace {

constexpr std::size_t lanes = 16;
using Ranks = signed char __attribute__((vector_size(lanes)));
using Counts = unsigned char __attribute__((vector_size(lanes)));

constexpr signed char unranked = 127;
constexpr std::size_t stretch = 255 * lanes;  // ballots until a lane's count must be taken out

Ranks at(const std::vector<signed char>& column, std::size_t ballot) {
    Ranks ranks;
    std::memcpy(&ranks, column.data() + ballot, sizeof ranks);
    return ranks;
}

// Lanes of a comparison are −1 where it holds.
Counts ones(Ranks where) { return Counts{} - reinterpret_cast<Counts&>(where); }

std::int64_t sum(const Counts& counts) {
    std::int64_t all = 0;
    for (std::size_t lane = 0; lane < lanes; ++lane) all += counts[lane];
    return all;
}

// Calls visit(from, to) for stretches of all ballots.
template <class Visit>
void for_each_stretch(std::size_t ballots, Visit visit) {
    for (std::size_t from = 0; from < ballots; from += stretch) visit(from, std::min(from + stretch, ballots));
}

}  // namespace

void BallotColumns::reserve(std::size_t ballots) {
    for (std::vector<signed char>& column : columns_) column.reserve(ballots + lanes);
}

bool BallotColumns::add(const Ballot& ballot) {
    if (columns_.empty() || columns_.size() > most_column_options || ballot.ranking.size() > columns_.size()) return false;
    signed char ranks[most_column_options];
    std::fill_n(ranks, columns_.size(), unranked);
    signed char rank = 0;
    bool strict = true;
    for (const OptionGroup& group : ballot.ranking) {
        if (group.empty()) return false;
        for (const OptionIndex option : group) {
            if (option >= columns_.size() || ranks[option] != unranked) return false;
            ranks[option] = rank;
        }
        strict = strict && group.size() == 1;
        ++rank;
    }
    const auto row = static_cast<std::size_t>(ballots_);
    for (std::size_t option = 0; option < columns_.size(); ++option) {
        std::vector<signed char>& column = columns_[option];
        if (row == column.size()) column.resize(row + lanes, unranked);
        column[row] = ranks[option];
    }
    ++ballots_;
    strict_ = strict_ && strict;
    return true;
}

Ballot BallotColumns::ballot(std::size_t row) const {
    Ballot ballot;
    for (OptionIndex option = 0; option < columns_.size(); ++option) {
        const signed char rank = columns_[option][row];
        if (rank == unranked) continue;
        const auto place = static_cast<std::size_t>(rank);
        if (ballot.ranking.size() <= place) ballot.ranking.resize(place + 1);
        ballot.ranking[place].push_back(option);
    }
    return ballot;
}

std::vector<std::int64_t> BallotColumns::duels() const {
    const std::size_t options = columns_.size();
    std::vector<std::int64_t> duels(options * options);
    if (options == 0) return duels;
    for_each_stretch(columns_.front().size(), [&](std::size_t from, std::size_t to) {
        for (std::size_t a = 0; a < options; ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                Counts for_a{}, for_b{};
                for (std::size_t ballot = from; ballot < to; ballot += lanes) {
                    const Ranks one = at(columns_[a], ballot), other = at(columns_[b], ballot);
                    for_a += ones(one < other);
                    for_b += ones(other < one);
                }
                duels[a * options + b] += sum(for_a);
                duels[b * options + a] += sum(for_b);
            }
        }
    });
    return duels;
}

BallotColumns::Firsts BallotColumns::firsts() const {
    const std::size_t options = columns_.size();
    Firsts firsts{std::vector<std::int64_t>(options), std::vector<std::int64_t>(options)};
    if (options == 0) return firsts;
    std::vector<Counts> alone(options), each(options);
    for_each_stretch(columns_.front().size(), [&](std::size_t from, std::size_t to) {
        std::fill(alone.begin(), alone.end(), Counts{});
        std::fill(each.begin(), each.end(), Counts{});
        Counts none{}, several{};
        for (std::size_t ballot = from; ballot < to; ballot += lanes) {
            Ranks chosen{};  // how many, negative
            for (std::size_t option = 0; option < options; ++option) chosen += at(columns_[option], ballot) == 0;
            const Ranks one = chosen == -1;
            none += ones(chosen == 0);
            several += ones(chosen < -1);
            for (std::size_t option = 0; option < options; ++option) {
                const Ranks first = at(columns_[option], ballot) == 0;
                each[option] += ones(first);
                alone[option] += ones(first & one);
            }
        }
        for (std::size_t option = 0; option < options; ++option) {
            firsts.alone[option] += sum(alone[option]);
            firsts.each[option] += sum(each[option]);
        }
        firsts.none += sum(none);
        firsts.several += sum(several);
    });
    firsts.none -= static_cast<std::int64_t>(columns_.front().size()) - ballots_;
    return firsts;
}

std::vector<std::int64_t> BallotColumns::best_of(const std::vector<char>& continuing) const {
    std::vector<std::int64_t> votes(columns_.size());
    std::vector<OptionIndex> race;
    for (OptionIndex option = 0; option < columns_.size(); ++option) {
        if (continuing[option]) race.push_back(option);
    }
    if (race.empty()) return votes;
    std::vector<Counts> counts(race.size());
    for_each_stretch(columns_.front().size(), [&](std::size_t from, std::size_t to) {
        std::fill(counts.begin(), counts.end(), Counts{});
        for (std::size_t ballot = from; ballot < to; ballot += lanes) {
            Ranks best = at(columns_[race.front()], ballot);
            for (std::size_t at_race = 1; at_race < race.size(); ++at_race) {
                const Ranks rank = at(columns_[race[at_race]], ballot);
                const Ranks better = rank < best;
                best = (rank & better) | (best & ~better);
            }
            const Ranks ranked = best != unranked;
            for (std::size_t at_race = 0; at_race < race.size(); ++at_race) {
                counts[at_race] += ones((at(columns_[race[at_race]], ballot) == best) & ranked);
            }
        }
        for (std::size_t at_race = 0; at_race < race.size(); ++at_race) votes[race[at_race]] += sum(counts[at_race]);
    });
    return votes;
}

}  // namespace canvass::core
