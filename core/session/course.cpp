// The way through a survey: start page, pages and steps, preview. A place is a page, or where elements are shown
// one at a time, a step.
#include <algorithm>
#include <utility>

#include "core/definition/built_in.h"
#include "core/session/state.h"

namespace canvass::core {

bool Session::State::is_offered(ElementIndex at) const {
    return of(at).present && !(definition->course.start_page && at == definition->pages.front());
}

bool Session::State::shows_survey() const {
    return previewing || definition->course.at_once == ShownAtOnce::survey;
}

ElementIndex Session::State::page_of(ElementIndex at) const {
    while (parent_of(at) != no_element) at = parent_of(at);
    return at;
}

// The step or the page on which something is.
ElementIndex Session::State::place_of(ElementIndex at) const {
    if (!shows_steps()) return page_of(at);
    const bool questions = definition->course.at_once == ShownAtOnce::question;
    for (ElementIndex around = parent_of(at); around != no_element; around = parent_of(at)) {
        const Kind kind = element(around).kind;
        if (kind == Kind::page || (questions && kind == Kind::panel)) break;
        at = around;
    }
    return at;
}

void Session::State::list_steps(ElementIndex container, ElementIndex including, std::vector<ElementIndex>& steps) const {
    const bool questions = definition->course.at_once == ShownAtOnce::question;
    for (const ElementIndex child : children_of(container)) {
        if (!of(child).present && child != including) continue;
        if (questions && is_container(element(child).kind)) list_steps(child, including, steps);
        else steps.push_back(child);
    }
}

std::vector<ElementIndex> Session::State::places(ElementIndex including) const {
    std::vector<ElementIndex> pages = shown_pages();
    if (shows_survey() && pages.size() > 1) pages.resize(1);
    if (!shows_steps() || previewing) return pages;
    std::vector<ElementIndex> steps;
    for (const ElementIndex at : pages) list_steps(at, including, steps);
    return steps;
}

void Session::State::turn_to(ElementIndex place) {
    const bool is_page = place == no_element || element(place).kind == Kind::page;
    step = is_page ? no_element : place;
    page = is_page ? place : page_of(place);
    place_changed();
}

// Triggers do not answer it: who goes back must not be sent on again.
void Session::State::place_changed() {
    structure_stale = survey_stale = any_view_stale = true;
    for (const std::string_view name : {"pageno", "pagecount"}) {
        for (const Reader& reader : definition->reads.of(definition->reads.names.find(name))) {
            if (reader.duty != Duty::trigger) mark_reader(reader);
        }
    }
}

// A page that went out of sight gives way to the first, a step to the one before it.
void Session::State::keep_place_shown() {
    if (page == no_element || !is_offered(page)) {
        const std::vector<ElementIndex> pages = shown_pages();
        const ElementIndex first = pages.empty() ? no_element : pages.front();
        if (std::exchange(page, first) != first) place_changed();
    }
    if (shows_steps() && !previewing && page != no_element) keep_step_shown();
    previewing &= page != no_element;
    note_state();
}

void Session::State::keep_step_shown() {
    if (step != no_element && page_of(step) == page && is_shown(step)) return;
    const std::vector<ElementIndex> steps = places(step);
    const auto on_page = [&](ElementIndex at) { return page_of(at) == page; };
    auto next = std::find(steps.begin(), steps.end(), step);
    if (next == steps.end() || page_of(step) != page) next = std::find_if(steps.begin(), steps.end(), on_page);
    else if (next != steps.begin()) --next;
    else ++next;
    turn_to(next == steps.end() ? no_element : *next);
}

void Session::State::note_state() {
    if (state == SessionState::completed) return;
    const SessionState now = starting               ? SessionState::starting
                             : page == no_element   ? SessionState::empty
                             : previewing           ? SessionState::preview
                                                    : SessionState::running;
    if (now == state) return;
    state = now;
    structure_stale = survey_stale = any_view_stale = true;
}

bool Session::State::validate_place(ElementIndex place) {
    tidy({&place, 1});
    if (definition->errors_mode == ErrorsMode::on_complete && !shows_steps()) return true;
    return validate_page(place);
}

// Answers that are no choice go before their places are judged, and what depends on them sees that: it may bring up
// others, or set them again.
void Session::State::tidy(std::span<const ElementIndex> places) {
    for (int round = 0; round < most_rounds; ++round) {
        for (const ElementIndex place : places) drop_unknown_inside(place);
        if (!answers_changed) return;
        settle();
    }
}

void Session::State::drop_unknown_inside(ElementIndex at) {
    if (!of(at).present) return;
    const bool asks = has_input(element(at).kind) && !of(at).choiceless;
    if (asks && !is_kept(at) && !is_row_of_matrix(at)) drop_unknown_choices(at);
    for (const ElementIndex child : children_of(at)) drop_unknown_inside(child);
}

// The page that is shown, or the question where one is shown alone. A preview is asked again only where nothing was
// before it.
bool Session::State::validate_here() {
    const bool at_the_end = definition->errors_mode == ErrorsMode::on_complete;
    if (definition->read_only || (previewing && !at_the_end)) return true;
    const bool whole = shows_survey() || at_the_end;
    const bool previewed = std::exchange(previewing, false);
    bool valid = true;
    if (starting) {
        tidy({&definition->pages.front(), 1});
        valid = validate_page(definition->pages.front());
    } else if (!whole) {
        valid = page == no_element || validate_place(is_container(element(here()).kind) ? page : step);
    } else {
        tidy(definition->pages);
        for (const ElementIndex at : shown_pages()) valid = validate_page(at) && valid;
    }
    settle();
    previewing = previewed;
    if (!valid) edit({});
    if (!valid && whole) show_first_error();
    return valid;
}

bool Session::State::start() {
    if (!starting || !validate_here()) return false;
    starting = false;
    const std::vector<ElementIndex> first = places();
    turn_to(first.empty() ? no_element : first.front());
    note_state();
    return true;
}

bool Session::State::show_preview() {
    if (state != SessionState::running) return false;
    if (definition->errors_mode != ErrorsMode::on_complete && !validate_here()) return false;
    previewing = true;
    preview_seconds = 0;
    place_changed();
    for (ElementIndex at = 0; at < count(); ++at) make_stale(at);
    note_state();
    return true;
}

bool Session::State::is_finished(ElementIndex place) {
    if (!of(place).present) return true;
    for (const ElementIndex child : children_of(place)) {
        if (!is_finished(child)) return false;
    }
    if (!has_input(element(place).kind)) return true;
    for (const Choice& choice : choices_of(place)) {
        if (choice.comment_area && is_selected(place, choice.value)) return false;
    }
    if (is_other_selected(place)) return false;
    Faults found;
    find_errors(place, false, found);
    return !has_stops(found) && (of(place).block >= 0 || !is_unanswered(place));
}

bool Session::State::advance() {
    const Course& course = definition->course;
    if (!course.auto_advance || state != SessionState::running || definition->read_only) return false;
    const std::vector<ElementIndex> asked = shows_survey() ? shown_pages() : std::vector<ElementIndex>{here()};
    for (const ElementIndex place : asked) {
        if (!is_finished(place)) return false;
    }
    const std::vector<ElementIndex> all = places();
    if (all.back() != here() && !ends_after(here())) return move_on();
    return course.auto_complete && (course.preview ? show_preview() : complete());
}

// From the preview to the page that is named, or else to the last.
bool Session::State::edit(const Value& place) {
    if (!previewing) return false;
    previewing = false;
    place_changed();
    for (ElementIndex at = 0; at < count(); ++at) make_stale(at);
    const std::vector<ElementIndex> pages = shown_pages();
    const ElementIndex named = place_named(place);
    const ElementIndex wanted = named != no_element && is_offered(page_of(named)) ? page_of(named)
                                : pages.empty()                                    ? no_element
                                                                                   : pages.back();
    if (definition->course.at_once != ShownAtOnce::survey && wanted != page) turn_to(wanted);
    keep_place_shown();
    return true;
}

// A page by its number, from 0, among those shown, or whatever has the name.
ElementIndex Session::State::place_named(const Value& place) const {
    if (!place.is_number()) return place.is_string() ? definition->find(place.text()) : no_element;
    const std::vector<ElementIndex> pages = shown_pages();
    const double number = place.as_number();
    if (!(number >= 0) || number >= static_cast<double>(pages.size())) return no_element;
    return pages[static_cast<std::size_t>(number)];
}

// Forward only past places that are answered as they must be.
bool Session::State::go_to(const Value& wanted) {
    const ElementIndex named = place_named(wanted);
    if (named == no_element || state != SessionState::running || !is_shown(named)) return false;
    const std::vector<ElementIndex> all = places();
    const bool is_page = element(named).kind == Kind::page;
    const auto target = std::find_if(all.begin(), all.end(), [&](ElementIndex place) {
        return is_page ? page_of(place) == named : place == place_of(named);
    });
    const auto from = std::find(all.begin(), all.end(), here());
    if (target == all.end() || target == from) return false;
    // Back to a page whose time was limited there is no way.
    if (target < from && is_page && page_limit(named) > 0) return false;
    if (!definition->read_only) {
        bool valid = true;
        for (auto at = from; at < target && valid; ++at) valid = !is_shown(*at) || validate_place(*at);
        settle();
        if (!valid) return false;
    }
    if (is_shown(*target)) turn_to(*target);
    return true;
}

}  // namespace canvass::core
