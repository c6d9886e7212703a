// Answers that set themselves: default value formulas, setValueIf and its kin.
#include <algorithm>
#include <utility>

#include "core/expression/coerce.h"
#include "core/expression/decimal.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

void append_two(std::string& text, int number) {
    text += static_cast<char>('0' + number / 10 % 10);
    text += static_cast<char>('0' + number % 10);
}

}  // namespace

std::string date_text(Date date, const Clock& clock, bool with_time) {
    const CivilTime civil = civil_time(date.ms, clock.utc_offset_minutes);
    std::string text;
    append_two(text, static_cast<int>(civil.year / 100));
    append_two(text, static_cast<int>(civil.year % 100));
    text += '-';
    append_two(text, civil.month);
    text += '-';
    append_two(text, civil.day);
    if (!with_time) return text;
    text += 'T';
    append_two(text, civil.hour);
    text += ':';
    append_two(text, civil.minute);
    return text;
}

// What a formula gave, in the form in which the question stores answers.
Value Session::State::in_form(ElementIndex index, Value value) {
    const Element& question = element(index);
    if (const Date* date = value.as_date()) {
        const auto* settings = std::get_if<TextSettings>(&question.settings);
        value = Value(date_text(*date, options.clock, settings && settings->input_type == "datetime-local"));
    }
    const auto* text = std::get_if<TextSettings>(&question.settings);
    if (text && asks_number(*text)) value = number_answer(std::move(value));
    if (question.kind == Kind::slider) return slider_answer(slider_at(index), std::move(value));
    const auto* choices = std::get_if<ChoiceSettings>(&question.settings);
    if (choices) take_own_values(index, value);
    if (choices && choices->multiple && !is_empty(value)) {
        if (!value.is_array()) value = Value::array({std::move(value)});
        wrap(*choices, value);
        if (choices->ranks_all) rank_all(index, value);
    }
    const Value::Array* items = value.as_array();
    if (items && !items->empty()) {
        const bool takes_one = choices ? !choices->multiple : question.kind == Kind::rating && items->size() == 1;
        if (takes_one) return Value(items->front());
    }
    if (text) join_texts(question.kind, value);
    const auto* format = std::get_if<NumberFormat>(&question.settings);
    if (format && format->precision >= 0 && value.is_number()) {
        value = Value(rounded_to(value.as_number(), format->precision));
    }
    return as_stored(index, std::move(value));
}

Value Session::State::result_of(const Condition& formula, ElementIndex around) {
    if (!formula.expression()) return {};
    scope = around;
    Value value = within_limits(evaluate(*formula.expression(), *this));
    scope = no_element;
    return value;
}

Value Session::State::default_of(ElementIndex index) {
    const Condition* formula = keeps_own_default(index) ? nullptr : element(index).formula(Formula::Use::default_value);
    Value value = formula ? result_of(*formula, index) : is_total(index) ? total_of(index) : Value();
    if (of(index).rows >= 0 && !value.is_array() && !value.is_object()) value = Value();
    return in_form(index, value.is_null() ? element(index).default_value : std::move(value));
}

// A boolean with a default of its own never asks its formula.
bool Session::State::keeps_own_default(ElementIndex index) const {
    return element(index).kind == Kind::boolean && !is_empty(element(index).default_value);
}

// A default formula rules until somebody answers otherwise; that of an expression always, unless written read-only.
void Session::State::run_default(ElementIndex index) {
    if (element(index).kind == Kind::expression) {
        bool read_only = definition->read_only;
        for (ElementIndex at = index; at != no_element; at = parent_of(at)) {
            const bool own = at == index && of(index).block < 0;
            const bool closed = (own || has_rows(element(at).kind)) && !of(at).enabled;
            const bool opened = element(at).enable_if.given() && of(at).enabled && !is_container(element(at).kind);
            read_only |= (element(at).read_only && !opened) || closed;
        }
        if ((read_only || !element(index).formula(Formula::Use::default_value)) && !is_total(index)) return;
    } else if (of(index).touched || is_dropped_now(index) || keeps_own_default(index)) {
        return;
    }
    Value value = default_of(index);
    if (of(index).rows >= 0 && value.is_null()) return;  // the rows stay
    if (loading && is_given_by_another(index, is_empty(value))) {
        of(index).touched = true;  // an answer from outside, to this formula
        return;
    }
    computing = element(index).kind == Kind::expression && of(index).block < 0;
    const bool changed = set_answer_of(index, std::move(value));
    computing = false;
    if (changed && !loading && !errors[static_cast<std::size_t>(index)].empty()) validate(index, true);
}

// Whether one of those that share its answer has it by default: one before it, or any where its own formula says nothing.
bool Session::State::is_given_by_another(ElementIndex index, bool says_nothing) const {
    if (of(index).block >= 0 || element(index).kind == Kind::expression || answer_to(index).is_null()) return false;
    const Sharing sharing = questions_of(of(index).answer);
    return std::any_of(sharing.begin(), sharing.end(), [&](ElementIndex other) {
        return other != index && (says_nothing || other < index) && !is_empty(element(other).default_value);
    });
}

void Session::State::mark_expressions_inside(ElementIndex index) {
    if (element(index).kind == Kind::expression) mark(index, Marks::default_value);
    for (const ElementIndex child : children_of(index)) mark_expressions_inside(child);
}

void Session::State::note_touch(SlotIndex slot) {
    for (const ElementIndex question : questions_of(slot)) note_touch_of(question);
}

void Session::State::note_touch_of(ElementIndex question) {
    if (of(question).rows >= 0) {
        for (const ElementIndex root : rows_of(question).roots) note_touch_inside(root);
    }
    if (!element(question).formula(Formula::Use::default_value)) return;
    const Value& answer = answer_to(question);
    const Value by_itself = default_of(question);
    const bool own = !are_equal(answer, by_itself);
    of(question).touched = own || (of(question).block < 0 && (of(question).touched || answer.is_null()));
}

// Rows that were set as a whole: what new ones answer stays, and in the others where a default formula has nothing to
// say.
void Session::State::note_touch_inside(ElementIndex container) {
    for (const ElementIndex child : children_of(container)) {
        if (is_container(element(child).kind)) {
            note_touch_inside(child);
        } else if (!answer_to(child).is_null()) {
            const Value by_itself = of(child).touched ? Value() : default_of(child);
            if (is_empty(by_itself)) note_touch_of(child);
        }
    }
}

// The cells inside whose default formula still rules, and what it made of them.
void Session::State::collect_made(ElementIndex container, Made& made) const {
    for (const ElementIndex child : children_of(container)) {
        collect_made(child, made);
        const bool ruled = of(child).block >= 0 && !of(child).touched && element(child).formula(Formula::Use::default_value);
        if (ruled) made.emplace_back(child, answer_to(child));
    }
}

// A cell that came with another answer than its formula's keeps it.
void Session::State::keep_given(const Made& made) {
    for (const auto& [cell, by_itself] : made) {
        if (is_live(cell) && !answer_to(cell).is_null() && answer_to(cell) != by_itself) note_touch_of(cell);
    }
}

// A row that begins with answers has them from outside.
void Session::State::touch_answers_inside(ElementIndex container) {
    for (const ElementIndex child : children_of(container)) {
        if (is_container(element(child).kind)) touch_answers_inside(child);
        else of(child).touched = !answer_to(child).is_null() && element(child).formula(Formula::Use::default_value) != nullptr;
    }
}

// Rows are no rows without a list of them, or an object where they have names: what else a rule says is no answer.
bool Session::State::may_hold(ElementIndex index, const Value& value) const {
    if (of(index).rows < 0 || is_empty(value)) return true;
    if (row_settings(index).shape != RowSettings::Shape::list) return value.is_object();
    const Value::Array* items = value.as_array();
    return items && std::all_of(items->begin(), items->end(), [](const Value& row) { return row.is_object() || row.is_null(); });
}

// False: nothing changed.
bool Session::State::answer_by_rule(ElementIndex question, Value value) {
    value = in_form(question, std::move(value));
    return may_hold(question, value) && set_answer_of(question, std::move(value));
}

void Session::State::run_rules() {
    std::vector<Rule> rules;
    rules.swap(rules_marked);
    // Document order. They come nearly so, and this sort is a fraction of the library's.
    for (std::size_t sorted = 1; sorted < rules.size(); ++sorted) {
        for (std::size_t at = sorted; at > 0 && rules[at].element < rules[at - 1].element; --at) {
            std::swap(rules[at], rules[at - 1]);
        }
    }
    for (const Rule& rule : rules) {
        if (!is_live(rule.element)) continue;  // its row went with what another rule said
        bool changed = false;
        const Element& question = element(rule.element);
        const Condition* reset = question.formula(Formula::Use::reset_value_if);
        if (rule.marks & Marks::reset && reset && !is_empty(answer_to(rule.element)) && holds(*reset, rule.element)) {
            // That of a boolean is what is written, never its formula.
            Value value = question.kind == Kind::boolean ? in_form(rule.element, question.default_value) : default_of(rule.element);
            if (is_empty(value)) changed = clear_answer(rule.element, false);
            else changed = set_answer_of(rule.element, std::move(value));
        }
        const Condition* when = question.formula(Formula::Use::set_value_if);
        const Condition* what = question.formula(Formula::Use::set_value);
        if (rule.marks & Marks::set && (!when || holds(*when, rule.element))) {
            if (!what) changed |= clear_answer(rule.element, false);
            else if (what->expression()) changed |= answer_by_rule(rule.element, result_of(*what, rule.element));
        }
        if (changed && !loading) revalidate_question(rule.element);
    }
}

// What is dropped at the end is answered by rules alone, and only where somebody sees that.
void Session::State::run_last_rules() {
    for (int round = 0; round < most_rounds && !marked.empty(); ++round) {
        for (const ElementIndex index : std::exchange(marked, {})) {
            const std::uint16_t marks = std::exchange(of(index).marks, std::uint16_t{0}) & (Marks::set | Marks::reset);
            if (marks && is_answer_shown(index)) rules_marked.push_back({index, marks});
        }
        run_rules();
    }
    settled &= marked.empty();
}

}  // namespace canvass::core
