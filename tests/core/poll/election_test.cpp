#include "core/poll/methods.h"

#include <catch2/catch_test_macros.hpp>

#include "core/json/json.h"

using namespace canvass::core;

namespace {

Result<Election> read(std::string_view text) { return election_from_json(parse_json(text).value()); }

std::string faults(std::string_view text) {
    const auto election = read(text);
    REQUIRE_FALSE(election);
    std::string list;
    for (const Diagnostic& fault : election.error())
        list += std::string(name_of(fault.code)) + " " + fault.pointer + "; ";
    return list;
}

}  // namespace

TEST_CASE("a file of ballots is read and counted") {
    const auto election = read(R"({"candidates": ["Ada", "Ben", "Cem"], "seats": 2, "seed": "2026",
        "ballots": [[3, [[0], [1]]], [2, [[1]]], [1, [[1, 2]]], [1, []]], "rules": {"overVote": "every"}})");
    REQUIRE(election);
    CHECK(election->notes.empty());
    const auto result = tally(*election, "plurality");
    REQUIRE(result);
    CHECK(result->winners == OptionGroup{0, 1});
    CHECK(result->tied.empty());
    CHECK(result->rounds.front().votes == std::vector<std::int64_t>{3, 3, 1});
    CHECK(result->abstentions == 1);
}

TEST_CASE("every fault of a file is reported with its place") {
    CHECK(faults("[]") == "wrong-type ; ");
    CHECK(faults("{}") == "missing-property ; missing-property ; ");
    CHECK(faults(R"({"candidates": ["A", 1, "A"], "seats": 0, "seed": 1, "rules": {"overVote": "maybe"},
        "ballots": [[1, [[0]]], 7, [1.5, [[0]]], [1, "x"], [1, [0]], [1, [[0, 3, -1, "0"]]], [1, [[0]], 2]]})") ==
          "wrong-type /candidates/1; duplicate-name /candidates/2; wrong-type /seats; unknown-value /rules/overVote; "
          "wrong-type /seed; ballot-invalid /ballots/1; ballot-invalid /ballots/2/0; ballot-invalid /ballots/3/1; "
          "ballot-invalid /ballots/4/1/0; ballot-invalid /ballots/5/1/0/1; ballot-invalid /ballots/5/1/0/2; "
          "ballot-invalid /ballots/5/1/0/3; ballot-invalid /ballots/6; ");
}

TEST_CASE("more votes than can be counted exactly are refused") {
    CHECK(read(R"({"candidates": ["A"], "ballots": [[9007199254740992, [[0]]]]})"));
    CHECK(faults(R"({"candidates": ["A"], "ballots": [[9007199254740992, [[0]]], [1, [[0]]]]})") ==
          "ballot-invalid /ballots; ");
    CHECK(faults(R"({"candidates": ["A", "B"], "ballots": [[9007199254740992, [[0, 1]]]]})") ==
          "ballot-invalid /ballots; ");
    CHECK(faults(R"({"candidates": ["A"], "ballots": [[9007199254740994, [[0]]]]})") ==
          "ballot-invalid /ballots/0/0; ");
}

TEST_CASE("unknown members and rules are notes") {
    const auto election = read(R"({"candidates": [], "ballots": [], "place": 1, "rules": {"ties": "lot"}})");
    REQUIRE(election);
    REQUIRE(election->notes.size() == 2);
    CHECK(election->notes[0].pointer == "/rules/ties");
    CHECK(election->notes[1].pointer == "/place");
    CHECK_FALSE(has_errors(election->notes));
}

TEST_CASE("an unknown method names those there are") {
    const auto result = tally(Election(), "dictatorship");
    REQUIRE_FALSE(result);
    CHECK(describe(result.error().front()) ==
          "“dictatorship” is not a known method for counting a poll; known: plurality, approval, score, star, date, number, nps, csat, "
          "ces, borda, dowdall, irv, stv, "
          "meek, copeland, minimax_winning, minimax_margin, minimax_opposition, ranked_pairs_winning, ranked_pairs_margin, schulze_winning, "
          "schulze_margin, schulze_ratio.");
}
