#include "core/expression/functions.h"

#include <string>

#include "core/expression/coerce.h"
#include "core/expression/decimal.h"
#include "core/expression/text.h"

namespace canvass::core {
namespace {

// Only for a call with fewer than two arguments: otherwise the parser compiles iif to jumps.
Operand iif(const Call&) { return Operand::null(); }

Operand substring(const Call& call) {
    const Operand source = call.argument(0), from = call.argument(1), to = call.argument(2);
    std::string_view slice;
    if (source.is_string() && number_of(from)) {
        const std::string_view text = source.string();
        const std::size_t length = utf16_length(text);
        const auto position = [&](const Operand& value) {
            const double at = to_number(value);
            return !(at > 0) ? 0 : at > static_cast<double>(length) ? length : static_cast<std::size_t>(at);
        };
        const std::size_t begin = position(from), end = number_of(to) ? position(to) : length;
        slice = utf16_slice(text, begin < end ? begin : end, begin < end ? end : begin);
    }
    return call.scratch.keep(Value(slice));
}

Operand display_value(const Call& call) {
    const Operand of_value = is_empty(call.argument(1)) ? Operand() : call.argument(1);
    return call.environment.display_value(to_text(call.argument(0)), of_value, call.scratch);
}

Operand property_value(const Call& call) {
    if (call.arguments.size() != 2 || !is_truthy(call.argument(0)) || !is_truthy(call.argument(1))) return {};
    return call.environment.property_value(to_text(call.argument(0)), to_text(call.argument(1)), call.scratch);
}

Operand get_comment(const Call& call) {
    if (!is_truthy(call.argument(0))) return {};
    return call.environment.comment(to_text(call.argument(0)), call.argument(1), call.scratch);
}

Operand is_container_ready(const Call& call) {
    const bool asked = is_truthy(call.argument(0));
    return Operand::boolean(
        asked && call.environment.is_container_ready(to_text(call.argument(0)), call.argument(1)));
}

Operand is_display_mode(const Call& call) { return call.environment.is_display_mode(); }

constexpr bool of_time = true, of_list = true;

constexpr Function table[] = {
    {"age", functions::age, of_time},
    {"avg", functions::avg},
    {"avgInArray", functions::avg_in_array, false, of_list},
    {"count", functions::count},
    {"countInArray", functions::count_in_array, false, of_list},
    {"currentDate", functions::current_date, of_time},
    {"currentYear", functions::current_year, of_time},
    {"dateAdd", functions::date_add},
    {"dateDiff", functions::date_diff},
    {"day", functions::day, of_time},
    {"diffDays", functions::diff_days},
    {"displayValue", display_value, of_time},
    {"getComment", get_comment, of_time},
    {"getDate", functions::get_date},
    {"getYear", functions::get_year},
    {"iif", iif},
    {"isContainerReady", is_container_ready},
    {"isDisplayMode", is_display_mode},
    {"max", functions::max},
    {"maxInArray", functions::max_in_array, false, of_list},
    {"min", functions::min},
    {"minInArray", functions::min_in_array, false, of_list},
    {"month", functions::month, of_time},
    {"propertyValue", property_value, of_time},
    {"round", functions::round},
    {"substring", substring},
    {"sum", functions::sum},
    {"sumInArray", functions::sum_in_array, false, of_list},
    {"today", functions::today, of_time},
    {"trunc", functions::trunc},
    {"weekday", functions::weekday, of_time},
    {"year", functions::year, of_time},
};

}  // namespace

const Function* find_function(std::string_view name) noexcept {
    for (const Function& function : table)
        if (function.name == name) return &function;
    return nullptr;
}

}  // namespace canvass::core
