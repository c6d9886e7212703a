// Input masks: how a stored answer is shown, and what is stored of a text that was typed in that form.
//
// pattern: 9 stands for a digit, a for a Latin letter, # for either, "_" where one is missing; every other sign
//   stands for itself, after a backslash these too. Letters and digits that stand for themselves are stored as well.
// numeric, currency: digits in groups, no more decimals than the precision. Stored as a number.
// datetime: d dd m mm yy yyyy h hh H HH MM ss t tt, everything else stands for itself. Stored as ISO 8601.
// Source of the rules: SurveyJS input masks (survey-core 3.1.1, probed).
// Errors: a value that the mask cannot show is shown as it is; a text that is not complete is no value (null).
#pragma once

#include <string>
#include <string_view>

#include "core/base/value.h"
#include "core/definition/input.h"

namespace canvass::core {

std::string masked(const Mask& mask, const Value& value, std::string_view locale);
Value unmasked(const Mask& mask, std::string_view typed, std::string_view locale);

// What is stored of a text that a member typed; the text itself while it is not complete.
Value typed_answer(const Mask& mask, std::string_view typed, std::string_view locale);
// What is stored of an answer that is set otherwise.
Value stored_behind(const Mask& mask, Value answer, std::string_view locale);
// Whether an answer is text as a member typed it, which is stored as such until it is checked.
bool is_as_typed(const Mask& mask, const Value& answer, std::string_view locale);
// Whether a stored answer fills the mask and keeps its bounds.
bool is_complete(const Mask& mask, const Value& stored, std::string_view locale);

}  // namespace canvass::core
