// Forms of text that validators ask for. Each is one pass over the text, without regular expressions.
#pragma once

#include <string_view>

namespace canvass::core {

// name@host.tld: no blanks, angle or square brackets, commas, semicolons or colons, no two dots side by side; a
// quoted name may hold anything. The last part of the host has two characters or more.
bool is_email(std::string_view text) noexcept;

// Where a page may lead: relative, or with http or https; never to a script. Browsers pass over control characters
// and blanks in front, so that neither may be there.
bool is_safe_address(std::string_view text) noexcept;

}  // namespace canvass::core
