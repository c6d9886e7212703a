#include "core/base/date.h"

#include <catch2/catch_test_macros.hpp>
#include <limits>

using namespace canvass::core;

namespace {

std::string read_and_written(std::string_view text, int utc_offset_minutes = 0) {
    const auto date = parse_iso(text, utc_offset_minutes);
    return date ? iso_text(*date) : "nothing";
}

}  // namespace

TEST_CASE("a date alone is midnight in UTC, a date-time without zone is local") {
    CHECK(read_and_written("2026-11-22", 60) == "2026-11-22T00:00:00.000Z");
    CHECK(read_and_written("2026-11", 60) == "2026-11-01T00:00:00.000Z");
    CHECK(read_and_written("2026", 60) == "2026-01-01T00:00:00.000Z");
    CHECK(read_and_written("2026-11-22T18:22", 60) == "2026-11-22T17:22:00.000Z");
    CHECK(read_and_written("2026-11-22 18:22:05", -90) == "2026-11-22T19:52:05.000Z");
    CHECK(read_and_written("2026-11-22T18:22:05.5Z", 60) == "2026-11-22T18:22:05.500Z");
    CHECK(read_and_written("2026-11-22T18:22+02:00", 60) == "2026-11-22T16:22:00.000Z");
    CHECK(read_and_written("2026-11-22T18:22-0530") == "2026-11-22T23:52:00.000Z");
}

TEST_CASE("what follows the milliseconds is dropped, and 24:00 is the next midnight") {
    CHECK(read_and_written("2026-11-22T18:22:05.1239999Z") == "2026-11-22T18:22:05.123Z");
    CHECK(read_and_written("2026-12-31T24:00Z") == "2027-01-01T00:00:00.000Z");
    CHECK(read_and_written("2026-11-22T24:01Z") == "nothing");
}

TEST_CASE("days past the end of a month run on into the next, as in JavaScript") {
    CHECK(read_and_written("2026-02-30") == "2026-03-02T00:00:00.000Z");
    CHECK(read_and_written("2024-02-29") == "2024-02-29T00:00:00.000Z");
    CHECK(read_and_written("2026-02-32") == "nothing");
}

TEST_CASE("texts that are no ISO dates are refused") {
    for (const char* text : {"", "22.11.2026", "2026-13-01", "2026-00-01", "2026-1-5", "2026-11-22T", "2026-11-22T18",
                             "2026-11-22T25:00", "2026-11-22T18:60", "2026-11-22T18:22:61", "2026-11-22T18:22:05.",
                             "2026-11-22T18:22+2", "2026-11-22T18:22+24:00", "2026-11-22x", "-000000-01-01", "20261122",
                             "+275760-09-14"}) {
        INFO(text);
        CHECK(read_and_written(text) == "nothing");
    }
}

TEST_CASE("years outside four digits are written with a sign and six") {
    CHECK(read_and_written("-000001-12-31") == "-000001-12-31T00:00:00.000Z");
    CHECK(read_and_written("+012345-01-01") == "+012345-01-01T00:00:00.000Z");
    CHECK(read_and_written("+275760-09-13") == "+275760-09-13T00:00:00.000Z");
    CHECK(iso_text(Date{8.64e15 + 1}).empty());
    CHECK(iso_text(Date{std::numeric_limits<double>::quiet_NaN()}).empty());
}

TEST_CASE("civil time and milliseconds are each other's inverse over the whole calendar") {
    for (double ms = -8.64e15; ms <= 8.64e15; ms += 86'399'999'123.0 * 17) {
        const CivilTime civil = civil_time(ms, 0);
        if (ms_of(civil, 0) != ms) CHECK(ms_of(civil, 0) == ms);
    }
}

TEST_CASE("civil time knows weekdays and the offset from UTC") {
    const CivilTime new_year = civil_time(parse_iso("2026-12-31T23:30:00Z", 0)->ms, 60);
    CHECK(new_year.year == 2027);
    CHECK(new_year.month == 1);
    CHECK(new_year.day == 1);
    CHECK(new_year.hour == 0);
    CHECK(new_year.minute == 30);
    CHECK(new_year.weekday == 5);
    CHECK(civil_time(-1, 0).weekday == 3);
}

TEST_CASE("civil time of what is no date is the nearest there is") {
    CHECK(civil_time(std::numeric_limits<double>::quiet_NaN(), 0).year == 1970);
    CHECK(civil_time(std::numeric_limits<double>::infinity(), 0).year == 275'760);
    CHECK(civil_time(-1e300, 0).year == -271'821);
}
