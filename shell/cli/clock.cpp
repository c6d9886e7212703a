#include "shell/cli/clock.h"

#include <chrono>

#include "core/base/number.h"

namespace canvass::cli {

core::Clock system_clock() {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count();
    return core::Clock{static_cast<double>(ms), 0};
}

std::optional<core::Clock> clock_at(const core::Value& time) {
    if (time.is_number()) return core::Clock{time.as_number(), 0};
    if (const auto date = core::parse_iso(time.text(), 0)) return core::Clock{date->ms, 0};
    return std::nullopt;
}

std::optional<core::Clock> clock_at(std::string_view time) {
    // Four digits are a year.
    if (const auto date = core::parse_iso(time, 0)) return core::Clock{date->ms, 0};
    const std::optional<double> ms = core::parse_number(time);
    return ms ? std::optional(core::Clock{*ms, 0}) : std::nullopt;
}

}  // namespace canvass::cli
