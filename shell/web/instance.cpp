#include "shell/web/instance.h"

#include <cmath>
#include <utility>

#include "core/definition/codec.h"
#include "core/json/diagnostics_json.h"
#include "core/json/json.h"
#include "core/session/response.h"
#include "shell/web/faces.h"
#include "shell/web/host_theme.h"
#include "shell/web/renderer.h"

namespace canvass::web {
namespace {

using core::Value;

std::string_view text_of(const Value& object, std::string_view name) {
    const Value* const member = object.find(name);
    return member != nullptr ? member->text() : std::string_view();
}

double number_of(const Value& object, std::string_view name) {
    const Value* const member = object.find(name);
    return member != nullptr ? member->as_number() : 0;
}

bool flag_of(const Value& object, std::string_view name) {
    const Value* const member = object.find(name);
    return member != nullptr && member->as_bool();
}

std::uint32_t address(const void* pointer) {
    return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(pointer));
}

}  // namespace

Value Instance::load(const Value& request) {
    locale_ = text_of(request, "locale");
    clock_ = {number_of(request, "now"), static_cast<int>(number_of(request, "offset"))};
    started_ms_ = clock_.now_ms;
    if (const Value* const words = request.find("texts")) set_texts(*words);
    session_.reset();
    polls_.clear();
    model_ = {};
    model_.embeds = true;

    const Value* const source = request.find("definition");
    auto loaded = core::load_definition(source != nullptr ? *source : Value());
    core::Diagnostics& diagnostics = loaded ? loaded->diagnostics : loaded.error();
    describe_faults(diagnostics);
    Value answer = Value::object({{"loaded", loaded.has_value()}, {"diagnostics", to_json(diagnostics, locale_)}});
    if (loaded) {
        core::Definition& definition = loaded->definition;
        if (definition.id.empty()) definition.id = text_of(request, "id");
        answer.set("id", definition.id);
        answer.set("locale", definition.locale);
        definition_ = std::make_shared<core::Definition>(std::move(definition));
        seed_ = static_cast<std::uint64_t>(number_of(request, "seed"));
        start_session();
        if (widget_) widget_->restart();
        for (std::size_t i = 0; i < definition_->elements.size(); ++i) {
            if (definition_->elements[i].poll) polls_.push_back({static_cast<core::ElementIndex>(i), {}});
        }
    }
    update_model();
    return answer;
}

void Instance::start_session() {
    session_.emplace(definition_, core::SessionOptions{locale_, clock_, seed_, texts_});
    asked_for_.assign(definition_->elsewhere.size(), {});
}

// Where an address is another one than before, with the answers in it.
void Instance::ask_for_choices() {
    for (std::size_t at = 0; at < asked_for_.size(); ++at) {
        const core::ElementIndex question = definition_->elsewhere[at];
        std::string address = session_->address_of_choices(question);
        if (address == asked_for_[at]) continue;
        const auto& settings = std::get<core::ChoiceSettings>(definition_->at(question).settings);
        events_.push(Value::object({{"type", "choices"},
                                    {"name", core::choices_name(*definition_, question)},
                                    {"address", address},
                                    {"how", settings.elsewhere->how}}));
        asked_for_[at] = std::move(address);
    }
}

void Instance::describe_faults(const core::Diagnostics& diagnostics) {
    for (const core::Diagnostic& each : diagnostics) {
        if (each.severity != core::Severity::error) continue;
        std::string sentence = describe(each, locale_);
        if (!each.pointer.empty()) sentence += " (" + each.pointer + ")";
        model_.faults.push_back(std::move(sentence));
    }
}

Value Instance::act(const Value& json) {
    auto action = core::action_from_json(json);
    if (!action) {
        return Value::object(
            {{"accepted", false}, {"changed", false}, {"diagnostics", to_json(action.error(), locale_)}});
    }
    const core::Outcome outcome = apply(*action);
    update_model();
    return Value::object({{"accepted", outcome.accepted},
                          {"changed", outcome.changed},
                          {"diagnostics", to_json(outcome.diagnostics, locale_)}});
}

core::Outcome Instance::apply(const core::Action& action) {
    if (!session_) return {false, false, {}};
    const auto before = session_->state();
    core::Outcome outcome = session_->apply(action);
    if (const auto* const locale = std::get_if<core::SetLocale>(&action)) locale_ = locale->locale;
    if (const auto* const set = std::get_if<core::SetValue>(&action); set != nullptr && outcome.accepted) {
        events_.push(Value::object({{"type", "change"}, {"name", set->name}, {"value", set->value}}));
    } else if (outcome.changed && !std::holds_alternative<core::Complete>(action) &&
               !std::holds_alternative<core::Advance>(action) && !std::holds_alternative<core::Tick>(action)) {
        events_.push(Value::object({{"type", "change"}}));
    }
    if (before != core::SessionState::completed && session_->state() == core::SessionState::completed) {
        events_.push(Value::object({{"type", "complete"}}));
    }
    return outcome;
}

void Instance::react(const widget::Reactions& reactions) {
    for (const core::Action& action : reactions.actions) apply(action);
    for (const widget::Request request : reactions.requests) {
        if (request == widget::Request::retry_sending) events_.push(Value::object({{"type", "retry"}}));
        if (request == widget::Request::show_results) {
            for (Poll& poll : polls_) poll.asked_for = true;
        }
        if (request == widget::Request::retry_results) {
            for (Poll& poll : polls_) poll.announced = false;
        }
    }
    update_model();
}

bool Instance::may_show(const Poll& poll) const {
    const core::Poll& rules = *definition_->at(poll.question).poll;
    using Results = core::Poll::Results;
    switch (rules.results) {
        case Results::always: return true;
        case Results::on_vote: return poll.asked_for || session_->state() == core::SessionState::completed;
        case Results::on_close: return rules.closes && rules.closes->ms <= clock_.now_ms;
        case Results::staff: break;
    }
    return false;
}

widget::PollResultsView Instance::view_of(const Poll& poll) {
    const core::Element& question = definition_->at(poll.question);
    const std::string_view locale = session_->view().locale;
    widget::PollResultsView view;
    view.question = question.name;
    view.title = question.title.in(locale, definition_->locale);
    view.loading = may_show(poll) && !poll.results;
    view.failed = view.loading && poll.failed;
    view.shown = may_show(poll) && (poll.results || poll.failed);
    view.revision = poll.revision;
    const core::Poll& rules = *question.poll;
    Value terms = Value::object({{"changeable", rules.change_vote}});
    if (rules.closes) terms.set("closes", rules.closes->ms);
    if (poll.results) {
        view.voters = static_cast<double>(poll.results->voters);
        view.points = poll.results->in_points;
    }
    const Value data = session_->data();
    const Value* const answer = data.find(question.value_name);
    const auto chosen = [&](const Value& value) {
        if (answer == nullptr) return false;
        const auto* const several = answer->as_array();
        if (several == nullptr) return *answer == value;
        if (question.kind == core::Kind::ranking) return false;  // every option is in it
        for (const Value& each : *several) {
            if (each == value) return true;
        }
        return false;
    };
    Value options = Value::array();
    for (const core::PollOption& option : poll_options(question, *definition_, locale, *texts_)) {
        widget::PollOption row;
        row.text = option.text;
        row.chosen = chosen(option.value);
        if (poll.results) {
            for (const core::PollOptionResult& result : poll.results->options) {
                if (!(result.value == option.value)) continue;
                row.votes = static_cast<double>(result.count);
                row.percent = static_cast<double>(result.share) / 10;
                row.ahead = result.ahead;
            }
        }
        options.push(Value::object({{"value", option.value}, {"text", option.text}}));
        view.options.push_back(std::move(row));
    }
    terms.set("options", std::move(options));
    view.terms = write_json(terms);
    return view;
}

void Instance::update_model() {
    model_.texts = texts_.get();
    model_.definition = session_ ? definition_.get() : nullptr;
    model_.polls.clear();
    model_.survey = session_ ? &session_->view() : nullptr;
    if (!session_) return;
    ask_for_choices();
    for (Poll& poll : polls_) {
        model_.polls.push_back(view_of(poll));
        if (model_.polls.back().loading && !std::exchange(poll.announced, true)) {
            events_.push(Value::object({{"type", "results"}, {"question", model_.polls.back().question}}));
        }
    }
}

Value Instance::respond(const Value& request) {
    std::array<std::uint8_t, 10> random{};
    if (const Value* const bytes = request.find("random"); bytes != nullptr && bytes->as_array() != nullptr) {
        const auto& numbers = *bytes->as_array();
        for (std::size_t i = 0; i < random.size() && i < numbers.size(); ++i) {
            random[i] = static_cast<std::uint8_t>(numbers[i].as_number());
        }
    }
    core::Response response =
        response_of(*session_, core::uuid_v7(clock_.now_ms, random), {started_ms_}, {clock_.now_ms});
    response.member = text_of(request, "member");
    if (const Value* const hidden = request.find("hidden")) response.hidden = *hidden;
    return to_json(response);
}

void Instance::set_texts(const Value& words) {
    *texts_ = {};
    texts_->load(words);
}

void Instance::show(const Value& state) {
    constexpr std::pair<std::string_view, widget::Sending> names[] = {{"sending", widget::Sending::sending},
                                                                      {"sent", widget::Sending::sent},
                                                                      {"kept", widget::Sending::kept},
                                                                      {"refused", widget::Sending::none}};
    for (const auto& [name, sending] : names) {
        if (text_of(state, "sending") == name) model_.sending = sending;
    }
    if (model_.sending != widget::Sending::none || !session_) return;
    const Value answers = session_->data();
    start_session();
    session_->restore(answers);
    update_model();
}

bool Instance::take_results(const Value& json) {
    auto results = core::poll_results_from_json(json);
    const std::string_view question = text_of(json, "question");
    for (Poll& poll : polls_) {
        if (definition_->at(poll.question).name != question) continue;
        ++poll.revision;
        if (results) poll.results = std::move(*results);
        else poll.failed = true;
        update_model();
        return results.has_value();
    }
    return false;
}

const widget::Theme& Instance::set_theme(const Value& request) {
    const std::string_view scheme = text_of(request, "scheme");
    const Value* const tokens = request.find("tokens");
    theme_ = host_theme(scheme == "dark"       ? widget::dark_theme()
                        : scheme == "contrast" ? widget::high_contrast_theme()
                                               : widget::light_theme(),
                        tokens != nullptr ? *tokens : Value());
    reduced_motion_ = flag_of(request, "reducedMotion");
    if (widget_) {
        widget_->set_theme(theme_);
        widget_->set_reduced_motion(reduced_motion_);
    }
    return theme_;
}

void Instance::set_clock(const core::Clock& clock) {
    clock_ = clock;
    if (!session_) return;
    session_->set_clock(clock);
    const double elapsed = std::floor((clock.now_ms - ticked_ms_) / 1000);
    if (!session_->view().timer.shown || elapsed < 0) ticked_ms_ = clock.now_ms;
    else if (elapsed > 0) {
        ticked_ms_ += elapsed * 1000;
        apply(core::Tick{elapsed});
        update_model();
    }
}

void Instance::set_face(std::uint32_t face) {
    face_ = face;
    widget_.reset();
}

Value Instance::data() const { return session_ ? session_->data() : Value::object(); }

Value Instance::snapshot() const { return session_ ? session_->snapshot() : Value(); }

Value Instance::take_events() { return std::exchange(events_, Value::array()); }

widget::Widget& Instance::widget() {
    if (!widget_) {
        widget_ = std::make_unique<widget::Widget>(atlas_of(face_), text_);
        widget_->set_theme(theme_);
        widget_->set_reduced_motion(reduced_motion_);
    }
    return *widget_;
}

void Instance::pointer(Pointer kind, float x, float y, bool touch) {
    if (kind == Pointer::leave) return widget().pointer_leave();
    widget().pointer_move(x, y);
    if (kind != Pointer::move) widget().pointer_button(kind == Pointer::down, touch);
}

void Instance::control(widget::ControlEvent event) { widget().apply(std::move(event)); }

const FrameReport& Instance::frame(const widget::Surface& surface, float seconds) {
    const auto react = [](void* self, const widget::Reactions& reactions) {
        static_cast<Instance*>(self)->react(reactions);
    };
    const widget::FrameResult result = widget().frame(surface, seconds, model_, react, this);
    window_top_ = surface.window_top;
    const widget::Semantics& semantics = widget().semantics();
    report_.changed = (result.picture_changed ? changed_picture : 0u) |
                      (result.semantics_changed ? changed_semantics : 0u) |
                      (result.focus_moved ? changed_focus : 0u) |
                      (events_.size() != 0 ? changed_events : 0u) | (result.wants_frame ? wants_frame : 0u) |
                      (session_ && session_->view().timer.shown ? changed_seconds : 0u);
    report_.content_height = result.content_height;
    report_.focus = widget().focus();
    report_.nodes = address(semantics.nodes().data());
    report_.node_count = static_cast<std::uint32_t>(semantics.nodes().size());
    report_.texts = address(semantics.texts().data());
    report_.texts_length = static_cast<std::uint32_t>(semantics.texts().size());
    return report_;
}

void Instance::paint(float band_height) {
    if (const ImDrawData* const data = widget().draw_data()) bands_.paint(*data, atlas_of(face_), window_top_, band_height);
}

void Instance::invalidate() {
    if (widget_) widget_->invalidate();
}

}  // namespace canvass::web
