#include "core/poll/ballot.h"

#include <algorithm>

namespace canvass::core {

OptionGroup Ballot::first_choices() const {
    const auto first = std::find_if(ranking.begin(), ranking.end(),
                                    [](const OptionGroup& group) { return !group.empty(); });
    if (first == ranking.end()) return {};
    OptionGroup choices;
    for (const OptionIndex option : *first) {
        const auto place = std::lower_bound(choices.begin(), choices.end(), option);
        if (place == choices.end() || *place != option) choices.insert(place, option);
    }
    return choices;
}

}  // namespace canvass::core
