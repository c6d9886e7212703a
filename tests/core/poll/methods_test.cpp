// Every method, on elections whose outcomes are known and on random ones, where no order of arrival may matter.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <numeric>
#include <random>

#include "core/json/json.h"
#include "core/poll/condorcet.h"
#include "core/poll/lot.h"
#include "core/poll/methods.h"

using namespace canvass::core;

namespace {

constexpr const char* ranked[] = {"plurality", "approval", "borda", "dowdall", "irv", "stv", "meek", "copeland", "minimax_winning",
                                  "minimax_margin", "minimax_opposition", "ranked_pairs_winning", "ranked_pairs_margin",
                                  "schulze_winning", "schulze_margin", "schulze_ratio"};

Election election(std::string_view text) {
    auto read = election_from_json(*parse_json(text));
    REQUIRE(read);
    return std::move(*read);
}

// The capital of Tennessee: Memphis, Nashville, Chattanooga, Knoxville.
Election tennessee() {
    return election(R"({"candidates": ["M", "N", "C", "K"], "ballots": [[42, [[0], [1], [2], [3]]], [26, [[1], [2], [3], [0]]],
        [15, [[2], [3], [1], [0]]], [17, [[3], [2], [1], [0]]]]})");
}

std::string winners(const Election& election, std::string_view method) {
    const auto result = tally(election, method);
    REQUIRE(result);
    std::string text;
    for (const OptionIndex option : result->winners) text += election.candidates[option];
    return text;
}

Election random_election(std::mt19937& random) {
    Election made;
    const std::size_t options = 2 + random() % 5;
    for (std::size_t at = 0; at < options; ++at) made.candidates.push_back(std::string(1, static_cast<char>('A' + at)));
    made.seed = std::to_string(random());
    made.seats = 1 + random() % 2;
    for (std::size_t at = 0; at < 3 + random() % 12; ++at) {
        OptionGroup order(options);
        std::iota(order.begin(), order.end(), OptionIndex{0});
        std::shuffle(order.begin(), order.end(), random);
        order.resize(random() % (options + 1));
        CountedBallot counted{1 + static_cast<std::int64_t>(random() % 3), {}};
        for (const OptionIndex option : order) {
            if (random() % 5 == 0 && !counted.ballot.ranking.empty()) counted.ballot.ranking.back().push_back(option);
            else counted.ballot.ranking.push_back({option});
        }
        made.ballots.push_back(std::move(counted));
    }
    return made;
}

std::string told(const Election& election, std::string_view method) {
    const auto result = tally(election, method);
    REQUIRE(result);
    return write_json(to_json(*result, election.candidates));
}

}  // namespace

TEST_CASE("Tennessee's capital depends on the method") {
    const Election capital = tennessee();
    CHECK(winners(capital, "plurality") == "M");
    CHECK(winners(capital, "irv") == "K");
    for (const char* method : {"borda", "copeland", "minimax_margin", "ranked_pairs", "schulze"}) CHECK(winners(capital, method) == "N");
    const Value json = to_json(tally(capital, "schulze").value(), capital.candidates);
    CHECK(write_json(*json.find("duels")->find("N")) == R"({"M":58,"C":68,"K":68})");
    CHECK(write_json(*to_json(tally(capital, "borda").value(), capital.candidates).find("points")) ==
          R"({"M":"126","N":"194","C":"173","K":"107"})");
}

TEST_CASE("by no method does the order of the ballots or how they are bundled matter") {
    std::mt19937 random(11);
    for (int round = 0; round < 150; ++round) {
        const Election first = random_election(random);
        Election second = first;
        for (std::size_t at = second.ballots.size(); at-- > 0;) {
            if (second.ballots[at].count < 2) continue;
            --second.ballots[at].count;
            second.ballots.push_back({1, second.ballots[at].ballot});
        }
        std::shuffle(second.ballots.begin(), second.ballots.end(), random);
        for (const char* method : ranked) {
            INFO(method << " round " << round);
            CHECK(told(first, method) == told(second, method));
        }
    }
}

TEST_CASE("a Condorcet winner wins by every method of duels, and no method prefers a name") {
    std::mt19937 random(12);
    int found = 0;
    for (int round = 0; round < 150; ++round) {
        Election made = random_election(random);
        made.seats = 1;
        Pairwise duels(made.candidates.size());
        for (const CountedBallot& counted : made.ballots) duels.add(counted.ballot, counted.count);
        const auto best = condorcet_winner(duels);
        for (const char* method : {"copeland", "minimax_winning", "minimax_margin", "ranked_pairs_winning", "schulze_winning", "schulze_margin"}) {
            const OptionGroup first = tally(made, method).value().order.front();
            if (best) CHECK(first == OptionGroup{*best});
            // The same election with its options in reverse.
            Election mirrored = made;
            const auto last = static_cast<OptionIndex>(made.candidates.size() - 1);
            for (CountedBallot& counted : mirrored.ballots) {
                for (OptionGroup& group : counted.ballot.ranking) {
                    for (OptionIndex& option : group) option = last - option;
                }
            }
            OptionGroup other = tally(mirrored, method).value().order.front();
            for (OptionIndex& option : other) option = last - option;
            std::sort(other.begin(), other.end());
            CHECK(other == first);
        }
        found += best ? 1 : 0;
    }
    CHECK(found > 30);
}

TEST_CASE("withdrawing a ballot and merging parts give what counting at once gives") {
    std::mt19937 random(13);
    const Election made = random_election(random);
    Pairwise all(made.candidates.size()), left(made.candidates.size()), right(made.candidates.size());
    for (std::size_t at = 0; at < made.ballots.size(); ++at) {
        const CountedBallot& counted = made.ballots[at];
        all.add(counted.ballot, counted.count);
        (at % 2 ? left : right).add(counted.ballot, counted.count);
    }
    const Pairwise before = left;
    left.add(made.ballots.front().ballot, 2);
    left.withdraw(made.ballots.front().ballot, 2);
    CHECK(left == before);
    REQUIRE(left.merge(right));
    CHECK(left == all);
    CHECK_FALSE(left.merge(Pairwise(made.candidates.size() + 1)));
}

TEST_CASE("the last tie is broken by a lot of the seed and the name, and the result says so") {
    const Election tied = election(R"({"candidates": ["A", "B", "C"], "seed": "spring", "ballots": [[2, [[0]]], [1, [[1]]], [1, [[2]]]]})");
    const Value json = to_json(tally(tied, "irv").value(), tied.candidates);
    CHECK(*json.find("decidedByLot") == Value(true));
    const Value& decision = json.find("decisions")->as_array()->front();
    CHECK(*decision.find("because") == Value("lot"));
    CHECK(write_json(*decision.find("tied")) == R"(["B","C"])");
    const OptionIndex out = worst_by_lot({1, 2}, tied.candidates, "spring");
    CHECK(*decision.find("option") == Value(tied.candidates[out]));
    CHECK(best_by_lot({1, 2}, tied.candidates, "spring") != out);
    // Another seed draws another lot for some names.
    int other = 0;
    for (int seed = 0; seed < 20; ++seed) other += worst_by_lot({1, 2}, tied.candidates, std::to_string(seed)) != out ? 1 : 0;
    CHECK(other > 2);
    CHECK(other < 18);
}

TEST_CASE("scores add up, and the two with the most meet in a runoff") {
    const Election scored = election(R"({"candidates": ["Amy", "Brian", "Clancy"], "rules": {"maxScore": 5},
        "ballots": [[3, {"0": 5, "1": 4}], [4, {"1": 3, "2": 5}], [2, [4, 5, 0]], [1, {"2": 9}]]})");
    const Value score = to_json(tally(scored, "score").value(), scored.candidates);
    CHECK(write_json(*score.find("rounds")->as_array()->front().find("tally")) == R"({"Amy":"23","Brian":"34","Clancy":"20"})");
    CHECK(*score.find("invalid") == Value(1));
    const Value star = to_json(tally(scored, "star").value(), scored.candidates);
    CHECK(write_json(*star.find("winners")) == R"(["Brian"])");
    CHECK(write_json(*star.find("rounds")->as_array()->back().find("tally")) == R"({"Amy":"3","Brian":"6"})");
}

TEST_CASE("the date at which most can come is best") {
    const Election dates = election(R"({"candidates": ["Mon", "Tue", "Wed"], "ballots": [[2, {"0": 2, "1": 1}], [1, {"1": 1, "2": 2}], [1, {"0": 2, "1": 2}]]})");
    const Value json = to_json(tally(dates, "date").value(), dates.candidates);
    CHECK(write_json(*json.find("order")) == R"([["Tue"],["Mon"],["Wed"]])");
}

TEST_CASE("what a method cannot count is an error") {
    CHECK_FALSE(tally(tennessee(), "star"));
    CHECK_FALSE(tally(election(R"({"candidates": ["A"], "ballots": [[1, {"0": 1}]]})"), "irv"));
    Election many;
    for (int at = 0; at < 31; ++at) many.candidates.push_back(std::to_string(at));
    CHECK_FALSE(tally(many, "dowdall"));
    Election huge = tennessee();
    huge.ballots.front().count = most_votes - 1000;
    CHECK_FALSE(tally(huge, "stv"));
    CHECK_FALSE(tally(huge, "dowdall"));
    CHECK(winners(huge, "borda") == "M");
    const auto faults = election_from_json(*parse_json(R"({"candidates": ["A", "B"], "rules": {"overvote": "maybe", "maxSkippedRanks": -1,
        "tiebreakOrder": [7], "batchElimination": 1, "maxScore": 5, "colour": "red"}, "ballots": [[1, {"2": 1}], [1, {"0": -1}], [1, [1, 2, 3]]]})"));
    REQUIRE_FALSE(faults);
    std::string places;
    for (const Diagnostic& each : faults.error()) places += each.pointer + " ";
    CHECK(places == "/rules/overvote /rules/maxSkippedRanks /rules/tiebreakOrder/0 /rules/batchElimination /ballots/0/1/2 /ballots/1/1/0 /ballots/2/1/2 ");
}

TEST_CASE("nobody voted, and there is nobody to vote for") {
    for (const char* method : ranked) {
        CHECK(tally(election(R"({"candidates": [], "ballots": []})"), method));
        const auto result = tally(election(R"({"candidates": ["A", "B"], "ballots": []})"), method);
        REQUIRE(result);
        CHECK(result->voters == 0);
    }
    CHECK(tally(election(R"({"candidates": [], "ballots": []})"), "star"));
}
