#include "core/json/member_order.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace canvass::core {
namespace {

// "0" to "4294967294" as ECMAScript writes them: the names that an object lists first, in rising order.
std::optional<std::uint64_t> array_index(std::string_view name) {
    if (name.empty() || name.size() > 10 || (name.front() == '0' && name.size() > 1)) return std::nullopt;
    std::uint64_t index = 0;
    for (const char digit : name) {
        if (digit < '0' || digit > '9') return std::nullopt;
        index = index * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    return index < UINT32_MAX ? std::optional(index) : std::nullopt;
}

// A repeated name keeps its first place and its last value.
void drop_repeated(Value::Object& members) {
    std::vector<std::size_t> order(members.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const int names = members[a].name.compare(members[b].name);
        return names != 0 ? names < 0 : a < b;
    });
    std::vector<bool> dropped(members.size());
    bool any = false;
    for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
        if (members[order[i]].name != members[order[first]].name) {
            first = i;
            continue;
        }
        members[order[first]].value = std::move(members[order[i]].value);
        dropped[order[i]] = any = true;
    }
    if (!any) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (dropped[i]) continue;
        if (kept != i) members[kept] = std::move(members[i]);
        ++kept;
    }
    members.erase(members.begin() + static_cast<std::ptrdiff_t>(kept), members.end());
}

void put_indices_first(Value::Object& members) {
    const auto is_index = [](const Value::Member& member) { return array_index(member.name).has_value(); };
    if (std::none_of(members.begin(), members.end(), is_index)) return;
    const auto rest = std::stable_partition(members.begin(), members.end(), is_index);
    std::sort(members.begin(), rest, [](const Value::Member& a, const Value::Member& b) {
        return *array_index(a.name) < *array_index(b.name);
    });
}

void put_in_order(Value::Object& members) {
    drop_repeated(members);
    put_indices_first(members);
}

}  // namespace

void put_members_in_order(Value& value) {
    if (Value::Array* items = value.as_array()) {
        for (Value& item : *items) put_members_in_order(item);
    } else if (Value::Object* members = value.as_object()) {
        put_in_order(*members);
        for (Value::Member& member : *members) put_members_in_order(member.value);
    }
}

}  // namespace canvass::core
