// The {name} places of a text, where answers are put in. "{" starts anew, a name must not be empty or hold ":".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace canvass::core {

struct Reference {
    std::size_t begin = 0, end = 0;  // bytes of the text, brackets included
    std::string_view name;           // outer blanks off
};

std::vector<Reference> references_in(std::string_view text);

}  // namespace canvass::core
