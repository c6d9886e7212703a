#include <algorithm>

#include "core/poll/rated.h"

namespace canvass::core {

ScoreTally::ScoreTally(std::size_t options, std::int32_t max_score)
    : max_score_(max_score), sums_(options), tops_(options), given_(options), duels_(options * options) {}

void ScoreTally::count(const ScoreBallot& ballot, std::int64_t count) {
    ballots_ += count;
    const auto& scores = ballot.scores;
    const bool valid = scores.size() <= sums_.size() && std::all_of(scores.begin(), scores.end(), [&](std::int32_t score) {
                           return score >= 0 && score <= max_score_;
                       });
    if (!valid) {
        invalid_ += count;
        return;
    }
    const auto score_of = [&](std::size_t option) { return option < scores.size() ? scores[option] : 0; };
    if (std::all_of(scores.begin(), scores.end(), [](std::int32_t score) { return score == 0; })) abstentions_ += count;
    for (std::size_t a = 0; a < sums_.size(); ++a) {
        sums_[a] += score_of(a) * count;
        if (score_of(a) == max_score_) tops_[a] += count;
        if (score_of(a) > 0) given_[a] += count;
        for (std::size_t b = 0; b < sums_.size(); ++b) {
            if (score_of(a) > score_of(b)) duels_[a * sums_.size() + b] += count;
        }
    }
}

bool ScoreTally::merge(const ScoreTally& other) {
    if (other.max_score_ != max_score_ || other.sums_.size() != sums_.size()) return false;
    const auto add = [](std::vector<std::int64_t>& sums, const std::vector<std::int64_t>& more) {
        for (std::size_t at = 0; at < sums.size(); ++at) sums[at] += more[at];
    };
    add(sums_, other.sums_);
    add(tops_, other.tops_);
    add(given_, other.given_);
    add(duels_, other.duels_);
    ballots_ += other.ballots_;
    abstentions_ += other.abstentions_;
    invalid_ += other.invalid_;
    return true;
}

TallyResult ScoreTally::date(std::size_t seats) const {
    std::vector<OptionGroup> order;
    for (const OptionGroup& group : order_by_votes(given_)) {
        std::vector<std::int64_t> yes(sums_.size(), -1);
        for (const OptionIndex option : group) yes[option] = tops_[option];
        for (OptionGroup& equal : order_by_votes(yes)) {
            if (yes[equal.front()] >= 0) order.push_back(std::move(equal));
        }
    }
    TallyResult result = result_of_order("date", std::move(order), seats);
    result.ballots = ballots_;
    result.abstentions = abstentions_;
    result.invalid = invalid_;
    result.voters = ballots_ - invalid_;
    result.rounds.push_back({given_, {}, {}});
    result.rounds.push_back({tops_, result.winners, {}});
    return result;
}

TallyResult ScoreTally::score(std::size_t seats) const {
    TallyResult result = result_of_order("score", order_by_votes(sums_), seats);
    result.ballots = ballots_;
    result.abstentions = abstentions_;
    result.invalid = invalid_;
    result.voters = ballots_ - invalid_;
    result.rounds.push_back({sums_, result.winners, {}});
    return result;
}

}  // namespace canvass::core
