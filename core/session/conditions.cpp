// From a change to what depends on it: marks, and the evaluation of what is marked.
#include <algorithm>
#include <utility>

#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

// Not one in a row that means an answer of its own row.
bool reads_survey(const Definition& definition, const Reader& reader) {
    const bool of_element = reader.duty < Duty::calculated;
    return reader.reach == Reach::survey || !of_element || definition.at(reader.index).owner == no_element;
}

}  // namespace

void Session::State::mark(ElementIndex index, std::uint16_t marks) {
    ElementState& element_state = of(index);
    if (!element_state.marks) marked.push_back(index);
    element_state.marks |= marks;
}

// For an answer of the survey.
void Session::State::mark_readers(std::int32_t name) {
    for (const Reader& reader : definition->reads.of(name)) {
        if (reads_survey(*definition, reader)) mark_reader(reader);
    }
}

void Session::State::mark_readers(std::string_view name) { mark_readers(definition->reads.names.find(name)); }

// Marks in the order of Duty.
void Session::State::mark_instance(ElementIndex index, Duty duty) {
    if (duty == Duty::validators) return rechecks.push_back(index);
    if (duty == Duty::error_words) return rewords.push_back(index);
    if (opens_silently() && (duty == Duty::set_value || duty == Duty::reset_value)) return;
    constexpr std::uint16_t marks[] = {Marks::visible, Marks::enabled,       Marks::required, Marks::choices,
                                      Marks::texts,   Marks::default_value, Marks::set,      Marks::reset,
                                       Marks::row_count};
    mark(index, marks[static_cast<std::size_t>(duty)]);
}

void Session::State::mark_reader(const Reader& reader) {
    switch (reader.duty) {
        default:
            if (definition->at(reader.index).owner == no_element) return mark_instance(reader.index, reader.duty);
            {
                std::vector<ElementIndex> found;
                instances_of(reader.index, found);
                for (const ElementIndex index : found) mark_instance(index, reader.duty);
            }
            return;
        case Duty::calculated:
            calculation_marked[static_cast<std::size_t>(reader.index)] = true;
            any_calculation_marked = true;
            return;
        case Duty::trigger:
            trigger_marked[static_cast<std::size_t>(reader.index)] = true;
            any_trigger_marked = true;
            return;
        case Duty::survey_texts: survey_stale = true; return;
    }
}

void Session::State::mark_all_of(ElementIndex at) {
    const Element& described = element(at);
    std::uint16_t marks = Marks::texts;
    if (described.visible_if.given()) marks |= Marks::visible;
    if (described.enable_if.given()) marks |= Marks::enabled;
    if (described.required_if.given()) marks |= Marks::required;
    if (of(at).rows >= 0 || !rules_of(at).empty() || carry_of(std::get_if<ChoiceSettings>(&described.settings))) marks |= Marks::choices;
    const bool computed = is_total(at) && !is_container(described.kind);
    if (computed || described.formula(Formula::Use::default_value)) marks |= Marks::default_value;
    if (of(at).rows >= 0) marks |= Marks::row_count;
    mark(at, marks);
}

void Session::State::mark_everything() {
    for (ElementIndex at = 0; at < count(); ++at) {
        if (is_live(at)) mark_all_of(at);
    }
    calculation_marked.assign(definition->calculated.size(), true);
    any_calculation_marked = !calculation_marked.empty();
    survey_stale = true;
}

bool Session::State::holds(const Condition& condition, ElementIndex element_index, const Value* about) {
    if (!condition.expression()) return false;
    scope = element_index;
    item = about;
    const bool result = canvass::core::holds(*condition.expression(), *this);
    scope = no_element;
    item = nullptr;
    return result;
}

void Session::State::calculate() {
    any_calculation_marked = false;
    for (const std::int32_t index : definition->calculation_order) {
        const auto at = static_cast<std::size_t>(index);
        if (!calculation_marked[at]) continue;
        calculation_marked[at] = false;
        const CalculatedValue& calculated = definition->calculated[at];
        if (const Expression* expression = calculated.expression.expression()) {
            computing = true;
            set_variable(calculated.name, within_limits(evaluate(*expression, *this)));
            computing = false;
        }
    }
    any_calculation_marked = std::find(calculation_marked.begin(), calculation_marked.end(), char{1}) !=
                             calculation_marked.end();
}

// Which rows of a matrix are shown and open: its own condition about each of them, and theirs.
void Session::State::evaluate_rows(ElementIndex question) {
    const RowSettings& settings = row_settings(question);
    if (settings.rows.empty() && !settings.rows_visible_if.given()) return;
    for (const ElementIndex root : std::vector<ElementIndex>(rows_of(question).roots)) {
        const Choice* row = settings.rows.empty() ? nullptr : &settings.rows[static_cast<std::size_t>(block_of(root).row)];
        const ChoiceRule* own = row && row->rule >= 0 ? &settings.rules[static_cast<std::size_t>(row->rule)] : nullptr;
        const auto allows = [&](const Condition& condition) {
            return !condition.given() || holds(condition, root, row ? &row->value : nullptr);
        };
        const bool visible = allows(settings.rows_visible_if) && (!own || allows(own->visible_if));
        const bool enabled = !own || own->enable_if.broken() || allows(own->enable_if);
        if (of(root).enabled != enabled) {
            of(root).enabled = enabled;
            make_stale_inside(root);
        }
        if (of(root).visible == visible) continue;
        of(root).visible = visible;
        update_presence(root);
        if (!loading) {
            make_stale_inside(root);
            if (!visible) container_changed(root, false);  // what comes back has no default again
        }
        row_visibility_changed(root);
        mark_totals(question);
    }
}

// Those behind it may count the visible rows before them.
void Session::State::row_visibility_changed(ElementIndex root) {
    structure_stale = any_view_stale = true;
    const Names& names = definition->reads.names;
    if (names.find("visiblepanelindex") < 0 && names.find("visiblerowindex") < 0) return;
    const Block& block = block_of(root);
    if (block.row != total_row) number_rows(block.owner, static_cast<std::size_t>(block.row));
}

void Session::State::show(ElementIndex index, bool visible) {
    if (visible == of(index).visible) return;
    of(index).visible = visible;
    update_presence(index);
    visibility_changed(index);
    if (element(index).kind == Kind::row) row_visibility_changed(index);
}

void Session::State::evaluate_marks(ElementIndex index, std::uint16_t marks) {
    const Element& described = element(index);
    if (marks & Marks::visible) {
        // Conditions of columns may be about each of them.
        const bool column = of(index).block >= 0 && !is_container(described.kind);
        const Value name = column ? Value(described.name) : Value();
        show(index, holds(described.visible_if, index, column ? &name : nullptr));
    }
    if (marks & Marks::enabled) {
        const bool enabled = described.enable_if.broken() || holds(described.enable_if, index);
        if (enabled != of(index).enabled) {
            of(index).enabled = enabled;
            make_stale_inside(index);
            if (!enabled) forgive_inside(index);
            else if (!is_container(described.kind)) mark_expressions_inside(index);
        }
    }
    if (marks & Marks::required) {
        const bool required = holds(described.required_if, index);
        if (required != of(index).required) {
            of(index).required = required;
            survey_stale |= counts_answers;
            if (!required && !errors[static_cast<std::size_t>(index)].empty()) validate(index, false);
            make_stale(index);
        }
    }
    if (marks & Marks::row_count) count_rows(index);
    // A formula may choose what is not shown, until the choices change again.
    if (marks & Marks::choices) evaluate_choices(index);
    if (marks & Marks::default_value) run_default(index);
    if (marks & (Marks::set | Marks::reset)) rules_marked.push_back({index, marks});
    if (marks & (Marks::choices | Marks::texts | Marks::called)) make_stale(index);
    if (loading) return;
    if (marks & Marks::called || (marks & Marks::texts && do_choices_show_answers(index))) mark_text_readers(index);
}

bool Session::State::do_choices_show_answers(ElementIndex question) const {
    const auto names = [&](const LocalizedText& text) {
        return text.in(locale, definition->locale).find('{') != std::string_view::npos;
    };
    const auto any = [&](const auto& list) {
        return std::any_of(list.begin(), list.end(), [&](const auto& choice) { return names(choice.text); });
    };
    const ChoiceSettings* settings = choice_settings(question);
    const auto* boolean = std::get_if<BooleanSettings>(&element(question).settings);
    return any(choices_of(question)) || (settings && any(settings->words)) ||
           (boolean && (names(boolean->label_true) || names(boolean->label_false)));
}

// Whoever shows this question's answer shows the text of its choice.
void Session::State::mark_text_readers(ElementIndex question) {
    // Texts are put together when all is settled, so once is enough, however many name one another.
    if (std::exchange(of(question).told, settlement) == settlement) return;
    const std::int32_t name = slots[static_cast<std::size_t>(answer_slot(question))].name;
    mark_carriers(question, Marks::called);
    for (const Reader& reader : definition->reads.of(name)) {
        const bool shows = reader.duty == Duty::survey_texts || (reader.duty == Duty::texts && reader.index != of(question).source);
        if (shows && reads_survey(*definition, reader)) mark_reader(reader);
    }
    if (of(question).block >= 0) mark_in_row(element(question).value_name, block_of(question), true);
}

void Session::State::settle_conditions() {
    if (state == SessionState::completed) return;
    ++settlement;
    // A row may wait for the one before it, so rounds are not counted here, but what they cost.
    std::size_t left = 1'000 + 20 * elements.size();
    while (left > 0 && (any_calculation_marked || !marked.empty())) {
        if (any_calculation_marked) calculate();
        std::vector<ElementIndex> now;
        now.swap(marked);
        left -= std::min(left, now.size() + 1);
        for (const ElementIndex index : now) {
            const std::uint16_t marks = of(index).marks;
            of(index).marks = 0;
            evaluate_marks(index, marks);
        }
        if (marked.empty()) {
            now.clear();
            marked.swap(now);  // keeps the memory for the next time
        }
    }
    settled &= marked.empty() && !any_calculation_marked;
}

void Session::State::settle() {
    if (state == SessionState::completed) {
        rewords.clear();
        return drop_marks();
    }
    if (!loading) {
        for (const Reader& reader : definition->reads.restless()) mark_reader(reader);
    }
    for (int round = 0; round < most_rounds; ++round) {
        settle_conditions();
        if (definition->read_only || previewing) {
            drop_marks();  // where nobody answers, nothing answers itself
        } else {
            if (std::exchange(answers_changed, false) && !definition->reads.unconditional().empty()) {
                for (const Reader& reader : definition->reads.unconditional()) mark_reader(reader);
                settle_conditions();
            }
            if (!rules_marked.empty()) run_rules();
            if (any_trigger_marked) run_triggers();
        }
        // Conditions may read where that is, and whether something is wrong: these two may leave marks for another round.
        if (!is_unsettled()) keep_place_shown();
        if (!is_unsettled()) reword_marked();
        if (!is_unsettled()) break;
    }
    if (is_unsettled()) {
        settled = false;
        keep_place_shown();
        drop_marks();
    }
}

bool Session::State::is_unsettled() const {
    return !marked.empty() || any_calculation_marked || any_trigger_marked || answers_changed;
}

void Session::State::drop_marks() {
    for (const ElementIndex index : marked) of(index).marks = 0;
    marked.clear();
    rules_marked.clear();
    trigger_marked.assign(trigger_marked.size(), false);
    any_trigger_marked = answers_changed = false;
}

void Session::State::update_presence(ElementIndex index) {
    ElementIndex outermost = no_element;  // of what comes into sight with it
    for (ElementIndex at = index; at != no_element; at = parent_of(at)) {
        ElementState& element_state = of(at);
        const bool present = element_state.visible && !element_state.choiceless && holds_something(at);
        if (present == element_state.present) break;
        element_state.present = present;
        const Kind kind = element(at).kind;
        if (at != index && present && (kind == Kind::page || kind == Kind::panel)) outermost = at;
        structure_stale = any_view_stale = true;
        const ElementIndex parent = parent_of(at);
        if (parent != no_element) of(parent).present_children += present ? 1 : -1;
        else place_changed();
    }
    if (outermost != no_element && !loading && !previewing) container_changed(outermost, true);
}

void Session::State::make_stale(ElementIndex index) {
    any_view_stale = true;
    if (element(index).kind == Kind::page) survey_stale = true;  // its title stands over the page
    if (of(index).view_stale) return;
    of(index).view_stale = true;
    stale.push_back(index);
}

// What nobody can answer is not wrong.
void Session::State::forgive_inside(ElementIndex index) {
    if (!is_container(element(index).kind) && !errors[static_cast<std::size_t>(index)].empty()) validate(index, true);
    for (const ElementIndex child : children_of(index)) forgive_inside(child);
}

void Session::State::make_stale_inside(ElementIndex index) {
    make_stale(index);
    for (const ElementIndex child : children_of(index)) make_stale_inside(child);
    if (const ElementIndex total = listed_total(index); total != no_element) make_stale_inside(total);
}

}  // namespace canvass::core
