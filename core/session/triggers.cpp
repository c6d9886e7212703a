// Triggers: what happens by itself when an expression comes true.
#include <algorithm>
#include <span>
#include <utility>

#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

// What its condition reads.
std::span<const Path> paths_of(const Trigger& trigger) {
    const Expression* expression = trigger.expression.expression();
    return expression ? expression->paths() : std::span<const Path>();
}

bool is_key(const Path& path, std::string_view name) {
    for (std::size_t last = 0; last <= path.reach(0); ++last) {
        if (same_letters(path.key(0, last), name)) return true;
    }
    return false;
}

// A trigger is no answer to what it sets itself. `only`: where it reads nothing else.
bool asks_itself(const Trigger& trigger, bool only) {
    if (trigger.from == trigger.to && trigger.deed == Trigger::Deed::copy_value) return true;
    const std::span<const Path> paths = paths_of(trigger);
    const auto is_own = [&](const Path& path) { return is_key(path, trigger.to); };
    return (!only || paths.size() == 1) && std::any_of(paths.begin(), paths.end(), is_own);
}

bool is_calculated(const Definition& definition, const Path& path) {
    return std::any_of(definition.calculated.begin(), definition.calculated.end(),
                       [&](const CalculatedValue& each) { return is_key(path, each.name); });
}

}  // namespace

ElementIndex Session::State::question_read(const Path& path) const {
    ElementIndex question = no_element;
    for (std::size_t last = path.reach(0) + 1; question == no_element && last-- > 0;) question = question_named(path.key(0, last));
    return question;
}

// A survey that opens gives defaults in their order: one behind all that a trigger reads comes after what that says.
bool Session::State::has_default_after(const Trigger& trigger, ElementIndex question) const {
    if (is_empty(element(question).default_value)) return false;
    const std::span<const Path> paths = paths_of(trigger);
    return std::all_of(paths.begin(), paths.end(), [&](const Path& path) {
        const ElementIndex read = question_read(path);
        return read < question || is_empty(answer_to(read));
    });
}

void Session::State::set_by_trigger(const Trigger& trigger, Value value) {
    if (trigger.to.empty()) return;
    value = within_limits(std::move(value));
    if (trigger.to_variable) {
        set_variable(trigger.to, std::move(value));
        return;
    }
    ElementIndex question = question_named(trigger.to);
    if (question == no_element) question = find_live(trigger.to);
    if (loading && question != no_element && is_empty(value) && has_default_after(trigger, question)) return;
    if (question != no_element && !is_container(element(question).kind)) {
        if (answer_by_rule(question, std::move(value)) && !loading) revalidate_question(question);
        if (element(question).kind == Kind::expression) mark(question, Marks::default_value);
    } else if (trigger.to.find('.') == std::string::npos) {
        set_slot(slot_of(trigger.to), std::move(value));
    }
}

void Session::State::show_by_trigger(const Trigger& trigger) {
    const bool visible = holds(trigger.expression, no_element);
    for (const std::string& name : trigger.shown) {
        const ElementIndex named = definition->find(name);
        if (named != no_element && (element(named).kind == Kind::page || !is_container(element(named).kind))) show(named, visible);
    }
}

// What has no text is copied as it is.
Value Session::State::text_to_copy(const Trigger& trigger, const Found& found) {
    Value copy = found.value.to_value();
    if (is_empty(copy)) return {};
    ElementIndex question = found.question;
    if (question != no_element && of(question).rows >= 0) question = find_live(trigger.from);
    if (question == no_element) return copy.is_array() || copy.is_object() ? std::move(copy) : Value(to_text(found.value));
    const bool of_several = of(question).block >= 0 && element(block_of(question).owner).kind == Kind::multipletext;
    const Kind kind = element(question).kind;
    return of_several || is_container(kind) || has_rows(kind) || kind == Kind::file ? std::move(copy) : Value(display_text(question, found.value));
}

void Session::State::pull_trigger(const Trigger& trigger) {
    if (trigger.deed == Trigger::Deed::complete) return note_end(trigger);
    if (trigger.deed == Trigger::Deed::show) return show_by_trigger(trigger);
    const bool sets = trigger.deed == Trigger::Deed::set_value || trigger.deed == Trigger::Deed::copy_value;
    const bool answers_itself = changing >= 0 ? keys.text(changing) == trigger.to && asks_itself(trigger, false)
                                              : loading && asks_itself(trigger, true);
    if (sets && answers_itself) return;
    const bool always = trigger.deed == Trigger::Deed::copy_value && !trigger.expression.given();
    if (!always && !holds(trigger.expression, no_element)) return;
    switch (trigger.deed) {
        case Trigger::Deed::complete:
        case Trigger::Deed::show: return;
        case Trigger::Deed::set_value: return set_by_trigger(trigger, trigger.value);
        case Trigger::Deed::copy_value: {
            Scratch scratch;
            const PathOf from(trigger.from);
            const Found found = look_up(from.path(), scratch);
            if (!is_there(found)) return;
            return set_by_trigger(trigger, trigger.display_text ? text_to_copy(trigger, found) : found.value.to_value());
        }
        case Trigger::Deed::skip: return skip_to(trigger.to);
        case Trigger::Deed::run_expression: {
            const Expression* formula = trigger.formula.expression();
            if (!formula) return;
            Scratch scratch;
            const Operand result = evaluate(*formula, *this, scratch);
            if (result.is_missing()) return;
            Value value = result.to_value();
            if (const Date* date = value.as_date()) value = Value(date_text(*date, options.clock, false));
            return set_by_trigger(trigger, std::move(value));
        }
    }
}

// Rows that a survey opens with and nobody has answered are nothing that happened.
bool Session::State::is_called_for(const Trigger& trigger) const {
    const std::span<const Path> paths = paths_of(trigger);
    return paths.empty() || std::any_of(paths.begin(), paths.end(), [&](const Path& path) {
        const ElementIndex read = question_read(path);
        return read == no_element || !answer_to(read).is_null();
    });
}

void Session::State::run_triggers() {
    any_trigger_marked = false;
    for (std::size_t at = 0; at < trigger_marked.size(); ++at) {
        if (!std::exchange(trigger_marked[at], false)) continue;
        const Trigger& trigger = definition->triggers[at];
        if (!loading || is_called_for(trigger)) pull_trigger(trigger);
    }
}

// Whether the answer that is being given is one that a page would not accept.
bool Session::State::is_changing_wrong() {
    if (changing < 0) return false;
    Faults found;
    for (const ElementIndex question : questions_of(changing)) {
        if (!is_kept(question)) drop_unknown_choices(question);
        find_errors(question, false, found);
    }
    return has_stops(found);
}

// Straight to where a question is, if that is shown; not from an answer that is wrong.
void Session::State::skip_to(const std::string& name) {
    ElementIndex target = definition->find(name);
    if (target == no_element) target = question_named(name);
    if (target == no_element || is_container(element(target).kind) || !is_shown(target)) return;
    const ElementIndex place = place_of(target);
    // One question at a time, a survey opens with the first.
    const bool opening = loading && !starting && definition->course.at_once < ShownAtOnce::element;
    if ((state != SessionState::running && !opening) || place == here() || !is_offered(page_of(target)) || is_changing_wrong()) return;
    if (!shows_survey() && !opening) jumps.push_back({here(), place});
    turn_to(place);
}

// A survey that can end on this page says so by its buttons.
void Session::State::note_end(const Trigger& trigger) {
    if (is_changing_wrong()) return;
    ElementIndex& ends = ends_on[static_cast<std::size_t>(&trigger - definition->triggers.data())];
    ends = holds(trigger.expression, no_element) ? page : no_element;
    survey_stale = true;
}

// Whether it reads an answer that is given there, or none.
bool Session::State::is_asked_at(const Trigger& trigger, ElementIndex place) const {
    if (!trigger.expression.expression()) return false;
    const std::span<const Path> paths = paths_of(trigger);
    return paths.empty() || std::any_of(paths.begin(), paths.end(), [&](const Path& path) {
        const ElementIndex question = question_read(path);
        return question != no_element ? is_inside(question, place) : is_calculated(*definition, path);
    });
}

// On leaving a place, going on: what its triggers show or hide.
void Session::State::show_after(ElementIndex place) {
    for (const Trigger& trigger : definition->triggers) {
        if (trigger.deed == Trigger::Deed::show && is_asked_at(trigger, place)) show_by_trigger(trigger);
    }
}

// And whether one of them ends the survey.
bool Session::State::ends_after(ElementIndex place) {
    return std::any_of(definition->triggers.begin(), definition->triggers.end(), [&](const Trigger& trigger) {
        return trigger.deed == Trigger::Deed::complete && is_asked_at(trigger, place) && holds(trigger.expression, no_element);
    });
}

}  // namespace canvass::core
