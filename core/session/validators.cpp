// The checks that an author puts on a question.
#include "core/base/number.h"
#include "core/expression/coerce.h"
#include "core/expression/text.h"
#include "core/session/formats.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

// Of a text in UTF-16 units, of a list in items; other answers have none.
std::optional<double> length_of(const Value& answer) {
    if (answer.is_string()) return static_cast<double>(utf16_length(answer.text()));
    if (answer.is_array()) return static_cast<double>(answer.size());
    return std::nullopt;
}

bool ends_with_digit(const std::string& text) { return !text.empty() && text.back() >= '0' && text.back() <= '9'; }

// Each item of a list and then all of them together, as JavaScript writes a list.
bool matches(const Regex& regex, const Value& answer) {
    if (const Value::Array* items = answer.as_array()) {
        for (const Value& item : *items) {
            if (!regex.matches(to_text(item))) return false;
        }
    }
    return regex.matches(to_text(answer));
}

}  // namespace

void Session::State::run_validator(const Validator& validator, ElementIndex index, Faults& found) {
    const Value& answer = answer_to(index);
    const bool empty = is_empty(answer);
    const auto too_small = [&](double number) { return validator.min && number < *validator.min; };
    const auto too_large = [&](double number) { return validator.max && number > *validator.max; };
    const std::string low_text = validator.min ? number_text(*validator.min) : std::string();
    const std::string high_text = validator.max ? number_text(*validator.max) : std::string();
    const std::string_view low = low_text, high = high_text;
    const auto fail = [&](std::string words) {
        std::string own = piped(validator.text, index);
        found.push_back({own.empty() ? std::move(words) : std::move(own), validator.notice});
    };
    switch (validator.check) {
        case Validator::Check::numeric: {
            if (empty) return;
            const std::optional<double> number = number_of(answer);
            if (!number) return fail(std::string(word(Text::not_a_number)));
            if (!too_small(*number) && !too_large(*number)) return;
            const std::string_view name = word(Text::value_word);
            if (validator.min && validator.max) return fail(fill(word(Text::named_between), name, low, high));
            return fail(validator.min ? fill(word(Text::named_min), name, low) : fill(word(Text::named_max), name, high));
        }
        case Validator::Check::text: {
            if (empty) return;
            if (!validator.digits_allowed && ends_with_digit(to_text(answer))) return fail(std::string(word(Text::no_digits)));
            const std::optional<double> length = length_of(answer);
            if (!length || (!too_small(*length) && !too_large(*length))) return;
            if (validator.min && validator.max) return fail(fill(word(Text::length_between), low, high));
            return fail(validator.min ? fill(word(Text::too_short), low) : fill(word(Text::too_long), high));
        }
        case Validator::Check::answer_count: {
            const auto count_of_answers = static_cast<double>(answer.is_array() ? answer.size() : 0);
            if (count_of_answers == 0) return;
            if (too_small(count_of_answers)) return fail(fill(word(Text::min_selected), low));
            if (too_large(count_of_answers)) return fail(fill(word(Text::max_selected), high));
            return;
        }
        case Validator::Check::email:
            if (is_truthy(answer) && !is_email(to_text(answer))) fail(std::string(word(Text::not_an_email)));
            return;
        case Validator::Check::regex:
            if (!empty && validator.regex && !matches(validator.regex, answer)) fail(std::string(word(Text::wrong_format)));
            return;
        case Validator::Check::expression:
            if (!validator.expression.given() || holds(validator.expression, index)) return;
            return fail(fill(word(Text::expression_false), piped(validator.expression.text(), index)));
    }
}

}  // namespace canvass::core
