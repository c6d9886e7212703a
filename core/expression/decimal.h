// Decimals in texts, and arithmetic that keeps to the decimals of its operands: 0.1 + 0.2 is 0.3.
// Source of the rule: ECMAScript, "StringToNumber" and "Number.prototype.toFixed"; the decimals of a number are
// what follows the point in its shortest text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace canvass::core {

// JavaScript's Number(text): blanks around are fine, "" is 0, what is no number is NaN.
double number_from(std::string_view text);

// A text that people would call a number: finite, at most 15 digits alone, one comma may stand for the point.
std::optional<double> number_in(std::string_view text);

// No decimals to be kept: a whole number, or none that can have any.
inline bool is_whole(double number) noexcept {
    constexpr double all_whole = 4'503'599'627'370'496;  // 2^52, from where on no double has decimals
    if (!(number < all_whole && number > -all_whole)) return true;
    return static_cast<double>(static_cast<std::int64_t>(number)) == number;
}

int decimals_of(double number);
// The nearest number with that many decimals; of two, the larger.
double rounded_to(double number, int decimals);

}  // namespace canvass::core
