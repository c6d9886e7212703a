// core/base/number.h by the page's String and Number, whose rule core/base/number.cpp follows. The linker finds
// these first and leaves that file in its library.
#include "core/base/number.h"

#include <cmath>

#include "shell/web/imports.h"

namespace canvass::core {

std::string number_text(double number) {
    char text[32];
    return std::string(text, number_write(number, text));
}

std::optional<double> parse_number(std::string_view text) {
    // Most texts are no numbers, and the page need not be asked.
    if (text.empty() || (text.front() != '-' && (text.front() < '0' || text.front() > '9'))) return std::nullopt;
    const double number = number_read(text.data(), static_cast<std::uint32_t>(text.size()));
    return std::isnan(number) ? std::nullopt : std::optional(number);
}

}  // namespace canvass::core
