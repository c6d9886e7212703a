// Diagnostics as JSON: what `canvass check`, the collector's 422 and the canvass-error event say.
//
//   {"errors": [{"code", "severity", "pointer", "position"?, "message"}], "notes": [the same]}
//
// `position` counts the characters before it in the expression or the JSON text. The sentences are in the language of the
// locale as far as there is one (see describe()).
#pragma once

#include <string_view>

#include "core/base/diagnostic.h"
#include "core/base/value.h"

namespace canvass::core {

Value to_json(const Diagnostic& diagnostic, std::string_view locale = "en");
Value to_json(const Diagnostics& diagnostics, std::string_view locale = "en");

}  // namespace canvass::core
