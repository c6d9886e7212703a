#include "core/expression/decimal.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "core/base/number.h"
#include "core/expression/text.h"

namespace canvass::core {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double exact_integers = 9'007'199'254'740'992;  // 2^53
constexpr double power_of_ten[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr int last_exact_power = 22;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

int digit_value(char letter) {
    if (is_digit(letter)) return letter - '0';
    const char small = static_cast<char>(letter | 0x20);
    return small >= 'a' && small <= 'z' ? small - 'a' + 10 : 99;
}

// As many digits as there are; nothing if there is none.
std::optional<double> leading_integer(std::string_view& text, int base) {
    double number = 0;
    std::size_t at = 0;
    for (; at < text.size() && digit_value(text[at]) < base; ++at) number = number * base + digit_value(text[at]);
    text.remove_prefix(at);
    return at == 0 ? std::nullopt : std::optional(number);
}

// Base of "0x…", "0b…", "0o…"; 0 for another text.
int base_of(std::string_view text) {
    if (text.size() < 2 || text[0] != '0') return 0;
    switch (text[1] | 0x20) {
        case 'x': return 16;
        case 'o': return 8;
        case 'b': return 2;
        default: return 0;
    }
}

// [+-]?(digits(.digits?)?|.digits)([eE][+-]?digits)?, laid out as JSON has it where it is not read at once.
std::optional<double> decimal_in(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
    std::size_t at = 0, digits = 0, decimals = 0;
    std::uint64_t mantissa = 0;
    for (; at < text.size() && is_digit(text[at]); ++at, ++digits)
        if (digits < 19) mantissa = mantissa * 10 + static_cast<unsigned>(text[at] - '0');
    const std::size_t whole = at;
    if (at < text.size() && text[at] == '.') {
        for (++at; at < text.size() && is_digit(text[at]); ++at, ++digits, ++decimals)
            if (digits < 19) mantissa = mantissa * 10 + static_cast<unsigned>(text[at] - '0');
    }
    if (digits == 0) return std::nullopt;
    const std::size_t significand = at;
    if (at == text.size() && digits <= 15) {
        const double number = static_cast<double>(mantissa) / power_of_ten[decimals];
        return negative ? -number : number;
    }
    if (at < text.size()) {
        if ((text[at] | 0x20) != 'e') return std::nullopt;
        if (++at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
        if (at == text.size()) return std::nullopt;
        for (; at < text.size(); ++at)
            if (!is_digit(text[at])) return std::nullopt;
    }
    std::string json;
    std::size_t zeros = 0;
    while (zeros + 1 < whole && text[zeros] == '0') ++zeros;
    if (whole == 0) json += '0';
    json.append(text.substr(zeros, decimals == 0 ? whole - zeros : significand - zeros));
    json.append(text.substr(significand));
    const std::optional<double> number = parse_number(json);
    return number && negative ? std::optional(-*number) : number;
}

}  // namespace

double number_from(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return 0;
    if (const int base = base_of(text)) {
        text.remove_prefix(2);
        const std::optional<double> number = leading_integer(text, base);
        return number && text.empty() ? *number : not_a_number;
    }
    if (const std::optional<double> number = decimal_in(text)) return *number;
    const bool negative = text.front() == '-';
    if (negative || text.front() == '+') text.remove_prefix(1);
    if (text != "Infinity") return not_a_number;
    const double infinite = std::numeric_limits<double>::infinity();
    return negative ? -infinite : infinite;
}

std::optional<double> number_in(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return std::nullopt;
    if (text.substr(0, 2) == "0x") {
        if (text.size() > 32) return std::nullopt;
        text.remove_prefix(2);
        return leading_integer(text, 16);
    }
    if (base_of(text) != 0) return std::isnan(number_from(text)) ? std::nullopt : std::optional(0.0);
    if (text.size() > 15 && text.find_first_not_of("0123456789") == std::string_view::npos) return std::nullopt;
    std::optional<double> number;
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) {
        number = decimal_in(text);
    } else if (text.find(',', comma + 1) == std::string_view::npos) {
        std::string pointed(text);
        pointed[comma] = '.';
        number = decimal_in(pointed);
    }
    return number && std::isfinite(*number) ? number : std::nullopt;
}

int decimals_of(double number) {
    if (is_whole(number)) return 0;
    const double magnitude = std::abs(number);
    if (magnitude >= 1e-6) {
        for (int decimals = 1; decimals <= last_exact_power; ++decimals) {
            const double product = magnitude * power_of_ten[decimals];
            if (product > 1e15) break;
            const auto scaled = static_cast<double>(static_cast<std::int64_t>(product + 0.5));
            if (scaled / power_of_ten[decimals] == magnitude) return decimals;
        }
    }
    const std::string text = number_text(number);
    const std::size_t point = text.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

double rounded_to(double number, int decimals) {
    if (is_whole(number)) return number;
    const double magnitude = std::abs(number);
    if (decimals > last_exact_power) return number;
    const double scale = power_of_ten[decimals];
    // Its own decimals are beyond what it can hold.
    if (magnitude * scale >= exact_integers) return number;
    // The product exactly, as a sum of two doubles, decides between the two neighbours.
    const double product = magnitude * scale;
    const double rest = std::fma(magnitude, scale, -product);
    double units = static_cast<double>(static_cast<std::int64_t>(product));
    if (units == product && rest == 0) return number;
    const double above = (product - units - 0.5) + rest;
    if (above >= 0) units += 1;
    const double read = units / scale;
    return number < 0 ? -read : read;
}

}  // namespace canvass::core
