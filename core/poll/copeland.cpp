#include "core/poll/condorcet.h"
#include "core/poll/tally.h"

namespace canvass::core {

std::vector<OptionGroup> copeland(const Pairwise& duels) {
    std::vector<std::int64_t> score(duels.options());
    for (OptionIndex a = 0; a < duels.options(); ++a) {
        for (OptionIndex b = 0; b < duels.options(); ++b) {
            const std::int64_t margin = duels.margin(a, b);
            score[a] += margin > 0 ? 1 : margin < 0 ? -1 : 0;
        }
    }
    return order_by_votes(score);
}

namespace {

std::optional<OptionIndex> who_always(const Pairwise& duels, bool wins) {
    for (OptionIndex a = 0; a < duels.options(); ++a) {
        bool always = duels.options() > 1;
        for (OptionIndex b = 0; always && b < duels.options(); ++b) {
            always = a == b || (wins ? duels.margin(a, b) > 0 : duels.margin(a, b) < 0);
        }
        if (always) return a;
    }
    return std::nullopt;
}

}  // namespace

std::optional<OptionIndex> condorcet_winner(const Pairwise& duels) { return who_always(duels, true); }
std::optional<OptionIndex> condorcet_loser(const Pairwise& duels) { return who_always(duels, false); }

}  // namespace canvass::core
