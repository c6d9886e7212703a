// What a screen shows of a session, as JSON: for tests that compare it with another engine.
#pragma once

#include "core/session/session.h"

namespace canvass::cli {

// The snapshot and, as "shown", the elements of the current page: name, number, required, readOnly and, where
// there are any, choices as [value, text, enabled].
core::Value detailed_state(core::Session& session);

}  // namespace canvass::cli
