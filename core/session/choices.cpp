// Which choices a question has at this moment.
#include <algorithm>

#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

constexpr Equality exact{.ignore_order = false, .ignore_case = false, .trim = false};

}  // namespace

const std::vector<Choice>* Session::State::choices_of(ElementIndex index) const {
    const auto& settings = element(index).settings;
    if (const auto* choices = std::get_if<ChoiceSettings>(&settings)) return &choices->choices;
    if (const auto* rating = std::get_if<RatingSettings>(&settings)) return &rating->rates;
    return nullptr;
}

bool Session::State::is_other_selected(ElementIndex index) const {
    const auto* settings = std::get_if<ChoiceSettings>(&element(index).settings);
    if (!settings || !settings->other_item) return false;
    const Value& answer = answer_to(index);
    const auto is_other = [](const Value& value) { return value.text() == "other"; };
    if (const Value::Array* items = answer.as_array()) {
        return std::any_of(items->begin(), items->end(), is_other);
    }
    return is_other(answer);
}

bool Session::State::is_known_choice(ElementIndex index, const Value& value) const {
    const std::vector<Choice>* choices = choices_of(index);
    if (!choices) return true;
    if (const auto* settings = std::get_if<ChoiceSettings>(&element(index).settings)) {
        // "other" is never unknown, whether the choice is there or not.
        bool extra = value.text() == "other";
        for_each_extra(*settings, [&](std::string_view name, const LocalizedText&, Text) { extra |= value.text() == name; });
        if (extra) return true;
        // A choice with a comment of its own is stored as {"value", "comment"}.
        if (const Value* inner = value.find("value"); inner && !inner->is_object()) return is_known_choice(index, *inner);
    }
    const auto& states = choice_states[static_cast<std::size_t>(index)];
    for (std::size_t at = 0; at < choices->size(); ++at) {
        if (!states.empty() && !states[at].visible) continue;
        if (are_equal((*choices)[at].value, value, exact)) return true;
    }
    return false;
}

}  // namespace canvass::core
