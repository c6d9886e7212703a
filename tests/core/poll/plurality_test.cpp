#include "core/poll/plurality.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

using namespace canvass::core;

namespace {

Ballot vote(OptionIndex option) { return Ballot{{{option}}}; }

Ballot random_ballot(std::mt19937& random, OptionIndex options) {
    Ballot ballot;
    for (std::size_t groups = random() % 4; groups > 0; --groups) {
        OptionGroup group;
        for (std::size_t size = random() % 3; size > 0; --size)
            group.push_back(static_cast<OptionIndex>(random() % (options + 1)));
        ballot.ranking.push_back(group);
    }
    return ballot;
}

}  // namespace

TEST_CASE("the capital of Tennessee by plurality is Memphis") {
    PluralityTally tally(4);
    tally.add(Ballot{{{0}, {1}, {2}, {3}}}, 42);
    tally.add(Ballot{{{1}, {2}, {3}, {0}}}, 26);
    tally.add(Ballot{{{2}, {3}, {1}, {0}}}, 15);
    tally.add(Ballot{{{3}, {2}, {1}, {0}}}, 17);
    const TallyResult result = tally.result();
    CHECK(result.winners == OptionGroup{0});
    CHECK(result.tied.empty());
    CHECK(result.order == std::vector<OptionGroup>{{0}, {1}, {3}, {2}});
    CHECK(result.rounds.front().votes == std::vector<std::int64_t>{42, 26, 15, 17});
    CHECK(result.voters == 100);
    CHECK_FALSE(result.decided_by_lot);
}

TEST_CASE("an over-vote counts for nobody and is listed, unless the rule gives everyone a vote") {
    const Ballot over_vote{{{1, 0}, {2}}};
    PluralityTally strict(3), generous(3, {OverVote::every});
    strict.add(over_vote, 5);
    generous.add(over_vote, 5);
    CHECK(strict.votes() == std::vector<std::int64_t>{0, 0, 0});
    CHECK(strict.invalid() == 5);
    CHECK(strict.voters() == 0);
    CHECK(generous.votes() == std::vector<std::int64_t>{5, 5, 0});
    CHECK(generous.invalid() == 0);
    CHECK(generous.voters() == 5);
}

TEST_CASE("an empty ballot abstains and a skipped first rank is passed over") {
    PluralityTally tally(3);
    tally.add(Ballot{});
    tally.add(Ballot{{{}, {}}});
    tally.add(Ballot{{{}, {2}, {1}}});
    CHECK(tally.abstentions() == 2);
    CHECK(tally.votes() == std::vector<std::int64_t>{0, 0, 1});
    CHECK(tally.ballots() == 3);
}

TEST_CASE("the same option twice is one choice, an option that does not exist makes the ballot invalid") {
    PluralityTally tally(2);
    tally.add(Ballot{{{1, 1}}});
    tally.add(Ballot{{{2}}});
    tally.add(Ballot{{{0, 4'000'000'000u}}});
    CHECK(tally.votes() == std::vector<std::int64_t>{0, 1});
    CHECK(tally.invalid() == 2);
}

TEST_CASE("all who tie for the last seat win and are named as tied") {
    PluralityTally tally(4);
    for (const OptionIndex option : {0, 1, 1, 2, 2, 3, 3, 3}) tally.add(vote(option));
    const TallyResult one = tally.result(), two = tally.result(2), three = tally.result(3);
    CHECK(one.winners == OptionGroup{3});
    CHECK(two.winners == OptionGroup{3, 1, 2});
    CHECK(two.tied == OptionGroup{1, 2});
    CHECK(three.winners == OptionGroup{3, 1, 2});
    CHECK(three.tied.empty());
}

TEST_CASE("an option without a vote never wins") {
    CHECK(PluralityTally(3).result().winners.empty());
    CHECK(PluralityTally(0).result().order.empty());
    PluralityTally tally(3);
    tally.add(vote(1));
    CHECK(tally.result(2).winners == OptionGroup{1});
    CHECK(tally.result(2).tied.empty());
}

TEST_CASE("tallies of other rules or other options do not merge") {
    PluralityTally tally(3);
    tally.add(vote(0));
    const PluralityTally before = tally;
    CHECK_FALSE(tally.merge(PluralityTally(4)));
    CHECK_FALSE(tally.merge(PluralityTally(3, {OverVote::every})));
    CHECK(tally == before);
}

TEST_CASE("order never matters, parts merge to the whole, withdrawal restores and change replaces") {
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        const PluralityRules rules{round % 2 == 0 ? OverVote::invalid : OverVote::every};
        std::vector<CountedBallot> ballots;
        for (std::size_t i = random() % 30; i > 0; --i)
            ballots.push_back({static_cast<std::int64_t>(random() % 5), random_ballot(random, 4)});
        PluralityTally whole(4, rules), shuffled(4, rules), left(4, rules), right(4, rules);
        for (const CountedBallot& counted : ballots) {
            whole.add(counted.ballot, counted.count);
            (random() % 2 == 0 ? left : right).add(counted.ballot, counted.count);
        }
        std::shuffle(ballots.begin(), ballots.end(), random);
        for (const CountedBallot& counted : ballots) shuffled.add(counted.ballot, counted.count);
        PluralityTally merged = right;
        REQUIRE(merged.merge(left));
        REQUIRE(left.merge(right));
        REQUIRE(whole == shuffled);
        REQUIRE(whole == merged);
        REQUIRE(whole == left);

        const Ballot late = random_ballot(random, 4), other = random_ballot(random, 4);
        shuffled.add(late, 3);
        merged.add(other, 3);
        shuffled.change(late, other, 3);
        REQUIRE(shuffled == merged);
        shuffled.withdraw(other, 3);
        REQUIRE(shuffled == whole);
    }
}

TEST_CASE("renaming the options renames the result and changes nothing else") {
    std::mt19937 random(4);
    for (int round = 0; round < 100; ++round) {
        std::vector<OptionIndex> renamed{0, 1, 2, 3, 4};
        std::shuffle(renamed.begin(), renamed.end(), random);
        PluralityTally tally(5), other(5);
        for (int i = 0; i < 40; ++i) {
            const auto option = static_cast<OptionIndex>(random() % 5);
            tally.add(vote(option));
            other.add(vote(renamed[option]));
        }
        OptionGroup winners = tally.result().winners, other_winners = other.result().winners;
        for (OptionIndex& winner : winners) winner = renamed[winner];
        std::sort(winners.begin(), winners.end());
        REQUIRE(winners == other_winners);
    }
}
