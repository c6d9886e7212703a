// What a definition says about the form of answers that are typed, chosen from a device or computed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/localized_text.h"
#include "core/base/value.h"
#include "core/definition/condition.h"

namespace canvass::core {

// The form in which a text is typed and shown; the answer is stored without it unless `save_masked`.
struct Mask {
    enum class Kind : std::uint8_t { none, pattern, numeric, datetime, currency };
    Kind kind = Kind::none;
    bool save_masked = false;
    std::string pattern;  // pattern: 9 a # and literals; datetime: d m y H h M s t; empty: the locale's date
    bool negative_allowed = true;
    int precision = 2;
    std::optional<double> min, max;                 // of a number
    std::string first, last;                        // of a date, ISO 8601; empty: no bound
    std::optional<std::string> decimal, thousands;  // nothing: the locale's
    std::optional<std::string> symbol;              // of the currency; nothing: the locale's
    std::string currency_pattern;                   // "@ -#"; empty: the locale's
};

// What few text questions have.
struct InputRules {
    Value min, max;  // of numbers and dates; null: no bound
    Condition min_expression, max_expression;
    LocalizedText min_error, max_error, step_error;
    double step = 0;  // 0: any
    Mask mask;
};

// file, signaturepad
struct FileSettings {
    bool multiple = false;
    bool as_text = true;     // contents are data URLs; otherwise whatever the host's upload gave
    int max_files = 1000;
    double max_bytes = 0;    // of one; 0: no bound
    std::string accepted;    // ".pdf,image/*"; empty: everything
};

// expression: how its value is shown
struct NumberFormat {
    enum class Style : std::uint8_t { none, decimal, currency, percent, date };
    LocalizedText format;    // "{0} m"
    Style style = Style::none;
    std::string currency = "USD";
    int min_digits = -1, max_digits = -1;  // after the point; -1: what the style says
    int precision = -1;      // to which the value itself is rounded
    bool grouping = true;
};

}  // namespace canvass::core
