#include "core/base/value.h"

#include <catch2/catch_test_macros.hpp>

using namespace canvass::core;

TEST_CASE("setting a name twice keeps the last value in the first place") {
    Value value;
    value.set("a", 1);
    value.set("b", 2);
    value.set("a", 3);
    REQUIRE(value.size() == 2);
    CHECK(value.as_object()->front().name == "a");
    CHECK(value.find("a")->as_number() == 3);
    CHECK(value.erase("a"));
    CHECK_FALSE(value.erase("a"));
    CHECK(value.find("a") == nullptr);
}

TEST_CASE("objects are equal whatever the order of their members, arrays are not") {
    CHECK(Value::object({{"a", 1}, {"b", Value::array({1, "x"})}}) ==
          Value::object({{"b", Value::array({1, "x"})}, {"a", 1}}));
    CHECK_FALSE(Value::object({{"a", 1}}) == Value::object({{"a", 1}, {"b", 1}}));
    CHECK_FALSE(Value::object({{"a", 1}}) == Value::object({{"b", 1}}));
    CHECK_FALSE(Value::array({1, 2}) == Value::array({2, 1}));
    CHECK_FALSE(Value(1) == Value("1"));
    CHECK_FALSE(Value() == Value(false));
}

TEST_CASE("asking for another kind gives the fallback") {
    CHECK(Value("text").as_number(7) == 7);
    CHECK(Value(1).as_bool(true));
    CHECK(Value(1).text().empty());
    CHECK(Value(1).as_array() == nullptr);
    CHECK(Value(1).size() == 0);
}
