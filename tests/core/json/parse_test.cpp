#include <catch2/catch_test_macros.hpp>

#include "core/json/json.h"

using namespace canvass::core;

namespace {

Diagnostic fault(std::string_view text, const JsonLimits& limits = {}) {
    const auto result = parse_json(text, limits);
    REQUIRE_FALSE(result);
    REQUIRE(result.error().size() == 1);
    return result.error().front();
}

std::string read_and_written(std::string_view text) { return write_json(parse_json(text).value()); }

}  // namespace

TEST_CASE("JSON is read and written back") {
    const std::string text =
        R"({"name":"poll","flags":[true,false,null],"numbers":[0,-1.5,1e+21,1e-7,9007199254740991],"empty":[{},[]]})";
    CHECK(read_and_written(text) == text);
    CHECK(read_and_written(" 1.0 ") == "1");
    CHECK(read_and_written("18446744073709551616") == "18446744073709552000");
    CHECK(read_and_written("-9223372036854775809") == "-9223372036854776000");
}

TEST_CASE("a syntax error says where it is and what was expected, in the reader's own language") {
    const Diagnostic diagnostic = fault("{\n  \"ä\": 1,\n  \"ö\" 2\n}");
    CHECK(diagnostic.code == Code::json_syntax);
    CHECK(diagnostic.position == 18);
    CHECK(describe(diagnostic) == "This is not valid JSON: line 3, column 7; expected: \"…\": ….");
    CHECK(describe(diagnostic, "de") == "Das ist kein gültiges JSON: Zeile 3, Spalte 7; erwartet: \"…\": ….");
    CHECK(fault("[1 2]").detail == ", | ]");
    CHECK(fault("{a: 1}").detail == "\"…\"");
    CHECK(fault("nul").detail == fault("[1,]").detail);
    CHECK(fault("[\"a]").detail == "\"");
    CHECK(fault("1 2").detail.empty());
    CHECK(describe(fault("\"\t\"")) == "This is not valid JSON: line 1, column 2.");
}

TEST_CASE("no text, text after the end and numbers that no double holds are faults") {
    for (const char* text : {"", " ", "1 2", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "nul", "[", "\"a", "01", "+1",
                             "1e400", "NaN", "// comment\n1", "\"\t\"", "\"\\x\"", "\"\\u12\""}) {
        INFO(text);
        CHECK(fault(text).code == Code::json_syntax);
    }
    CHECK(fault(std::string_view("[1]\0[2]", 7)).position == 3);
}

TEST_CASE("ill-formed UTF-8 and unpaired surrogates become the replacement character") {
    CHECK(read_and_written("\"a\xFF\xC3\"") == "\"a\uFFFD\uFFFD\"");
    CHECK(read_and_written(R"("\ud83d\ude00 \ud83d \ude00 \\ud83d \ud83d\ud83d\ude00 \uD83D")") ==
          "\"😀 \uFFFD \uFFFD \\\\ud83d \uFFFD😀 \uFFFD\"");
    CHECK(fault("\"\\ud83d").code == Code::json_syntax);
    CHECK(fault("\"\\").code == Code::json_syntax);
}

TEST_CASE("members come in the order of JavaScript's objects, the last of a repeated name in its first place") {
    CHECK(read_and_written(R"({"b":1,"10":2,"a":3,"2":4,"b":5,"01":6,"4294967295":7,"-1":8})") ==
          R"({"2":4,"10":2,"b":5,"a":3,"01":6,"4294967295":7,"-1":8})");
    CHECK(read_and_written(R"([{"x":{"a":1,"0":2,"a":[{"z":1,"z":2}]}}])") == R"([{"x":{"0":2,"a":[{"z":2}]}}])");
}

TEST_CASE("limits on bytes, values and depth are faults with their place") {
    JsonLimits limits;
    limits.bytes = 4;
    CHECK(fault("[1,2]", limits).code == Code::too_large);

    limits = {};
    limits.values = 4;
    const Diagnostic many = fault(R"({"a":[1,2,3]})", limits);
    CHECK(many.code == Code::too_large);
    CHECK(many.limit == 4);
    CHECK(many.pointer == "/a/2");

    limits = {};
    limits.depth = 2;
    CHECK(parse_json("[[1]]", limits));
    const Diagnostic deep = fault(R"([0,{"a/b":{}}])", limits);
    CHECK(deep.code == Code::too_deep);
    CHECK(deep.pointer == "/1/a~1b");
}

TEST_CASE("a text of nothing but brackets does not exhaust the stack") {
    CHECK(fault(std::string(4'000'000, '[')).code == Code::too_deep);
}

TEST_CASE("an object of very many names is read in a moment") {
    std::string text = "{";
    for (int i = 0; i < 200'000; ++i) text += "\"name" + std::to_string(i % 150'000) + "\":" + std::to_string(i) + ",";
    text.back() = '}';
    const Value value = parse_json(text).value();
    CHECK(value.size() == 150'000);
    CHECK(value.find("name3")->as_number() == 150'003);
}
