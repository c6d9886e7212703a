#include "core/base/value.h"

#include <algorithm>

namespace canvass::core {

Value Value::array(std::initializer_list<Value> items) { return Value(Array(items)); }

Value Value::object(std::initializer_list<Member> members) {
    Value result{Object{}};
    for (const Member& member : members) result.set(member.name, member.value);
    return result;
}

std::string_view Value::text() const noexcept {
    const std::string* text = as_string();
    return text ? std::string_view(*text) : std::string_view();
}

const Value* Value::find(std::string_view name) const noexcept {
    const Object* members = as_object();
    if (!members) return nullptr;
    for (const Member& member : *members)
        if (member.name == name) return &member.value;
    return nullptr;
}

Value* Value::find(std::string_view name) noexcept {
    return const_cast<Value*>(static_cast<const Value*>(this)->find(name));
}

Value& Value::set(std::string_view name, Value value) {
    if (!is_object()) data_ = Object{};
    if (Value* present = find(name)) return *present = std::move(value);
    Object& members = *as_object();
    members.push_back(Member{std::string(name), std::move(value)});
    return members.back().value;
}

bool Value::erase(std::string_view name) noexcept {
    Object* members = as_object();
    if (!members) return false;
    const auto found = std::find_if(members->begin(), members->end(),
                                    [&](const Member& member) { return member.name == name; });
    if (found == members->end()) return false;
    members->erase(found);
    return true;
}

Value& Value::push(Value value) {
    if (!is_array()) data_ = Array{};
    Array& items = *as_array();
    items.push_back(std::move(value));
    return items.back();
}

std::size_t Value::size() const noexcept {
    if (const Array* items = as_array()) return items->size();
    if (const Object* members = as_object()) return members->size();
    return 0;
}

bool operator==(const Value& a, const Value& b) noexcept {
    if (a.data_.index() != b.data_.index()) return false;
    const Value::Object* members = a.as_object();
    if (!members) return a.data_ == b.data_;
    if (members->size() != b.size()) return false;
    return std::all_of(members->begin(), members->end(), [&](const Value::Member& member) {
        const Value* other = b.find(member.name);
        return other && *other == member.value;
    });
}

}  // namespace canvass::core
