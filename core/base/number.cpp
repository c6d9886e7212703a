#include "core/base/number.h"

#include <cmath>
#include <cstring>
#include <limits>

namespace canvass::core {
namespace {

// A natural number of up to 4096 bits. The largest here are 771 digits over 10^1101 (reading), shifted by a
// few bits for the comparison, so no operation can overflow.
class Natural {
public:
    explicit Natural(std::uint64_t value = 0) {
        for (; value != 0; value >>= 32) words_[size_++] = static_cast<std::uint32_t>(value);
    }

    bool is_zero() const { return size_ == 0; }

    int bits() const {
        if (size_ == 0) return 0;
        int bits = (size_ - 1) * 32;
        for (std::uint32_t top = words_[size_ - 1]; top != 0; top >>= 1) ++bits;
        return bits;
    }

    void multiply_add(std::uint32_t factor, std::uint32_t summand) {
        std::uint64_t carry = summand;
        for (int i = 0; i < size_; ++i) {
            carry += std::uint64_t{words_[i]} * factor;
            words_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) words_[size_++] = static_cast<std::uint32_t>(carry);
    }

    void multiply_by_power_of_ten(int exponent) {
        for (; exponent >= 9; exponent -= 9) multiply_add(1'000'000'000, 0);
        for (; exponent > 0; --exponent) multiply_add(10, 0);
    }

    void shift_left(int bits) {
        if (size_ == 0 || bits == 0) return;
        const int words = bits / 32, rest = bits % 32;
        std::memmove(words_ + words, words_, static_cast<std::size_t>(size_) * sizeof *words_);
        std::memset(words_, 0, static_cast<std::size_t>(words) * sizeof *words_);
        size_ += words;
        if (rest != 0) multiply_add(std::uint32_t{1} << rest, 0);
    }

    void subtract(const Natural& other) {  // other ≤ *this
        std::uint64_t borrow = 0;
        for (int i = 0; i < size_; ++i) {
            const std::uint64_t taken = (i < other.size_ ? other.words_[i] : 0) + borrow;
            borrow = words_[i] < taken ? 1 : 0;
            words_[i] = static_cast<std::uint32_t>(words_[i] - taken);
        }
        while (size_ > 0 && words_[size_ - 1] == 0) --size_;
    }

    void add(const Natural& other) {
        std::uint64_t carry = 0;
        for (int i = 0; i < size_ || i < other.size_ || carry != 0; ++i) {
            carry += std::uint64_t{i < size_ ? words_[i] : 0} + (i < other.size_ ? other.words_[i] : 0);
            words_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
            if (i >= size_) size_ = i + 1;
        }
    }

    int compare(const Natural& other) const {
        if (size_ != other.size_) return size_ < other.size_ ? -1 : 1;
        for (int i = size_ - 1; i >= 0; --i)
            if (words_[i] != other.words_[i]) return words_[i] < other.words_[i] ? -1 : 1;
        return 0;
    }

private:
    int size_ = 0;
    std::uint32_t words_[128];  // those below size_ have a meaning
};

constexpr int fraction_bits = 52;
constexpr int smallest_exponent = -1074;  // of the last bit of a subnormal
constexpr std::uint64_t hidden_bit = std::uint64_t{1} << fraction_bits;
constexpr double power_of_ten[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr int last_exact_power = 22;
constexpr double exact_integers = 9'007'199'254'740'992;  // 2^53

struct Digits {
    char text[20];
    int count = 0;
    int point = 0;  // the value is 0.text × 10^point
};

// `integer` is not 0.
Digits digits_of_integer(std::uint64_t integer, int point_shift) {
    Digits digits;
    for (; integer % 10 == 0; integer /= 10) ++point_shift;
    for (std::uint64_t rest = integer; rest != 0; rest /= 10) ++digits.count;
    digits.point = digits.count + point_shift;
    for (int at = digits.count; at > 0; integer /= 10) digits.text[--at] = static_cast<char>('0' + integer % 10);
    return digits;
}

// Up to 15 digits a decimal is unique among its neighbours, and a quotient of exact doubles is correctly
// rounded, so the first scale that reads back is the shortest text.
bool short_digits(double number, Digits& digits) {
    for (int scale = 0; scale <= last_exact_power; ++scale) {
        const double scaled = std::round(number * power_of_ten[scale]);
        if (scaled > 1e15) return false;
        if (scaled / power_of_ten[scale] != number) continue;
        digits = digits_of_integer(static_cast<std::uint64_t>(scaled), -scale);
        return true;
    }
    return false;
}

// Dragon4: number = fraction × 2^exponent as a ratio of naturals, with the half gaps to both neighbours
// beside it; digits come out until what is left is inside the gap.
Digits shortest_digits(double number) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    const auto biased = static_cast<int>(bits >> fraction_bits);
    std::uint64_t fraction = bits & (hidden_bit - 1);
    const bool narrow_below = fraction == 0 && biased > 1;
    if (biased != 0) fraction |= hidden_bit;
    const int exponent = smallest_exponent + (biased > 0 ? biased - 1 : 0);
    const bool ends_count = fraction % 2 == 0;  // a tie reads back as the even neighbour

    Natural rest(fraction), unit(1), above(1);
    rest.shift_left(1 + (exponent > 0 ? exponent : 0));
    unit.shift_left(1 + (exponent < 0 ? -exponent : 0));
    above.shift_left(exponent > 0 ? exponent : 0);
    Natural below = above;
    if (narrow_below) {
        rest.shift_left(1);
        unit.shift_left(1);
        above.shift_left(1);
    }

    Digits digits;
    // From the binary logarithm rounded down: right or one too small.
    const double binary_log = Natural(fraction).bits() - 1 + exponent;
    digits.point = static_cast<int>(std::ceil(binary_log * 0.30102999566398 - 1e-10));
    if (digits.point >= 0) {
        unit.multiply_by_power_of_ten(digits.point);
    } else {
        rest.multiply_by_power_of_ten(-digits.point);
        above.multiply_by_power_of_ten(-digits.point);
        below.multiply_by_power_of_ten(-digits.point);
    }
    const auto reaches_unit = [&] {
        Natural high = rest;
        high.add(above);
        const int order = high.compare(unit);
        return order > 0 || (order == 0 && ends_count);
    };
    if (reaches_unit()) {
        unit.multiply_add(10, 0);
        ++digits.point;
    }

    for (;;) {
        rest.multiply_add(10, 0);
        above.multiply_add(10, 0);
        below.multiply_add(10, 0);
        int digit = 0;
        for (; rest.compare(unit) >= 0; ++digit) rest.subtract(unit);
        const int order = rest.compare(below);
        const bool enough = order < 0 || (order == 0 && ends_count);
        const bool next_enough = reaches_unit();
        if (enough || next_enough) {
            Natural twice = rest;
            twice.shift_left(1);
            const int half = twice.compare(unit);
            const bool up = next_enough && (!enough || half > 0 || (half == 0 && digit % 2 != 0));
            digits.text[digits.count++] = static_cast<char>('0' + digit + (up ? 1 : 0));
            return digits;
        }
        digits.text[digits.count++] = static_cast<char>('0' + digit);
    }
}

// ECMAScript, "Number::toString", steps for radix 10.
std::string laid_out(const Digits& digits) {
    const std::string_view text(digits.text, static_cast<std::size_t>(digits.count));
    const int count = digits.count, point = digits.point;
    std::string out;
    if (point > 21 || point <= -6) {
        out += text.front();
        if (count > 1) out.append(1, '.').append(text.substr(1));
        out.append(point > 0 ? "e+" : "e-");
        const int exponent = point > 0 ? point - 1 : 1 - point;
        if (exponent >= 100) out += static_cast<char>('0' + exponent / 100);
        if (exponent >= 10) out += static_cast<char>('0' + exponent / 10 % 10);
        out += static_cast<char>('0' + exponent % 10);
    } else if (point <= 0) {
        out.append("0.").append(static_cast<std::size_t>(-point), '0').append(text);
    } else if (count <= point) {
        out.append(text).append(static_cast<std::size_t>(point - count), '0');
    } else {
        const auto whole = static_cast<std::size_t>(point);
        out.append(text.substr(0, whole)).append(1, '.').append(text.substr(whole));
    }
    return out;
}

// A decimal as written: digits × 10^exponent. More digits than can decide the rounding of any double
// (767 do) are folded into one last non-zero digit.
struct Decimal {
    static constexpr int capacity = 771;
    char digits[capacity];
    int count = 0;
    long exponent = 0;
    bool dropped_non_zero = false;

    void push(char digit, bool after_point) {
        if (count == 0 && digit == '0') {
            exponent -= after_point ? 1 : 0;
        } else if (count < capacity - 1) {
            digits[count++] = digit;
            exponent -= after_point ? 1 : 0;
        } else {
            dropped_non_zero = dropped_non_zero || digit != '0';
            exponent += after_point ? 0 : 1;
        }
    }

    void finish() {
        if (dropped_non_zero) {
            digits[count++] = '1';
            --exponent;
        }
        for (; count > 0 && digits[count - 1] == '0'; --count) ++exponent;
    }
};

bool is_digit(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
bool read_decimal(std::string_view text, Decimal& decimal) {
    std::size_t at = 0;
    if (!is_digit(text, at)) return false;
    if (text[at] == '0' && is_digit(text, at + 1)) return false;
    for (; is_digit(text, at); ++at) decimal.push(text[at], false);
    if (at < text.size() && text[at] == '.') {
        if (!is_digit(text, ++at)) return false;
        for (; is_digit(text, at); ++at) decimal.push(text[at], true);
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        const bool negative = at < text.size() && text[at] == '-';
        if (negative || (at < text.size() && text[at] == '+')) ++at;
        if (!is_digit(text, at)) return false;
        long exponent = 0;
        for (; is_digit(text, at); ++at)
            if (exponent < 100'000'000) exponent = exponent * 10 + (text[at] - '0');
        decimal.exponent += negative ? -exponent : exponent;
    }
    decimal.finish();
    return at == text.size();
}

double assembled(std::uint64_t fraction, int exponent) {
    if (fraction == hidden_bit << 1) {
        fraction = hidden_bit;
        ++exponent;
    }
    if (exponent > 971) return std::numeric_limits<double>::infinity();
    const std::uint64_t biased =
        fraction < hidden_bit ? 0 : static_cast<std::uint64_t>(exponent - smallest_exponent + 1);
    const std::uint64_t bits = (biased << fraction_bits) | (fraction & (hidden_bit - 1));
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    return number;
}

// The decimal as a ratio of naturals, divided bit by bit; what remains decides the rounding, half to even.
double nearest_double(const Decimal& decimal) {
    Natural rest, unit(1);
    for (int i = 0; i < decimal.count; ++i)
        rest.multiply_add(10, static_cast<std::uint32_t>(decimal.digits[i] - '0'));
    const int scale = static_cast<int>(decimal.exponent);
    if (scale >= 0) rest.multiply_by_power_of_ten(scale);
    else unit.multiply_by_power_of_ten(-scale);

    // 2^exponent ≤ rest / unit < 2^(exponent + 1), after at most one correction.
    int exponent = rest.bits() - unit.bits();
    if (exponent >= 0) unit.shift_left(exponent);
    else rest.shift_left(-exponent);
    if (rest.compare(unit) < 0) {
        rest.shift_left(1);
        --exponent;
    }
    const int lowest = exponent - fraction_bits > smallest_exponent ? exponent - fraction_bits : smallest_exponent;
    std::uint64_t fraction = 0;
    for (int bit = exponent; bit >= lowest; --bit) {
        fraction <<= 1;
        if (rest.compare(unit) >= 0) {
            rest.subtract(unit);
            fraction |= 1;
        }
        rest.shift_left(1);
    }
    // Below half of the smallest subnormal no bit came out and nothing was doubled.
    if (exponent < smallest_exponent - 1) return 0;
    const int half = rest.compare(unit);
    if (half > 0 || (half == 0 && fraction % 2 != 0)) ++fraction;
    return assembled(fraction, lowest);
}

double value_of(const Decimal& decimal) {
    if (decimal.count == 0) return 0;
    const long magnitude = decimal.exponent + decimal.count;
    if (magnitude > 310) return std::numeric_limits<double>::infinity();
    if (magnitude < -330) return 0;
    if (decimal.count <= 15 && decimal.exponent >= -last_exact_power && decimal.exponent <= last_exact_power) {
        double integer = 0;
        for (int i = 0; i < decimal.count; ++i) integer = integer * 10 + (decimal.digits[i] - '0');
        return decimal.exponent < 0 ? integer / power_of_ten[-decimal.exponent]
                                    : integer * power_of_ten[decimal.exponent];
    }
    return nearest_double(decimal);
}

}  // namespace

std::string number_text(double number) {
    if (std::isnan(number)) return "NaN";
    if (number == 0) return "0";
    const double magnitude = std::abs(number);
    std::string text = number < 0 ? "-" : "";
    if (std::isinf(number)) return text + "Infinity";
    Digits digits;
    if (magnitude < exact_integers && std::trunc(magnitude) == magnitude)
        digits = digits_of_integer(static_cast<std::uint64_t>(magnitude), 0);
    else if (!short_digits(magnitude, digits))
        digits = shortest_digits(magnitude);
    return text += laid_out(digits);
}

std::optional<double> parse_number(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    Decimal decimal;
    if (!read_decimal(text, decimal)) return std::nullopt;
    return negative ? -value_of(decimal) : value_of(decimal);
}

}  // namespace canvass::core
