#include <catch2/catch_test_macros.hpp>

#include "tests/core/expression/support.h"

using namespace canvass::core;
using namespace canvass::core::test;

TEST_CASE("operators bind from or to calls, all to the left") {
    CHECK(tree("{a} or {b} and {c} = 1") == "({a} or ({b} and ({c} == 1)))");
    CHECK(tree("1 < 2 + 3 * 4 ^ 5") == "(1 < (2 + (3 * (4 ^ 5))))");
    CHECK(tree("2 ^ 3 ^ 2") == "((2 ^ 3) ^ 2)");
    CHECK(tree("5 - 3 - 1") == "((5 - 3) - 1)");
    CHECK(tree("-2^2") == "(-2 ^ 2)");
    CHECK(tree("1 + 1 contains 2") == "(1 + (1 contains 2))");
    CHECK(tree("!{a} empty or ! f(1)") == "(! {a} empty or ! f(1))");
}

TEST_CASE("operators have words and signs, old spellings too") {
    CHECK(tree("{a} equals 1 && {b} <> 2 || {c} =< 3") == "((({a} == 1) and ({b} != 2)) or ({c} <= 3))");
    CHECK(tree("{a} *= 1 AND {b} NotContains 2") == "(({a} contains 1) and ({b} notcontains 2))");
    CHECK(tree("1 lessorequal 2") == "(1 <= 2)");
    CHECK(tree("2 power 3") == "(2 ^ 3)");
    CHECK(tree("{a} anyof [1, 2]") == "({a} anyof [1, 2])");
}

TEST_CASE("words need no blanks around them, as in survey-core") {
    CHECK(tree("1 order") == "(1 or der)");
    CHECK(tree("1 contains2") == "(1 contains 2)");
    CHECK(tree("f (1)") == "error");
    CHECK(tree("negate = 5") == "(negate == 5)");
}

TEST_CASE("literals are numbers, texts in quotes, words, lists, true, false and null") {
    CHECK(tree("[1, 'a', \"b\", c, true, 0x10, 1.50]") == "[1, 'a', 'b', c, true, 16, 1.5]");
    CHECK(result("'it\\'s'") == "\"it's\"");
    CHECK(result("today") == "\"today\"");
    CHECK(result("[null, 1]") == "[]");
    CHECK(result("007") == "expression-syntax@1");
}

TEST_CASE("braces around JSON are an object when no variable has that name") {
    CHECK(result(R"({"key": 1, "list": [1, null, "\u00e4"]})") == R"({"key":1,"list":[1,null,"ä"]})");
    CHECK(result(R"({"key": })") == "null");
}

TEST_CASE("missing closing brackets are accepted") {
    CHECK(tree("({a} + 1") == "({a} + 1)");
    CHECK(tree("sum(1, (2 * 3") == "sum(1, (2 * 3))");
    CHECK(tree("[1, 2") == "error");
}

TEST_CASE("a fault names the furthest place that made no sense") {
    CHECK(result("{a} ++") == "expression-syntax@5");
    CHECK(result("2 = 1)") == "expression-syntax@5");
    CHECK(result("") == "expression-syntax@0");
    CHECK(result("'abc") == "expression-syntax@0");
    CHECK(result("null") == "expression-syntax@4");
    CHECK(result("{größe} =") == "expression-syntax@9");
}

TEST_CASE("an unknown function compiles, is reported with its place, and gives null") {
    const Result<Expression> expression = compile_expression("{a} = 1 or nope({a}) + sum(1)");
    REQUIRE(expression);
    const Diagnostics unknown = unknown_functions(*expression);
    REQUIRE(unknown.size() == 1);
    CHECK(unknown[0].code == Code::unknown_function);
    CHECK(unknown[0].subject == "nope");
    CHECK(unknown[0].position == 11);
    CHECK(unknown_functions(*compile_expression("{größe} + nope()"))[0].position == 10);
    CHECK(result("nope({a})") == "null");
}

TEST_CASE("dependencies are the names that are read, each once, in order") {
    const Result<Expression> expression =
        compile_expression("{panel[0].q} > {#b} and {$q1.isVisible} or {b} = sumInArray({list}, 'x', {y} > 1)");
    REQUIRE(expression);
    CHECK(dependencies(*expression) ==
          std::vector<std::string_view>{"panel[0].q", "b", "$q1.isVisible", "list", "y"});
    CHECK(expression->calls_functions());
    CHECK_FALSE(expression->depends_on_time());
    CHECK(compile_expression("age({d}) > 3")->depends_on_time());
}

TEST_CASE("size, depth and length of a program are limited with a diagnostic") {
    ExpressionLimits limits;
    const auto code = [&](const std::string& text) {
        const Result<Expression> expression = compile_expression(text, limits);
        return expression ? std::string("fine") : std::string(name_of(expression.error().front().code));
    };
    CHECK(code(std::string(limits.bytes + 1, ' ')) == "too-large");
    CHECK(code(std::string(limits.depth - 1, '(') + "1") == "fine");
    CHECK(code(std::string(limits.depth + 1, '(') + "1") == "too-deep");
    CHECK(code(std::string(5'000, '!') + "1") == "too-deep");
    std::string sum = "1";
    for (int i = 0; i < 6'000; ++i) sum += "+1";
    CHECK(code(sum) == "too-large");
}

TEST_CASE("what does not parse is refused in linear time") {
    std::string text;
    for (int i = 0; i < 90; ++i) text += "(1+[1,f([";
    CHECK(compile_expression(text).error().size() == 1);
}
