// Behaviour recorded from survey-core's own tests. CANVASS_CONFORMANCE_DIR names the folder of the cases.
#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <cstdlib>
#include <fstream>

#include "tests/core/expression/support.h"

using namespace canvass::core;
using namespace canvass::core::test;

namespace {

std::vector<Value> cases(const std::string& name) {
    std::vector<Value> all;
    const char* folder = std::getenv("CANVASS_CONFORMANCE_DIR");
    if (!folder) SKIP("CANVASS_CONFORMANCE_DIR is not set");
    std::ifstream file(std::string(folder) + "/survey/" + name);
    for (std::string line; std::getline(file, line);) all.push_back(json(line));
    REQUIRE_FALSE(all.empty());
    return all;
}

// The day on which the cases were recorded: some count from today.
constexpr Clock recorded{1'795'369'200'000, 0};

std::string expected(const Value& result) {
    if (const Value* number = result.find("num")) return std::string(number->text());
    if (const Value* date = result.find("date")) return write_json(*date);
    const Value* value = result.find("v");
    return value ? write_json(*value) : "null";
}

std::string actual(const Value& each) {
    const Result<Expression> expression = compile_expression(each.find("expr")->text());
    const bool condition = each.find("mode")->text() == "bool";
    if (!expression) return condition ? "false" : "null";
    ObjectEnvironment environment(*each.find("values"), recorded);
    if (condition) return holds(*expression, environment) ? "true" : "false";
    Scratch scratch;
    const Operand result = evaluate(*expression, environment, scratch);
    const bool is_number = result.is_number() && std::isfinite(result.number());
    return result.is_number() && !is_number ? to_text(result) : write_json(result.to_value());
}

}  // namespace

TEST_CASE("recorded evaluations give what survey-core gave", "[conformance]") {
    for (const Value& each : cases("eval.stable.jsonl")) {
        INFO(write_json(each));
        CHECK(actual(each) == expected(*each.find("result")));
    }
}

TEST_CASE("recorded expressions parse to survey-core's trees", "[conformance]") {
    for (const Value& each : cases("parse.stable.jsonl")) {
        INFO(write_json(each));
        const Value* wanted = each.find("ast");
        CHECK(tree(each.find("expr")->text()) == (wanted->is_string() ? wanted->text() : "error"));
    }
}
