// Dates in expressions: from the values that answers hold, and to text.
//
// A date that is none (a text that names no date) is a Date of NaN. Times are local: UTC plus the clock's
// offset. Source of the rules: ECMAScript, "Date Time String Format"; for other texts what V8 reads: month,
// day and year in figures or with the month's name, a time, a zone.
#pragma once

#include <string>

#include "core/base/date.h"
#include "core/expression/operand.h"

namespace canvass::core {

// Now for missing, null, "", 0 and false. A day alone ("2026-11-22") is its local midnight.
Date date_from(const Operand& value, const Clock& clock);

bool is_date(Date date) noexcept;

// "Sun Nov 22 2026 18:22:00 GMT+0100", with the name of the zone where it is UTC.
std::string date_text(Date date, int utc_offset_minutes);

// Fields may be beyond their range and run over into the next larger one.
struct DateFields {
    double year, month, day, hour, minute, second, millisecond;  // month from 0
};
DateFields fields_of(Date date, int utc_offset_minutes);
Date date_of(const DateFields& fields, int utc_offset_minutes);

}  // namespace canvass::core
