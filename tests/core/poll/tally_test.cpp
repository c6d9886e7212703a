#include "core/poll/tally.h"

#include <catch2/catch_test_macros.hpp>
#include <numeric>
#include <random>

#include "core/json/json.h"

using namespace canvass::core;

TEST_CASE("percentages of votes add up to exactly one hundred") {
    CHECK(shares_of_sum({1, 1, 1}) == std::vector<std::int64_t>{334, 333, 333});
    CHECK(shares_of_sum({2, 1}) == std::vector<std::int64_t>{667, 333});
    CHECK(shares_of_sum({0, 7}) == std::vector<std::int64_t>{0, 1000});
    CHECK(shares_of_sum({0, 0}) == std::vector<std::int64_t>{0, 0});
    CHECK(shares_of_sum({}).empty());
    std::mt19937_64 random(5);
    for (int round = 0; round < 1'000; ++round) {
        std::vector<std::int64_t> counts(1 + random() % 12);
        for (std::int64_t& count : counts)
            count = static_cast<std::int64_t>(random() % (round % 2 == 0 ? 10 : 100'000));
        const std::int64_t sum = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
        const std::vector<std::int64_t> shares = shares_of_sum(counts);
        REQUIRE(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}) == (sum == 0 ? 0 : 1000));
        for (std::size_t i = 0; sum != 0 && i < counts.size(); ++i)
            REQUIRE(std::abs(shares[i] * sum - counts[i] * 1000) < sum);  // never a tenth away from the truth
    }
}

TEST_CASE("percentages are exact for the largest counts there may be") {
    CHECK(shares_of_sum({most_votes / 2, most_votes / 2}) == std::vector<std::int64_t>{500, 500});
    CHECK(share_of(most_votes, most_votes) == 1000);
    CHECK(share_of(most_votes - 1, most_votes) == 1000);
}

TEST_CASE("a share of the voters is rounded by itself, half upwards") {
    CHECK(share_of(1, 3) == 333);
    CHECK(share_of(2, 3) == 667);
    CHECK(share_of(1, 2000) == 1);
    CHECK(share_of(1, 2001) == 0);
    CHECK(share_of(0, 0) == 0);
}

TEST_CASE("percent texts have one decimal") {
    CHECK(percent_text(0) == "0.0");
    CHECK(percent_text(5) == "0.5");
    CHECK(percent_text(333) == "33.3");
    CHECK(percent_text(1000) == "100.0");
}

TEST_CASE("options of equal votes share a group of the order") {
    CHECK(order_by_votes({1, 5, 1, 0, 5}) == std::vector<OptionGroup>{{1, 4}, {0, 2}, {3}});
    CHECK(order_by_votes({}).empty());
}

TEST_CASE("a result as JSON names its options and writes votes as exact text") {
    TallyResult result;
    result.method = "plurality";
    result.winners = {1};
    result.order = {{1}, {0}};
    result.rounds = {{{1, 2}, {1}, {}}};
    result.ballots = 5;
    result.abstentions = result.invalid = 1;
    result.voters = 3;
    CHECK(write_json(to_json(result, {"A", "B"})) ==
          R"({"method":"plurality","winners":["B"],"tied":[],"order":[["B"],["A"]],)"
          R"("rounds":[{"tally":{"A":"1","B":"2"},"threshold":null,"elected":["B"],"eliminated":[]}],)"
          R"("decidedByLot":false,"ballots":5,"abstentions":1,"invalid":1,"voters":3,"votes":3,)"
          R"("percentages":{"A":"33.3","B":"66.7"},"percentagesOfVoters":{"A":"33.3","B":"66.7"}})");
}
