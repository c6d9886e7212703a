#include <algorithm>

#include "core/poll/lot.h"
#include "core/poll/rated.h"

namespace canvass::core {
namespace {

template <class Value>
OptionGroup greatest(const OptionGroup& among, Value value_of) {
    std::int64_t best = INT64_MIN;
    for (const OptionIndex option : among) best = std::max(best, value_of(option));
    OptionGroup found;
    for (const OptionIndex option : among) {
        if (value_of(option) == best) found.push_back(option);
    }
    return found;
}

}  // namespace

// Of options with the same sum, the one that goes on.
OptionIndex ScoreTally::finalist(OptionGroup tied, const std::vector<std::string>& names, std::string_view seed,
                                 TallyResult& result) const {
    if (tied.size() == 1) return tied.front();
    const OptionGroup all = tied;
    tied = greatest(tied, [&](OptionIndex a) {
        std::int64_t won = 0;
        for (const OptionIndex b : all) won += preferring(a, b) > preferring(b, a) ? 1 : 0;
        return won;
    });
    Decision decision{Decision::Why::duels, tied.front(), all};
    if (tied.size() > 1) {
        decision.why = Decision::Why::top_scores;
        tied = greatest(tied, [&](OptionIndex option) { return tops_[option]; });
    }
    if (tied.size() > 1) {
        decision.why = Decision::Why::lot;
        result.decided_by_lot = true;
        tied = {best_by_lot(tied, names, seed)};
    }
    decision.option = tied.front();
    result.decisions.push_back(decision);
    return tied.front();
}

TallyResult ScoreTally::star(const std::vector<std::string>& names, std::string_view seed) const {
    TallyResult result = score();
    result.method = "star";
    result.tied.clear();
    result.winners.clear();
    result.rounds.front().elected.clear();
    if (sums_.empty() || ballots_ == invalid_) return result;
    OptionGroup all;
    for (OptionIndex option = 0; option < sums_.size(); ++option) all.push_back(option);
    const auto sum_of = [&](OptionIndex option) { return sums_[option]; };
    const OptionIndex first = finalist(greatest(all, sum_of), names, seed, result);
    if (all.size() == 1) {
        result.winners = {first};
        return result;
    }
    std::erase(all, first);
    const OptionIndex second = finalist(greatest(all, sum_of), names, seed, result);
    const std::int64_t for_first = preferring(first, second), for_second = preferring(second, first);
    OptionIndex winner = for_first >= for_second ? first : second;
    if (for_first == for_second) {
        Decision decision{Decision::Why::sum, first, {first, second}};
        if (sums_[first] == sums_[second]) {
            decision.why = Decision::Why::top_scores;
            if (tops_[second] > tops_[first]) winner = second;
            if (tops_[second] == tops_[first]) {
                decision.why = Decision::Why::lot;
                result.decided_by_lot = true;
                winner = best_by_lot({first, second}, names, seed);
            }
        }
        decision.option = winner;
        result.decisions.push_back(decision);
    }
    TallyRound runoff{std::vector<std::int64_t>(sums_.size()), {winner}, {winner == first ? second : first}};
    runoff.votes[first] = for_first;
    runoff.votes[second] = for_second;
    runoff.out.assign(sums_.size(), true);
    runoff.out[first] = runoff.out[second] = false;
    runoff.inactive = ballots_ - invalid_ - for_first - for_second;
    result.rounds.push_back(std::move(runoff));
    result.winners = {winner};
    // The rest by their sums.
    std::vector<OptionGroup> order{{winner}, {winner == first ? second : first}};
    for (OptionGroup& group : result.order) {
        std::erase(group, first);
        std::erase(group, second);
        if (!group.empty()) order.push_back(std::move(group));
    }
    result.order = std::move(order);
    return result;
}

}  // namespace canvass::core
