#include "core/expression/path.h"

#include <cmath>

#include "core/expression/decimal.h"
#include "core/expression/text.h"

namespace canvass::core {
namespace {

// An index that no array has: what is in the brackets is a number, but not a whole one.
constexpr std::int32_t nowhere = INT32_MAX;

PathStep step_of(std::string_view name) {
    PathStep step{name, std::nullopt};
    if (name.empty() || name.back() != ']') return step;
    const std::size_t bracket = name.rfind('[');
    if (bracket == std::string_view::npos) return step;
    const std::optional<double> index = number_in(name.substr(bracket + 1, name.size() - bracket - 2));
    if (!index) return step;
    step.name = name.substr(0, bracket);
    step.index = std::abs(*index) < nowhere && std::trunc(*index) == *index ? static_cast<std::int32_t>(*index)
                                                                            : nowhere;
    return step;
}

Operand item_at(const Operand& list, std::int32_t index) {
    if (!list.is_array()) return {};
    const Value::Array& items = list.array();
    const auto size = static_cast<std::int64_t>(items.size());
    const std::int64_t at = index < 0 ? size + index : index;
    return at >= 0 && at < size ? Operand(items[static_cast<std::size_t>(at)]) : Operand();
}

Operand member_of(const Operand& holder, std::string_view name) {
    if (name.empty()) return {};
    if (holder.is_object()) {
        const Value* member = find_member(holder.object(), name);
        return member ? Operand(*member) : Operand();
    }
    if (holder.is_array()) {
        if (name == "length") return Operand::number(static_cast<double>(holder.array().size()));
        std::size_t index = 0;
        if (name.size() > 9 || (name.size() > 1 && name.front() == '0')) return {};
        for (const char digit : name) {
            if (digit < '0' || digit > '9') return {};
            index = index * 10 + static_cast<std::size_t>(digit - '0');
        }
        return item_at(holder, static_cast<std::int32_t>(index));
    }
    if (holder.is_string() && !holder.string().empty() && name == "length")
        return Operand::number(static_cast<double>(utf16_length(holder.string())));
    return {};
}

}  // namespace

std::string_view Path::key(std::size_t first, std::size_t last) const noexcept {
    const char* begin = steps[first].name.data();
    const char* end = steps[last].name.data() + steps[last].name.size();
    return {begin, static_cast<std::size_t>(end - begin)};
}

std::size_t Path::reach(std::size_t first) const noexcept {
    while (first + 1 < steps.size() && !steps[first].index) ++first;
    return first;
}

void split_path(std::string_view text, std::vector<PathStep>& steps) {
    for (;;) {
        const std::size_t dot = text.find('.');
        steps.push_back(step_of(text.substr(0, dot)));
        if (dot == std::string_view::npos) return;
        text.remove_prefix(dot + 1);
    }
}

PathOf::PathOf(std::string_view name) : text_(name) {
    split_path(text_, steps_);
    path_.text = text_;
    path_.property = !text_.empty() && text_.front() == '$';
    if (path_.property) steps_.front().name.remove_prefix(1);
    path_.steps = steps_;
}

Operand walk(const Operand& root, const Path& path, std::size_t first) {
    if (first + 1 == path.steps.size() && !path.steps[first].index) return member_of(root, path.steps[first].name);
    Operand holder = root;
    while (first < path.steps.size()) {
        Operand found;
        std::size_t last = path.reach(first);
        for (;; --last) {
            found = member_of(holder, path.key(first, last));
            if (!found.is_missing() || last == first) break;
        }
        if (found.is_missing()) return {};
        if (const auto& index = path.steps[last].index) found = item_at(found, *index);
        if (found.is_missing()) return {};
        holder = found;
        first = last + 1;
    }
    return holder;
}

const Value* find_member(const Value::Object& object, std::string_view name) noexcept {
    if (name.empty()) return nullptr;
    const auto may_be = [&name](const std::string& member) {
        if (member.size() != name.size()) return false;
        const auto a = static_cast<unsigned char>(member.front()), b = static_cast<unsigned char>(name.front());
        return ((a ^ b) & 0xdf) == 0 || a >= 0x80 || b >= 0x80;
    };
    for (const Value::Member& member : object)
        if (may_be(member.name) && equal_without_case(member.name, name)) return &member.value;
    return nullptr;
}

}  // namespace canvass::core
