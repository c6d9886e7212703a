#include <catch2/catch_test_macros.hpp>

#include "core/expression/expression.h"

using namespace canvass::core;

TEST_CASE("copies of an expression share its program, and the last one keeps it") {
    const std::string text = "{panel.first} = 'a text too long to lie in a string itself' or {panel.first} > {list[1].x}";
    Expression kept = *compile_expression("1 = 2");
    {
        const Expression first = *compile_expression(text);
        Expression second = first;
        CHECK(&second.program() == &first.program());
        kept = std::move(second);
    }
    CHECK(kept.text() == text);
    REQUIRE(kept.paths().size() == 2);
    CHECK(kept.paths()[0].text == "panel.first");
    CHECK(kept.paths()[0].steps[1].name == "first");
    CHECK(kept.paths()[1].steps[0].index == 1);
    const Value values = Value::object({{"panel", Value::object({{"first", "A TEXT too long to lie in a string itself"}})}});
    ObjectEnvironment environment(values, Clock{});
    CHECK(holds(kept, environment));
}
