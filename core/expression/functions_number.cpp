// sum, avg, min, max, count over arguments and the lists in them; round and trunc.
#include <cmath>
#include <limits>
#include <vector>

#include "core/base/number.h"
#include "core/expression/arithmetic.h"
#include "core/expression/coerce.h"
#include "core/expression/decimal.h"
#include "core/expression/functions.h"

namespace canvass::core {
namespace {

void flatten(const Operand& value, std::vector<Operand>& items) {
    if (value.is_nothing()) return;
    if (value.is_array()) {
        for (const Value& item : value.array()) flatten(item, items);
    } else {
        const std::optional<double> number = number_of(value);
        items.push_back(number ? Operand::number(*number) : value);
    }
}

std::vector<Operand> items_of(const Call& call) {
    std::vector<Operand> items;
    items.reserve(call.arguments.size());
    for (const Operand& argument : call.arguments) flatten(argument, items);
    return items;
}

Operand sum_of(std::span<const Operand> items, Scratch& scratch) {
    Operand total = Operand::number(0);
    for (const Operand& item : items) total = summed(total, item, scratch);
    return total;
}

Operand extreme(const Call& call, bool smallest) {
    Operand best;
    for (const Operand& item : items_of(call))
        if (best.is_missing() || (smallest ? precedes(item, best) : precedes(best, item))) best = item;
    return best;
}

// round and trunc: the number, and the second argument where it counts.
struct Rounding {
    std::optional<double> number, precision;
};

Rounding rounding_of(const Call& call, double usual_precision) {
    const std::vector<Operand> items = items_of(call);
    if (items.empty()) return {};
    const bool given = items.size() > 1 && is_truthy(items[1]);
    return {number_of(items[0]), given ? number_of(items[1]) : std::optional(usual_precision)};
}

Operand not_a_number() { return Operand::number(std::numeric_limits<double>::quiet_NaN()); }

}  // namespace

namespace functions {

Operand sum(const Call& call) { return sum_of(items_of(call), call.scratch); }

Operand avg(const Call& call) {
    const std::vector<Operand> items = items_of(call);
    if (items.empty()) return Operand::number(0);
    return Operand::number(to_number(sum_of(items, call.scratch)) / static_cast<double>(items.size()));
}

Operand min(const Call& call) { return extreme(call, true); }
Operand max(const Call& call) { return extreme(call, false); }
Operand count(const Call& call) { return Operand::number(static_cast<double>(items_of(call).size())); }

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
