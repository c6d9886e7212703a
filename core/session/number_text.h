// Numbers as people of a language write them.
//
// Source of the rules: ECMA-402, Intl.NumberFormat, with the data of CLDR for English and German. Other languages
// share one of three ways to separate digits and otherwise follow German or English: no grouping by fours, no
// digits of their own, currencies without a common sign by their code.
#pragma once

#include <string>
#include <string_view>

#include "core/definition/input.h"

namespace canvass::core {

struct NumberSigns {
    std::string_view decimal, thousands;
    bool sign_behind;  // of currencies and percents
};
NumberSigns signs_of(std::string_view locale);

// Digits in groups of three from the right.
std::string grouped(std::string_view digits, std::string_view separator);

// Decimal, currency or percent.
std::string number_text(double number, const NumberFormat& format, std::string_view locale);

// "9/30/2026" or "30.9.2026".
std::string short_date(Date date, int utc_offset_minutes, std::string_view locale);

}  // namespace canvass::core
