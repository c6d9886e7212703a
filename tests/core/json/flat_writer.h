// What the browser's script does, for tests: a Value as the flat buffer of core/json/flat.h.
#pragma once

#include <string>

#include "core/base/value.h"

namespace canvass::test {

std::string flat(const core::Value& value);
// The parts, for buffers that no script would write.
std::string u32(std::uint32_t number);
std::string f64(double number);

}  // namespace canvass::test
