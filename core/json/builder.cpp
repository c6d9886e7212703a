#include "core/json/builder.h"

namespace canvass::core {
bool ValueBuilder::scalar(Value value) {
    if (++values_ > limits_.values) return refuse(Code::too_large, "values", limits_.values);
    return put(std::move(value));
}

bool ValueBuilder::key(std::string name) {
    levels_.back().key = std::move(name);
    return true;
}

bool ValueBuilder::begin_array() { return open(Value(Value::Array{})); }

bool ValueBuilder::begin_object() { return open(Value(Value::Object{})); }

bool ValueBuilder::open(Value container) {
    if (++values_ > limits_.values) return refuse(Code::too_large, "values", limits_.values);
    if (levels_.size() >= limits_.depth) return refuse(Code::too_deep, {}, limits_.depth);
    levels_.push_back(Level{std::move(container), {}});
    return true;
}

bool ValueBuilder::end() {
    Value finished = std::move(levels_.back().container);
    levels_.pop_back();
    return put(std::move(finished));
}

bool ValueBuilder::put(Value value) {
    if (levels_.empty()) {
        root_ = std::move(value);
    } else if (Level& level = levels_.back(); Value::Object* members = level.container.as_object()) {
        members->push_back(Value::Member{std::move(level.key), std::move(value)});
        level.key.clear();
    } else {
        level.container.push(std::move(value));
    }
    return true;
}

Value ValueBuilder::take() { return std::move(root_); }

bool ValueBuilder::refuse(Code code, std::string_view subject, std::size_t limit) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.pointer = where();
    diagnostic.subject = subject;
    diagnostic.limit = static_cast<long>(limit);
    errors_.push_back(std::move(diagnostic));
    return false;
}

std::string ValueBuilder::where() const {
    std::string pointer;
    for (const Level& level : levels_)
        pointer = level.container.is_array() ? pointer_to(pointer, level.container.size())
                                             : pointer_to(pointer, level.key);
    return pointer;
}

}  // namespace canvass::core
