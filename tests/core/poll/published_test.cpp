// Elections whose ballots and outcomes were published: the facts, counted again.
#include <catch2/catch_test_macros.hpp>

#include <sstream>

#include "core/poll/condorcet.h"
#include "core/poll/methods.h"

using namespace canvass::core;

namespace {

// "42 MNCK": so many ballots that rank these options from the first letter on.
Election election(std::string_view options, const char* ballots, std::size_t seats = 1) {
    Election made;
    for (const char option : options) made.candidates.emplace_back(1, option);
    made.seats = seats;
    std::istringstream words{ballots};
    for (CountedBallot counted; words >> counted.count;) {
        std::string ranking;
        words >> ranking;
        counted.ballot.ranking.clear();
        for (const char option : ranking) counted.ballot.ranking.push_back({static_cast<OptionIndex>(options.find(option))});
        made.ballots.push_back(counted);
    }
    return made;
}

std::string winners(const Election& election, std::string_view method) {
    const auto result = tally(election, method);
    REQUIRE(result);
    std::string text;
    for (const OptionIndex option : result->winners) text += election.candidates[option];
    return text;
}

// Best first, equal ones in brackets.
std::string order(const Election& election, std::string_view method) {
    const auto result = tally(election, method);
    REQUIRE(result);
    std::string text;
    for (const OptionGroup& group : result->order) {
        if (group.size() > 1) text += '(';
        for (const OptionIndex option : group) text += election.candidates[option];
        if (group.size() > 1) text += ')';
    }
    return text;
}

std::int64_t duel(const Election& election, char one, char other) {
    Pairwise duels(election.candidates.size());
    for (const CountedBallot& counted : election.ballots) duels.add(counted.ballot, counted.count);
    const auto index = [&](char name) {
        OptionIndex at = 0;
        while (election.candidates[at][0] != name) ++at;
        return at;
    };
    return duels.preferring(index(one), index(other));
}

constexpr const char* condorcet_methods[] = {"copeland", "minimax_winning", "minimax_margin", "ranked_pairs_winning",
                                             "ranked_pairs_margin", "schulze_winning", "schulze_margin", "schulze_ratio"};

}  // namespace

TEST_CASE("Tennessee: Memphis has most first choices, Knoxville wins the runoff, Nashville every duel") {
    const Election capital = election("MNCK", "42 MNCK 26 NCKM 15 CKNM 17 KCNM");
    CHECK(winners(capital, "plurality") == "M");
    CHECK(order(capital, "irv") == "KMNC");
    CHECK(order(capital, "borda") == "NCMK");
    CHECK(tally(capital, "borda")->points == std::vector<std::string>{"126", "194", "173", "107"});
    for (const char* method : condorcet_methods) CHECK(winners(capital, method) == "N");
    for (const char* method : {"copeland", "ranked_pairs_winning", "schulze_winning"}) CHECK(order(capital, method) == "NCKM");
    CHECK(order(capital, "minimax_winning") == "NMCK");  // by the worst defeat: 42, 58, 68 and 83 against
}

// Kiss, Montroll and Wright as the last three: the ballots among them.
TEST_CASE("Burlington 2009: Wright leads, Kiss wins the runoff, Montroll every duel") {
    const Election mayor = election("KMW", "1332 MKW 767 MWK 455 M 2043 KMW 371 KWM 568 K 1513 WMK 495 WKM 1289 W");
    CHECK(winners(mayor, "plurality") == "W");
    CHECK(duel(mayor, 'M', 'K') == 4067);
    CHECK(duel(mayor, 'K', 'M') == 3477);
    CHECK(duel(mayor, 'M', 'W') == 4597);
    CHECK(duel(mayor, 'W', 'M') == 3668);
    CHECK(duel(mayor, 'K', 'W') == 4314);
    CHECK(duel(mayor, 'W', 'K') == 4064);
    const auto runoff = tally(mayor, "irv");
    REQUIRE(runoff);
    CHECK(winners(mayor, "irv") == "K");
    CHECK(runoff->rounds.front().votes == std::vector<std::int64_t>{2982, 2554, 3297});
    CHECK(runoff->rounds.back().votes == std::vector<std::int64_t>{4314, 0, 4064});
    for (const char* method : condorcet_methods) CHECK(order(mayor, method) == "MKW");
}

TEST_CASE("Burlington 2009: had some of Wright's voters ranked Kiss first, Kiss would have lost the runoff") {
    // 753 ballots that raise Kiss: 495 "W K M" to "K W M" and 258 of "W".
    const Election mayor = election("KMW", "1332 MKW 767 MWK 455 M 2043 KMW 866 KWM 826 K 1513 WMK 1031 W");
    CHECK(winners(mayor, "irv") == "M");
    for (const char* method : condorcet_methods) CHECK(winners(mayor, method) == "M");
}

// Begich, Palin and Peltola (L).
TEST_CASE("Alaska, August 2022: Peltola wins the runoff, Begich every duel, and Palin loses to both") {
    const Election house = election("BPL",
        "27053 BPL 15467 BLP 11290 B 34049 PBL 3652 PLB 21272 P 47407 LBP 4645 LPB 23747 L");
    const auto runoff = tally(house, "irv");
    REQUIRE(runoff);
    CHECK(winners(house, "irv") == "L");
    CHECK(winners(house, "plurality") == "L");
    REQUIRE(runoff->rounds.size() == 2);
    CHECK(runoff->rounds[0].votes == std::vector<std::int64_t>{53810, 58973, 75799});
    CHECK(runoff->rounds[0].eliminated == OptionGroup{0});
    CHECK(runoff->rounds[1].votes == std::vector<std::int64_t>{0, 86026, 91266});
    CHECK(runoff->rounds[1].inactive == 11290);
    CHECK(duel(house, 'B', 'L') > duel(house, 'L', 'B'));
    CHECK(duel(house, 'B', 'P') > duel(house, 'P', 'B'));
    for (const char* method : condorcet_methods) CHECK(order(house, method) == "BLP");
}

TEST_CASE("Schulze 2011: 21 voters with a circle of four") {
    const Election circle = election("ABCD", "8 ACDB 2 BADC 4 CDBA 4 DBAC 3 DCBA");
    CHECK(duel(circle, 'A', 'B') == 8);
    CHECK(duel(circle, 'B', 'A') == 13);
    CHECK(duel(circle, 'A', 'C') == 14);
    CHECK(duel(circle, 'D', 'B') == 19);
    CHECK(order(circle, "schulze_winning") == "DACB");
}

TEST_CASE("Schulze 2011: 45 voters, five options and no one who wins every duel") {
    const Election five = election("ABCDE", "5 ACBED 5 ADECB 8 BEDAC 3 CABED 7 CAEBD 2 CBADE 7 DCEBA 8 EBADC");
    CHECK(duel(five, 'A', 'B') == 20);
    CHECK(duel(five, 'B', 'D') == 33);
    CHECK(duel(five, 'E', 'D') == 31);
    CHECK(order(five, "schulze_winning") == "EACBD");
    CHECK(order(five, "schulze_margin") == "EACBD");
}
