// Answers, comments and variables: where they lie and what a change of one sets in motion.
#include <algorithm>

#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

const Value nothing;

}  // namespace

void Session::State::make_slots() {
    slot_named.assign(definition->reads.names.size(), -1);
    variable_at.assign(definition->reads.names.size(), -1);
    for (ElementIndex at = 0; at < count(); ++at) {
        const Element& question = element(at);
        if (is_container(question.kind) || !is_live(at)) continue;
        of(at).answer = slot_of(question.value_name);
        of(at).comment = slot_of(question.value_name + std::string(comment_suffix));
        ElementIndex& owner = slots[static_cast<std::size_t>(of(at).comment)].comment_of;
        if (owner == no_element) owner = at;
    }
    // From the end, so that the first of them comes first in its chain.
    for (ElementIndex at = count(); at-- > 0;) {
        if (of(at).answer < 0) continue;
        ElementIndex& first = slots[static_cast<std::size_t>(of(at).answer)].question;
        of(at).next_sharing = first;
        first = at;
    }
    own_slots = slots.size();
}

SlotIndex Session::State::slot_of(std::string_view key) {
    const SlotIndex slot = keys.add(key);
    if (static_cast<std::size_t>(slot) < slots.size()) return slot;
    slots.emplace_back();
    const std::int32_t name = definition->reads.names.find(key);
    slots.back().name = name;
    if (name >= 0 && slot_named[static_cast<std::size_t>(name)] < 0) {
        slot_named[static_cast<std::size_t>(name)] = slot;
    }
    return slot;
}

SlotIndex Session::State::slot_at(std::string_view key) const { return keys.find(key); }

const Value& Session::State::value_at(SlotIndex slot) const {
    return slot < 0 ? nothing : slots[static_cast<std::size_t>(slot)].value;
}

// Panels of a dynamic panel are an answer although nothing is written in them.
bool Session::State::is_nothing(SlotIndex slot, const Value& value) const {
    if (!is_empty(value)) return false;
    const Sharing sharing = questions_of(slot);
    return value.size() == 0 || std::none_of(sharing.begin(), sharing.end(), [&](ElementIndex question) {
        return element(question).kind == Kind::paneldynamic;
    });
}

void Session::State::note_presence(SlotIndex index) {
    Slot& slot = slots[static_cast<std::size_t>(index)];
    const bool present = !slot.value.is_null();
    if (slot.present == present) return;
    if (present) filled.push_back(index);
    else filled.erase(std::find(filled.begin(), filled.end(), index));
    slot.present = present;
}

bool Session::State::set_slot(SlotIndex index, Value value) {
    Slot& slot = slots[static_cast<std::size_t>(index)];
    const bool empty = is_nothing(index, value);
    if (empty ? !slot.present : slot.present && slot.value == value) return false;
    slot.value = empty ? Value() : std::move(value);
    note_presence(index);
    answers_changed |= !opens_silently();
    mark_readers(slot.name);
    survey_stale |= counts_answers;
    for (const ElementIndex question : questions_of(index)) make_stale(question);
    if (slot.comment_of != no_element) {
        for (const ElementIndex question : questions_of(of(slot.comment_of).answer)) make_stale(question);
        mark_readers(slots[static_cast<std::size_t>(of(slot.comment_of).answer)].name);
    }
    if (rows.empty()) return true;
    for (const ElementIndex question : questions_of(index)) sync_rows(question, empty ? 0 : -1);
    return true;
}

const Value* Session::State::variable(std::int32_t name) const {
    const std::int32_t at = variable_at[static_cast<std::size_t>(name)];
    return at < 0 ? nullptr : &variables[static_cast<std::size_t>(at)];
}

Value& Session::State::variable_made(std::int32_t name) {
    std::int32_t& at = variable_at[static_cast<std::size_t>(name)];
    if (at < 0) {
        at = static_cast<std::int32_t>(variables.size());
        variables.emplace_back();
    }
    return variables[static_cast<std::size_t>(at)];
}

// A variable hides the answer of the same name, which is dropped.
bool Session::State::set_variable(std::string_view name, Value value) {
    const SlotIndex slot = slot_at(name);
    bool changed = slot >= 0 && set_slot(slot, Value());
    const std::int32_t number = definition->reads.names.find(name);
    if (number < 0) return changed;
    const Value* before = variable(number);
    if (before && *before == value) return changed;
    variable_made(number) = std::move(value);
    answers_changed |= !loading;
    mark_readers(number);
    return true;
}

Value Session::State::data() const {
    Value::Object members;
    members.reserve(filled.size());
    for (const SlotIndex slot : filled) members.push_back({std::string(keys.text(slot)), value_at(slot)});
    Value data(std::move(members));
    for (const CalculatedValue& calculated : definition->calculated) {
        const std::int32_t name = definition->reads.names.find(calculated.name);
        const Value* value = calculated.include_into_result ? variable(name) : nullptr;
        if (value && !is_empty(*value)) data.set(calculated.name, *value);
    }
    return data;
}

}  // namespace canvass::core
