#include "core/session/number_text.h"

#include <algorithm>
#include <cmath>

#include "core/base/date.h"
#include "core/base/number.h"

namespace canvass::core {
namespace {

constexpr std::string_view hard_space = "\xC2\xA0";

// Languages by how they separate; every name is followed by a comma.
constexpr std::string_view comma_and_point = "da,de,el,es,hr,id,it,nl,pt,ro,sl,tr,";
constexpr std::string_view comma_and_space = "bg,cs,fi,fr,hu,lt,lv,nb,no,pl,ru,sk,sv,uk,";

constexpr std::string_view without_decimals = "BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXVNDVUVXAFXOFXPF";
constexpr std::string_view with_three_decimals = "BHDJODKWDOMRTND";
constexpr std::string_view currency_signs[] = {"USD$", "EUR€", "GBP£", "JPY¥", "INR₹", "CNYCN¥", "KRW₩", "BRLR$",
                                               "CADCA$", "AUDA$", "MXNMX$", "NZDNZ$", "HKDHK$", "TWDNT$", "ILS₪",
                                               "VND₫", "PHP₱"};

bool lists(std::string_view names, std::string_view locale) {
    const std::string language = std::string(locale.substr(0, 2)) + ",";
    return (locale.size() == 2 || locale.find_first_of("-_") == 2) && names.find(language) != std::string_view::npos;
}

bool has_code(std::string_view codes, std::string_view code) {
    for (std::size_t at = 0; at < codes.size(); at += 3) {
        if (codes.substr(at, 3) == code) return true;
    }
    return false;
}

// The sign, or the code with a space that keeps it apart from the number.
std::string sign_of(std::string_view currency) {
    for (const std::string_view row : currency_signs) {
        if (row.substr(0, 3) == currency) return std::string(row.substr(3));
    }
    return std::string(currency);
}

struct Digits {
    std::string digits;
    int point = 0;  // how many of them stand before it; may be beyond either end
};

Digits digits_of(double number) {
    Digits all;
    const std::string text = number_text(std::fabs(number));
    const std::size_t power = std::min(text.find('e'), text.size());
    bool after = false;
    for (const char letter : std::string_view(text).substr(0, power)) {
        if (letter == '.') after = true;
        else all.digits += letter;
        if (!after) ++all.point;
    }
    if (power < text.size()) all.point += static_cast<int>(parse_number(text.substr(power + (text[power + 1] == '+' ? 2 : 1))).value_or(0));
    return all;
}

// Half away from zero; afterwards exactly so many digits stand behind the point, and one or more before it.
void round_to(Digits& number, int decimals) {
    if (number.point < 1) {
        number.digits.insert(0, static_cast<std::size_t>(1 - number.point), '0');
        number.point = 1;
    }
    const auto keep = static_cast<std::size_t>(number.point + decimals);
    const bool up = keep < number.digits.size() && number.digits[keep] >= '5';
    number.digits.resize(keep, '0');
    if (!up) return;
    std::size_t at = keep;
    while (at > 0 && number.digits[at - 1] == '9') number.digits[--at] = '0';
    if (at > 0) {
        ++number.digits[at - 1];
    } else {
        number.digits.insert(0, 1, '1');
        ++number.point;
    }
}

}  // namespace

NumberSigns signs_of(std::string_view locale) {
    if (lists(comma_and_point, locale)) return {",", ".", true};
    if (lists(comma_and_space, locale)) return {",", hard_space, true};
    return {".", ",", false};
}

std::string grouped(std::string_view digits, std::string_view separator) {
    std::string text;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at > 0 && (digits.size() - at) % 3 == 0) text += separator;
        text += digits[at];
    }
    return text;
}

std::string number_text(double number, const NumberFormat& format, std::string_view locale) {
    using Style = NumberFormat::Style;
    if (!std::isfinite(number)) return number_text(number);
    const NumberSigns signs = signs_of(locale);
    int least = 0, most = format.style == Style::percent ? 0 : 3;
    if (format.style == Style::currency) {
        least = most = has_code(without_decimals, format.currency) ? 0 : has_code(with_three_decimals, format.currency) ? 3 : 2;
    }
    if (format.max_digits >= 0) most = format.max_digits;
    least = std::min(least, most);
    if (format.min_digits >= 0) least = format.min_digits;
    most = std::max(most, least);

    Digits digits = digits_of(number);
    if (format.style == Style::percent) {
        digits.point += 2;
        if (digits.digits.size() < static_cast<std::size_t>(std::max(digits.point, 0))) {
            digits.digits.resize(static_cast<std::size_t>(digits.point), '0');
        }
    }
    const std::size_t zeros = std::min(digits.digits.find_first_not_of('0'), digits.digits.size());
    digits.digits.erase(0, zeros);
    digits.point -= static_cast<int>(zeros);
    round_to(digits, most);

    const auto point = static_cast<std::size_t>(digits.point);
    std::string_view behind = std::string_view(digits.digits).substr(point);
    while (behind.size() > static_cast<std::size_t>(least) && behind.back() == '0') behind.remove_suffix(1);
    std::string text = grouped(std::string_view(digits.digits).substr(0, point), format.grouping ? signs.thousands : "");
    if (!behind.empty()) text.append(signs.decimal).append(behind);
    const std::string minus = std::signbit(number) ? "-" : "";
    if (format.style == Style::percent) return minus + text + std::string(signs.sign_behind ? hard_space : "") + "%";
    if (format.style != Style::currency) return minus + text;
    const std::string sign = sign_of(format.currency);
    if (signs.sign_behind) return minus + text + std::string(hard_space) + sign;
    return minus + sign + std::string(sign == format.currency ? hard_space : "") + text;
}

std::string short_date(Date date, int utc_offset_minutes, std::string_view locale) {
    const CivilTime civil = civil_time(date.ms, utc_offset_minutes);
    const std::string day = number_text(civil.day), month = number_text(civil.month),
                      year = number_text(static_cast<double>(civil.year));
    if (signs_of(locale).sign_behind) return day + "." + month + "." + year;
    return month + "/" + day + "/" + year;
}

}  // namespace canvass::core
