// Which choices a question has at this moment, and which of them its answer names.
#include <algorithm>

#include "core/expression/coerce.h"
#include "core/session/shuffle.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

bool is_special(const ChoiceSettings& settings, const Value& value) noexcept {
    for (const SpecialChoice& special : special_choices) {
        if (settings.has(special.special) && value.text() == special.value) return true;
    }
    return false;
}

bool is_digit(char letter) noexcept { return letter >= '0' && letter <= '9'; }

std::string_view trimmed(std::string_view text) noexcept {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

double number_from(std::string_view text) noexcept {
    double number = 0;
    for (std::size_t at = 0; at < text.size() && is_digit(text[at]); ++at)
        number = number * 10 + (text[at] - '0');
    return number;
}

// By letters, where the first digit that both have in the same place counts as a number: "item2" before
// "item10".
bool comes_before(std::string_view a, std::string_view b) noexcept {
    for (std::size_t at = 0; at < std::min(a.size(), b.size()); ++at) {
        if (is_digit(a[at]) && is_digit(b[at])) {
            const double x = number_from(a.substr(at)), y = number_from(b.substr(at));
            if (x != y) return x < y;
            break;
        }
        if (a[at] != b[at]) break;
    }
    return a < b;
}

}  // namespace

const Value& bare(const ChoiceSettings& settings, const Value& value) noexcept {
    if (!value.is_object()) return value;
    const Value* inner = settings.value_member.empty() ? nullptr : value.find(settings.value_member);
    if (!inner) inner = value.find("value");
    return inner && !inner->is_null() ? *inner : value;
}

const ChoiceSettings* Session::State::choice_settings(ElementIndex index) const {
    return std::get_if<ChoiceSettings>(&element(index).settings);
}

// Its own, or what was given for all rows; nullptr: those of the definition.
const Choosing* Session::State::chosen_from(ElementIndex index) const {
    for (const ElementIndex at : {index, of(index).source}) {
        const auto& now = choosing[static_cast<std::size_t>(at)];
        if (now && now->carries) return now.get();
    }
    return nullptr;
}

std::span<const Choice> Session::State::choices_of(ElementIndex index) const {
    const Choosing* now = chosen_from(index);
    return now ? std::span<const Choice>(now->carried) : core::choices_of(element(index));
}

std::span<const ChoiceRule> Session::State::rules_of(ElementIndex index) const {
    const Choosing* now = chosen_from(index);
    return now ? now->rules : core::rules_of(element(index));
}

ChoiceState Session::State::choice_state(ElementIndex index, std::size_t choice) const {
    const auto& now = choosing[static_cast<std::size_t>(index)];
    return now && choice < now->states.size() ? now->states[choice] : ChoiceState{};
}

std::uint32_t Session::State::seed_of(ElementIndex index) const {
    const ElementIndex parent = parent_of(index);
    const std::uint32_t outer =
        parent == no_element ? static_cast<std::uint32_t>(options.seed) : seed_of(parent);
    return seed_inside(outer, std::string(name_of(element(index).kind)) + element(index).name);
}

std::vector<std::uint32_t> Session::State::choices_in_order(ElementIndex index) {
    const std::span<const Choice> choices = choices_of(index);
    std::vector<std::uint32_t> order;
    order.reserve(choices.size());
    for (std::uint32_t at = 0; at < choices.size(); ++at) {
        if (choice_state(index, at).visible) order.push_back(at);
    }
    const ChoiceSettings* settings = choice_settings(index);
    if (!settings || settings->order == ChoiceSettings::Order::as_written) return order;
    if (settings->order == ChoiceSettings::Order::random) {
        const std::span<const ChoiceRule> rules = rules_of(index);
        shuffle(order, seed_of(index), [&](std::uint32_t at) -> const std::string* {
            static const std::string together;
            if (choices[at].stays_in_place) return nullptr;
            return choices[at].rule < 0 ? &together
                                        : &rules[static_cast<std::size_t>(choices[at].rule)].shuffled_with;
        });
        return order;
    }
    std::vector<std::string> texts_of(choices.size());
    for (const std::uint32_t at : order) texts_of[at] = trimmed(text_of_choice(choices[at], index));
    const bool descending = settings->order == ChoiceSettings::Order::descending;
    // Each in turn goes behind those that are not after it; this is a fraction of the library's sort.
    for (auto next = order.begin(); next != order.end(); ++next) {
        const auto place =
            std::upper_bound(order.begin(), next, *next, [&](std::uint32_t a, std::uint32_t b) {
                return descending ? comes_before(texts_of[b], texts_of[a])
                                  : comes_before(texts_of[a], texts_of[b]);
            });
        std::rotate(place, next, next + 1);
    }
    return order;
}

std::int32_t Session::State::choice_of(ElementIndex index, const Value& value) const {
    const std::span<const Choice> choices = choices_of(index);
    for (std::size_t at = 0; at < choices.size(); ++at) {
        if (are_equal(choices[at].value, value, exact)) return static_cast<std::int32_t>(at);
    }
    return -1;
}

bool Session::State::is_other(ElementIndex index, const Value& value) const {
    const ChoiceSettings* settings = choice_settings(index);
    if (!settings || !settings->has(Special::other)) return false;
    const Value& one = bare(*settings, value);
    if (one.text() == "other") return true;
    if (is_empty(one) || is_special(*settings, one) || choice_of(index, one) >= 0) return false;
    return (settings->other_in_answer && !settings->multiple) || !choices_of(index).empty();
}

bool Session::State::is_other_selected(ElementIndex index) const {
    const Value& answer = answer_to(index);
    const Value::Array* items = answer.as_array();
    if (!items) return is_other(index, answer);
    return std::any_of(items->begin(), items->end(),
                       [&](const Value& value) { return is_other(index, value); });
}

bool Session::State::is_known_choice(ElementIndex index, const Value& value) const {
    const ChoiceSettings* settings = choice_settings(index);
    const Value& one = settings ? bare(*settings, value) : value;
    // "other" is never unknown, whether the choice is there or not.
    if (settings && (is_special(*settings, one) || one.text() == "other")) return true;
    const std::int32_t at = choice_of(index, one);
    if (at < 0) return (!settings && core::choices_of(element(index)).empty()) || is_other(index, one);
    if (choice_state(index, static_cast<std::size_t>(at)).visible) return true;
    // What was out of sight already when it was given was taken for "other".
    return settings && settings->has(Special::other) && !settings->other_in_answer &&
           are_equal(comment_value_of(index), one, exact);
}

bool Session::State::is_selected(ElementIndex index, const Value& value) const {
    const ChoiceSettings* settings = choice_settings(index);
    const auto same = [&](const Value& given) {
        return are_equal(settings ? bare(*settings, given) : given, value, exact);
    };
    const Value& answer = answer_to(index);
    if (const Value::Array* items = answer.as_array()) return std::any_of(items->begin(), items->end(), same);
    return !is_empty(answer) && same(answer);
}

bool Session::State::is_exclusive(ElementIndex index, const Value& value) const {
    const ChoiceSettings& settings = *choice_settings(index);
    if (is_special(settings, value)) return value.text() != "other";
    const std::int32_t at = choice_of(index, value);
    return at >= 0 && choices_of(index)[static_cast<std::size_t>(at)].exclusive;
}

}  // namespace canvass::core
