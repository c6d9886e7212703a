#include <catch2/catch_test_macros.hpp>

#include "core/expression/path.h"
#include "tests/core/expression/support.h"

using namespace canvass::core;
using namespace canvass::core::test;

TEST_CASE("a path leads through objects and lists, from the end with a negative index") {
    const std::string_view variables = R"({"panel": [{"q": 1}, {"q": 2}], "matrix": {"row 1": {"col": "x"}}})";
    CHECK(result("{panel[0].q}", variables) == "1");
    CHECK(result("{panel[-1].q}", variables) == "2");
    CHECK(result("{panel[2].q}", variables) == "null");
    CHECK(result("{panel.0.q}", variables) == "1");
    CHECK(result("{matrix.row 1.col}", variables) == R"("x")");
    CHECK(result("{PANEL[0].Q}", variables) == "1");
}

TEST_CASE("a key may hold dots; the longest that exists is taken") {
    CHECK(result("{a.b.c}", R"({"a.b": {"c": 1}, "a": {"b.c": 2}})") == "1");
    CHECK(result("{a.b.c}", R"({"a": {"b.c": 2}})") == "2");
    CHECK(result("{a.b[1].c}", R"({"a.b": [0, {"c": 3}]})") == "3");
    CHECK(result("{2-3+4}", R"({"2-3+4": 1})") == "1");
}

TEST_CASE("names compare without case and the first key wins") {
    CHECK(result("{name}", R"({"NAME": 1, "name": 2})") == "1");
    CHECK(result("{größe}", R"({"GRÖSSE": 1, "GRÖßE": 2})") == "2");
}

TEST_CASE("length is the size of a list or text, and 0 of what is not there") {
    CHECK(result("{a.length}", R"({"a": [1, 2]})") == "2");
    CHECK(result("{a.length}", R"({"a": "xy😀"})") == "4");
    CHECK(result("{a.length}") == "0");
    CHECK(result("{a.length}", R"({"a": {"length": 7}})") == "7");
}

TEST_CASE("a path made at run time has the steps of a compiled one") {
    const PathOf made("$panel[-2].x y");
    const Path& path = made.path();
    CHECK(path.property);
    REQUIRE(path.steps.size() == 2);
    CHECK(path.steps[0].name == "panel");
    CHECK(path.steps[0].index == -2);
    CHECK(path.steps[1].name == "x y");
    CHECK_FALSE(path.steps[1].index);
    CHECK(path.reach(0) == 0);
}
