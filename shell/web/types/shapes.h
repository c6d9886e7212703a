// TypeScript types of the JSON that a host page sees, derived from what the core's own writers make of samples.
#pragma once

#include <string>

namespace canvass::web {

std::string shapes();

}  // namespace canvass::web
