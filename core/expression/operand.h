// One operand while an expression runs: nothing there at all (JavaScript's undefined), null, a flag, a number,
// a date, or a text, array or object that somebody else holds.
//
// Ownership: 16 bytes, borrows texts, arrays and objects; they must outlive it. What a function makes anew is
// kept by the Scratch of that evaluation. An Operand is made from any Value implicitly, so everything in
// coerce.h takes Values as well.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/value.h"

namespace canvass::core {

class Operand {
public:
    // From null on in the order of Value::index().
    enum class Kind : std::uint8_t { missing, null, boolean, number, date, string, array, object };

    Operand() noexcept : number_(0) {}
    Operand(const Value& value) noexcept;
    Operand(Value&&) = delete;

    static Operand null() noexcept { return Operand(Kind::null, 0); }
    static Operand boolean(bool flag) noexcept { return Operand(Kind::boolean, flag ? 1 : 0); }
    static Operand number(double number) noexcept { return Operand(Kind::number, number); }
    static Operand date(Date date) noexcept { return Operand(Kind::date, date.ms); }

    Kind kind() const noexcept { return static_cast<Kind>(tag_ & 0xff); }
    bool is_missing() const noexcept { return kind() == Kind::missing; }
    bool is_nothing() const noexcept { return kind() <= Kind::null; }
    bool is_boolean() const noexcept { return kind() == Kind::boolean; }
    bool is_number() const noexcept { return kind() == Kind::number; }
    bool is_date() const noexcept { return kind() == Kind::date; }
    bool is_string() const noexcept { return kind() == Kind::string; }
    bool is_array() const noexcept { return kind() == Kind::array; }
    bool is_object() const noexcept { return kind() == Kind::object; }

    // Each only for its own kind.
    bool flag() const noexcept { return number_ != 0; }
    double number() const noexcept { return number_; }
    Date date() const noexcept { return Date{number_}; }
    const std::string& string() const noexcept { return *value_->as_string(); }
    const Value::Array& array() const noexcept { return *value_->as_array(); }
    const Value::Object& object() const noexcept { return *value_->as_object(); }

    // The text, or an empty view for any other kind.
    std::string_view text() const noexcept { return is_string() ? std::string_view(string()) : std::string_view(); }

    Value to_value() const;

    // Answers of a ranking keep their order in comparisons.
    bool ordered() const noexcept { return (tag_ & in_order) != 0; }
    void set_ordered(bool ordered) noexcept { tag_ = (tag_ & ~in_order) | (ordered ? in_order : 0); }

private:
    static constexpr std::uint64_t in_order = 0x100;

    Operand(Kind kind, double number) noexcept : tag_(static_cast<std::uint64_t>(kind)), number_(number) {}

    // Kind and order in one word: a processor that must read together what was just written in parts waits for it.
    std::uint64_t tag_ = 0;
    union {
        double number_;
        const Value* value_;
    };
};

inline Operand::Operand(const Value& value) noexcept : tag_(value.index() + 1), number_(0) {
    static_assert(static_cast<int>(Kind::object) == 7);
    const Kind kind = this->kind();
    if (kind >= Kind::string) value_ = &value;
    else if (kind == Kind::number) number_ = value.as_number();
    else if (kind == Kind::boolean) number_ = value.as_bool() ? 1 : 0;
    else if (kind == Kind::date) number_ = value.as_date()->ms;
}

// Keeps the values that an evaluation makes until it is over.
class Scratch {
public:
    Scratch() = default;
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    Operand keep(Value value);

private:
    std::vector<std::unique_ptr<const Value>> values_;
};

}  // namespace canvass::core
