#include "core/expression/operand.h"

namespace canvass::core {

Operand::Operand(const Value& value) noexcept : tag_(value.index() + 1), number_(0) {
    static_assert(static_cast<int>(Kind::object) == 7);
    const Kind kind = this->kind();
    if (kind >= Kind::string) value_ = &value;
    else if (kind == Kind::number) number_ = value.as_number();
    else if (kind == Kind::boolean) number_ = value.as_bool() ? 1 : 0;
    else if (kind == Kind::date) number_ = value.as_date()->ms;
}

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
