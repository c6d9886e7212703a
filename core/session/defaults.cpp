// Default values, put into the form in which the kind of question stores its answers.
#include <algorithm>
#include <utility>

#include "core/base/number.h"
#include "core/expression/coerce.h"
#include "core/expression/text.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

// Numbers written as text count as numbers.
Value as_answer(const Value& value) {
    if (!value.is_string()) return value;
    Scratch scratch;
    const Operand number = converted(value, scratch);
    return number.is_number() ? Value(number.number()) : value;
}

}  // namespace

Value number_answer(Value value) {
    value = as_answer(value);
    return value.is_number() ? std::move(value) : Value();
}

namespace {

Value boolean_answer(const BooleanSettings& settings, const Value& value) {
    if (value == settings.value_true || value.text() == "true" || value.as_bool()) return settings.value_true;
    if (value == settings.value_false || value.text() == "false" || value.is_bool()) return settings.value_false;
    return {};
}

double between(const SliderSettings& settings, double value) {
    return value > settings.max ? settings.max : value < settings.min ? settings.min : value;
}

}  // namespace

void join_texts(Kind kind, Value& value) {
    const Value::Array* items = value.as_array();
    if (!items || items->empty()) return;
    std::string joined;
    for (const Value& item : *items) {
        if (!joined.empty()) joined += kind == Kind::comment ? "\n" : ", ";
        joined += to_text(item);
    }
    value = Value(std::move(joined));
}

Value slider_answer(const SliderSettings& settings, Value value) {
    if (!settings.range && value.is_array() && value.size() > 0) value = Value((*value.as_array())[0]);
    const auto take = [&](Value& end) {
        if (end.is_number()) end = Value(between(settings, end.as_number()));
    };
    if (Value::Array* ends = value.as_array()) std::for_each(ends->begin(), ends->end(), take);
    else take(value);
    return value;
}

// With its ends where its formulas put them, and apart.
SliderSettings Session::State::slider_at(ElementIndex index) {
    SliderSettings slider = std::get<SliderSettings>(element(index).settings);
    if (element(index).formulas.empty()) return slider;
    const auto found = [&](Formula::Use use) {
        const Condition* formula = element(index).formula(use);
        const Value value = formula ? result_of(*formula, index) : Value();
        return number_of(value);
    };
    const std::optional<double> lowest = found(Formula::Use::lowest), highest = found(Formula::Use::highest);
    slider.min = lowest.value_or(slider.min);
    slider.max = highest.value_or(slider.max);
    if (slider.max > slider.min) return slider;
    if (highest) slider.max = slider.min + slider.step;
    else slider.min = slider.max - slider.step;
    return slider;
}

void Session::State::set_default_values() {
    for (ElementIndex at = 0; at < static_cast<ElementIndex>(definition->elements.size()); ++at) {
        if (is_live(at)) set_default_value(at);
    }
}

void Session::State::set_default_value(ElementIndex at) {
    const Element& question = element(at);
    if (is_empty(question.default_value) || !answer_to(at).is_null()) return;
    const auto* text = std::get_if<TextSettings>(&question.settings);
    Value value = question.kind == Kind::rating ? as_answer(question.default_value) : question.default_value;
    if (text) join_texts(question.kind, value);
    if (text && asks_number(*text)) value = number_answer(std::move(value));
    if (const auto* boolean = std::get_if<BooleanSettings>(&question.settings)) {
        value = boolean_answer(*boolean, question.default_value);
    }
    // What is written goes with what is written: where the ends are is not known before all have their defaults.
    if (const auto* slider = std::get_if<SliderSettings>(&question.settings)) value = slider_answer(*slider, std::move(value));
    const ChoiceSettings* choices = choice_settings(at);
    if (choices) value = choice_answer(at, *choices, std::move(value));
    if (question.kind == Kind::matrix && value.is_object() && definition->at(row_settings(at).row + 1).kind != Kind::checkbox) {
        for (Value::Member& row : *value.as_object()) {
            if (row.value.is_array() && row.value.size() > 0) row.value = Value(row.value.as_array()->front());
        }
    }
    set_answer_of(at, as_stored(at, std::move(value)));
    if (of(at).rows >= 0) note_touch_of(at);
}

// What a whole row or table has by default, in the form of each cell.
void Session::State::put_in_form(ElementIndex cell) {
    const bool fits = is_container(element(cell).kind) || of(cell).rows >= 0 || answer_to(cell).is_null();
    if (!fits) set_answer_of(cell, in_form(cell, answer_to(cell)));
}

void Session::State::begin_anew(ElementIndex table) {
    for (const ElementIndex root : rows_of(table).roots) touch_answers_inside(root);
    begin_rows(table);
    tell_row_count(table);
}

// For a question that comes into sight without an answer.
void Session::State::give_default(ElementIndex at) {
    if (!is_empty(answer_to(at)) || is_dropped_now(at)) return;
    if (!element(at).formula(Formula::Use::default_value)) {
        const bool anew = of(at).rows >= 0 && element(at).kind != Kind::multipletext && std::exchange(rows_of(at).cleared, false);
        return anew ? begin_anew(at) : set_default_value(at);
    }
    of(at).touched = false;
    run_default(at);
}

bool Session::State::is_dropped_when_hidden(ElementIndex question) const {
    const ClearInvisible mode = element(question).clear_if_invisible;
    return mode == ClearInvisible::on_hidden || mode == ClearInvisible::on_hidden_container;
}

// Panels and pages around a question count only for those that ask for it.
bool Session::State::is_dropped_now(ElementIndex question) const {
    const ClearInvisible mode = element(question).clear_if_invisible;
    return mode == ClearInvisible::on_hidden_container
               ? !is_shown(question)
               : mode == ClearInvisible::on_hidden && !of(question).visible;
}

// What is cleared when hidden has no answer either while it was never shown.
void Session::State::drop_hidden_defaults() {
    for (ElementIndex at = 0; at < count(); ++at) {
        if (!is_container(element(at).kind) && is_live(at) && is_dropped_now(at) && !is_closed_cell(at)) drop_hidden(at);
    }
    settle();
}

}  // namespace canvass::core
