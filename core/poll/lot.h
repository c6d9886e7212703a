// The last resort between options that nothing else tells apart: a lot that nobody can steer and everybody can
// draw again. An option's lot is the SHA-256 of the poll's seed, a zero byte and the option's name; the greater
// lot is ahead. The seed stands in the poll before the first ballot, so no order of arrival has a part in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/poll/ballot.h"

namespace canvass::core {

// The best of these options by lot, or the worst. `options` is not empty.
OptionIndex best_by_lot(const OptionGroup& options, const std::vector<std::string>& names, std::string_view seed);
OptionIndex worst_by_lot(const OptionGroup& options, const std::vector<std::string>& names, std::string_view seed);

}  // namespace canvass::core
