// What expressions see of a session: variables first, then answers, then data that no question has.
#include <algorithm>

#include "core/definition/built_in.h"
#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

// Steps that may be one name with dots in it; longer ones are looked up by their beginning.
constexpr std::size_t most_joined = 8;

// To expressions, nothing chosen of many is a list that is empty, and so is a range without ends.
bool is_list(const Element& question, const ChoiceSettings* choices) {
    const auto* slider = std::get_if<SliderSettings>(&question.settings);
    return choices ? choices->multiple : slider && slider->range;
}

const Value no_items = Value::array();

}  // namespace

bool are_all_empty(const Operand& panels) {
    return panels.is_array() && std::all_of(panels.array().begin(), panels.array().end(),
                                            [](const Value& panel) { return is_empty(panel); });
}

Operand inside(const Operand& root, const Path& path, std::size_t last) {
    Operand holder = root;
    if (const auto& index = path.steps[last].index) {
        if (!holder.is_array()) return {};
        const Value::Array& items = holder.array();
        const auto size = static_cast<std::int64_t>(items.size());
        const std::int64_t at = *index < 0 ? size + *index : *index;
        if (at < 0 || at >= size) return {};
        holder = items[static_cast<std::size_t>(at)];
    }
    return walk(holder, path, last + 1);
}

namespace {

// What a condition of a choice calls the choice.
bool is_item(std::string_view word) noexcept { return word == "item" || word == "choice" || word == "self"; }

}  // namespace

ElementIndex Session::State::question_named(std::string_view value_name) const {
    const std::int32_t name = definition->reads.names.find(value_name);
    return name < 0 ? no_element : definition->answer_of[static_cast<std::size_t>(name)];
}

Found Session::State::look_up(const Path& path, Scratch& scratch) {
    Found found = look_near(path, scratch);
    if (found.there || path.steps.empty()) return found;
    // The longest key that exists wins, among variables before answers before other data.
    std::int32_t names[most_joined];
    const std::size_t keys_count = std::min(path.reach(0) + 1, most_joined);
    for (std::size_t last = 0; last < keys_count; ++last) {
        names[last] = definition->reads.names.find(answer_name(path.key(0, last)));
    }
    const auto try_each = [&](auto&& finds) {
        for (std::size_t last = keys_count; last-- > 0 && !found.there;) {
            if (names[last] >= 0) finds(static_cast<std::size_t>(names[last]), last);
        }
        return found.there;
    };
    const auto take = [&](const Operand& root, std::size_t last) {
        found.value = inside(root, path, last);
        found.there = !found.value.is_missing();
    };
    if (try_each([&](std::size_t name, std::size_t last) {
            const Value* value = variable(static_cast<std::int32_t>(name));
            if (value && !value->is_null()) take(*value, last);
        })) {
        return found;
    }
    if (try_each([&](std::size_t name, std::size_t last) {
            found.question = definition->answer_of[name];
            if (found.question == no_element) return;
            if (piping && of(found.question).rows >= 0 && last + 1 < path.steps.size()) {
                const ElementIndex cell = find_in_rows(found.question, path, last);
                if (cell == no_element || is_container(element(cell).kind)) return;
                found.question = cell;
                found.whole = found.there = true;
                found.value = answer_to(cell);
                return;
            }
            found.whole = last + 1 == path.steps.size() && !path.steps[last].index;
            const ChoiceSettings* choices = choice_settings(found.question);
            const bool nothing = answer_to(found.question).is_null() && is_list(element(found.question), choices);
            take(nothing ? Operand(no_items) : answer_as_read(found.question, scratch), last);
            if (!path.original) found.value = bare_answer(found.question, found.value, scratch);
            if (found.whole && element(found.question).kind == Kind::paneldynamic && are_all_empty(found.value)) found.value = {};
            found.value.set_ordered(found.whole && element(found.question).kind == Kind::ranking);
            found.there = true;
        })) {
        return found;
    }
    try_each([&](std::size_t name, std::size_t last) {
        const SlotIndex slot = slot_named[name];
        if (slot >= 0 && slots[static_cast<std::size_t>(slot)].present) take(value_at(slot), last);
    });
    return found;
}

// Names that only mean something where the expression stands: the choice it is about, the panel around it,
// the survey's own.
Found Session::State::look_near(const Path& path, Scratch& scratch) {
    Found found;
    if (path.steps.empty()) return found;
    const std::string_view first = path.steps[0].name;
    const auto give = [&](Operand value) {
        found.value = value;
        found.there = true;
    };
    if (path.property) {
        if (path.steps.size() == 2) {
            if (item && is_item(first)) {
                give(item_property(path.steps[1].name, scratch));
                return found;
            }
            const std::string_view owner =
                first == "self" && scope != no_element ? std::string_view(element(scope).name) : first;
            give(property_value(owner, path.steps[1].name, scratch));
        }
    } else if (item && is_item(first)) {
        give(inside(*item, path, 0));
    } else if (scope != no_element && first == "self") {
        found.question = scope;
        give(inside(answer_as_read(scope, scratch), path, 0));
    } else if (found = look_in_row(path, scratch); found.there) {
        return found;
    } else if (scope != no_element && first == "panel" && path.steps.size() > 1) {
        const ElementIndex parent = parent_of(scope);
        if (parent == no_element || element(parent).kind != Kind::panel) return found;
        for (std::size_t last = path.reach(1) + 1; last-- > 1;) {
            const ElementIndex question = question_named(path.key(1, last));
            if (question == no_element || !is_inside(question, parent)) continue;
            found.question = question;
            found.whole = last + 1 == path.steps.size() && !path.steps[last].index;
            give(inside(answer_as_read(question, scratch), path, last));
            return found;
        }
    } else if (path.steps.size() == 1) {
        switch (built_in_named(first)) {
            case BuiltIn::none: break;
            case BuiltIn::locale: give(scratch.keep(Value(locale))); break;
            case BuiltIn::page_number: give(Operand::number(page_number() + 1)); break;
            case BuiltIn::page_count: give(Operand::number(page_count())); break;
            case BuiltIn::quiz_questions: give(Operand::number(quiz().questions)); break;
            case BuiltIn::correct_answers: give(Operand::number(quiz().correct)); break;
            case BuiltIn::wrong_answers: give(Operand::number(quiz().questions - quiz().correct)); break;
        }
    }
    return found;
}

Operand Session::State::item_property(std::string_view name, Scratch& scratch) {
    if (name == "value") return *item;
    if (name == "text") return scratch.keep(Value(display_text_of_one(scope, *item)));
    return {};
}

Operand Session::State::read(const Path& path, Scratch& scratch) { return look_up(path, scratch).value; }

Operand Session::State::read_survey(const Path& path, Scratch& scratch) {
    const ElementIndex around = scope;
    scope = no_element;
    const Operand value = read(path, scratch);
    scope = around;
    return value;
}

Operand Session::State::display_value(std::string_view name, const Operand& of_value, Scratch& scratch) {
    const ElementIndex question = question_named(name);
    if (question == no_element) return {};
    const Operand value = of_value.is_missing() ? Operand(answer_to(question)) : of_value;
    return scratch.keep(Value(display_text(question, value)));
}

Operand Session::State::property_value(std::string_view name, std::string_view property, Scratch& scratch) {
    ElementIndex at = scope == no_element || of(scope).block < 0 ? no_element : question_in_row(block_root(scope), name);
    if (at == no_element) at = find_live(name);
    if (at == no_element) return {};
    if (property == "isVisible") return Operand::boolean(is_shown(at));
    if (property == "visible") return Operand::boolean(of(at).visible);
    if (property == "isRequired") return Operand::boolean(of(at).required);
    if (property == "isReadOnly" || property == "readOnly") return Operand::boolean(is_read_only(at));
    if (property == "containsErrors") return Operand::boolean(has_stops(errors[static_cast<std::size_t>(at)]));
    if (property == "name") return scratch.keep(Value(element(at).name));
    if (property == "title") return scratch.keep(Value(title_of(at)));
    if (property == "value" && !is_container(element(at).kind)) return answer_to(at);
    return {};
}

// The comment beside an answer, or that of one of its choices.
Operand Session::State::comment(std::string_view name, const Operand& of_choice, Scratch& scratch) {
    const ElementIndex question = question_named(name);
    if (question == no_element) return {};
    if (of_choice.is_missing()) return comment_value_of(question);
    std::string text = choice_settings(question) ? comment_of_choice(question, of_choice) : std::string();
    return text.empty() ? Operand() : scratch.keep(Value(std::move(text)));
}

}  // namespace canvass::core
