// Members that the format knows and that are kept here without being acted on. Only a check asks for them, so
// a page does not carry their names.
#pragma once

#include <cstdint>
#include <string_view>

namespace canvass::core {

// `owners`: bits of Owner (properties.h) that the object is.
bool is_passive_property(std::string_view name, std::uint32_t owners) noexcept;

}  // namespace canvass::core
