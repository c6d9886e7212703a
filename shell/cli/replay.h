// What `run` and `run --batch` share: a session at a fixed time with a fixed seed, and actions applied to it.
#pragma once

#include <memory>
#include <optional>

#include "core/session/session.h"

namespace canvass::cli {

struct ReplaySettings {
    std::string locale;
    std::optional<core::Clock> clock;   // the system's when there is none
    std::optional<std::uint64_t> seed;  // without one, sessions are the same each time, but ids of responses differ
};

core::Session open_session(std::shared_ptr<const core::Definition> definition, const ReplaySettings& settings);

// Applies the action and gives what is wrong with it as an input. Answers that a page does not accept (required,
// invalid) are part of an ordinary session and none of that.
core::Diagnostics replay(core::Session& session, const core::Action& action);

// A whole number that JSON can hold.
std::optional<std::uint64_t> seed_of(const core::Value& value);

}  // namespace canvass::cli
