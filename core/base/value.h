// A value as JSON knows it, plus a point in time: what answers, variables, expression operands and
// unknown properties are made of.
//
// Ownership: a value type; copies are deep. Objects keep their members in insertion order, names are unique
// (setting a name twice keeps the last value in the first place). Numbers are IEEE doubles, as in JSON and
// JavaScript. Text is UTF-8. `null` stands for JavaScript's null and undefined alike.
// Errors: the as_…() accessors return nullptr or the fallback when the value is of another kind.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace canvass::core {

// Milliseconds since 1970-01-01T00:00:00Z. Written as ISO 8601 in JSON.
struct Date {
    double ms = 0;
    friend bool operator==(const Date&, const Date&) = default;
};

class Value {
public:
    struct Member;
    using Array = std::vector<Value>;
    using Object = std::vector<Member>;

    Value() noexcept;
    Value(std::nullptr_t) noexcept;
    Value(bool flag) noexcept;
    Value(double number) noexcept;
    Value(int number) noexcept;
    Value(Date date) noexcept;
    Value(std::string text) noexcept;
    Value(std::string_view text);
    Value(const char* text);
    Value(Array items) noexcept;
    Value(Object members) noexcept;
    Value(const Value&);
    Value(Value&&) noexcept;
    Value& operator=(const Value&);
    Value& operator=(Value&&) noexcept;
    ~Value();

    static Value array(std::initializer_list<Value> items = {});
    static Value object(std::initializer_list<Member> members = {});

    // 0 null, 1 flag, 2 number, 3 date, 4 text, 5 array, 6 object.
    std::size_t index() const noexcept { return data_.index(); }
    bool is_null() const noexcept { return std::holds_alternative<std::monostate>(data_); }
    bool is_bool() const noexcept { return std::holds_alternative<bool>(data_); }
    bool is_number() const noexcept { return std::holds_alternative<double>(data_); }
    bool is_date() const noexcept { return std::holds_alternative<Date>(data_); }
    bool is_string() const noexcept { return std::holds_alternative<std::string>(data_); }
    bool is_array() const noexcept { return std::holds_alternative<Array>(data_); }
    bool is_object() const noexcept { return std::holds_alternative<Object>(data_); }

    bool as_bool(bool fallback = false) const noexcept;
    double as_number(double fallback = 0) const noexcept;
    const Date* as_date() const noexcept { return std::get_if<Date>(&data_); }
    const std::string* as_string() const noexcept { return std::get_if<std::string>(&data_); }
    const Array* as_array() const noexcept { return std::get_if<Array>(&data_); }
    const Object* as_object() const noexcept { return std::get_if<Object>(&data_); }
    Array* as_array() noexcept { return std::get_if<Array>(&data_); }
    Object* as_object() noexcept { return std::get_if<Object>(&data_); }

    // The text, or an empty view for any other kind.
    std::string_view text() const noexcept;

    // A member of an object; nullptr when this is no object or has no such member.
    const Value* find(std::string_view name) const noexcept;
    Value* find(std::string_view name) noexcept;
    // Sets a member; a value that is no object becomes one.
    Value& set(std::string_view name, Value value);
    bool erase(std::string_view name) noexcept;
    // Appends to an array; a value that is no array becomes one.
    Value& push(Value value);
    // Number of items or members; 0 for every other kind.
    std::size_t size() const noexcept;

    // Same kind and same content; the order of an object's members does not count.
    // (Expressions compare more loosely: see expression/coerce.h.)
    friend bool operator==(const Value& a, const Value& b) noexcept;

private:
    std::variant<std::monostate, bool, double, Date, std::string, Array, Object> data_;
};

struct Value::Member {
    std::string name;
    Value value;
    friend bool operator==(const Member&, const Member&) = default;
};

// Here, because Member must be complete before the variant can be built or destroyed.
inline Value::Value() noexcept = default;
inline Value::Value(std::nullptr_t) noexcept {}
inline Value::Value(bool flag) noexcept : data_(flag) {}
inline Value::Value(double number) noexcept : data_(number) {}
inline Value::Value(int number) noexcept : data_(static_cast<double>(number)) {}
inline Value::Value(Date date) noexcept : data_(date) {}
inline Value::Value(std::string text) noexcept : data_(std::move(text)) {}
inline Value::Value(std::string_view text) : data_(std::string(text)) {}
inline Value::Value(const char* text) : data_(std::string(text)) {}
inline Value::Value(Array items) noexcept : data_(std::move(items)) {}
inline Value::Value(Object members) noexcept : data_(std::move(members)) {}
inline Value::Value(const Value&) = default;
inline Value::Value(Value&&) noexcept = default;
inline Value& Value::operator=(const Value&) = default;
inline Value& Value::operator=(Value&&) noexcept = default;
inline Value::~Value() = default;

inline bool Value::as_bool(bool fallback) const noexcept {
    const bool* flag = std::get_if<bool>(&data_);
    return flag ? *flag : fallback;
}
inline double Value::as_number(double fallback) const noexcept {
    const double* number = std::get_if<double>(&data_);
    return number ? *number : fallback;
}

}  // namespace canvass::core
