#include "core/expression/dates.h"

#include <cmath>
#include <limits>
#include <optional>

#include "core/base/number.h"
#include "core/expression/coerce.h"
#include "core/expression/text.h"

namespace canvass::core {
namespace {

constexpr double no_date = std::numeric_limits<double>::quiet_NaN();
constexpr double furthest_ms = 8.64e15;
constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
constexpr std::string_view weekdays = "SunMonTueWedThuFriSat";

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_letter(char letter) {
    const char small = static_cast<char>(letter | 0x20);
    return small >= 'a' && small <= 'z';
}

constexpr int none = -1;

// 0–11, or none.
int month_named(std::string_view word) {
    if (word.size() < 3) return none;
    for (int month = 0; month < 12; ++month)
        if (equal_without_case(word.substr(0, 3), months.substr(static_cast<std::size_t>(month) * 3, 3))) return month;
    return none;
}

struct Zone {
    std::string_view name;
    int hours;
};
constexpr Zone zones[] = {{"utc", 0},  {"gmt", 0},  {"z", 0},    {"est", -5}, {"edt", -4}, {"cst", -6},
                          {"cdt", -5}, {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7}};

// A date in another form than ISO 8601: up to three numbers and perhaps a month's name, month before day
// unless the first is a year, then a time and a zone. Other words may stand before, signs between.
class FreeDate {
public:
    explicit FreeDate(std::string_view text) : rest_(text) {}

    double read(int utc_offset_minutes) {
        while (!rest_.empty()) {
            const char next = rest_.front();
            if (is_digit(next) ? !number() : is_letter(next) ? !word() : !sign()) return no_date;
        }
        return composed(utc_offset_minutes);
    }

private:
    struct Figures {
        int value = 0;
        std::size_t count = 0;
    };

    bool is_next(char letter) const { return !rest_.empty() && rest_.front() == letter; }
    bool take(char letter) {
        if (!is_next(letter)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    Figures figures() {
        Figures read;
        for (; !rest_.empty() && is_digit(rest_.front()); rest_.remove_prefix(1), ++read.count)
            if (read.value < 100'000'000) read.value = read.value * 10 + (rest_.front() - '0');
        return read;
    }

    bool in_time(int value) const { return times_ > 0 && times_ < 3 && value < 60; }

    bool number() {
        const int value = figures().value;
        number_read_ = true;
        if (is_next(':')) return hours_or_minutes(value);
        if (is_next('.') && in_time(value)) return seconds_and_fraction(value);
        if (zone_minutes_open_ && value < 60) {
            zone_minutes_ += zone_west_ ? -value : value;
            zone_minutes_open_ = false;
            return true;
        }
        if (in_time(value)) {
            time_[times_] = value;
            times_ = 4;
            const char next = rest_.empty() ? ' ' : rest_.front();
            return next == ' ' || next == '+' || next == '-' || next == 'Z' || next == 'z';
        }
        take('.');
        if (days_ == 3) return false;
        day_[days_++] = value;
        take('-');
        return true;
    }

    bool hours_or_minutes(int value) {
        take(':');
        if (times_ >= 3) return false;
        time_[times_++] = value;
        if (!take(':')) return true;
        if (times_ != 1) return false;
        time_[times_++] = 0;
        return true;
    }

    bool seconds_and_fraction(int value) {
        take('.');
        time_[times_] = value;
        times_ = 4;
        if (rest_.empty() || !is_digit(rest_.front())) return false;
        int scale = 100;
        for (; !rest_.empty() && is_digit(rest_.front()); rest_.remove_prefix(1), scale /= 10)
            time_[3] += (rest_.front() - '0') * scale;
        return true;
    }

    bool word() {
        std::size_t length = 0;
        while (length < rest_.size() && is_letter(rest_[length])) ++length;
        const std::string_view word = rest_.substr(0, length);
        rest_.remove_prefix(length);
        if (const int month = month_named(word); month != none) {
            month_ = month;
            take('-');
            return true;
        }
        if (times_ > 0 && (equal_without_case(word, "am") || equal_without_case(word, "pm"))) {
            half_day_ = lower(static_cast<unsigned char>(word.front())) == 'p' ? 12 : 0;
            return true;
        }
        for (const Zone& zone : zones) {
            if (!number_read_ || !equal_without_case(word, zone.name)) continue;
            zoned_ = true;
            zone_minutes_ = zone.hours * 60;
            return true;
        }
        return !number_read_ && (rest_.empty() || !is_digit(rest_.front()));
    }

    bool sign() {
        const char letter = rest_.front();
        rest_.remove_prefix(1);
        const bool plus_or_minus = letter == '+' || letter == '-';
        if (plus_or_minus && (times_ > 0 || (zoned_ && zone_minutes_ == 0))) return zone_offset(letter == '-');
        if ((plus_or_minus || letter == ')') && number_read_) return false;
        if (letter == '(') skip_brackets();
        return true;
    }

    bool zone_offset(bool west) {
        constexpr int most_hours = 596'523;  // whose seconds fit into an int, as in V8
        const Figures read = figures();
        if (read.value > most_hours) return false;
        number_read_ = zoned_ = true;
        zone_west_ = west;
        int minutes = 0;
        if (is_next(':')) {
            take(':');
            minutes = read.value * 60;
            zone_minutes_open_ = true;
        } else if (read.count == 1 || read.count == 2) {
            minutes = read.value * 60;
        } else if (read.count == 3 || read.count == 4) {
            minutes = read.value / 100 * 60 + read.value % 100;
        } else {
            return false;
        }
        zone_minutes_ = west ? -minutes : minutes;
        return true;
    }

    void skip_brackets() {
        for (int depth = 1; depth > 0 && !rest_.empty(); rest_.remove_prefix(1))
            depth += is_next('(') ? 1 : is_next(')') ? -1 : 0;
    }

    double composed(int utc_offset_minutes) const {
        if (days_ == 0) return no_date;
        const bool year_first = day_[0] < 1 || day_[0] > 31;
        const int other = year_first ? 0 : month_ == none ? 2 : 1;  // where the year stands
        const int first = year_first ? 1 : 0;
        const int month = month_ == none ? day_[first] - 1 : month_;
        const int day = day_[month_ == none ? first + 1 : first];
        int year = day_[other];
        if (year < 100) year += year < 50 ? 2000 : 1900;
        if (month < 0 || month > 11 || day < 1 || day > 31) return no_date;
        int hour = time_[0];
        if (half_day_ != none) {
            if (hour > 12) return no_date;
            hour = hour % 12 + half_day_;
        }
        const bool midnight = hour == 24 && time_[1] == 0 && time_[2] == 0 && time_[3] == 0;
        if ((hour > 23 && !midnight) || time_[1] > 59 || time_[2] > 59) return no_date;
        const DateFields fields{static_cast<double>(year),     static_cast<double>(month),
                                static_cast<double>(day),      static_cast<double>(hour),
                                static_cast<double>(time_[1]), static_cast<double>(time_[2]),
                                static_cast<double>(time_[3])};
        return date_of(fields, zoned_ ? zone_minutes_ : utc_offset_minutes).ms;
    }

    std::string_view rest_;
    bool number_read_ = false;
    int day_[3] = {1, 1, 1}, days_ = 0, month_ = none;
    int time_[4] = {}, times_ = 0, half_day_ = none;  // of time_: 4 once it is complete
    bool zoned_ = false, zone_west_ = false, zone_minutes_open_ = false;
    int zone_minutes_ = 0;
};

double ms_in(std::string_view text, int utc_offset_minutes) {
    if (const std::optional<Date> date = parse_iso(text, utc_offset_minutes)) return date->ms;
    return FreeDate(text).read(utc_offset_minutes);
}

bool holds_iso_day(std::string_view text) {
    constexpr std::string_view form = "dddd-dd-dd";
    for (std::size_t at = 0; at + form.size() <= text.size(); ++at) {
        std::size_t same = 0;
        while (same < form.size() && (form[same] == 'd' ? is_digit(text[at + same]) : text[at + same] == '-')) ++same;
        if (same == form.size()) return true;
    }
    return false;
}

}  // namespace

bool is_date(Date date) noexcept { return std::abs(date.ms) <= furthest_ms; }

Date date_from(const Operand& value, const Clock& clock) {
    if (!is_truthy(value)) return Date{clock.now_ms};
    if (value.is_date()) return value.date();
    if (value.is_number()) return Date{std::abs(value.number()) <= furthest_ms ? std::trunc(value.number()) : no_date};
    if (value.is_boolean()) return Date{1};
    std::string text = to_text(value, clock.utc_offset_minutes);
    const double ms = ms_in(text, clock.utc_offset_minutes);
    const std::size_t t = text.find('T');
    if (!value.is_string() || (t != std::string::npos && t > 0) || std::isnan(ms) || !holds_iso_day(text))
        return Date{ms};
    return Date{ms_in(text += "T00:00:00", clock.utc_offset_minutes)};
}

std::string date_text(Date date, int utc_offset_minutes) {
    if (!is_date(date)) return "Invalid Date";
    const CivilTime civil = civil_time(date.ms, utc_offset_minutes);
    std::string text(weekdays.substr(static_cast<std::size_t>(civil.weekday) * 3, 3));
    const auto add = [&](char before, std::int64_t number, std::size_t width) {
        const std::string figures = number_text(static_cast<double>(number));
        text += before;
        if (figures.size() < width) text.append(width - figures.size(), '0');
        text += figures;
    };
    text += ' ';
    text += months.substr(static_cast<std::size_t>(civil.month - 1) * 3, 3);
    add(' ', civil.day, 2);
    add(' ', civil.year, 4);
    add(' ', civil.hour, 2);
    add(':', civil.minute, 2);
    add(':', civil.second, 2);
    const int minutes = utc_offset_minutes < 0 ? -utc_offset_minutes : utc_offset_minutes;
    text += " GMT";
    add(utc_offset_minutes < 0 ? '-' : '+', minutes / 60 * 100 + minutes % 60, 4);
    if (utc_offset_minutes == 0) text += " (Coordinated Universal Time)";
    return text;
}

DateFields fields_of(Date date, int utc_offset_minutes) {
    if (!is_date(date)) return {no_date, no_date, no_date, no_date, no_date, no_date, no_date};
    const CivilTime civil = civil_time(date.ms, utc_offset_minutes);
    return {static_cast<double>(civil.year),   static_cast<double>(civil.month - 1), static_cast<double>(civil.day),
            static_cast<double>(civil.hour),   static_cast<double>(civil.minute),    static_cast<double>(civil.second),
            static_cast<double>(civil.millisecond)};
}

Date date_of(const DateFields& fields, int utc_offset_minutes) {
    const double months_since_0 = std::trunc(fields.year) * 12 + std::trunc(fields.month);
    if (!(std::abs(months_since_0) < 12 * 400'000.0)) return Date{no_date};
    CivilTime first_of_month;
    first_of_month.year = static_cast<std::int64_t>(std::floor(months_since_0 / 12));
    first_of_month.month = static_cast<int>(months_since_0 - static_cast<double>(first_of_month.year) * 12) + 1;
    const double ms = ms_of(first_of_month, utc_offset_minutes) + (std::trunc(fields.day) - 1) * 86'400'000 +
                      std::trunc(fields.hour) * 3'600'000 + std::trunc(fields.minute) * 60'000 +
                      std::trunc(fields.second) * 1'000 + std::trunc(fields.millisecond);
    return Date{std::abs(ms) <= furthest_ms ? ms : no_date};
}

}  // namespace canvass::core
