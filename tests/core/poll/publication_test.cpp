#include <catch2/catch_test_macros.hpp>

#include "core/json/json.h"
#include "core/poll/publication.h"

using namespace canvass::core;

namespace {

Value published(std::string_view ballots, std::string_view method = "schulze") {
    const std::string text = R"({"candidates": ["A", "B", "C"], "seed": "s", "ballots": )" + std::string(ballots) + "}";
    const auto result = publish(*parse_json(text), method);
    REQUIRE(result);
    return *result;
}

}  // namespace

TEST_CASE("published ballots say nothing of when they were cast, and are counted again") {
    const Value first = published("[[1, [[0], [1]]], [2, [[2]]], [1, [[0], [1]]]]");
    const Value second = published("[[2, [[2]]], [2, [[0], [1]]]]");
    CHECK(write_json(first) == write_json(second));
    CHECK(write_json(*first.find("ballots")) == "[[2,[[0],[1]]],[2,[[2]]]]");
    const auto verdict = verify(*parse_json(write_json(first)));
    REQUIRE(verdict);
    CHECK(verdict->right());
}

TEST_CASE("whatever is changed is found") {
    const Value right = published("[[3, [[0], [1]]], [2, [[2]]]]");
    const auto judged = [&](std::string_view member, Value value) {
        Value changed = right;
        changed.set(member, std::move(value));
        const auto verdict = verify(changed);
        REQUIRE(verdict);
        return std::string(verdict->unchanged ? "same " : "changed ") + (verdict->result_right ? "right" : "wrong");
    };
    CHECK(judged("ballots", *parse_json("[[3,[[2]]],[2,[[0],[1]]]]")) == "changed wrong");
    CHECK(judged("seed", "t") == "changed right");
    CHECK(judged("method", "irv") == "changed wrong");
    CHECK(judged("sha256", "00") == "changed right");
    CHECK(judged("result", Value::object()) == "same wrong");
    // What is not sealed may be added.
    CHECK(judged("note", "counted on Sunday") == "same right");
}

TEST_CASE("what is no published poll is refused") {
    for (const char* member : {"method", "sha256", "result"}) {
        Value lacking = published("[[1, [[0]]]]");
        lacking.erase(member);
        CHECK_FALSE(verify(lacking));
    }
    CHECK_FALSE(verify(*parse_json(R"({"method": "irv", "sha256": "", "result": {}, "candidates": 5})")));
    CHECK_FALSE(publish(*parse_json(R"({"candidates": ["A"], "ballots": [[1, [[7]]]]})"), "irv"));
    CHECK_FALSE(publish(*parse_json(R"({"candidates": ["A"], "ballots": []})"), "dictatorship"));
}
