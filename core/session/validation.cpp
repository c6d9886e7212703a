// What is wrong with the answers as they are: the errors that a screen shows under a question.
#include <algorithm>
#include <utility>

#include "core/base/number.h"
#include "core/expression/coerce.h"
#include "core/expression/text.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

// Rows that were answered as a whole: what still misses an answer is still wrong.
void revalidate_below(Session::State& session, ElementIndex at) {
    const bool always = session.definition->errors_mode == ErrorsMode::on_value_changed;
    for (const ElementIndex child : session.children_of(at)) {
        const bool asked = always && has_input(session.element(child).kind);
        const bool wrong = !session.errors[static_cast<std::size_t>(child)].empty();
        if (asked || wrong) session.validate(child, !wrong || !session.is_unanswered(child));
        revalidate_below(session, child);
    }
}

}  // namespace

bool has_stops(const Faults& faults) noexcept {
    return std::any_of(faults.begin(), faults.end(), [](const Fault& fault) { return fault.stops(); });
}

void Session::State::find_errors(ElementIndex index, bool on_change, Faults& found) {
    const Element& question = element(index);
    const Value& answer = answer_to(index);
    const auto add = [&](std::string text) { found.push_back({std::move(text)}); };
    const bool missing = is_unanswered(index) || (answer.is_string() && trimmed(answer.text()).empty());
    if (!on_change && of(index).required && missing && !ranks_itself(index)) add(own_or(question.required_text, Text::required, index));
    if (const auto* choices = std::get_if<ChoiceSettings>(&question.settings)) {
        if (!on_change && misses_comment(index)) {
            add(own_or(choices->text(ChoiceWords::Use::other_error), Text::other_required, index));
        }
        const Value::Array* items = answer.as_array();
        const bool alone = items && items->size() == 1 && is_exclusive(index, bare(*choices, items->front()));
        const int selected = items ? static_cast<int>(items->size()) : 0;
        if (!on_change && choices->multiple && selected < choices->min_selected && !alone) {
            add(fill(word(Text::min_selected), number_text(choices->min_selected)));
        }
    } else if (const auto* text = std::get_if<TextSettings>(&question.settings)) {
        find_text_errors(index, *text, found);
    } else if (const auto* file = std::get_if<FileSettings>(&question.settings)) {
        find_file_errors(index, *file, found);
    } else if (of(index).rows >= 0 && (!on_change || !errors[static_cast<std::size_t>(index)].empty())) {
        find_row_errors(index, found);
    }
    find_repetition(index, found);
    if (!found.empty()) return;
    for (const Validator& validator : question.validators) run_validator(validator, index, found);
}

bool Session::State::validate(ElementIndex index, bool on_change) {
    Faults found;
    if (is_container(element(index).kind)) {
        const bool asks = of(index).required && of(index).present_children > 0 && !is_read_only(index);
        if (asks && !has_answer_inside(index)) {
            found.push_back({own_or(element(index).required_text, Text::required_panel, index)});
        }
    } else if (of(index).visible && !of(index).choiceless && !is_read_only(index)) {
        if (!has_input(element(index).kind)) {
            find_repetition(index, found);  // what rows compute may be their key
        } else {
            if (!on_change) store_typed_form(index);
            find_errors(index, on_change, found);
        }
    }
    auto& shown = errors[static_cast<std::size_t>(index)];
    if (shown != found) {
        shown = std::move(found);
        make_stale(index);
        mark_readers(element(index).name + ".containsErrors");
    }
    return !has_stops(shown);
}

// Panels in which nothing is answered are no answer.
bool Session::State::is_unanswered(ElementIndex question) const {
    const Value& answer = answer_to(question);
    return is_empty(answer) || (element(question).kind == Kind::paneldynamic && are_all_empty(answer));
}

bool Session::State::has_answer_inside(ElementIndex container) const {
    for (const ElementIndex child : children_of(container)) {
        if (!of(child).present) continue;
        if (is_container(element(child).kind) ? has_answer_inside(child) : !is_unanswered(child)) return true;
    }
    return false;
}

bool Session::State::validate_page(ElementIndex container) {
    bool valid = validate(container, false);
    for (const ElementIndex child : children_of(container)) {
        if (of(child).present) valid = validate_page(child) && valid;
    }
    return valid;
}

bool Session::State::validate_everything() {
    bool valid = true;
    for (const ElementIndex at : definition->pages) {
        if (of(at).present) valid = validate_page(at) && valid;
    }
    return valid;
}

// A changed answer is looked at again where an error stood, or always if the author wants it so; a required panel
// as well, and what a validator elsewhere makes of the change.
void Session::State::revalidate(SlotIndex slot) {
    if (questions_of(slot).empty()) recheck(true);
    for (const ElementIndex question : questions_of(slot)) {
        revalidate_question(question);
        if (has_rows(element(question).kind)) revalidate_below(*this, question);
    }
    const ElementIndex commented = slots[static_cast<std::size_t>(slot)].comment_of;
    if (commented != no_element) revalidate_question(commented);
}

void Session::State::revalidate_question(ElementIndex question) {
    if (!is_live(question)) return recheck(true);  // its row went by what answers the change
    const bool always = definition->errors_mode == ErrorsMode::on_value_changed;
    const auto has_errors = [&](ElementIndex index) { return !errors[static_cast<std::size_t>(index)].empty(); };
    const bool valid = !(always || has_errors(question)) || validate(question, true);
    for (ElementIndex at = parent_of(question); at != no_element; at = parent_of(at)) {
        if (has_errors(at)) validate(at, true);
    }
    recheck(valid);
    if (is_unique(question)) revalidate_beside(question);
}

// What a validator elsewhere makes of a change; `valid`: the change itself is in order.
void Session::State::recheck(bool valid) {
    const bool always = definition->errors_mode == ErrorsMode::on_value_changed;
    std::vector<ElementIndex> others;
    others.swap(rechecks);
    for (const ElementIndex other : others) {
        const bool wrong = !errors[static_cast<std::size_t>(other)].empty();
        if (is_live(other) && (wrong || (always && valid))) validate(other, true);
    }
}

void Session::State::reword_marked() {
    for (const ElementIndex index : std::exchange(rewords, {})) {
        if (is_live(index) && !errors[static_cast<std::size_t>(index)].empty()) validate(index, false);
    }
}

void Session::State::reword_errors() {
    for (ElementIndex at = 0; at < count(); ++at) {
        if (!errors[static_cast<std::size_t>(at)].empty()) validate(at, false);
    }
}

}  // namespace canvass::core
