// Which levels a member's events lead to: see score.h.
#pragma once

#include <cstdint>
#include <vector>

#include "core/engagement/ledger.h"

namespace canvass::core {

// For each level of the model whether its score was reached and kept until `at`; those with a condition are false.
// O(events of the member · log).
std::vector<bool> levels_kept(const Ledger& ledger, MemberIndex member, std::int64_t at);

}  // namespace canvass::core
