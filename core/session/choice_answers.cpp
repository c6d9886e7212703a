// Answers made of choices, in the form in which their question stores them.
#include <algorithm>

#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

bool holds_objects(const Operand& value) {
    if (!value.is_array()) return value.is_object();
    return std::any_of(value.array().begin(), value.array().end(),
                       [](const Value& one) { return one.is_object(); });
}

Value::Array::iterator find_in(Value::Array& values, const Value& value) {
    return std::find_if(values.begin(), values.end(),
                        [&](const Value& other) { return are_equal(other, value, exact); });
}

}  // namespace

void wrap(const ChoiceSettings& settings, Value& list) {
    Value::Array* items = list.as_array();
    if (settings.value_member.empty() || !items) return;
    for (Value& one : *items) {
        if (one.is_object()) continue;
        Value whole = Value::object();
        whole.set(settings.value_member, std::move(one));
        one = std::move(whole);
    }
}

// What conditions and texts see: the values of choices, without the comments and objects they lie in.
Operand Session::State::bare_answer(ElementIndex index, const Operand& value, Scratch& scratch) const {
    const ChoiceSettings* settings = choice_settings(index);
    if (!settings || !holds_objects(value)) return value;
    if (!value.is_array()) return scratch.keep(bare(*settings, value.to_value()));
    Value::Array values;
    values.reserve(value.array().size());
    for (const Value& one : value.array()) values.push_back(bare(*settings, one));
    return scratch.keep(Value(std::move(values)));
}

// "1" becomes the choice 1.
void Session::State::take_own_values(ElementIndex index, Value& value) const {
    if (Value::Array* items = value.as_array()) {
        for (Value& one : *items) take_own_values(index, one);
    } else if (const std::int32_t at = choice_of(index, value); at >= 0) {
        value = choices_of(index)[static_cast<std::size_t>(at)].value;
    }
}

// A default that is no choice becomes "other" with its text, where there is such a choice; of several only
// the first.
Value Session::State::choice_answer(ElementIndex index, const ChoiceSettings& settings, Value value) {
    take_own_values(index, value);
    const bool has_other = settings.has(Special::other) && !(settings.open && settings.choices.empty());
    const auto as_other = [&](Value& one) {
        if (settings.other_in_answer) return;
        set_comment_of(index, Value(bare(settings, one)));
        one = Value("other");
    };
    const auto is_unknown = [&](const Value& one) {
        const std::int32_t at = choice_of(index, bare(settings, one));
        return at < 0 && is_other(index, one) && bare(settings, one).text() != "other";
    };
    if (!settings.multiple) {
        if (const Value::Array* items = value.as_array(); items && !items->empty())
            value = Value(items->front());
        const bool unknown = settings.choices.empty() ? value.text() != "other" && !is_exclusive(index, value) : is_unknown(value);
        if (has_other && unknown) as_other(value);
        return value;
    }
    if (element(index).kind == Kind::imagepicker) return value;
    if (!value.is_array()) value = Value::array({std::move(value)});
    Value::Array& given = *value.as_array();
    for (std::size_t at = given.size(); at-- > 0;) {
        if (!is_exclusive(index, bare(settings, given[at]))) continue;
        std::swap(given.front(), given[at]);
        given.resize(1);
        break;
    }
    if (has_other) {
        Value::Array taken;
        bool found = false;
        for (Value& one : *value.as_array()) {
            const bool unknown = is_unknown(one);
            if (unknown && found) continue;
            if (unknown) as_other(one);
            found |= unknown;
            taken.push_back(std::move(one));
        }
        value = Value(std::move(taken));
    }
    wrap(settings, value);
    if (ranks_itself(index)) return {};
    if (settings.ranks_all) rank_all(index, value);
    return value;
}

// A single choice needs no rank.
bool Session::State::ranks_itself(ElementIndex question) {
    const ChoiceSettings* settings = choice_settings(question);
    return settings && settings->ranks_all && choices_in_order(question).size() == 1;
}

// Every choice that is shown, the named ones first.
void Session::State::rank_all(ElementIndex index, Value& value) {
    if (is_empty(value)) return;
    if (!value.is_array()) value = Value::array({std::move(value)});
    const std::span<const Choice> choices = choices_of(index);
    Value::Array ranked;
    const auto add = [&](const Value& one) {
        if (find_in(ranked, one) == ranked.end()) ranked.push_back(one);
    };
    for (const Value& one : *value.as_array()) {
        const std::int32_t at = choice_of(index, one);
        if (at >= 0 && choice_state(index, static_cast<std::size_t>(at)).visible) add(one);
    }
    for (const std::uint32_t at : choices_in_order(index)) add(choices[at].value);
    value = Value(std::move(ranked));
}

// What a given answer becomes: what is no choice was written for "other". A saved answer stays as it is.
Value Session::State::as_given(ElementIndex index, Value value, bool restored) {
    const ChoiceSettings& settings = *choice_settings(index);
    if (settings.ranks_all) rank_all(index, value);
    const Sharing sharing = of(index).block < 0 ? questions_of(of(index).answer) : Sharing(elements, no_element);
    const auto is_unknown = [&](const Value& one, bool hidden_too) {
        const Value& plain = bare(settings, one);
        if (is_empty(plain)) return false;
        const std::int32_t at = choice_of(index, plain);
        if (at >= 0 && (hidden_too || choice_state(index, static_cast<std::size_t>(at)).visible))
            return false;
        if (at < 0 && !is_other(index, plain)) return false;
        return std::none_of(sharing.begin(), sharing.end(), [&](ElementIndex other) {
            return other != index && choice_settings(other) && choice_of(other, plain) >= 0;
        });
    };
    if (!settings.has(Special::other) || settings.other_in_answer || choices_of(index).empty()) return value;
    Value* unknown = nullptr;
    if (Value::Array* items = value.as_array()) {
        const auto named = [](const Value& one) { return one.text() == "other"; };
        if (std::any_of(items->begin(), items->end(), named)) return value;
        const auto found = std::find_if(items->begin(), items->end(),
                                        [&](const Value& one) { return is_unknown(one, true); });
        if (found != items->end()) unknown = &*found;
    } else if (value.text() != "other" && is_unknown(value, false)) {
        unknown = &value;
    }
    if (!unknown) return value;
    set_comment_of(index, Value(*unknown));
    if (unknown != &value && !restored) *unknown = Value("other");
    return value;
}

// After an answer was given from outside.
void Session::State::take_choices(ElementIndex index, bool restored) {
    const ChoiceSettings* settings = choice_settings(index);
    if (!settings) return;
    Choosing* now = choosing[static_cast<std::size_t>(index)].get();
    if (now) now->put_by.clear();
    if (answer_to(index).is_null()) return;
    set_answer_of(index, as_given(index, answer_to(index), restored));
    // Choices that come from elsewhere are looked at again and again where some of them are not shown.
    const bool partly = now && now->carries &&
                        (settings->specials != 0 || choices_in_order(index).size() != now->carried.size());
    if (partly) drop_unknown_choices(index);
}

// What was written for "other", if that is chosen.
std::string Session::State::other_text(ElementIndex index) const {
    const ChoiceSettings* settings = choice_settings(index);
    if (!settings || !settings->has(Special::other)) return {};
    if (!settings->other_in_answer) {
        const Value& comment_beside = comment_value_of(index);
        return is_other_selected(index) && !is_empty(comment_beside) ? to_text(comment_beside)
                                                                     : std::string();
    }
    const Value& answer = answer_to(index);
    const Value* one = &answer;
    if (const Value::Array* items = answer.as_array()) {
        const auto found = std::find_if(items->begin(), items->end(),
                                        [&](const Value& given) { return is_other(index, given); });
        if (found == items->end()) return {};
        one = &*found;
    }
    const Value& plain = bare(*settings, *one);
    return is_other(index, plain) && plain.text() != "other" ? to_text(plain) : std::string();
}

// Its answer may be no column, or one out of sight: that stays until the end, as in survey-core.
bool Session::State::is_row_of_matrix(ElementIndex question) const {
    return of(question).block >= 0 && element(block_of(question).owner).kind == Kind::matrix;
}

// An answer that is no choice of the question (any more) is dropped, unless other questions share it.
void Session::State::drop_unknown_choices(ElementIndex index) {
    const ChoiceSettings* settings = choice_settings(index);
    if (!settings || settings->open) return;
    if (shares_answer(index)) return;
    if (settings->multiple) return drop_from_several(index, *settings);
    const Value& answer = answer_to(index);
    if (!answer.is_null() && !is_known_choice(index, answer)) clear_answer(index, true);
}

// What is dropped with its choice comes back with it, unless the question is answered anew.
void Session::State::drop_from_several(ElementIndex index, const ChoiceSettings& settings) {
    const Value& answer = answer_to(index);
    const Value::Array* items = answer.as_array();
    auto& now = choosing[static_cast<std::size_t>(index)];
    if (!items && !is_empty(answer)) {
        clear_answer(index, true);
        return;
    }
    Value::Array kept;
    bool changed = false;
    if (now && !now->put_by.empty()) {
        const std::span<const Choice> choices = choices_of(index);
        for (const std::uint32_t at : choices_in_order(index)) {
            const auto found = find_in(now->put_by, choices[at].value);
            if (found == now->put_by.end()) continue;
            now->put_by.erase(found);
            if (is_selected(index, choices[at].value)) continue;
            kept.push_back(choices[at].value);
            changed = true;
        }
    }
    if (items && !(settings.other_in_answer && is_other_selected(index))) {
        const std::size_t back = kept.size();
        for (const Value& one : *items) {
            if (is_known_choice(index, one)) {
                kept.push_back(one);
                continue;
            }
            changed = true;
            if (!now) now = std::make_unique<Choosing>();
            if (!one.is_object()) now->put_by.push_back(one);
        }
        std::rotate(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(back), kept.end());
    } else if (items) {
        return;
    }
    if (changed) set_answer_of(index, Value(std::move(kept)));
}

std::string Session::State::comment_of_choice(ElementIndex index, const Operand& value) const {
    const ChoiceSettings& settings = *choice_settings(index);
    const auto comment_in = [&](const Value& given) -> std::string {
        const Value* text = are_equal(bare(settings, given), value, exact) ? given.find("comment") : nullptr;
        return text && !is_empty(*text) ? to_text(*text) : std::string();
    };
    const Value& answer = answer_to(index);
    const Value::Array* items = answer.as_array();
    std::string text = items ? std::string() : comment_in(answer);
    for (std::size_t at = 0; items && text.empty() && at < items->size(); ++at) text = comment_in((*items)[at]);
    return text;
}

// "other" without words, or a choice whose comment must be written.
bool Session::State::misses_comment(ElementIndex index) const {
    const ChoiceSettings& settings = *choice_settings(index);
    if (is_other_selected(index) && settings.has(Special::other) && other_text(index).empty()) return true;
    const auto misses = [&](const Value& one) {
        const std::int32_t at = choice_of(index, bare(settings, one));
        if (at < 0) return false;
        const Choice& choice = choices_of(index)[static_cast<std::size_t>(at)];
        return choice.comment_area && choice.comment_required && comment_of_choice(index, choice.value).empty();
    };
    const Value& answer = answer_to(index);
    if (const Value::Array* items = answer.as_array())
        return std::any_of(items->begin(), items->end(), misses);
    return misses(answer);
}

}  // namespace canvass::core
