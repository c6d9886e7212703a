// Rows added and removed: by members, by a formula, by the answer that their number is bound to.
#include <algorithm>
#include <cmath>

#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {

bool Session::State::can_add_row(ElementIndex question) const {
    const RowSettings& settings = row_settings(question);
    return settings.shape == RowSettings::Shape::list && settings.can_add && !is_read_only(question) &&
           !element(question).formula(Formula::Use::row_count) &&
           rows_of(question).roots.size() < static_cast<std::size_t>(settings.max_rows);
}

bool Session::State::can_remove_row(ElementIndex question) const {
    const RowSettings& settings = row_settings(question);
    return settings.shape == RowSettings::Shape::list && settings.can_remove && !is_read_only(question) &&
           !element(question).formula(Formula::Use::row_count) &&
           rows_of(question).roots.size() > static_cast<std::size_t>(settings.min_rows);
}

bool Session::State::add_row(ElementIndex question) {
    if (!can_add_row(question)) return false;
    const RowSettings& settings = row_settings(question);
    Value row = settings.default_row.is_object() ? settings.default_row : Value::object();
    const Value::Array* items = answer_to(question).as_array();
    if (settings.default_from_last && items && !items->empty() && items->back().is_object()) row = items->back();
    const bool stored = items || row.size() > 0 || element(question).kind == Kind::paneldynamic;
    if (!insert_row(question, std::move(row), stored)) return false;
    tell_row_count(question);
    return true;
}

bool Session::State::remove_row(ElementIndex question, std::int32_t at) {
    if (!can_remove_row(question)) return false;
    erase_row(question, at);
    tell_row_count(question);
    return true;
}

void Session::State::erase_row(ElementIndex question, std::int32_t at) {
    const ElementIndex root = rows_of(question).roots[static_cast<std::size_t>(at)];
    if (const Value::Array* items = answer_to(question).as_array(); items && static_cast<std::size_t>(at) < items->size()) {
        Value::Array& list = *place_of(question, {}).as_array();
        list.erase(list.begin() + at);
        if (list.empty()) place_of(question, {}) = Value();
    }
    changed_in_row(root);
    drop_row(root);
    rows_of(question).roots.erase(rows_of(question).roots.begin() + at);
    number_rows(question, static_cast<std::size_t>(at));
    for (const ElementIndex other : rows_of(question).roots) make_stale(other);
}

// As many rows as a formula says, or the answer that the number of rows is bound to.
void Session::State::count_rows(ElementIndex question) {
    const Condition* formula = element(question).formula(Formula::Use::row_count);
    const Condition* bound = formula ? nullptr : element(question).formula(Formula::Use::bound_count);
    if (!formula && !bound) return;
    const bool panels = element(question).kind == Kind::paneldynamic;
    const Value value = result_of(formula ? *formula : *bound, question);
    if (bound && loading && is_empty(value)) {
        if (panels && !rows_of(question).roots.empty()) tell_row_count(question);
        return;
    }
    const double count = std::floor(to_number(value));
    if (bound && !is_empty(value) && !(count >= 0)) return;
    const RowSettings& settings = row_settings(question);
    const auto wanted = static_cast<std::size_t>(
        std::clamp(count > 0 ? count : 0.0, static_cast<double>(settings.min_rows), static_cast<double>(settings.max_rows)));
    while (rows_of(question).roots.size() > wanted) {
        erase_row(question, static_cast<std::int32_t>(rows_of(question).roots.size()) - 1);
    }
    while (rows_of(question).roots.size() < wanted && insert_row(question, Value::object(), panels)) {
    }
    if (bound && is_empty(value)) tell_row_count(question);
}

void Session::State::tell_row_count(ElementIndex question) {
    const Condition* bound = element(question).formula(Formula::Use::bound_count);
    if (!bound || !bound->expression() || bound->expression()->paths().empty()) return;
    set_slot(slot_of(bound->expression()->paths()[0].text), Value(static_cast<double>(rows_of(question).roots.size())));
}

}  // namespace canvass::core
