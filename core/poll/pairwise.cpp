#include "core/poll/pairwise.h"

namespace canvass::core {

Pairwise::Pairwise(std::size_t options, Unranked unranked)
    : options_(options), unranked_(unranked), duels_(options * options) {}

void Pairwise::add(const Ballot& ballot, std::int64_t count) {
    ballots_ += count;
    constexpr std::uint32_t none = UINT32_MAX;
    std::vector<std::uint32_t> rank(options_, none);
    std::uint32_t at = 0;
    for (const OptionGroup& group : ballot.ranking) {
        for (const OptionIndex option : group) {
            if (option < options_ && rank[option] == none) rank[option] = at;
        }
        ++at;
    }
    for (std::size_t a = 0; a < options_; ++a) {
        if (rank[a] == none) continue;
        for (std::size_t b = 0; b < options_; ++b) {
            const bool beats = rank[b] == none ? unranked_ == Unranked::last : rank[a] < rank[b];
            if (beats) duels_[a * options_ + b] += count;
        }
    }
}

void Pairwise::add(const BallotColumns& ballots) {
    if (unranked_ == Unranked::ignored) {
        for (std::size_t at = 0; at < static_cast<std::size_t>(ballots.ballots()); ++at) add(ballots.ballot(at));
        return;
    }
    const std::vector<std::int64_t> duels = ballots.duels();
    for (std::size_t at = 0; at < duels_.size(); ++at) duels_[at] += duels[at];
    ballots_ += ballots.ballots();
}

bool Pairwise::merge(const Pairwise& other) {
    if (other.options_ != options_ || other.unranked_ != unranked_) return false;
    for (std::size_t at = 0; at < duels_.size(); ++at) duels_[at] += other.duels_[at];
    ballots_ += other.ballots_;
    return true;
}

}  // namespace canvass::core
