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
    const Box<Poll>& poll = element(index).poll;
    if (poll && poll->closes && poll->closes->ms <= options.clock.now_ms) return true;
    for (ElementIndex at = index; at != no_element; at = parent_of(at)) {
        if (!of(at).enabled) return true;
    }
    return definition->read_only || previewing;
}

std::vector<ElementIndex> Session::State::shown_pages() const {
    std::vector<ElementIndex> pages;
    for (const ElementIndex at : definition->pages) {
        if (is_offered(at)) pages.push_back(at);
    }
    return pages;
}

bool Session::State::is_answer_shown(ElementIndex question) const {
    if (of(question).block >= 0) {
        const ElementIndex owner = block_of(question).owner;
        return is_shown(question) || (!is_shown(owner) && is_answer_shown(owner));
    }
    const Sharing sharing = questions_of(of(question).answer);
    return std::any_of(sharing.begin(), sharing.end(), [&](ElementIndex q) { return is_shown(q); });
}

bool Session::State::shares_answer(ElementIndex question) const {
    const Sharing sharing = questions_of(answer_slot(question));
    return !sharing.empty() && of(sharing.front()).next_sharing != no_element;
}

int Session::State::page_number() const {
    const std::vector<ElementIndex> pages = shown_pages();
    if (shows_survey()) return pages.empty() ? -1 : 0;
    const auto found = std::find(pages.begin(), pages.end(), page);
    return found == pages.end() ? -1 : static_cast<int>(found - pages.begin());
}

int Session::State::page_count() const {
    const auto pages = static_cast<int>(shown_pages().size());
    return shows_survey() ? std::min(pages, 1) : pages;
}

bool Session::State::move_on() {
    if (state != SessionState::running) return false;
    const ElementIndex left = here();
    const auto next = [&] {
        const std::vector<ElementIndex> all = places();
        const auto found = std::find(all.begin(), all.end(), left);
        return found == all.end() || found + 1 == all.end() ? no_element : *(found + 1);
    };
    if (next() == no_element) {
        if (shows_steps() && left != no_element && !definition->read_only) validate_place(left);
        return false;
    }
    if (!definition->read_only) {
        const bool valid = validate_place(left);
        settle();
        if (!valid) return false;
        show_after(left);
        if (is_unsettled()) settle();
        if (ends_after(left)) {
            finish();
            return true;
        }
    }
    const ElementIndex target = next();
    if (target != no_element) turn_to(target);
    else keep_place_shown();
    return true;
}

bool Session::State::move_back() {
    if (state != SessionState::running) return false;
    const ElementIndex left = here();
    std::vector<ElementIndex> all = places();
    if (all.empty() || all.front() == left) return false;
    if (!definition->read_only) {
        tidy({&left, 1});
        all = places();  // what was before may have gone
    }
    const auto found = std::find(all.begin(), all.end(), left);
    if (found == all.begin() || found == all.end()) return false;
    ElementIndex target = *(found - 1);
    const auto jump = std::find_if(jumps.begin(), jumps.end(), [&](const Jump& one) { return one.to == left; });
    if (jump != jumps.end()) {
        if (std::find(all.begin(), all.end(), jump->from) != all.end()) target = jump->from;
        jumps.erase(jump);
    }
    turn_to(target);
    return true;
}

bool Session::State::complete() {
    if (state == SessionState::completed || state == SessionState::empty || !validate_here()) return false;
    finish();
    return true;
}

void Session::State::show_first_error() {
    for (ElementIndex at = 0; at < count(); ++at) {
        if (!has_stops(errors[static_cast<std::size_t>(at)]) || !is_live(at) || !is_shown(at)) continue;
        ElementIndex wrong = at;
        while (parent_of(wrong) != no_element) wrong = parent_of(wrong);
        if (wrong != page && !shows_survey() && is_offered(wrong)) turn_to(wrong);
        return;
    }
}

void Session::State::finish() {
    const std::vector<ElementIndex> pages = shown_pages();
    if (previewing && !shows_steps() && !pages.empty() && page != pages.back()) turn_to(pages.back());
    starting = previewing = false;
    state = SessionState::completed;
    drop_unused_answers();
    if (!definition->read_only) run_last_rules();
    drop_marks();
    structure_stale = survey_stale = any_view_stale = true;
}

// Hidden by its column's condition in a row that is shown, or with its panel by that of the list; its answer stays.
bool Session::State::is_closed_cell(ElementIndex index) const {
    for (ElementIndex at = index; of(at).block >= 0; at = block_of(at).owner) {
        const Block& block = block_of(at);
        const Kind around = element(block.owner).kind;
        const bool table = around == Kind::matrixdynamic || around == Kind::matrixdropdown;
        if (table && at == index && !of(index).visible) return is_shown(block.root);
        if (around == Kind::paneldynamic && !of(block.root).visible) return of(index).visible && is_shown(block.owner);
    }
    return false;
}

// Its answer stays, out of sight as well: it is to, or the table is that it is in. Panels decide for each question.
bool Session::State::is_kept(ElementIndex index) const {
    if (element(index).clear_if_invisible == ClearInvisible::never) return true;
    if (of(index).block < 0) return false;
    const ElementIndex table = block_of(index).owner;
    return element(table).kind != Kind::paneldynamic && !is_shown(table) && is_kept(table);
}

void Session::State::drop_unused_answers() {
    for (ElementIndex at = 0; at < count(); ++at) {
        const bool may_hide_rows = is_live(at) && element(at).kind == Kind::matrixdynamic &&
                                   element(at).clear_if_invisible != ClearInvisible::never;
        for (std::size_t row = may_hide_rows ? rows_of(at).roots.size() : 0; row-- > 0;) {
            if (!of(rows_of(at).roots[row]).visible) erase_row(at, static_cast<std::int32_t>(row));
        }
    }
    for (ElementIndex at = 0; at < count(); ++at) {
        const Element& question = element(at);
        const ChoiceSettings* choices = choice_settings(at);
        if (!choices || !is_live(at)) continue;
        // What is written for "other" lies elsewhere then.
        const bool asked = question.comment_area || choices->other_in_answer || is_other_selected(at);
        if (!asked) set_comment_of(at, Value());
        if (!is_kept(at)) drop_unknown_choices(at);
    }
    calculate();  // of what was dropped as no choice, not of what is out of sight
    for (ElementIndex at = 0; at < count(); ++at) {
        if (is_container(element(at).kind) || !is_live(at) || is_kept(at)) continue;
        if (!is_closed_cell(at)) drop_hidden(at);
    }
}

bool Session::State::clear_answer(ElementIndex question, bool keep_comment) {
    const bool changed = set_answer_of(question, Value());
    if (!keep_comment) set_comment_of(question, Value());
    return changed;
}

bool Session::State::is_on_start_page(ElementIndex at) const {
    return definition->course.start_page && page_of(at) == definition->pages.front();
}

void Session::State::drop_hidden(ElementIndex question) {
    if (is_answer_shown(question) || is_on_start_page(question)) return;
    if (of(question).rows >= 0) rows_of(question).cleared |= !answer_to(question).is_null();
    clear_answer(question, false);
}

// Answers that are dropped as soon as they are out of sight come back as defaults; the others wait for the end.
void Session::State::visibility_changed(ElementIndex index) {
    if (loading) return;
    make_stale_inside(index);
    if (previewing) return;
    if (is_container(element(index).kind)) return container_changed(index, of(index).visible);
    const bool hidden = !of(index).visible || of(index).choiceless;
    if (hidden && !errors[static_cast<std::size_t>(index)].empty()) validate(index, true);
    if (!is_dropped_when_hidden(index)) return;
    if (!of(index).visible) drop_hidden(index);
    else if (is_shown(index)) give_default(index);
}

void Session::State::container_changed(ElementIndex container, bool shown) {
    for (const ElementIndex child : children_of(container)) {
        if (is_container(element(child).kind)) container_changed(child, shown);
        else if (shown) give_default(child);
        else if (element(child).clear_if_invisible == ClearInvisible::on_hidden_container) drop_hidden(child);
    }
}

}  // namespace canvass::core
