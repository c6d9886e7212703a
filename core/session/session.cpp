#include "core/session/session.h"

#include <algorithm>
#include <limits>

#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {

Diagnostic about(Code code, Severity severity, std::string_view subject) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.severity = severity;
    diagnostic.subject = std::string(subject);
    return diagnostic;
}

Session::State::State(std::shared_ptr<const Definition> of_definition, SessionOptions given)
    : definition(std::move(of_definition)), options(std::move(given)), texts(options.texts),
      locale(options.locale.empty() ? definition->locale : options.locale), elements(definition->elements.size()),
      choosing(elements.size()), errors(elements.size()) {
    if (!texts) texts = std::make_shared<const Texts>();
    init_elements(0, 0, count(), -1);
    page_seconds.resize(definition->pages.size());
    ends_on.assign(definition->triggers.size(), no_element);
    const Course& course = definition->course;
    const bool of_pages = course.progress == ProgressKind::pages || course.progress == ProgressKind::buttons;
    const bool by_pages = of_pages && course.at_once != ShownAtOnce::element;
    counts_answers = (course.show_progress && !by_pages) || !definition->correct_answers.empty();
    starting = course.start_page && !definition->read_only;
    arrange();
    make_slots();
    calculation_marked.resize(definition->calculated.size());  // opening rows marks who reads them
    trigger_marked.resize(definition->triggers.size());
    for (ElementIndex at = 0, size = count(); at < size; ++at) {
        if (has_rows(element(at).kind) && is_live(at)) open_rows(at);
    }
    mark_everything();
    set_default_values();
    settle();
    drop_hidden_defaults();
    loading = false;
}

Session::Session(std::shared_ptr<const Definition> definition, SessionOptions options)
    : state_(std::make_unique<State>(std::move(definition), std::move(options))) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

// Rows beyond the most are not kept.
void Session::State::note_size(ElementIndex question, const Value& value, Diagnostics& diagnostics) const {
    if (!has_rows(element(question).kind) || !value.is_array()) return;
    const auto most = static_cast<std::size_t>(row_settings(question).max_rows);
    if (value.size() <= most || row_settings(question).shape != RowSettings::Shape::list) return;
    diagnostics.push_back(about(Code::too_large, Severity::note, "rows"));
    diagnostics.back().limit = static_cast<long>(most);
}

Outcome Session::State::set_answer(std::string_view name, Value value) {
    Outcome outcome;
    bool in_rows = false;
    const ElementIndex named = slot_at(name) < 0 ? find_live(name, &in_rows) : no_element;
    if (in_rows && named == no_element) {
        outcome.diagnostics.push_back(about(Code::unknown_question, Severity::note, name));
        return outcome;
    }
    if (named != no_element && of(named).block >= 0) return set_cell(named, std::move(value), false);
    const bool own_key = named != no_element && !is_container(element(named).kind);
    const SlotIndex slot = own_key ? of(named).answer : slot_of(name);
    const Sharing asking = questions_of(slot);
    if (asking.empty() && slots[static_cast<std::size_t>(slot)].comment_of == no_element) {
        outcome.diagnostics.push_back(about(Code::unknown_question, Severity::note, name));
    }
    if (!asking.empty()) value = as_stored(asking.front(), std::move(value));
    for (const ElementIndex question : asking) note_size(question, value, outcome.diagnostics);
    Made made;
    for (const ElementIndex question : asking) collect_made(question, made);
    outcome.changed = set_slot(slot, std::move(value));
    if (outcome.changed) {
        for (const ElementIndex question : asking) take_choices(question);
        changing = slot;
        note_touch(slot);
        keep_given(made);
        settle();
        revalidate(slot);
        if (is_unsettled()) settle();  // what reads of errors
        changing = -1;
    }
    return outcome;
}

Outcome Session::State::set_cell(ElementIndex question, Value value, bool comment) {
    Outcome outcome;
    if (is_container(element(question).kind)) {
        outcome.diagnostics.push_back(about(Code::unknown_question, Severity::note, path_of(question)));
        return outcome;
    }
    note_size(question, value, outcome.diagnostics);
    Made made;
    if (!comment) collect_made(question, made);
    outcome.changed = comment ? set_comment_of(question, std::move(value))
                              : set_answer_of(question, as_stored(question, std::move(value)));
    if (!outcome.changed) return outcome;
    if (!comment) take_choices(question);
    changing = answer_slot(question);
    note_touch_of(question);
    keep_given(made);
    settle();
    revalidate_question(question);
    if (is_unsettled()) settle();
    changing = -1;
    return outcome;
}

Outcome Session::State::set_comment(const std::string& name, const std::string& text) {
    const ElementIndex question = find_live(name);
    if (question != no_element && of(question).block >= 0) return set_cell(question, Value(text), true);
    const bool known = question != no_element && !is_container(element(question).kind);
    return set_answer((known ? element(question).value_name : name) + std::string(comment_suffix), Value(text));
}

// A question's name adds a row to it, a row's name removes it.
Outcome Session::State::change_rows(std::string_view name, bool add) {
    Outcome outcome;
    const ElementIndex named = find_live(name);
    const bool fits = named != no_element && (add ? of(named).rows >= 0 : block_root(named) == named);
    if (!fits) outcome.diagnostics.push_back(about(Code::unknown_question, Severity::error, name));
    const ElementIndex question = fits && !add ? block_of(named).owner : named;
    outcome.accepted = outcome.changed =
        fits && state == SessionState::running && (add ? add_row(question) : remove_row(question, block_of(named).row));
    if (!outcome.accepted) return outcome;
    settle();
    revalidate_question(question);
    if (is_unsettled()) settle();
    return outcome;
}

Outcome Session::apply(const Action& action) {
    State& state = *state_;
    Outcome outcome;
    state.rechecks.clear();
    state.settled = true;
    if (const auto* set = std::get_if<SetValue>(&action)) return state.set_answer(set->name, set->value);
    if (const auto* comment = std::get_if<SetComment>(&action)) return state.set_comment(comment->name, comment->text);
    if (const auto* clear = std::get_if<ClearValue>(&action)) {
        outcome = state.set_answer(clear->name, Value());
        outcome.changed |= state.set_comment(clear->name, {}).changed;
        return outcome;
    }
    if (const auto* variable = std::get_if<SetVariable>(&action)) {
        outcome.changed = state.set_variable(variable->name, variable->value);
        state.settle();
        state.recheck(true);
        state.settle();
    } else if (std::holds_alternative<NextPage>(action)) {
        outcome.accepted = outcome.changed = state.move_on();
    } else if (std::holds_alternative<PreviousPage>(action)) {
        outcome.accepted = outcome.changed = state.move_back();
    } else if (std::holds_alternative<Complete>(action)) {
        outcome.accepted = outcome.changed = state.complete();
    } else if (const auto* locale = std::get_if<SetLocale>(&action)) {
        outcome.changed = state.set_locale(locale->locale);
    } else if (const auto* add = std::get_if<AddRow>(&action)) {
        return state.change_rows(add->name, true);
    } else if (const auto* remove = std::get_if<RemoveRow>(&action)) {
        return state.change_rows(remove->name, false);
    } else if (std::holds_alternative<StartSurvey>(action)) {
        outcome.accepted = outcome.changed = state.start();
    } else if (std::holds_alternative<ShowPreview>(action)) {
        outcome.accepted = outcome.changed = state.show_preview();
    } else if (const auto* edit = std::get_if<EditAnswers>(&action)) {
        outcome.accepted = outcome.changed = state.edit(edit->place);
    } else if (const auto* go = std::get_if<GoTo>(&action)) {
        outcome.accepted = outcome.changed = state.go_to(go->place);
    } else if (const auto* tick = std::get_if<Tick>(&action)) {
        outcome.changed = state.tick(tick->seconds);
    } else if (const auto* given = std::get_if<SetChoices>(&action)) {
        return state.give_choices(given->name, given->choices);
    } else {
        outcome.changed = state.advance();
    }
    if (state.is_unsettled()) state.settle();  // what reads where the survey is
    if (!outcome.accepted) {
        outcome.changed = state.any_view_stale;
        state.report_errors(outcome.diagnostics);
    }
    return outcome;
}

void Session::State::report_errors(Diagnostics& diagnostics) const {
    for (ElementIndex at = 0; at < count(); ++at) {
        for (const Fault& fault : errors[static_cast<std::size_t>(at)]) {
            if (!fault.stops()) continue;
            const bool missing = !is_container(element(at).kind) && is_empty(answer_to(at));
            Diagnostic diagnostic = about(missing ? Code::answer_required : Code::answer_invalid, Severity::error,
                                          path_of(at));
            diagnostic.detail = fault.text;
            diagnostics.push_back(std::move(diagnostic));
        }
    }
}

bool Session::State::set_locale(const std::string& wanted) {
    const std::string& next = wanted.empty() ? definition->locale : wanted;
    if (next == locale) return false;
    locale = next;
    mark_readers("locale");
    for (ElementIndex at = 0; at < count(); ++at) {
        if (is_live(at)) make_stale(at);
    }
    survey_stale = true;
    settle();
    reword_errors();
    return true;
}

void Session::restore(const Value& data, bool merge) {
    State& state = *state_;
    const Value::Object* members = data.as_object();
    for (std::size_t at = 0; at < state.slots.size() && !merge; ++at) {
        const std::string_view key = state.keys.text(static_cast<SlotIndex>(at));
        if (!data.find(key)) state.set_slot(static_cast<SlotIndex>(at), Value());
    }
    for (ElementIndex at = 0; at < state.count() && !merge; ++at) state.of(at).touched = false;
    if (members) {
        for (const Value::Member& member : *members) {
            const SlotIndex slot = state.slot_of(member.name);
            if (state.set_slot(slot, member.value)) state.note_touch(slot);
        }
    }
    for (ElementIndex at = 0; at < state.count(); ++at) {
        if (state.is_live(at)) state.take_choices(at, true);
    }
    // What was saved is not set anew: no rule and no trigger answers it.
    state.settle_conditions();
    state.drop_marks();
    state.keep_place_shown();
    state.reword_errors();
}

void Session::set_clock(const Clock& clock) {
    State& state = *state_;
    state.options.clock = clock;
    if (clock.now_ms < state.next_closing) return;
    state.next_closing = std::numeric_limits<double>::infinity();
    for (ElementIndex at = 0; at < state.count(); ++at) {
        const Box<Poll>& poll = state.element(at).poll;
        if (!poll || !poll->closes) continue;
        if (clock.now_ms < poll->closes->ms) state.next_closing = std::min(state.next_closing, poll->closes->ms);
        else if (state.is_live(at)) state.make_stale(at);
    }
}

void Session::set_texts(std::shared_ptr<const Texts> texts) {
    state_->texts = texts ? std::move(texts) : std::make_shared<const Texts>();
    for (ElementIndex at = 0; at < state_->count(); ++at) {
        if (state_->is_live(at)) state_->make_stale(at);
    }
    state_->survey_stale = true;
    state_->reword_errors();
}

bool Session::settled() const noexcept { return state_->settled; }

const SurveyView& Session::view() {
    state_->refresh_view();
    return state_->view;
}

const Definition& Session::definition() const noexcept { return *state_->definition; }
Value Session::data() const { return state_->data(); }
SessionState Session::state() const noexcept { return state_->state; }
int Session::page() const noexcept { return state_->page_number(); }

Value Session::calculated() const {
    Value values = Value::object();
    for (const CalculatedValue& calculated : state_->definition->calculated) {
        const std::int32_t name = state_->definition->reads.names.find(calculated.name);
        const Value* value = state_->variable(name);
        values.set(calculated.name, value ? *value : Value());
    }
    return values;
}

std::vector<std::string> Session::visible_questions() const {
    std::vector<std::string> names;
    const auto list = [&](const auto& self, ElementIndex container) -> void {
        for (const ElementIndex at : state_->children_of(container)) {
            if (!state_->of(at).present || state_->is_left_out(at)) continue;
            if (is_container(state_->element(at).kind)) self(self, at);
            else names.push_back(state_->element(at).name);
        }
    };
    for (const ElementIndex page : state_->definition->pages) {
        if (state_->of(page).present) list(list, page);
    }
    return names;
}

Value Session::titles() const {
    Value titles = Value::object();
    for (ElementIndex at = 0; at < state_->count(); ++at) {
        const Element& element = state_->element(at);
        if (is_container(element.kind) || element.owner != no_element || !state_->is_shown(at)) continue;
        titles.set(element.name, Value(state_->title_of(at)));
    }
    return titles;
}

Value Session::errors() const {
    Value errors = Value::object();
    for (ElementIndex at = 0; at < state_->count(); ++at) {
        const auto& shown = state_->errors[static_cast<std::size_t>(at)];
        if (shown.empty() || !state_->is_shown(at)) continue;
        Value list = Value::array();
        for (const Fault& fault : shown) list.push(Value(fault.text));
        errors.set(state_->path_of(at), std::move(list));
    }
    return errors;
}

Value Session::snapshot() const {
    constexpr std::string_view states[] = {"running", "completed", "empty", "starting", "preview"};
    Value visible = Value::array();
    for (std::string& name : visible_questions()) visible.push(Value(std::move(name)));
    Value snapshot = Value::object();
    snapshot.set("page", Value(page()));
    snapshot.set("state", Value(states[static_cast<std::size_t>(state())]));
    snapshot.set("visible", std::move(visible));
    snapshot.set("titles", titles());
    snapshot.set("errors", errors());
    snapshot.set("calculated", calculated());
    snapshot.set("data", data());
    state_->tell_course(snapshot);
    return snapshot;
}

}  // namespace canvass::core
