#include "core/expression/arithmetic.h"

#include <cmath>
#include <limits>

#include "core/expression/coerce.h"
#include "core/expression/decimal.h"

namespace canvass::core {
namespace {

// Decimals that the operand was written with, if it is a number or the text of one.
int decimals_in(const Operand& value) {
    if (value.is_number()) return decimals_of(value.number());
    if (!number_of(value)) return 0;
    const std::string text = to_text(value);
    const std::size_t point = text.find('.');
    if (point == std::string::npos) return 0;
    const std::size_t next = text.find('.', point + 1);
    return static_cast<int>((next == std::string::npos ? text.size() : next) - point - 1);
}

double with_decimals(int decimals, double number) { return decimals > 0 ? rounded_to(number, decimals) : number; }

double corrected(const Operand& a, const Operand& b, double sum) {
    if (is_whole(sum)) return sum;
    const int of_a = decimals_in(a), of_b = decimals_in(b);
    return with_decimals(of_a > of_b ? of_a : of_b, sum);
}

bool joins(const Operand& value) { return value.kind() >= Operand::Kind::string || value.is_date(); }

Operand joined_texts(const Operand& a, const Operand& b, Scratch& scratch) {
    return scratch.keep(Value(to_text(a) + to_text(b)));
}

Operand both_lists(const Operand& a, const Operand& b, Scratch& scratch) {
    Value::Array items = a.array();
    items.insert(items.end(), b.array().begin(), b.array().end());
    return scratch.keep(Value(std::move(items)));
}

Operand list_and_number(const Operand& list, const Operand& number) {
    double sum = 0;
    for (const Value& item : list.array()) {
        if (item.is_number()) sum = corrected(Operand::number(sum), item, sum + item.as_number());
    }
    return Operand::number(corrected(Operand::number(sum), number, sum + number.number()));
}

Operand plus(const Operand& a, const Operand& b, Scratch& scratch) {
    if (a.is_number() && b.is_number()) return Operand::number(corrected(a, b, a.number() + b.number()));
    if (!number_of(a) || !number_of(b)) {
        if (a.is_array() && b.is_array()) return both_lists(a, b, scratch);
        if (a.is_array() && b.is_string()) return scratch.keep(Value(joined(a, ", ") + b.string()));
        if (b.is_array() && a.is_string()) return scratch.keep(Value(a.string() + joined(b, ", ")));
        if (a.is_array() && b.is_number()) return list_and_number(a, b);
        if (b.is_array() && a.is_number()) return list_and_number(b, a);
        if (!joins(a) && !joins(b)) return Operand::number(to_number(a) + to_number(b));
    }
    return summed(a, b, scratch);
}

double power(double base, double exponent) {
    // Where JavaScript has no answer, C has 1.
    const bool undecided = std::isnan(exponent) || (std::isinf(exponent) && std::abs(base) == 1);
    return undecided ? std::numeric_limits<double>::quiet_NaN() : std::pow(base, exponent);
}

}  // namespace

Operand summed(const Operand& sum, const Operand& next, Scratch& scratch) {
    if (joins(sum) || joins(next)) return joined_texts(sum, next, scratch);
    return Operand::number(corrected(sum, next, to_number(sum) + to_number(next)));
}

Operand calculate(Arithmetic operation, const Operand& a, const Operand& b, Scratch& scratch) {
    if (operation == Arithmetic::plus) return plus(a, b, scratch);
    if ((operation == Arithmetic::divide || operation == Arithmetic::modulo) && !is_truthy(b)) return Operand::null();
    const double left = to_number(a), right = to_number(b);
    switch (operation) {
        case Arithmetic::minus: return Operand::number(corrected(a, b, left - right));
        case Arithmetic::multiply: {
            const double product = left * right;
            return Operand::number(is_whole(product) ? product : with_decimals(decimals_in(a) + decimals_in(b), product));
        }
        case Arithmetic::divide: return Operand::number(left / right);
        case Arithmetic::modulo: return Operand::number(std::fmod(left, right));
        default: return Operand::number(power(left, right));
    }
}

Operand filled(const Operand& value, const Operand& beside, Scratch& scratch) {
    if (!is_empty(value)) return value;
    if (beside.is_number()) return Operand::number(0);
    if (value.is_string()) return value;
    if (beside.is_string()) return scratch.keep(Value(std::string()));
    if (beside.is_array()) return scratch.keep(Value(Value::Array()));
    return Operand::number(0);
}

}  // namespace canvass::core
