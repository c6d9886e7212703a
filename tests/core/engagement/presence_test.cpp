#include "core/engagement/presence.h"

#include <catch2/catch_test_macros.hpp>

using namespace canvass::core;

TEST_CASE("days are there in whatever order they came", "[engagement]") {
    Presence days;
    CHECK(days.first() == -1);
    CHECK(days.last() == -1);
    for (const int day : {500, 3, 64, 499, 47'481}) days.add(day);
    CHECK(days.first() == 3);
    CHECK(days.last() == 47'481);
    CHECK(days.last_until(498) == 64);
    CHECK(days.last_until(2) == -1);
    CHECK(days.count() == 5);
    CHECK(days.count(64, 499) == 2);
    CHECK(days.count(65, 498) == 0);
    CHECK(days.has(64));
    CHECK_FALSE(days.has(65));
    CHECK_FALSE(days.has(-1));
}

TEST_CASE("a streak lives while today is still open and ends with a day left out", "[engagement]") {
    Presence days;
    for (const int day : {10, 11, 12, 20, 21}) days.add(day);
    CHECK(days.streaks(21).current == 2);
    CHECK(days.streaks(22).current == 2);
    CHECK(days.streaks(23).current == 0);
    CHECK(days.streaks(23).longest == 3);
    CHECK(days.streaks(12).current == 3);
}

TEST_CASE("two members' days together are those of either", "[engagement]") {
    Presence one, other;
    for (const int day : {100, 300}) one.add(day);
    for (const int day : {1, 100, 900}) other.add(day);
    one.add(other);
    CHECK(one.count() == 4);
    CHECK(one.first() == 1);
    CHECK(one.last() == 900);
}
