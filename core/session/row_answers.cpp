// Answers in rows. They lie inside the answer of the question whose rows they are, and nowhere else.
#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

using Shape = RowSettings::Shape;

const Value nothing;

std::string with_suffix(const std::string& name, std::string_view suffix) { return name + std::string(suffix); }

}  // namespace

std::string Session::State::row_key(const Block& block) const {
    return to_text(row_settings(block.owner).rows[static_cast<std::size_t>(block.row)].value);
}

// What holds the answers of a row: an object; in a simple matrix, the answer itself.
const Value* Session::State::row_value(const Block& block) const {
    if (block.row == total_row) {
        if (of(block.owner).block >= 0) return &answer_in_row(block.owner, total_suffix);
        return &value_at(slot_at(with_suffix(element(block.owner).value_name, total_suffix)));
    }
    const Value& whole = answer_to(block.owner);
    const Shape shape = row_settings(block.owner).shape;
    if (shape == Shape::single) return &whole;
    if (shape != Shape::list) return whole.find(row_key(block));
    const Value::Array* items = whole.as_array();
    return items && static_cast<std::size_t>(block.row) < items->size() ? &(*items)[static_cast<std::size_t>(block.row)]
                                                                        : nullptr;
}

const Value& Session::State::answer_in_row(ElementIndex question, std::string_view suffix) const {
    const Block& block = block_of(question);
    const Value* holder = row_value(block);
    if (!holder) return nothing;
    if (row_settings(block.owner).shape == Shape::keyed_answer) return suffix.empty() ? *holder : nothing;
    const std::string& name = element(question).value_name;
    const Value* found = suffix.empty() ? holder->find(name) : holder->find(with_suffix(name, suffix));
    return found ? *found : nothing;
}

// Where an answer lies, made if it is not there.
Value& Session::State::place_of(ElementIndex question, std::string_view suffix) {
    const std::string& name = element(question).value_name;
    if (of(question).block < 0) {
        const SlotIndex slot = suffix.empty() ? of(question).answer : slot_of(with_suffix(name, suffix));
        return slots[static_cast<std::size_t>(slot)].value;
    }
    const Block& block = block_of(question);
    Value& holder = row_place(block);
    if (row_settings(block.owner).shape == Shape::keyed_answer) return holder;
    const std::string member = with_suffix(name, suffix);
    if (Value* found = holder.find(member)) return *found;
    holder.set(member, Value());
    return *holder.find(member);
}

Value& Session::State::row_place(const Block& block) {
    Value& whole = place_of(block.owner, block.row == total_row ? total_suffix : std::string_view());
    const Shape shape = row_settings(block.owner).shape;
    const auto as_object = [](Value& value) -> Value& {
        if (!value.is_object()) value = Value::object();
        return value;
    };
    if (shape == Shape::single || block.row == total_row) return as_object(whole);
    if (shape == Shape::list) {
        if (!whole.is_array()) whole = Value::array();
        const std::size_t size = std::max(rows_of(block.owner).roots.size(), static_cast<std::size_t>(block.row) + 1);
        while (whole.size() < size) whole.push(Value::object());
        return as_object((*whole.as_array())[static_cast<std::size_t>(block.row)]);
    }
    const std::string key = row_key(block);
    as_object(whole);
    if (!whole.find(key)) whole.set(key, shape == Shape::keyed ? Value::object() : Value());
    return shape == Shape::keyed ? as_object(*whole.find(key)) : *whole.find(key);
}

bool Session::State::set_in_row(ElementIndex question, std::string_view suffix, Value value) {
    const Value& old = answer_in_row(question, suffix);
    const bool empty = is_empty(value) && !(value.size() > 0 && element(question).kind == Kind::paneldynamic);
    if (empty ? old.is_null() : !old.is_null() && are_equal(old, value, exact)) return false;
    if (empty) erase_in_row(question, suffix);
    else place_of(question, suffix) = std::move(value);
    changed_in_row(question, suffix);
    if (suffix.empty()) sync_rows(question);
    return true;
}

// What is left empty around it goes as well, up to a list of panels, which keeps its panels.
void Session::State::erase_in_row(ElementIndex question, std::string_view suffix) {
    const Block& block = block_of(question);
    const Shape shape = row_settings(block.owner).shape;
    Value& whole = place_of(block.owner, block.row == total_row ? total_suffix : std::string_view());
    if (shape == Shape::keyed_answer) {
        whole.erase(row_key(block));
    } else {
        Value& holder = row_place(block);
        holder.erase(with_suffix(element(question).value_name, suffix));
        if (shape == Shape::keyed && block.row != total_row && holder.size() == 0) whole.erase(row_key(block));
    }
    if (element(block.owner).kind == Kind::paneldynamic || !is_empty(whole)) return;
    if (of(block.owner).block < 0) whole = Value();
    else erase_in_row(block.owner, block.row == total_row ? total_suffix : std::string_view());
}

// What shares an answer in a row shows it.
void Session::State::make_stale_named(ElementIndex container, std::string_view value_name) {
    for (const ElementIndex child : children_of(container)) {
        if (element(child).value_name == value_name) make_stale(child);
        if (is_container(element(child).kind)) make_stale_named(child, value_name);
    }
}

void Session::State::changed_in_row(ElementIndex index, std::string_view suffix) {
    answers_changed |= !opens_silently();
    survey_stale |= counts_answers;
    make_stale(index);
    ElementIndex at = index;
    while (of(at).block >= 0) {
        const Block block = block_of(at);
        const std::string& name = element(at).value_name;
        mark_in_row(name, block);  // also where its comment is all that changed: "other" is named by it
        if (at == index && !suffix.empty()) mark_in_row(with_suffix(name, suffix), block);
        if (definition->shares_in_rows) make_stale_named(block.root, name);
        if (block.row != total_row) mark_totals(block.owner, at == block.root ? no_element : of(at).source);
        if (block.row != total_row) {
            mark_in_row("matrix", block);
        } else if (const std::string key = with_suffix(element(block.owner).value_name, total_suffix); of(block.owner).block >= 0) {
            mark_in_row(key, block_of(block.owner));
        } else if (const SlotIndex slot = slot_at(key); slot >= 0) {
            note_presence(slot);
            mark_readers(slots[static_cast<std::size_t>(slot)].name);
        }
        at = block.owner;
        make_stale(at);
    }
    const SlotIndex slot = of(at).answer;
    note_presence(slot);
    mark_readers(slots[static_cast<std::size_t>(slot)].name);
    for (const ElementIndex other : questions_of(slot)) {
        make_stale(other);
        if (other != at) sync_rows(other);
    }
}

SlotIndex Session::State::answer_slot(ElementIndex question) const {
    while (of(question).block >= 0) question = block_of(question).owner;
    return of(question).answer;
}

}  // namespace canvass::core
