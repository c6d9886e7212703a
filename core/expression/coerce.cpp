#include "core/expression/coerce.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/base/number.h"
#include "core/expression/dates.h"
#include "core/expression/decimal.h"
#include "core/expression/text.h"

namespace canvass::core {
namespace {

using Kind = Operand::Kind;
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

bool is_compound(const Operand& value) { return value.kind() >= Kind::array || value.is_date(); }

// As they are written in a program: the same kind and, for what is no array or object, the same content.
bool are_identical(const Operand& a, const Operand& b) {
    if (a.kind() != b.kind()) return false;
    switch (a.kind()) {
        case Kind::missing:
        case Kind::null: return true;
        case Kind::boolean:
        case Kind::number:
        case Kind::date: return a.number() == b.number();
        case Kind::string: return a.string() == b.string();
        case Kind::array: return &a.array() == &b.array();
        case Kind::object: return &a.object() == &b.object();
    }
    return false;
}

struct Sorted {
    std::string text;
    const Value* value;
};

std::vector<Sorted> sorted_by_text(const Value::Array& items) {
    std::vector<Sorted> sorted;
    sorted.reserve(items.size());
    for (const Value& item : items) sorted.push_back({to_text(item), &item});
    // A heap sort: a fraction of std::sort's code.
    std::partial_sort(sorted.begin(), sorted.end(), sorted.end(), [](const Sorted& a, const Sorted& b) {
        const int order = utf16_compare(a.text, b.text);
        return order < 0 || (order == 0 && std::less<>()(a.value, b.value));
    });
    return sorted;
}

bool are_arrays_equal(const Value::Array& a, const Value::Array& b, const Equality& how) {
    if (a.size() != b.size()) return false;
    std::size_t same = 0;
    while (same < a.size() && are_identical(a[same], b[same])) ++same;
    if (same == a.size()) return true;
    if (!how.ignore_order) {
        for (std::size_t i = 0; i < a.size(); ++i)
            if (!are_equal(a[i], b[i], how)) return false;
        return true;
    }
    const std::vector<Sorted> left = sorted_by_text(a), right = sorted_by_text(b);
    for (std::size_t i = 0; i < left.size(); ++i)
        if (!are_equal(*left[i].value, *right[i].value, how)) return false;
    return true;
}

bool are_objects_equal(const Operand& a, const Operand& b, const Equality& how) {
    if (a.object().size() != b.object().size()) return false;
    for (const Value::Member& member : a.object()) {
        const auto& others = b.object();
        const auto other = std::find_if(others.begin(), others.end(),
                                        [&](const Value::Member& each) { return each.name == member.name; });
        if (other == others.end() || !are_equal(member.value, other->value, how)) return false;
    }
    return true;
}

bool are_texts_equal(std::string_view a, std::string_view b, const Equality& how) {
    if (how.trim) {
        a = trimmed(a);
        b = trimmed(b);
    }
    return how.ignore_case ? equal_without_case(a, b) : a == b;
}

// The loose equality of what is neither compound nor two texts.
bool are_simple_equal(const Operand& a, const Operand& b) {
    if (a.is_nothing() || b.is_nothing()) return a.is_nothing() && b.is_nothing();
    return to_number(a) == to_number(b);
}

Operand without_word_undefined(const Operand& value) {
    return value.is_string() && value.text() == "undefined" ? Operand() : value;
}

bool are_items_equal(const Operand& a, const Operand& b) {
    Equality how;
    how.ignore_order = true;
    return are_equal(without_word_undefined(a), without_word_undefined(b), how);
}

Date at_midnight(Date date, int utc_offset_minutes) {
    DateFields fields = fields_of(date, utc_offset_minutes);
    fields.hour = fields.minute = fields.second = 0;
    return date_of(fields, utc_offset_minutes);
}

// A date and the text of one are compared as exactly as both are given: what the text leaves out is dropped
// from the date, and a date without a time drops the time of the text.
void align_dates(Operand& a, Operand& b, const Clock& clock) {
    if (a.is_date() == b.is_date() || (!a.is_string() && !b.is_string())) return;
    Operand& date = a.is_date() ? a : b;
    Operand& text = a.is_date() ? b : a;
    DateFields fields = fields_of(date.date(), clock.utc_offset_minutes);
    if (&date == &a) {
        const std::size_t length = utf16_length(text.string());
        if (length < 17) fields.second = 0;
        if (length < 14) fields.minute = 0;
        if (length < 11) fields.hour = 0;
    }
    fields.millisecond = 0;
    date = Operand::date(date_of(fields, clock.utc_offset_minutes));
    const Date named = date_from(text, clock);
    const bool has_time = fields.hour > 0 || fields.minute > 0 || fields.second > 0;
    text = Operand::date(has_time ? named : at_midnight(named, clock.utc_offset_minutes));
}

bool contains_core(const Operand& a, const Operand& b, bool wanted) {
    if (a.is_array()) {
        const auto is_there = [&](const Operand& item) {
            return std::any_of(a.array().begin(), a.array().end(),
                               [&](const Value& each) { return are_items_equal(each, item); });
        };
        if (a.array().empty()) return !wanted;
        if (!b.is_array()) return is_there(b) == wanted;
        for (const Value& item : b.array())
            if (!is_there(item)) return !wanted;
        return wanted;
    }
    const bool zero = a.is_boolean() || (a.is_number() && a.number() == 0);
    if ((!is_truthy(a) && !zero) || !is_truthy(b)) return false;
    if (a.is_string() && b.is_string()) return contains_without_case(a.string(), b.string()) == wanted;
    const bool found = lowered(to_text(a)).find(lowered(to_text(b))) != std::string::npos;
    return found == wanted;
}

}  // namespace

bool is_truthy(const Operand& value) {
    switch (value.kind()) {
        case Kind::missing:
        case Kind::null: return false;
        case Kind::boolean: return value.flag();
        case Kind::number: return value.number() != 0 && !std::isnan(value.number());
        case Kind::string: return !value.string().empty();
        default: return true;
    }
}

bool is_true(const Operand& value) {
    switch (value.kind()) {
        case Kind::boolean: return value.flag();
        case Kind::number: return value.number() == 1;
        case Kind::string:
        case Kind::array: return to_number(value) == 1;
        default: return false;
    }
}

bool is_empty(const Operand& value) {
    switch (value.kind()) {
        case Kind::missing:
        case Kind::null: return true;
        case Kind::number: return std::isnan(value.number());
        case Kind::string: return value.string().empty();
        case Kind::array: return value.array().empty();
        case Kind::object:
            return std::all_of(value.object().begin(), value.object().end(),
                               [](const Value::Member& member) { return is_empty(member.value); });
        default: return false;
    }
}

bool are_equal(const Operand& a, const Operand& b, const Equality& how) {
    if (are_identical(a, b)) return true;
    if (a.is_string() && b.is_string()) return are_texts_equal(a.string(), b.string(), how);
    if ((a.is_array() && a.array().empty() && b.is_missing()) || (b.is_array() && b.array().empty() && a.is_missing()))
        return true;
    if ((a.is_nothing() && b.is_string() && b.string().empty()) ||
        (b.is_nothing() && a.is_string() && a.string().empty()))
        return true;
    if (is_empty(a) != is_empty(b)) return false;
    if (a.is_boolean() && b.is_string()) return lowered(b.string()) == (a.flag() ? "true" : "false");
    if (b.is_boolean() && a.is_string()) return lowered(a.string()) == (b.flag() ? "true" : "false");
    if (!is_compound(a) && !is_compound(b)) return are_simple_equal(a, b);
    if (a.is_array() && b.is_array()) return are_arrays_equal(a.array(), b.array(), how);
    if (a.is_object() && b.is_object()) return are_objects_equal(a, b, how);
    // An array and an object are equal when both have nothing in them.
    return (a.is_array() && a.array().empty() && b.is_object() && b.object().empty()) ||
           (b.is_array() && b.array().empty() && a.is_object() && a.object().empty());
}

bool equals(const Operand& a, const Operand& b, const Clock& clock) {
    Operand left = without_word_undefined(a), right = without_word_undefined(b);
    if (left.is_date() || right.is_date()) align_dates(left, right, clock);
    Equality how;
    how.ignore_order = !a.ordered() && !b.ordered();
    return are_equal(left, right, how);
}

bool is_less(const Operand& a, const Operand& b, const Clock& clock) {
    if (a.is_nothing() || b.is_nothing()) return false;
    Operand left = a, right = b;
    align_dates(left, right, clock);
    return precedes(left, right);
}

bool is_greater(const Operand& a, const Operand& b, const Clock& clock) {
    if (a.is_nothing() || b.is_nothing()) return false;
    Operand left = a, right = b;
    align_dates(left, right, clock);
    return precedes(right, left);
}

bool contains(const Operand& a, const Operand& b) { return contains_core(a, b, true); }

bool not_contains(const Operand& a, const Operand& b) {
    return (!is_truthy(a) && !is_empty(b)) || contains_core(a, b, false);
}

bool any_of(const Operand& a, const Operand& b) {
    const bool nothing = is_empty(a), anything = is_empty(b);
    if (nothing || anything) return anything;
    if (!a.is_array()) return contains(b, a);
    if (!b.is_array()) return contains(a, b);
    return std::any_of(b.array().begin(), b.array().end(), [&](const Value& item) { return contains(a, item); });
}

bool all_of(const Operand& a, const Operand& b) {
    if (!is_truthy(a) && !is_empty(b)) return false;
    if (!b.is_array()) return contains(a, b);
    return std::all_of(b.array().begin(), b.array().end(), [&](const Value& item) { return contains(a, item); });
}

Operand converted(Operand stored, Scratch& scratch) {
    if (!stored.is_string() || stored.string().empty()) return stored;
    const std::string_view text = stored.string();
    switch (text.front()) {
        case 't':
        case 'T':
        case 'f':
        case 'F': {
            if (equal_without_case(text, "true")) return Operand::boolean(true);
            return equal_without_case(text, "false") ? Operand::boolean(false) : stored;
        }
        case '\'':
        case '"': {
            const bool quoted = text.size() > 1 && (text.back() == '\'' || text.back() == '"');
            return quoted ? scratch.keep(Value(text.substr(1, text.size() - 2))) : stored;
        }
        case '0': {
            const bool point = text.size() > 1 && (text[1] == '.' || text[1] == ',');
            if (text.size() > 1 && !point && text.substr(0, 2) != "0x") return stored;
            break;
        }
        default: {
            // Letters begin no number; anything beyond ASCII may be a blank.
            const char letter = static_cast<char>(text.front() | 0x20);
            if (letter >= 'a' && letter <= 'z') return stored;
        }
    }
    const std::optional<double> number = number_in(text);
    return number ? Operand::number(*number) : stored;
}

std::optional<double> number_of(const Operand& value) {
    switch (value.kind()) {
        case Kind::number: return std::isfinite(value.number()) ? std::optional(value.number()) : std::nullopt;
        case Kind::string: return number_in(value.string());
        case Kind::array: {
            if (value.array().size() != 1) return std::nullopt;
            const std::string text = to_text(value);
            const double number = number_from(text);
            return std::isfinite(number) && !trimmed(text).empty() ? std::optional(number) : std::nullopt;
        }
        default: return std::nullopt;
    }
}

double to_number(const Operand& value) {
    switch (value.kind()) {
        case Kind::null: return 0;
        case Kind::boolean:
        case Kind::number:
        case Kind::date: return value.number();
        case Kind::string: return number_from(value.string());
        case Kind::array: return number_from(to_text(value));
        default: return not_a_number;
    }
}

std::string to_text(const Operand& value, int utc_offset_minutes) {
    switch (value.kind()) {
        case Kind::missing: return "undefined";
        case Kind::null: return "null";
        case Kind::boolean: return value.flag() ? "true" : "false";
        case Kind::number: return number_text(value.number());
        case Kind::date: return date_text(value.date(), utc_offset_minutes);
        case Kind::string: return value.string();
        case Kind::array: return joined(value, ",", utc_offset_minutes);
        case Kind::object: return "[object Object]";
    }
    return {};
}

std::string joined(const Operand& list, std::string_view separator, int utc_offset_minutes) {
    std::string text;
    for (const Value& item : list.array()) {
        if (&item != list.array().data()) text += separator;
        if (!item.is_null()) text += to_text(item, utc_offset_minutes);
    }
    return text;
}

bool precedes(const Operand& a, const Operand& b) {
    const auto is_text = [](const Operand& value) { return value.kind() >= Kind::string; };
    if (!is_text(a) || !is_text(b)) return to_number(a) < to_number(b);
    if (a.is_string() && b.is_string()) return utf16_compare(a.string(), b.string()) < 0;
    return utf16_compare(to_text(a), to_text(b)) < 0;
}

}  // namespace canvass::core
