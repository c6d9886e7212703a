// Choices that come and go: conditions on them, and the choices of other questions.
#include <algorithm>

#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

bool same_values(std::span<const Choice> a, std::span<const Choice> b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Choice& left, const Choice& right) {
        return left.value == right.value && left.text == right.text;
    });
}

// One choice for each object of a list: the named members, or the first.
void choices_of_rows(const CarryForward& carry, const Value& rows, std::vector<Choice>& choices) {
    const Value::Array* items = rows.as_array();
    for (std::size_t at = 0; items && at < items->size(); ++at) {
        const Value::Object* members = (*items)[at].as_object();
        if (!members || members->empty()) continue;
        const Value* value =
            carry.value_member.empty() ? &members->front().value : (*items)[at].find(carry.value_member);
        if (!value || is_empty(*value)) continue;
        Choice choice;
        choice.value = *value;
        const Value* text = carry.text_member.empty() ? nullptr : (*items)[at].find(carry.text_member);
        if (text && !is_empty(*text)) choice.text.add("", to_text(*text));
        choices.push_back(std::move(choice));
    }
}

}  // namespace

// True: other choices than before.
bool Session::State::carry_choices(ElementIndex index, const CarryForward& carry, Choosing& into) {
    std::vector<Choice> choices;
    // In a row, the question of the same row is meant.
    const bool beside = definition->at(carry.source).owner != no_element;
    const ElementIndex source = beside ? carry.source + index - of(index).source : carry.source;
    if (carry.rows) {
        choices_of_rows(carry, answer_to(source), choices);
    } else if (!carry.circular) {
        const std::span<const Choice> theirs = choices_of(source);
        for (const std::uint32_t at : choices_in_order(source)) {
            const bool all = carry.mode == CarryForward::Mode::all;
            if (all ||
                is_selected(source, theirs[at].value) == (carry.mode == CarryForward::Mode::selected)) {
                choices.push_back(theirs[at]);
            }
        }
        const std::string written = other_text(source);
        if (carry.mode == CarryForward::Mode::selected && !choice_settings(index)->has(Special::other) &&
            !written.empty()) {
            choices.emplace_back();
            choices.back().value = Value("other");
            choices.back().text.add("", written);
        }
        into.rules = rules_of(source);
    }
    if (into.carries && same_values(into.carried, choices)) return false;
    into.carries = true;
    into.carried = std::move(choices);
    return true;
}

void Session::State::evaluate_choices(ElementIndex index) {
    if (of(index).rows >= 0) return evaluate_rows(index);
    const ChoiceSettings* settings = choice_settings(index);
    const CarryForward* carry = carry_of(settings);
    auto& place = choosing[static_cast<std::size_t>(index)];
    if (!place) place = std::make_unique<Choosing>();
    Choosing* const now = place.get();  // stays where it is when rows are made
    bool changed = carry && carry_choices(index, *carry, *now);
    const std::span<const Choice> choices = choices_of(index);
    const std::span<const ChoiceRule> rules = rules_of(index), own = core::rules_of(element(index));
    const ChoiceRule* common = settings && settings->common_rule >= 0
                                   ? &own[static_cast<std::size_t>(settings->common_rule)]
                                   : nullptr;
    now->states.resize(choices.size());
    std::size_t shown = 0;
    for (std::size_t at = 0; at < choices.size(); ++at) {
        const ChoiceRule* rule =
            choices[at].rule < 0 ? common : &rules[static_cast<std::size_t>(choices[at].rule)];
        // A condition of its own stands instead of the question's.
        const auto decide = [&](Condition ChoiceRule::*condition, bool if_broken) {
            const ChoiceRule* from = rule && (rule->*condition).given() ? rule : common;
            if (!from || !(from->*condition).given()) return true;
            if ((from->*condition).broken()) return if_broken;
            return holds(from->*condition, index, &choices[at].value);
        };
        ChoiceState next;
        next.visible = decide(&ChoiceRule::visible_if, false);
        next.enabled = carry || decide(&ChoiceRule::enable_if, true);  // carried ones always are, as in survey-core
        changed |= next.visible != now->states[at].visible;
        shown += next.visible;
        now->states[at] = next;
    }
    if (settings && settings->hidden_if_empty) {
        const bool choiceless = shown == 0 && !(carry && (settings->specials >> 1) != 0);
        if (choiceless != of(index).choiceless) {
            of(index).choiceless = choiceless;
            update_presence(index);
            visibility_changed(index);
        }
    }
    if (!changed && !carry) return;
    mark_carriers(index, Marks::choices);
    if (judging) return;
    if (!settings) {
        const std::int32_t at = choice_of(index, answer_to(index));
        if (at >= 0 && !now->states[static_cast<std::size_t>(at)].visible) clear_answer(index, false);
        return;
    }
    if (!is_row_of_matrix(index) && (!carry || !loading)) drop_unknown_choices(index);
    if (settings->ranks_all && !answer_to(index).is_null()) {
        Value ranked = answer_to(index);
        rank_all(index, ranked);
        set_answer_of(index, std::move(ranked));
    }
}

// The questions whose choices come from this one.
void Session::State::mark_carriers(ElementIndex source, std::uint16_t marks) {
    if (!choice_settings(source)) return;
    const ElementIndex described = of(source).source;
    const std::int32_t name = definition->reads.names.find(element(source).value_name);
    std::vector<ElementIndex> found;
    for (const Reader& reader : definition->reads.of(name)) {
        if (reader.duty != Duty::choices) continue;
        const CarryForward* carry = carry_of(std::get_if<ChoiceSettings>(&definition->at(reader.index).settings));
        if (!carry || carry->source != described) continue;
        if (of(source).block >= 0) found.push_back(source + reader.index - described);
        else instances_of(reader.index, found);
    }
    for (const ElementIndex index : found) mark(index, marks);
}

}  // namespace canvass::core
