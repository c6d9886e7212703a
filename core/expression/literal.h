// {"key": 1}: braces around what JSON has in an object are that object when no variable has such a name.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/value.h"

namespace canvass::core {

// `members`: what is between the braces. Nothing when it is no JSON; nesting is limited.
std::optional<Value> object_literal(std::string_view members);

}  // namespace canvass::core
