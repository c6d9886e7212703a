// What is wrong with the answers as they are: the errors that a screen shows under a question.
#include <algorithm>

#include "core/base/number.h"
#include "core/base/utf8.h"
#include "core/expression/coerce.h"
#include "core/session/formats.h"
#include "core/session/state.h"

namespace canvass::core {
void Session::State::find_text_errors(ElementIndex index, const TextSettings& settings,
                                      std::vector<std::string>& found) {
    const Value& answer = answer_to(index);
    if (is_empty(answer)) return;
    const std::string text = to_text(answer);
    const auto bound_broken = [&](const Value& bound, bool below) {
        if (is_empty(bound)) return false;
        const Operand low = below ? Operand(answer) : Operand(bound), high = below ? Operand(bound) : Operand(answer);
        const std::optional<double> a = number_of(low), b = number_of(high);
        return a && b ? *a < *b : precedes(low, high);
    };
    if (settings.input_type == "number" || settings.input_type == "range") {
        if (!number_of(answer)) found.emplace_back(word(Text::not_a_number));
    }
    if (bound_broken(settings.min, true)) found.push_back(fill(word(Text::min_value), to_text(settings.min)));
    if (bound_broken(settings.max, false)) found.push_back(fill(word(Text::max_value), to_text(settings.max)));
    if (settings.input_type == "email" && !is_email(text)) found.emplace_back(word(Text::not_an_email));
    if (settings.input_type == "url" && !is_url(text)) found.emplace_back(word(Text::not_a_url));
    if (settings.max_length > 0 && characters_in(text) > static_cast<std::size_t>(settings.max_length)) {
        found.push_back(fill(word(Text::too_long), number_text(settings.max_length)));
    }
}

void Session::State::find_errors(ElementIndex index, bool on_change, std::vector<std::string>& found) {
    const Element& question = element(index);
    const Value& answer = answer_to(index);
    if (!on_change && of(index).required && is_empty(answer)) {
        found.push_back(own_or(question.required_text, Text::required, index));
    }
    if (const auto* choices = std::get_if<ChoiceSettings>(&question.settings)) {
        if (!on_change && misses_comment(index)) {
            found.push_back(own_or(choices->text(ChoiceWords::Use::other_error), Text::other_required, index));
        }
        const Value::Array* items = answer.as_array();
        const bool alone = items && items->size() == 1 && is_exclusive(index, bare(*choices, items->front()));
        const int selected = items ? static_cast<int>(items->size()) : 0;
        if (!on_change && choices->multiple && selected < choices->min_selected && !alone) {
            found.push_back(fill(word(Text::min_selected), number_text(choices->min_selected)));
        }
    } else if (const auto* text = std::get_if<TextSettings>(&question.settings)) {
        find_text_errors(index, *text, found);
    }
    if (!found.empty()) return;
    for (const Validator& validator : question.validators) run_validator(validator, index, found);
}

void Session::State::run_validator(const Validator& validator, ElementIndex index, std::vector<std::string>& found) {
    const Value& answer = answer_to(index);
    const auto too_small = [&](double number) { return validator.min && number < *validator.min; };
    const auto too_large = [&](double number) { return validator.max && number > *validator.max; };
    const std::string low_text = validator.min ? number_text(*validator.min) : std::string();
    const std::string high_text = validator.max ? number_text(*validator.max) : std::string();
    const std::string_view low = low_text, high = high_text;
    const auto fail = [&](std::string words) {
        const std::string own = piped(validator.text, index);
        found.push_back(own.empty() ? std::move(words) : own);
    };
    switch (validator.check) {
        case Validator::Check::numeric: {
            if (is_empty(answer)) return;
            const std::optional<double> number = number_of(answer);
            if (!number) return fail(std::string(word(Text::not_a_number)));
            if (!too_small(*number) && !too_large(*number)) return;
            const std::string_view name = word(Text::value_word);
            if (validator.min && validator.max) return fail(fill(word(Text::named_between), name, low, high));
            return fail(validator.min ? fill(word(Text::named_min), name, low) : fill(word(Text::named_max), name, high));
        }
        case Validator::Check::text: {
            if (is_empty(answer)) return;
            const std::string text = to_text(answer);
            const auto length = static_cast<double>(characters_in(text));
            if (!validator.digits_allowed && text.back() >= '0' && text.back() <= '9') {
                return fail(std::string(word(Text::no_digits)));
            }
            if (!too_small(length) && !too_large(length)) return;
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
        case Validator::Check::expression:
            if (validator.expression.expression && !holds(validator.expression, index)) {
                fail(fill(word(Text::expression_false), validator.expression.text));
            }
            return;
    }
}

bool Session::State::validate(ElementIndex index, bool on_change) {
    std::vector<std::string> found;
    if (is_container(element(index).kind)) {
        if (of(index).required && !has_answer_inside(index)) {
            found.push_back(own_or(element(index).required_text, Text::required_panel, index));
        }
    } else if (of(index).visible && !of(index).choiceless && !is_display(element(index).kind) && !is_read_only(index)) {
        if (!on_change && element(index).clear_if_invisible != ClearInvisible::never) drop_unknown_choices(index);
        find_errors(index, on_change, found);
    }
    auto& shown = errors[static_cast<std::size_t>(index)];
    if (shown != found) {
        shown = std::move(found);
        make_stale(index);
    }
    return shown.empty();
}

bool Session::State::has_answer_inside(ElementIndex container) const {
    for (const ElementIndex child : children_of(container)) {
        if (!of(child).present) continue;
        if (is_container(element(child).kind) ? has_answer_inside(child) : !is_empty(answer_to(child))) return true;
    }
    return false;
}

bool Session::State::validate_page(ElementIndex container) {
    bool valid = validate(container, false);
    for (const ElementIndex child : children_of(container)) {
        if (of(child).present) valid = validate_page(child) && valid;
    }
    return valid;
}

bool Session::State::validate_everything() {
    bool valid = true;
    for (const ElementIndex at : definition->pages) {
        if (of(at).present) valid = validate_page(at) && valid;
    }
    return valid;
}

// A changed answer is looked at again where an error stood; a required panel as well.
void Session::State::revalidate(SlotIndex slot) {
    const Slot& changed = slots[static_cast<std::size_t>(slot)];
    for (const ElementIndex question : changed.questions) revalidate_question(question);
    if (changed.comment_of != no_element) revalidate_question(changed.comment_of);
}

void Session::State::revalidate_question(ElementIndex question) {
    for (ElementIndex at = question; at != no_element; at = parent_of(at)) {
        if (!errors[static_cast<std::size_t>(at)].empty()) validate(at, true);
    }
}

void Session::State::reword_errors() {
    for (ElementIndex at = 0; at < count(); ++at) {
        if (!errors[static_cast<std::size_t>(at)].empty()) validate(at, false);
    }
}

}  // namespace canvass::core
