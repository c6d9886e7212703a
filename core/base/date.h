// Calendar arithmetic on Date: civil days of the proleptic Gregorian calendar, no time zone database.
// Local time is UTC plus the offset that the caller passes in (Clock), because core knows no clock and no zone.
// Source of the formula: Howard Hinnant, "chrono-compatible low-level date algorithms".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/value.h"

namespace canvass::core {

// The time that a session works with; passed in, never read.
struct Clock {
    double now_ms = 0;           // since 1970-01-01T00:00:00Z
    int utc_offset_minutes = 0;  // local time minus UTC
};

struct CivilTime {
    std::int64_t year = 1970;
    int month = 1;  // 1–12
    int day = 1;    // 1–31
    int hour = 0, minute = 0, second = 0, millisecond = 0;
    int weekday = 4;  // 0 = Sunday
};

// Dates end at ±8.64e15 ms, as in JavaScript: what lies beyond is read as the nearest end, NaN as 1970.
CivilTime civil_time(double ms, int utc_offset_minutes);
// Days past the end of a month run on into the next, as they do in JavaScript.
double ms_of(const CivilTime& civil, int utc_offset_minutes);

// "2026-11-22T18:22:00.000Z"; "" for a date that is not a number or beyond the ends.
std::string iso_text(Date date);

// ISO 8601 dates and date-times as JavaScript's Date reads them: a date alone is UTC midnight, a date-time
// without zone is local time. "2026-02-30" is 2 March. Nothing for anything else.
std::optional<Date> parse_iso(std::string_view text, int utc_offset_minutes);

}  // namespace canvass::core
