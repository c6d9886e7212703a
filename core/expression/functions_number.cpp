// sum, avg, min, max, count over arguments and the lists in them; round and trunc.
#include <cmath>
#include <limits>
#include <optional>

#include "core/base/number.h"
#include "core/expression/arithmetic.h"
#include "core/expression/coerce.h"
#include "core/expression/decimal.h"
#include "core/expression/functions.h"

namespace canvass::core {
namespace {

// Every argument and every item of the lists among them, numbers in texts as numbers.
template <class Visit>
void each_in(const Operand& value, Visit& visit) {
    if (value.is_nothing()) return;
    if (value.is_array()) {
        for (const Value& item : value.array()) each_in(item, visit);
    } else {
        const std::optional<double> number = number_of(value);
        visit(number ? Operand::number(*number) : value);
    }
}

template <class Visit>
void each_item(const Call& call, Visit visit) {
    for (const Operand& argument : call.arguments) each_in(argument, visit);
}

struct Sum {
    Operand total = Operand::number(0);
    double items = 0;
};

Sum sum_of(const Call& call) {
    Sum sum;
    each_item(call, [&](const Operand& item) {
        sum.total = summed(sum.total, item, call.scratch);
        ++sum.items;
    });
    return sum;
}

Operand extreme(const Call& call, bool smallest) {
    Operand best;
    each_item(call, [&](const Operand& item) {
        if (best.is_missing() || (smallest ? precedes(item, best) : precedes(best, item))) best = item;
    });
    return best;
}

// round and trunc: the number, and the second argument where it counts.
struct Rounding {
    std::optional<double> number, precision;
};

Rounding rounding_of(const Call& call, double usual_precision) {
    Rounding rounding{std::nullopt, usual_precision};
    int at = 0;
    each_item(call, [&](const Operand& item) {
        if (at == 0) rounding.number = number_of(item);
        if (at == 1 && is_truthy(item)) rounding.precision = number_of(item);
        ++at;
    });
    return rounding;
}

Operand not_a_number() { return Operand::number(std::numeric_limits<double>::quiet_NaN()); }

}  // namespace

namespace functions {

Operand sum(const Call& call) { return sum_of(call).total; }

Operand avg(const Call& call) {
    const Sum sum = sum_of(call);
    return Operand::number(sum.items == 0 ? 0 : to_number(sum.total) / sum.items);
}

Operand min(const Call& call) { return extreme(call, true); }
Operand max(const Call& call) { return extreme(call, false); }

Operand count(const Call& call) {
    double count = 0;
    each_item(call, [&](const Operand&) { ++count; });
    return Operand::number(count);
}

Operand round(const Call& call) {
    const Rounding rounding = rounding_of(call, 0);
    if (!rounding.number || !rounding.precision) return not_a_number();
    const double scale = std::pow(10, *rounding.precision);
    // The last bit of the product may be missing to the half that people see.
    const double scaled = (*rounding.number * scale) * (1 + std::numeric_limits<double>::epsilon());
    const double below = std::floor(scaled);
    return Operand::number((scaled - below >= 0.5 ? below + 1 : below) / scale);
}

Operand trunc(const Call& call) {
    const Rounding rounding = rounding_of(call, -1);
    if (!rounding.number || !rounding.precision) return not_a_number();
    // Cut from the text, as survey-core does: its figures, one sign of any kind, more figures.
    const std::string text = number_text(*rounding.number);
    const auto skip_figures = [&](std::size_t at, double most) {
        for (; most > 0 && at < text.size() && text[at] >= '0' && text[at] <= '9'; --most) ++at;
        return at;
    };
    const double unlimited = std::numeric_limits<double>::infinity();
    std::size_t end = skip_figures(text.front() == '-' ? 1 : 0, unlimited);
    const double precision = *rounding.precision;
    if (precision >= 0 && std::trunc(precision) == precision && end < text.size())
        end = skip_figures(end + 1, precision);
    return Operand::number(number_from(std::string_view(text).substr(0, end)));
}

}  // namespace functions

}  // namespace canvass::core
