// Numbers to text and back as JavaScript does it: the shortest decimal that reads back as the same double,
// exponent form below 1e-6 and from 1e21 on. Written out here because the wasm tool chain has no floating
// std::to_chars/from_chars and its printf costs more than the rest of this library's base.
// Source of the method: Steele & White 1990 / Dragon4, exact big-integer arithmetic for both directions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace canvass::core {

// "NaN", "Infinity" and "-Infinity" for what is not finite; "0" for both zeros.
std::string number_text(double number);

// The whole text as one JSON-style decimal number (sign, digits, fraction, exponent), correctly rounded.
// Nothing when the text is anything else, blanks included. Beyond the largest double it is infinite, as in
// JavaScript.
std::optional<double> parse_number(std::string_view text);

}  // namespace canvass::core
