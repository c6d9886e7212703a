#include "core/poll/transfer.h"

#include <algorithm>

namespace canvass::core {

std::optional<OptionIndex> choice_among(const Ballot& ballot, const std::vector<char>& continuing,
                                        const TransferRules& rules) {
    std::size_t skipped = 0;
    OptionGroup seen;
    for (const OptionGroup& group : ballot.ranking) {
        if (group.empty()) {
            if (rules.most_skipped && ++skipped > *rules.most_skipped) return std::nullopt;
            continue;
        }
        skipped = 0;
        OptionGroup different;
        for (const OptionIndex option : group) {
            if (std::find(different.begin(), different.end(), option) == different.end()) different.push_back(option);
        }
        if (rules.exhaust_on_duplicate) {
            for (const OptionIndex option : different) {
                if (std::find(seen.begin(), seen.end(), option) != seen.end()) return std::nullopt;
                seen.push_back(option);
            }
        }
        const auto goes_on = [&](OptionIndex option) { return option < continuing.size() && continuing[option]; };
        const bool marked = different.size() == 1 && different.front() == over_vote_mark;
        if (different.size() == 1 && !marked) {
            if (goes_on(different.front())) return different.front();
            continue;
        }
        if (rules.over_vote == TransferRules::OverVote::exhaust) return std::nullopt;
        if (rules.over_vote == TransferRules::OverVote::skip) continue;
        const auto left = std::count_if(different.begin(), different.end(), goes_on);
        if (marked || left > 1) return std::nullopt;
        if (left == 1) return *std::find_if(different.begin(), different.end(), goes_on);
    }
    return std::nullopt;
}

}  // namespace canvass::core
