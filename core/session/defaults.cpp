// Default values, put into the form in which the kind of question stores its answers.
#include <algorithm>

#include "core/base/number.h"
#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

// Numbers written as text count as numbers, as they do when a formula sets an answer.
Value as_answer(const Value& value) {
    if (!value.is_string()) return value;
    Scratch scratch;
    const Operand number = converted(value, scratch);
    return number.is_number() ? Value(number.number()) : value;
}

Value boolean_answer(const BooleanSettings& settings, const Value& value) {
    if (value == settings.value_true || value.text() == "true" || value.as_bool()) return settings.value_true;
    if (value == settings.value_false || value.text() == "false" || value.is_bool()) return settings.value_false;
    return {};
}

}  // namespace

// A default that is no choice becomes "other" with its text, where there is such a choice.
Value Session::State::choice_answer(ElementIndex index, const ChoiceSettings& settings, Value value) {
    const auto known = [&](const Value& one) {
        return settings.open || settings.choices.empty() || is_known_choice(index, one);
    };
    const auto as_other = [&](Value& one) {
        set_comment_of(index, std::move(one));
        one = Value("other");
    };
    if (Value::Array* items = value.as_array(); items && settings.multiple) {
        const auto unknown = std::find_if_not(items->begin(), items->end(), known);
        if (unknown != items->end() && settings.other_item) as_other(*unknown);
        return value;
    }
    if (const Value::Array* items = value.as_array(); items && !items->empty()) value = Value(items->front());
    if (settings.multiple) return Value::array({std::move(value)});
    if (known(value)) return value;
    if (!settings.other_item) return {};
    as_other(value);
    return value;
}

void Session::State::set_default_values() {
    for (ElementIndex at = 0; at < static_cast<ElementIndex>(definition->elements.size()); ++at) {
        if (is_live(at)) set_default_value(at);
    }
}

void Session::State::set_default_value(ElementIndex at) {
    const Element& question = element(at);
    if (is_empty(question.default_value) || !answer_to(at).is_null()) return;
    Value value = as_answer(question.default_value);
    if (const auto* boolean = std::get_if<BooleanSettings>(&question.settings)) {
        value = boolean_answer(*boolean, question.default_value);
    }
    const auto* choices = std::get_if<ChoiceSettings>(&question.settings);
    if (choices) value = choice_answer(at, *choices, std::move(value));
    set_answer_of(at, std::move(value));
}

bool Session::State::is_dropped_when_hidden(ElementIndex question) const {
    const ClearInvisible mode = element(question).clear_if_invisible;
    return mode == ClearInvisible::on_hidden || mode == ClearInvisible::on_hidden_container;
}

// What is cleared when hidden has no answer either while it was never shown.
void Session::State::drop_hidden_defaults() {
    for (ElementIndex at = 0; at < count(); ++at) {
        if (is_container(element(at).kind) || !is_live(at) || is_shown(at)) continue;
        if (is_dropped_when_hidden(at)) clear_answer(at, false);
    }
    settle();
}

}  // namespace canvass::core
