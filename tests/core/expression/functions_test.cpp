#include <catch2/catch_test_macros.hpp>

#include "core/expression/functions.h"
#include "tests/core/expression/support.h"

using namespace canvass::core;
using namespace canvass::core::test;

TEST_CASE("every function of survey-core is built in") {
    for (const char* name :
         {"age",      "avg",       "avgInArray",   "count",            "countInArray",  "currentDate",   "currentYear",
          "dateAdd",  "dateDiff",  "day",          "diffDays",         "displayValue",  "getComment",    "getDate",
          "getYear",  "iif",       "isContainerReady", "isDisplayMode", "max",          "maxInArray",    "min",
          "minInArray", "month",   "propertyValue", "round",           "substring",     "sum",           "sumInArray",
          "today",    "trunc",     "weekday",      "year"}) {
        INFO(name);
        CHECK(find_function(name));
    }
    CHECK_FALSE(find_function("SUM"));
}

TEST_CASE("sum, avg, min, max and count take lists apart and leave out nothing") {
    CHECK(result("sum({a}, 3, '4')", R"({"a": [1, ["2"]]})") == "10");
    CHECK(result("sum(0.1, 0.2)") == "0.3");
    CHECK(result("avg([1, 2], 6)") == "3");
    CHECK(result("min(3, {a})", R"({"a": ["2", 5]})") == "2");
    CHECK(result("max(3, 'x', 4)") == "4");
    CHECK(result("count(1, {a}, {b})", R"({"a": [1, null, 2]})") == "3");
}

TEST_CASE("round and trunc take decimals") {
    CHECK(result("round(2.175, 2)") == "2.18");
    CHECK(result("round(-1.005, 2)") == "-1.01");
    CHECK(result("trunc(-5.015, 2)") == "-5.01");
    CHECK(result("trunc(1.9)") == "1");
    CHECK(result("round('x')") == "null");
}

TEST_CASE("list functions sum, count and compare one member of all items") {
    const std::string_view rows = R"({"r": [{"v": 0.3, "n": "a", "on": true}, {"n": "b"}, {"v": "0.6", "n": "c"}]})";
    CHECK(result("sumInArray({r}, 'v')", rows) == "0.9");
    CHECK(result("countInArray({r}, 'v')", rows) == "2");
    CHECK(result("avgInArray({r}, 'v')", rows) == "0.45");
    CHECK(result("maxInArray({r}, 'v', 'n')", rows) == R"("c")");
    CHECK(result("minInArray({r}, 'v')", rows) == "0.3");
    CHECK(result("sumInArray({r}, 'v')", R"({"r": {"row 1": {"v": 1}, "row 2": {"v": 2}}})") == "3");
}

TEST_CASE("a list function's filter is an expression or a text that holds one") {
    const std::string_view rows = R"({"r": [{"v": 1, "w": 4}, {"v": 2, "w": 3}, {"v": 3, "w": 5}]})";
    CHECK(result("sumInArray({r}, 'v', {w} > 3)", rows) == "4");
    CHECK(result("sumInArray({r}, 'v', '{w} > 3')", rows) == "4");
    CHECK(result("sumInArray({r}, 'v', '{w} >')", rows) == "0");
    CHECK(result("maxInArray({r}, 'v', 'w', {v} < 3)", rows) == "3");
}

TEST_CASE("filters inside filters end somewhere") {
    CHECK(result("sumInArray({r}, 'v', {f})",
                 R"x({"r": [{"v": 1, "f": "sumInArray({r}, 'v', {f})"}], "f": "sumInArray({r}, 'v', {f})"})x") == "0");
}

TEST_CASE("ages and differences count whole units") {
    CHECK(result("age('2000-11-22')") == "26");
    CHECK(result("age('2000-11-23')") == "25");
    CHECK(result("age('2026-01-01', 'months')") == "10");
    CHECK(result("dateDiff('2012-11-10', '2014-12-11', 'months')") == "25");
    CHECK(result("dateDiff('2021-01-01', '2021-02-02')") == "32");
    CHECK(result("dateDiff('2025-07-25T02:13:48Z', '2025-07-25T02:15:05Z', 'seconds')") == "77");
    CHECK(result("diffDays('2021-03-10T05:00:00Z', '2021-03-11T04:00:00Z')") == "1");
    CHECK(result("age({x})") == "null");
}

TEST_CASE("a zone so far off that its seconds cannot be counted makes no date") {
    CHECK(result("age('1/1/2020 5:54-298262:0')") == "-27");
    CHECK(result("age('1/1/2020 5:54-100609810:')") == "0");
}

TEST_CASE("dates move by units, over the ends of months") {
    CHECK(result("dateAdd('2020-02-29', 2, 'years')") == R"("2022-03-01T00:00:00.000Z")");
    CHECK(result("dateAdd('2021-01-31', 1, 'months')") == R"("2021-03-03T00:00:00.000Z")");
    CHECK(result("dateAdd('2021-01-01', -10)") == R"("2020-12-22T00:00:00.000Z")");
    CHECK(result("dateAdd('2021-01-01', 48, 'hours')") == R"("2021-01-03T00:00:00.000Z")");
}

TEST_CASE("the clock and its zone come from outside") {
    constexpr Clock late{1'795'390'200'000, 120};  // 2026-11-22T23:30Z is the 23rd two hours east
    CHECK(result("day()", "{}", late) == "23");
    CHECK(result("weekday()", "{}", late) == "1");
    CHECK(result("today()", "{}", late) == R"("2026-11-22T22:00:00.000Z")");
    CHECK(result("currentDate()", "{}", late) == R"("2026-11-22T23:30:00.000Z")");
    CHECK(result("today(1) > today()") == "true");
    CHECK(result("month('2023-07-28') + currentYear()") == "2033");
}

TEST_CASE("a date and its text are compared as exactly as both are given") {
    CHECK(result("{d} = today()", R"({"d": "2026-11-22"})") == "true");
    CHECK(result("today() >= {d}", R"({"d": "2026-11-22T00:00:00.000Z"})") == "true");
    CHECK(result("{d} < today()", R"({"d": "2026-11-21T00:00:00.000Z"})") == "true");
}

TEST_CASE("substring counts UTF-16 units") {
    CHECK(result("substring('hello', 1, 3)") == R"("el")");
    CHECK(result("substring('hello', 3, 1)") == R"("el")");
    CHECK(result("substring('hello', -2)") == R"("hello")");
    CHECK(result("substring('a😀bc', 3)") == R"("bc")");
    CHECK(result("substring({n}, 1)", R"({"n": 10})") == R"("")");
}

TEST_CASE("functions that ask the survey reach the environment") {
    struct Survey final : Environment {
        Operand read(const Path&, Scratch&) override { return {}; }
        Clock clock() const override { return {}; }
        Operand display_value(std::string_view question, const Operand& of_value, Scratch& scratch) override {
            return scratch.keep(Value(std::string(question) + (of_value.is_missing() ? "" : "?")));
        }
        Operand property_value(std::string_view question, std::string_view property, Scratch& scratch) override {
            return scratch.keep(Value(std::string(question) + "." + std::string(property)));
        }
        Operand comment(std::string_view question, const Operand&, Scratch& scratch) override {
            return scratch.keep(Value("comment of " + std::string(question)));
        }
        bool is_container_ready(std::string_view name, const Operand& panel) override {
            return name == "p" && panel.number() == 2;
        }
        Operand is_display_mode() override { return Operand::boolean(true); }
    } survey;
    const auto of = [&](std::string_view text) { return write_json(evaluate(*compile_expression(text), survey)); };
    CHECK(of("displayValue('q')") == R"("q")");
    CHECK(of("displayValue('q', 1)") == R"("q?")");
    CHECK(of("propertyValue('q', 'title')") == R"("q.title")");
    CHECK(of("getComment('q')") == R"("comment of q")");
    CHECK(of("isContainerReady('p', 2)") == "true");
    CHECK(of("isDisplayMode()") == "true");
    CHECK(result("isContainerReady('p')") == "false");
    CHECK(result("displayValue('p')") == "null");
}
