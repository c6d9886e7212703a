#include <catch2/catch_test_macros.hpp>

#include <string>

#include "core/json/json.h"
#include "core/poll/ballot_file.h"
#include "core/poll/methods.h"

using namespace canvass::core;

namespace {

std::string read(std::string_view text) {
    const auto election = election_from_text(text);
    if (election) return write_json(*election);
    std::string faults;
    for (const Diagnostic& each : election.error()) faults += each.pointer + ": " + each.detail + "; ";
    return faults;
}

}  // namespace

TEST_CASE("Condorcet Election Format is read: names, ties, numbers, weights, tags, comments") {
    CHECK(read("#/Candidates: Ada ; Ben;Cem\n#/Number of Seats: 2\n#/Implicit Ranking: false\n\n"
               "# a comment\nAda > Ben = Cem * 3\r\ntag, other || Ben ^2 * 4 # said so\n/EMPTY_RANKING/ * 5\n") ==
          R"({"seats":2,"rules":{"unranked":"ignored"},"candidates":["Ada","Ben","Cem"],"ballots":[[3,[[0],[1,2]]],[8,[[1]]],[5,[]]]})");
    CHECK(read("b > a\na*2") == R"({"candidates":["a","b"],"ballots":[[1,[[1],[0]]],[2,[[0]]]]})");
}

TEST_CASE("BLT is read: seats, withdrawn candidates, equal and skipped ranks, names") {
    CHECK(read("4 2\n-2\n3 1 3 4 0\n4 1=3 - 2 0 # as said\n2 0\n0\n\"Adam\"\n\"Basil\"\n\"Charlotte\"\n\"Donald\"\n\"Title\"\n") ==
          R"({"seats":2,"candidates":["Adam","Basil","Charlotte","Donald"],"ballots":[[3,[[0],[2],[3]]],[4,[[0,2],[],[1]]],[2,[]]],"rules":{"excluded":[1]}})");
}

TEST_CASE("every fault of a file of ballots is told with its line") {
    CHECK(read("#/Candidates: A;B;\n#/Number of Seats: none\nA > C\nA >\nB * x") ==
          "line 1: a candidate has no name; line 2: the number of seats is a whole number from 1 on; line 3: \"C\" is no candidate; "
          "line 4: a name is missing; line 5: how many cast it is not a whole number; ");
    CHECK(read("2 1\n1 3 0\n1 1\nx 1 0\n0\n\"A\"") ==
          "line 2: there is no candidate 3; line 3: a ballot ends with 0; line 4: a ballot begins with how many cast it; "
          "line 6: there are fewer names than candidates; ");
    CHECK(read("2 x\n\"\"") == "line 1: the first line says how many candidates and how many seats there are; ");
    CHECK(read("1 1\n1 1 0\n\"A\"") .find("a line with 0 must end the ballots") != std::string::npos);
}

TEST_CASE("what is read is counted") {
    const auto election = election_from_json(*election_from_text("M>N>C>K*42\nN>C>K>M*26\nC>K>N>M*15\nK>C>N>M*17"));
    REQUIRE(election);
    CHECK(election->candidates[tally(*election, "irv")->winners.front()] == "K");
}
