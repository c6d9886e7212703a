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
    variables.resize(definition->reads.names.size());
    has_variable.resize(definition->reads.names.size());
    for (ElementIndex at = 0; at < count(); ++at) {
        const Element& question = element(at);
        if (is_container(question.kind) || !is_live(at)) continue;
        of(at).answer = slot_of(question.value_name);
        slots[static_cast<std::size_t>(of(at).answer)].questions.push_back(at);
        of(at).comment = slot_of(question.value_name + std::string(comment_suffix));
        ElementIndex& owner = slots[static_cast<std::size_t>(of(at).comment)].comment_of;
        if (owner == no_element) owner = at;
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
bool Session::State::is_nothing(const Slot& slot, const Value& value) const {
    if (!is_empty(value)) return false;
    return value.size() == 0 || std::none_of(slot.questions.begin(), slot.questions.end(), [&](ElementIndex question) {
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
    const bool empty = is_nothing(slot, value);
    if (empty ? !slot.present : slot.present && slot.value == value) return false;
    slot.value = empty ? Value() : std::move(value);
    note_presence(index);
    answers_changed |= !opens_silently();
    mark_readers(slot.name);
    survey_stale |= counts_answers;
    for (const ElementIndex question : slot.questions) make_stale(question);
    if (slot.comment_of != no_element) {
        make_stale(slot.comment_of);
        mark_readers(slots[static_cast<std::size_t>(of(slot.comment_of).answer)].name);
    }
    const std::vector<ElementIndex> with_rows = rows.empty() ? std::vector<ElementIndex>() : slot.questions;
    for (const ElementIndex question : with_rows) sync_rows(question, empty ? 0 : -1);
    return true;
}

// A variable hides the answer of the same name, which is dropped.
bool Session::State::set_variable(std::string_view name, Value value) {
    const SlotIndex slot = slot_at(name);
    bool changed = slot >= 0 && set_slot(slot, Value());
    const std::int32_t number = definition->reads.names.find(name);
    if (number < 0) return changed;
    const auto at = static_cast<std::size_t>(number);
    if (has_variable[at] && variables[at] == value) return changed;
    has_variable[at] = true;
    variables[at] = std::move(value);
    answers_changed |= !loading;
    mark_readers(number);
    return true;
}

Value Session::State::data() const {
    Value::Object members;
    members.reserve(filled.size());
    for (const SlotIndex slot : filled) members.push_back({keys.text(slot), value_at(slot)});
    Value data(std::move(members));
    for (const CalculatedValue& calculated : definition->calculated) {
        const std::int32_t name = definition->reads.names.find(calculated.name);
        const Value& value = variables[static_cast<std::size_t>(name)];
        if (calculated.include_into_result && !is_empty(value)) data.set(calculated.name, value);
    }
    return data;
}

}  // namespace canvass::core
