#include "core/expression/operand.h"

namespace canvass::core {

Value Operand::to_value() const {
    switch (kind()) {
        case Kind::boolean: return flag();
        case Kind::number: return number_;
        case Kind::date: return date();
        case Kind::string:
        case Kind::array:
        case Kind::object: return *value_;
        default: return {};
    }
}

Operand Scratch::keep(Value value) {
    values_.push_back(std::make_unique<const Value>(std::move(value)));
    return Operand(*values_.back());
}

}  // namespace canvass::core
