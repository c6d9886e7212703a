#include "core/expression/operand.h"

namespace canvass::core {

Operand::Operand(const Value& value) noexcept : number_(0) {
    if (value.is_string() || value.is_array() || value.is_object()) {
        kind_ = value.is_string() ? Kind::string : value.is_array() ? Kind::array : Kind::object;
        value_ = &value;
    } else if (value.is_number()) {
        kind_ = Kind::number;
        number_ = value.as_number();
    } else if (value.is_bool()) {
        kind_ = Kind::boolean;
        number_ = value.as_bool() ? 1 : 0;
    } else if (const Date* date = value.as_date()) {
        kind_ = Kind::date;
        number_ = date->ms;
    } else {
        kind_ = Kind::null;
    }
}

Value Operand::to_value() const {
    switch (kind_) {
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
