// What a formula may answer, so that one which holds itself cannot grow without an end.
#include <algorithm>
#include <cmath>

#include "core/session/state.h"

namespace canvass::core {
namespace {

struct Room {
    std::size_t values = 1u << 16;
    std::size_t letters = 4u << 20;
};

bool fits(const Value& value, std::size_t depth, Room& room) {
    constexpr std::size_t deepest = 12;
    if (depth > deepest || room.values == 0 || value.text().size() > room.letters) return false;
    --room.values;
    room.letters -= value.text().size();
    const auto inside = [&](const Value& each) { return fits(each, depth + 1, room); };
    if (const Value::Array* items = value.as_array()) return std::all_of(items->begin(), items->end(), inside);
    const Value::Object* members = value.as_object();
    return !members || std::all_of(members->begin(), members->end(), [&](const Value::Member& each) { return inside(each.value); });
}

}  // namespace

Value within_limits(Value value) {
    Room room;
    const bool no_number = value.is_number() && !std::isfinite(value.as_number());
    return !no_number && fits(value, 0, room) ? std::move(value) : Value();
}

}  // namespace canvass::core
