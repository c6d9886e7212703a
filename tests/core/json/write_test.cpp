#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "core/json/json.h"

using namespace canvass::core;

TEST_CASE("texts are escaped as JSON.stringify escapes them") {
    CHECK(write_json("\"\\/\b\f\n\r\t\x01\x1F\x7F") == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7F\"");
    CHECK(write_json("ä€😀\u2028") == "\"ä€😀\u2028\"");
    CHECK(write_json(std::string("\0", 1)) == "\"\\u0000\"");
}

TEST_CASE("what JSON has no form for is written as null") {
    CHECK(write_json(std::numeric_limits<double>::infinity()) == "null");
    CHECK(write_json(std::numeric_limits<double>::quiet_NaN()) == "null");
    CHECK(write_json(Date{1e300}) == "null");
    CHECK(write_json(Value()) == "null");
}

TEST_CASE("a date is written as ISO text") {
    CHECK(write_json(Value::array({Date{0}})) == R"(["1970-01-01T00:00:00.000Z"])");
}

TEST_CASE("canonical JSON sorts members by their bytes at every level and leaves arrays alone") {
    const Value value = Value::object(
        {{"b", Value::array({2, 1, Value::object({{"y", 1}, {"x", 2}})})}, {"Z", 1}, {"a", Value::object()}, {"ä", 2}});
    CHECK(write_canonical_json(value) == R"({"Z":1,"a":{},"b":[2,1,{"x":2,"y":1}],"ä":2})");
    CHECK(write_json(value) == R"({"b":[2,1,{"y":1,"x":2}],"Z":1,"a":{},"ä":2})");
}
