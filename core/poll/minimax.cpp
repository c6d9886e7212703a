#include <algorithm>

#include "core/poll/condorcet.h"
#include "core/poll/tally.h"

namespace canvass::core {

std::vector<OptionGroup> minimax(const Pairwise& duels, Strength strength) {
    std::vector<std::int64_t> worst(duels.options(), INT64_MIN);
    for (OptionIndex a = 0; a < duels.options(); ++a) {
        for (OptionIndex b = 0; b < duels.options(); ++b) {
            if (a == b) continue;
            const std::int64_t against = duels.preferring(b, a), margin = duels.margin(b, a);
            const std::int64_t defeat = strength == Strength::opposition ? against
                                        : strength == Strength::margins  ? margin
                                        : margin > 0                     ? against
                                                                         : 0;
            worst[a] = std::max(worst[a], defeat);
        }
    }
    for (std::int64_t& each : worst) each = each == INT64_MIN ? 0 : -each;
    return order_by_votes(worst);
}

}  // namespace canvass::core
