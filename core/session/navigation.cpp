// Pages: which are shown, moving between them, and the end of the survey.
#include <algorithm>

#include "core/session/state.h"

namespace canvass::core {

bool Session::State::is_shown(ElementIndex index) const {
    for (ElementIndex at = index; at != no_element; at = parent_of(at)) {
        if (!of(at).present) return false;
    }
    return true;
}

bool Session::State::is_inside(ElementIndex index, ElementIndex container) const {
    while (index != no_element && index != container) index = parent_of(index);
    return index == container;
}

bool Session::State::is_read_only(ElementIndex index) const {
    for (ElementIndex at = index; at != no_element; at = parent_of(at)) {
        if (!of(at).enabled) return true;
    }
    return definition->read_only;
}

std::vector<ElementIndex> Session::State::shown_pages() const {
    std::vector<ElementIndex> pages;
    for (const ElementIndex at : definition->pages) {
        if (of(at).present) pages.push_back(at);
    }
    if (definition->single_page && pages.size() > 1) pages.resize(1);
    return pages;
}

bool Session::State::is_answer_shown(ElementIndex question) const {
    if (of(question).block >= 0) return is_shown(question);
    const auto& sharing = slots[static_cast<std::size_t>(of(question).answer)].questions;
    return std::any_of(sharing.begin(), sharing.end(), [&](ElementIndex q) { return is_shown(q); });
}

bool Session::State::shares_answer(ElementIndex question) const {
    return slots[static_cast<std::size_t>(answer_slot(question))].questions.size() > 1;
}

int Session::State::page_number() const {
    const std::vector<ElementIndex> pages = shown_pages();
    const auto found = std::find(pages.begin(), pages.end(), page);
    return found == pages.end() ? -1 : static_cast<int>(found - pages.begin());
}

// A page that went out of sight gives way to the first.
void Session::State::keep_page_shown() {
    if (page != no_element && of(page).present) return;
    const std::vector<ElementIndex> pages = shown_pages();
    page = pages.empty() ? no_element : pages.front();
    structure_stale = survey_stale = any_view_stale = true;
    if (state != SessionState::completed) {
        state = page == no_element ? SessionState::empty : SessionState::running;
    }
}

bool Session::State::move(int steps) {
    const std::vector<ElementIndex> pages = shown_pages();
    const int target = page_number() + steps;
    if (state != SessionState::running || target < 0 || target >= static_cast<int>(pages.size())) return false;
    if (steps > 0 && !definition->read_only) {
        const bool valid = definition->errors_mode == ErrorsMode::on_complete || validate_page(page);
        settle();
        if (!valid) return false;
        if (ends_after_page()) {
            finish();
            return true;
        }
    }
    page = pages[static_cast<std::size_t>(target)];
    structure_stale = survey_stale = any_view_stale = true;
    return true;
}

bool Session::State::complete() {
    if (state == SessionState::completed) return false;
    if (page != no_element && !definition->read_only) {
        const bool whole = definition->single_page || definition->errors_mode == ErrorsMode::on_complete;
        const bool valid = whole ? validate_everything() : validate_page(page);
        settle();
        if (!valid) {
            if (whole) show_first_error();
            return false;
        }
    }
    finish();
    return true;
}

void Session::State::show_first_error() {
    for (ElementIndex at = 0; at < count(); ++at) {
        if (!has_stops(errors[static_cast<std::size_t>(at)]) || !is_live(at) || !is_shown(at)) continue;
        ElementIndex wrong = at;
        while (parent_of(wrong) != no_element) wrong = parent_of(wrong);
        if (wrong == page || definition->single_page) return;
        page = wrong;
        structure_stale = survey_stale = any_view_stale = true;
        return;
    }
}

void Session::State::finish() {
    state = SessionState::completed;
    drop_unused_answers();
    drop_marks();
    structure_stale = survey_stale = any_view_stale = true;
}

void Session::State::drop_unused_answers() {
    for (ElementIndex at = 0; at < count(); ++at) {
        if (is_live(at) && std::holds_alternative<ChoiceSettings>(element(at).settings) && !element(at).comment_area &&
            !is_other_selected(at)) {
            set_comment_of(at, Value());
        }
    }
    for (ElementIndex at = 0; at < count(); ++at) {
        const Element& question = element(at);
        if (is_container(question.kind) || !is_live(at) || question.clear_if_invisible == ClearInvisible::never) continue;
        if (!is_answer_shown(at)) clear_answer(at, false);
        drop_unknown_choices(at);
    }
}

void Session::State::clear_answer(ElementIndex question, bool keep_comment) {
    set_answer_of(question, Value());
    if (!keep_comment) set_comment_of(question, Value());
}

// For answers that are dropped as soon as they are out of sight; the others wait for the end.
void Session::State::visibility_changed(ElementIndex index) {
    if (loading) return;
    make_stale_inside(index);
    const auto drop_hidden = [&](const auto& self, ElementIndex at, bool itself) -> void {
        const Element& described = element(at);
        for (const ElementIndex child : children_of(at)) self(self, child, false);
        if (is_container(described.kind) || is_shown(at)) return;
        const ClearInvisible mode = described.clear_if_invisible;
        if (mode == ClearInvisible::on_hidden_container || (mode == ClearInvisible::on_hidden && itself)) {
            if (!is_answer_shown(at)) clear_answer(at, false);
        }
    };
    drop_hidden(drop_hidden, index, true);
}

}  // namespace canvass::core
