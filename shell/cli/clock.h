// The time that a command works with: what its input says, otherwise the system's. Local time is UTC here, so
// that the same input gives the same output on every machine.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/date.h"
#include "core/base/value.h"

namespace canvass::cli {

core::Clock system_clock();

// ISO 8601 or milliseconds since 1970; nothing for anything else.
std::optional<core::Clock> clock_at(const core::Value& time);
std::optional<core::Clock> clock_at(std::string_view time);

}  // namespace canvass::cli
