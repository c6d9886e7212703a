// Ages, differences and parts of dates. Parts are local: the clock's offset from UTC.
#include <cmath>

#include "core/expression/arithmetic.h"
#include "core/expression/coerce.h"
#include "core/expression/dates.h"
#include "core/expression/functions.h"

namespace canvass::core {
namespace {

constexpr double ms_per_second = 1'000, ms_per_minute = 60'000, ms_per_hour = 3'600'000, ms_per_day = 86'400'000;

DateFields local(const Operand& value, const Clock& clock) {
    return fields_of(date_from(value, clock), clock.utc_offset_minutes);
}

double day_number(DateFields fields) {
    fields.hour = fields.minute = fields.second = fields.millisecond = 0;
    return date_of(fields, 0).ms / ms_per_day;
}

Operand days_between(const Operand& a, const Operand& b, const Clock& clock) {
    return Operand::number(std::abs(day_number(local(b, clock)) - day_number(local(a, clock))));
}

// Whole months or years from one date to the other; a missing date is now.
Operand months_between(const Operand& a, const Operand& b, std::string_view unit, const Clock& clock) {
    if (unit == "days") return b.is_missing() ? Operand::number(0) : days_between(a, b, clock);
    const DateFields from = local(a, clock), to = local(b, clock);
    double months = (to.year - from.year) * 12 + to.month - from.month;
    if (to.day < from.day) months -= 1;
    if (unit == "months") return Operand::number(months);
    return Operand::number(std::isnan(months) ? 0 : std::trunc(months / 12));
}

std::string unit_of(const Operand& value, std::string_view usual) {
    return is_truthy(value) ? to_text(value) : std::string(usual);
}

Operand at_midnight(const Clock& clock, double later_days) {
    DateFields fields = fields_of(Date{clock.now_ms}, clock.utc_offset_minutes);
    fields.hour = fields.minute = fields.second = fields.millisecond = 0;
    fields.day += later_days;
    return Operand::date(date_of(fields, clock.utc_offset_minutes));
}

// year(), month() and so on: of the argument, or of today.
DateFields given_or_today(const Call& call) { return local(call.argument(0), call.environment.clock()); }

}  // namespace

namespace functions {

Operand get_date(const Call& call) {
    if (!is_truthy(call.argument(0))) return Operand::null();
    return Operand::date(date_from(call.argument(0), call.environment.clock()));
}

Operand age(const Call& call) {
    if (!is_truthy(call.argument(0))) return Operand::null();
    return months_between(call.argument(0), {}, unit_of(call.argument(1), "years"), call.environment.clock());
}

Operand date_diff(const Call& call) {
    const Operand from = call.argument(0), to = call.argument(1);
    if (!is_truthy(from) || !is_truthy(to)) return Operand::null();
    const Clock clock = call.environment.clock();
    const std::string unit = unit_of(call.argument(2), "days");
    const double unit_ms = unit == "hours"     ? ms_per_hour
                           : unit == "minutes" ? ms_per_minute
                           : unit == "seconds" ? ms_per_second
                                               : 0;
    if (unit_ms == 0) return months_between(from, to, unit, clock);
    return Operand::number(std::ceil(std::abs(date_from(to, clock).ms - date_from(from, clock).ms) / unit_ms));
}

Operand date_add(const Call& call) {
    const Operand from = call.argument(0), amount = call.argument(1);
    if (!is_truthy(from) || !is_truthy(amount)) return Operand::null();
    const Clock clock = call.environment.clock();
    const Date date = date_from(from, clock);
    DateFields fields = fields_of(date, clock.utc_offset_minutes);
    const std::string unit = unit_of(call.argument(2), "days");
    double* field = unit == "days"      ? &fields.day
                    : unit == "months"  ? &fields.month
                    : unit == "years"   ? &fields.year
                    : unit == "hours"   ? &fields.hour
                    : unit == "minutes" ? &fields.minute
                    : unit == "seconds" ? &fields.second
                                        : nullptr;
    if (!field) return Operand::date(date);
    // A text as the amount is joined, not added: JavaScript's +.
    *field = amount.is_number() ? *field + amount.number()
                                : to_number(summed(Operand::number(*field), amount, call.scratch));
    return Operand::date(date_of(fields, clock.utc_offset_minutes));
}

Operand diff_days(const Call& call) {
    if (call.arguments.size() != 2 || !is_truthy(call.arguments[0]) || !is_truthy(call.arguments[1]))
        return Operand::number(0);
    return days_between(call.arguments[0], call.arguments[1], call.environment.clock());
}

Operand current_date(const Call& call) { return Operand::date(Date{call.environment.clock().now_ms}); }

Operand today(const Call& call) {
    return at_midnight(call.environment.clock(), call.arguments.size() == 1 ? to_number(call.arguments[0]) : 0);
}

Operand get_year(const Call& call) {
    if (call.arguments.size() != 1 || !is_truthy(call.arguments[0])) return {};
    return year(call);
}

Operand current_year(const Call& call) { return Operand::number(local({}, call.environment.clock()).year); }

Operand year(const Call& call) { return Operand::number(given_or_today(call).year); }
Operand month(const Call& call) { return Operand::number(given_or_today(call).month + 1); }
Operand day(const Call& call) { return Operand::number(given_or_today(call).day); }

Operand weekday(const Call& call) {
    // 1970-01-01 was a Thursday.
    const double days = day_number(given_or_today(call)) + 4;
    return Operand::number(days - std::floor(days / 7) * 7);
}

}  // namespace functions

}  // namespace canvass::core
