// How values compare, convert and count as empty in this language: JavaScript's rules with SurveyJS's on top.
// Shared by expressions, validators, triggers and the rules of setting values.
//
// Every function takes Operands, so Values too. Texts are UTF-8 and compare without case for the scripts that
// fold.h knows; lengths count UTF-16 units.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/expression/operand.h"

namespace canvass::core {

// Not missing, null, false, 0, NaN or "".
bool is_truthy(const Operand& value);
// Equal to true as JavaScript's == sees it: what a condition needs to hold.
bool is_true(const Operand& value);
// Missing, null, "", NaN, [] and objects of nothing but empties; 0 and false are not.
bool is_empty(const Operand& value);

struct Equality {
    bool ignore_order = false;  // of an array's items
    bool ignore_case = true;
    bool trim = true;           // outer blanks of texts
};
// As answers are compared with choices and with each other.
inline constexpr Equality exact{.ignore_order = false, .ignore_case = false, .trim = false};

bool are_equal(const Operand& a, const Operand& b, const Equality& how = {});

// The operators = < > of expressions: are_equal without order (unless an operand is ordered), the word
// 'undefined' for missing, and a date against the text of one: what the text leaves out is dropped from a date on
// the left, and a date without a time drops the time of the text. Nothing is before or after null.
bool equals(const Operand& a, const Operand& b, const Clock& clock);
bool is_less(const Operand& a, const Operand& b, const Clock& clock);
bool is_greater(const Operand& a, const Operand& b, const Clock& clock);

bool contains(const Operand& a, const Operand& b);
bool not_contains(const Operand& a, const Operand& b);
bool any_of(const Operand& a, const Operand& b);
bool all_of(const Operand& a, const Operand& b);

// What a variable is worth in an expression: "5" is 5, "1,5" is 1.5, "True" is true, "'a'" is "a"; "007", "0x",
// digits beyond 15 and everything else stay as they are.
Operand converted(Operand stored, Scratch& scratch);

// A finite number, or a text (or one-item array) that is one; a comma may stand for the point.
std::optional<double> number_of(const Operand& value);
// JavaScript's Number(value) and String(value). NaN for what is no number.
double to_number(const Operand& value);
std::string to_text(const Operand& value, int utc_offset_minutes = 0);
// The items of an array with a separator between them; null is "".
std::string joined(const Operand& list, std::string_view separator, int utc_offset_minutes = 0);

// JavaScript's a < b: dates and flags as numbers, texts by code point.
bool precedes(const Operand& a, const Operand& b);

}  // namespace canvass::core
