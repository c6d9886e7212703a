#include "core/base/date.h"

#include <algorithm>
#include <cmath>

namespace canvass::core {
namespace {

constexpr double furthest_ms = 8.64e15;  // ECMAScript, "Time Values and Time Range"
constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_day = 86'400'000;

bool in_range(double ms) { return std::abs(ms) <= furthest_ms; }  // false for NaN

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

// Years begin in March here, so that the leap day is a year's last; an era is 400 years.
std::int64_t days_before(std::int64_t year, int month, int day) {
    year -= month <= 2 ? 1 : 0;
    const std::int64_t era = floor_div(year, 400);
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146'097 + day_of_era - 719'468;
}

void set_day(CivilTime& civil, std::int64_t days) {
    const std::int64_t shifted = days + 719'468;
    const std::int64_t era = floor_div(shifted, 146'097);
    const std::int64_t day_of_era = shifted - era * 146'097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month = (5 * day_of_year + 2) / 153;
    civil.day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
    civil.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
    civil.year = year_of_era + era * 400 + (civil.month <= 2 ? 1 : 0);
    const std::int64_t weekday = (days + 4) % 7;
    civil.weekday = static_cast<int>(weekday < 0 ? weekday + 7 : weekday);
}

void append_padded(std::string& text, std::int64_t number, int width) {
    char digits[8];
    for (int at = width - 1; at >= 0; --at, number /= 10) digits[at] = static_cast<char>('0' + number % 10);
    text.append(digits, static_cast<std::size_t>(width));
}

class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool done() const { return rest_.empty(); }
    char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

    bool take(std::string_view any_of) {
        if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
        rest_.remove_prefix(1);
        return true;
    }

    bool digits(std::size_t count, int low, int high, int& number) {
        if (rest_.size() < count) return false;
        number = 0;
        for (const char digit : rest_.substr(0, count)) {
            if (digit < '0' || digit > '9') return false;
            number = number * 10 + (digit - '0');
        }
        rest_.remove_prefix(count);
        return number >= low && number <= high;
    }

    // What follows the third digit of a fraction of a second is read and dropped.
    bool fraction(int& millisecond) {
        int digit = 0, scale = 100;
        if (!digits(1, 0, 9, digit)) return false;
        do {
            millisecond += digit * scale;
            scale /= 10;
        } while (digits(1, 0, 9, digit));
        return true;
    }

private:
    std::string_view rest_;
};

bool read_date(Reader& reader, CivilTime& civil) {
    int year = 0;
    const bool negative = reader.peek() == '-';
    const bool expanded = reader.take("+-");
    if (!(expanded ? reader.digits(6, 0, 999'999, year) : reader.digits(4, 0, 9'999, year))) return false;
    if (negative && year == 0) return false;
    civil.year = negative ? -year : year;
    if (!reader.take("-")) return true;
    if (!reader.digits(2, 1, 12, civil.month)) return false;
    return !reader.take("-") || reader.digits(2, 1, 31, civil.day);
}

bool read_time(Reader& reader, CivilTime& civil) {
    if (!reader.digits(2, 0, 24, civil.hour) || !reader.take(":") || !reader.digits(2, 0, 59, civil.minute))
        return false;
    if (reader.take(":")) {
        if (!reader.digits(2, 0, 59, civil.second)) return false;
        if (reader.take(".") && !reader.fraction(civil.millisecond)) return false;
    }
    return civil.hour < 24 || (civil.minute == 0 && civil.second == 0 && civil.millisecond == 0);
}

// Leaves the offset alone where the text names none.
bool read_zone(Reader& reader, int& offset_minutes) {
    if (reader.done()) return true;
    if (reader.take("Zz")) {
        offset_minutes = 0;
        return reader.done();
    }
    const bool west = reader.peek() == '-';
    int hours = 0, minutes = 0;
    if (!reader.take("+-") || !reader.digits(2, 0, 23, hours)) return false;
    reader.take(":");
    if (!reader.digits(2, 0, 59, minutes)) return false;
    offset_minutes = (west ? -1 : 1) * (hours * 60 + minutes);
    return reader.done();
}

}  // namespace

CivilTime civil_time(double ms, int utc_offset_minutes) {
    if (std::isnan(ms)) ms = 0;
    ms = std::clamp(std::floor(ms), -furthest_ms, furthest_ms);
    const std::int64_t local = static_cast<std::int64_t>(ms) + utc_offset_minutes * ms_per_minute;
    const std::int64_t days = floor_div(local, ms_per_day);
    const auto of_day = static_cast<int>(local - days * ms_per_day);
    CivilTime civil;
    set_day(civil, days);
    civil.hour = of_day / 3'600'000;
    civil.minute = of_day / 60'000 % 60;
    civil.second = of_day / 1'000 % 60;
    civil.millisecond = of_day % 1'000;
    return civil;
}

double ms_of(const CivilTime& civil, int utc_offset_minutes) {
    const std::int64_t minutes = civil.hour * std::int64_t{60} + civil.minute - utc_offset_minutes;
    return static_cast<double>(days_before(civil.year, civil.month, civil.day)) * static_cast<double>(ms_per_day) +
           static_cast<double>(minutes * ms_per_minute + civil.second * std::int64_t{1'000} + civil.millisecond);
}

std::string iso_text(Date date) {
    std::string text;
    if (!in_range(date.ms)) return text;
    const CivilTime civil = civil_time(date.ms, 0);
    if (civil.year < 0 || civil.year > 9'999) {
        text += civil.year < 0 ? '-' : '+';
        append_padded(text, civil.year < 0 ? -civil.year : civil.year, 6);
    } else {
        append_padded(text, civil.year, 4);
    }
    const auto part = [&](char before, int number, int width) {
        text += before;
        append_padded(text, number, width);
    };
    part('-', civil.month, 2);
    part('-', civil.day, 2);
    part('T', civil.hour, 2);
    part(':', civil.minute, 2);
    part(':', civil.second, 2);
    part('.', civil.millisecond, 3);
    text += 'Z';
    return text;
}

std::optional<Date> parse_iso(std::string_view text, int utc_offset_minutes) {
    Reader reader(text);
    CivilTime civil;
    int offset = 0;
    if (!read_date(reader, civil)) return std::nullopt;
    if (reader.take("Tt ")) {
        offset = utc_offset_minutes;
        if (!read_time(reader, civil) || !read_zone(reader, offset)) return std::nullopt;
    }
    if (!reader.done()) return std::nullopt;
    const Date date{ms_of(civil, offset)};
    return in_range(date.ms) ? std::optional(date) : std::nullopt;
}

}  // namespace canvass::core
