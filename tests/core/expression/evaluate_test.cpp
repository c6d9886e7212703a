#include <catch2/catch_test_macros.hpp>

#include "tests/core/expression/support.h"

using namespace canvass::core;
using namespace canvass::core::test;

TEST_CASE("texts of variables that look like numbers are numbers, literals are not") {
    CHECK(result("{a} + 1", R"({"a": "5"})") == "6");
    CHECK(result("{a} + 1", R"({"a": "1,5"})") == "2.5");
    CHECK(result("{a} + 1", R"({"a": "007"})") == R"("0071")");
    CHECK(result("{#a} + 1", R"({"a": "5"})") == R"("51")");
    CHECK(result("{a} + 2", R"({"a": "9999999999999999"})") == R"("99999999999999992")");
    CHECK(result("'10' < '9'") == "true");
    CHECK(result("{a} = true", R"({"a": "True"})") == "true");
}

TEST_CASE("sums and products keep to the decimals of their operands") {
    CHECK(result("0.1 + 0.2") == "0.3");
    CHECK(result("0.9 - 0.6") == "0.3");
    CHECK(result("3 * 0.6") == "1.8");
    CHECK(result("1 / 3") == "0.3333333333333333");
}

TEST_CASE("dividing by nothing is null") {
    CHECK(result("1 / 0") == "null");
    CHECK(result("1 % {a}") == "null");
}

TEST_CASE("an empty operand of arithmetic counts as 0, an empty text or an empty list") {
    CHECK(result("{a} + 1") == "1");
    CHECK(result("{a} + 'x'") == R"("x")");
    CHECK(result("{a} + [1]") == "[1]");
    CHECK(result("{a} + {b}", R"({"a": [1, 2], "b": [3]})") == "[1,2,3]");
}

TEST_CASE("and and or give one of their operands") {
    CHECK(result("{a} or 'x'", R"({"a": "first"})") == R"("first")");
    CHECK(result("0 or 'x'") == R"("x")");
    CHECK(result("'' and 'x'") == R"("")");
    CHECK(result("{a} and true") == "0");
    CHECK(result("5 and 'x'") == R"("x")");
}

TEST_CASE("a decided condition leaves the rest unread") {
    struct Counting final : Environment {
        int reads = 0;
        Operand read(const Path&, Scratch&) override {
            ++reads;
            return Operand::boolean(true);
        }
        Clock clock() const override { return {}; }
    } environment;
    CHECK(holds(*compile_expression("{a} or {b} or {c}"), environment));
    CHECK(environment.reads == 1);
    CHECK(holds(*compile_expression("iif({a}, {b}, {c})"), environment));
    CHECK(environment.reads == 3);
}

TEST_CASE("iif takes any number of arguments from two on") {
    CHECK(result("iif(1 > 2, 'a', 'b')") == R"("b")");
    CHECK(result("iif(1 > 2, 'a')") == "null");
    CHECK(result("iif(0, 'a', iif(1, 'c', 'd'), {x}, 5)") == R"("c")");
    CHECK(result("iif(1, 'a', 'b', 'c') + 1") == R"("a1")");
    CHECK(result("iif('')") == "null");
}

TEST_CASE("equality ignores case, outer blanks and the order of lists") {
    CHECK(result("' Yes' = 'yes '") == "true");
    CHECK(result("'ÄÖ' = 'äö'") == "true");
    CHECK(result("[1, 2, 3] = [3, 1, 2]") == "true");
    CHECK(result("{a} = 'undefined'") == "true");
    CHECK(result("{a} = ''") == "true");
    CHECK(result("1 = '1'") == "true");
    CHECK(result("{a} != {b}", R"({"a": {"x": "A", "y": 1}, "b": {"y": "1", "x": "a"}})") == "false");
}

TEST_CASE("an answer of a ranking keeps its order in a comparison") {
    struct Ranking final : Environment {
        Value answer = json("[1, 2]");
        Operand read(const Path&, Scratch&) override {
            Operand value(answer);
            value.set_ordered(true);
            return value;
        }
        Clock clock() const override { return {}; }
    } environment;
    CHECK(holds(*compile_expression("{q} = [1, 2]"), environment));
    CHECK_FALSE(holds(*compile_expression("{q} = [2, 1]"), environment));
}

TEST_CASE("empty is nothing, an empty text, an empty list and an object of empties") {
    CHECK(result("{v} empty") == "true");
    for (const char* variables : {R"({"v": null})", R"({"v": ""})", R"({"v": []})", R"({"v": {}})",
                                  R"({"v": {"a": null, "b": {"c": ""}}})"})
        CHECK(result("{v} empty", variables) == "true");
    CHECK(result("{v} empty", R"({"v": [""]})") == "false");
    CHECK(result("{v} empty", R"({"v": 0})") == "false");
    CHECK(result("{v} notempty", R"({"v": false})") == "true");
}

TEST_CASE("contains looks for items, or for a part of a text") {
    CHECK(result("{a} contains 'B'", R"({"a": ["a", "b"]})") == "true");
    CHECK(result("{a} contains ['b', 'c']", R"({"a": ["a", "b"]})") == "false");
    CHECK(result("'Hello' contains 'ELL'") == "true");
    CHECK(result("{a} notcontains 1") == "true");
    CHECK(result("{a} contains 1") == "false");
    CHECK(result("{a} contains", R"({"a": ["a"]})") == "false");
}

TEST_CASE("anyof, allof and noneof compare lists") {
    CHECK(result("{a} anyof [1, 5]", R"({"a": [5, 6]})") == "true");
    CHECK(result("{a} allof [5, 6]", R"({"a": [5, 6, 7]})") == "true");
    CHECK(result("{a} noneof [1, 2]", R"({"a": [5]})") == "true");
    CHECK(result("{a} anyof [1]") == "false");
}

TEST_CASE("nothing is before or after null, but equal to it") {
    CHECK(result("{a} < 1") == "false");
    CHECK(result("{a} > 1") == "false");
    CHECK(result("{a} <= {b}") == "true");
}

TEST_CASE("a condition holds when its result equals true") {
    const Value nothing = Value::object();
    ObjectEnvironment empty(nothing, test_clock);
    CHECK(holds(*compile_expression("1"), empty));
    CHECK(holds(*compile_expression("'1'"), empty));
    CHECK_FALSE(holds(*compile_expression("2"), empty));
    CHECK_FALSE(holds(*compile_expression("'yes'"), empty));
    CHECK(decides(*compile_expression("1 < 2"), empty) == true);
    CHECK_FALSE(decides(*compile_expression("1"), empty));
}

TEST_CASE("an expression is a handle: copies run on after the first is gone") {
    const Value variables = json(R"({"a": "x"})");
    ObjectEnvironment environment(variables, test_clock);
    Result<Expression> first = compile_expression("{a} + 'y'");
    REQUIRE(first);
    const Expression copy = *first;
    first = compile_expression("1");
    CHECK(evaluate(copy, environment) == Value("xy"));
}

TEST_CASE("a host can add functions") {
    struct Host final : Environment {
        Operand read(const Path&, Scratch&) override { return {}; }
        Clock clock() const override { return {}; }
        bool call(std::string_view function, std::span<const Operand> arguments, Scratch& scratch,
                  Operand& result) override {
            if (function != "greet") return false;
            result = scratch.keep(Value("hello " + std::string(arguments[0].text())));
            return true;
        }
    } environment;
    CHECK(evaluate(*compile_expression("greet('you') + '!'"), environment) == Value("hello you!"));
    CHECK(evaluate(*compile_expression("other()"), environment).is_null());
}
