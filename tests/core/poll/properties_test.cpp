// What holds for all ballots there could be.
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <sstream>

#include <catch2/catch_test_macros.hpp>

#include "core/json/json.h"
#include "core/poll/condorcet.h"
#include "core/poll/methods.h"

using namespace canvass::core;

namespace {

constexpr std::size_t options = 5;
constexpr int max_score = 5;

const char* const ranked[] = {"plurality",       "approval",        "borda",          "dowdall",            "irv",
                              "stv",             "meek",            "copeland",       "minimax_winning",    "minimax_margin",
                              "minimax_opposition", "ranked_pairs_winning", "ranked_pairs_margin", "schulze_winning",
                              "schulze_margin",  "schulze_ratio"};
const char* const condorcet_methods[] = {"copeland", "minimax_winning", "minimax_margin", "ranked_pairs_winning",
                                         "ranked_pairs_margin", "schulze_winning", "schulze_margin", "schulze_ratio"};
const char* const scored[] = {"score", "star", "date"};
const char* const measured[] = {"number", "nps", "csat", "ces"};

// A number for each option: its rank from 1 on, 0 when it has none; or its score.
using Marks = std::vector<int>;

rc::Gen<std::vector<Marks>> marks(int most) {
    return rc::gen::container<std::vector<Marks>>(
        rc::gen::container<Marks>(options, rc::gen::inRange(0, most + 1)));
}

rc::Gen<std::vector<Marks>> rankings() { return marks(static_cast<int>(options)); }

rc::Gen<std::vector<std::size_t>> permutation() {
    return rc::gen::map(rc::gen::container<std::vector<int>>(options, rc::gen::arbitrary<int>()), [](const std::vector<int>& keys) {
        std::vector<std::size_t> order(options);
        for (std::size_t at = 0; at < options; ++at) order[at] = at;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
        return order;
    });
}

Ballot ballot_of(const Marks& marks) {
    Ballot ballot;
    for (int rank = 1; rank <= static_cast<int>(options) + 1; ++rank) {
        OptionGroup group;
        for (OptionIndex option = 0; option < marks.size(); ++option) {
            if (marks[option] == rank) group.push_back(option);
        }
        if (!group.empty()) ballot.ranking.push_back(std::move(group));
    }
    return ballot;
}

std::vector<std::string> names_in(const std::vector<std::size_t>& order) {
    std::vector<std::string> names(order.size());
    for (std::size_t at = 0; at < order.size(); ++at) names[order[at]] = std::string(1, static_cast<char>('a' + at));
    return names;
}

PollRules rules_of(const char* method, std::vector<std::string> names = {"a", "b", "c", "d", "e"}) {
    PollRules rules{method, std::move(names), method == std::string_view("stv") || method == std::string_view("meek") ? 2u : 1u};
    rules.rules.max_score = max_score;
    rules.seed = "property";
    return rules;
}

void add(RunningTally& tally, const Marks& marks, std::int64_t count = 1) {
    switch (form_of(tally.rules().method)) {
        case BallotForm::ranking: return tally.add(ballot_of(marks), count);
        case BallotForm::scores: return tally.add(ScoreBallot{count, {marks.begin(), marks.end()}});
        case BallotForm::numbers: return tally.add(marks.front(), count);
    }
}

RunningTally tally_of(PollRules rules, const std::vector<Marks>& ballots) {
    RunningTally tally(std::move(rules));
    for (const Marks& ballot : ballots) add(tally, ballot);
    return tally;
}

std::string told(const RunningTally& tally) { return write_json(to_json(tally.result(), tally.rules().names)); }

// The parts that do not depend on how options are numbered.
struct ByName {
    std::set<std::string> winners;
    std::vector<std::set<std::string>> order;
    bool lot = false;
    friend bool operator==(const ByName&, const ByName&) = default;
};

ByName by_name(const RunningTally& tally) {
    const TallyResult result = tally.result();
    ByName named;
    for (const OptionIndex option : result.winners) named.winners.insert(tally.rules().names[option]);
    for (const OptionGroup& group : result.order) {
        named.order.emplace_back();
        for (const OptionIndex option : group) named.order.back().insert(tally.rules().names[option]);
    }
    named.lot = result.decided_by_lot;
    return named;
}

bool wins(const RunningTally& tally, OptionIndex option) {
    const OptionGroup winners = tally.result().winners;
    return std::find(winners.begin(), winners.end(), option) != winners.end();
}

// Fails with the smallest example against it.
template <class Property>
void holds(const std::string& method, Property property) {
    const auto result = rc::detail::checkTestable(property);
    std::ostringstream words;
    rc::detail::printResultMessage(result, words);
    INFO(method << ": " << words.str());
    CHECK(result.template is<rc::detail::SuccessResult>());
}

template <class Property>
void for_every_method(Property property) {
    for (const char* method : ranked) property(method, rankings());
    for (const char* method : scored) property(method, marks(std::string_view(method) == "date" ? 2 : max_score));
    for (const char* method : measured) property(method, marks(10));
}

}  // namespace

TEST_CASE("the order in which ballots come never matters") {
    for_every_method([](const char* method, const rc::Gen<std::vector<Marks>>& ballots) {
        holds(method, [&] {
            const std::vector<Marks> one = *ballots;
            std::vector<Marks> other = one;
            std::sort(other.begin(), other.end());
            RC_ASSERT(told(tally_of(rules_of(method), one)) == told(tally_of(rules_of(method), other)));
        });
    });
}

TEST_CASE("tallies of parts merge to the tally of all") {
    for_every_method([](const char* method, const rc::Gen<std::vector<Marks>>& ballots) {
        holds(method, [&] {
            const std::vector<Marks> one = *ballots, other = *ballots;
            std::vector<Marks> all = one;
            all.insert(all.end(), other.begin(), other.end());
            RunningTally merged = tally_of(rules_of(method), one);
            RC_ASSERT(merged.merge(tally_of(rules_of(method), other)));
            RC_ASSERT(told(merged) == told(tally_of(rules_of(method), all)));
        });
    });
}

TEST_CASE("a ballot that is withdrawn restores the earlier tally") {
    for_every_method([](const char* method, const rc::Gen<std::vector<Marks>>& ballots) {
        holds(method, [&] {
            const std::vector<Marks> before = *ballots, passing = *ballots;
            RunningTally tally = tally_of(rules_of(method), before);
            const std::string told_before = told(tally);
            for (const Marks& ballot : passing) add(tally, ballot, 3);
            for (const Marks& ballot : passing) add(tally, ballot, -3);
            RC_ASSERT(told(tally) == told_before);
        });
    });
}

TEST_CASE("ballots in columns are counted as they are one by one") {
    for (const char* method : ranked) {
        holds(method, [&] {
            std::vector<Marks> cast = *rankings();
            PollRules rules = rules_of(method);
            if (*rc::gen::arbitrary<bool>()) rules.rules.plurality.over_vote = OverVote::every;
            if (*rc::gen::arbitrary<bool>()) rules.rules.unranked = Unranked::ignored;
            // Often more than a lane can count.
            const int times = *rc::gen::element(1, 300);
            if (times > 1) cast.resize(std::min<std::size_t>(cast.size(), 2));
            RunningTally one_by_one(rules), together(rules);
            BallotColumns columns(options);
            for (int time = 0; time < times; ++time) {
                for (const Marks& ballot : cast) RC_ASSERT(columns.add(ballot_of(ballot)));
            }
            for (const Marks& ballot : cast) one_by_one.add(ballot_of(ballot), times);
            together.add(columns);
            RC_ASSERT(told(one_by_one) == told(together));
        });
    }
    holds("instant runoff", [] {
        BallotColumns columns(options);
        std::vector<CountedBallot> ballots;
        for (int at = *rc::gen::inRange(0, 20); at > 0; --at) {
            std::vector<std::size_t> order = *permutation();
            order.resize(*rc::gen::inRange<std::size_t>(0, options + 1));
            Ballot ballot;
            for (const std::size_t option : order) ballot.ranking.push_back({static_cast<OptionIndex>(option)});
            RC_ASSERT(columns.add(ballot));
            ballots.push_back({1, ballot});
        }
        RC_ASSERT(columns.strict());
        const std::vector<std::string> names{"a", "b", "c", "d", "e"};
        RC_ASSERT(write_json(to_json(instant_runoff(ballots, names, {}, "seed"), names)) ==
                  write_json(to_json(instant_runoff({}, columns, names, {}, "seed"), names)));
    });
}

TEST_CASE("how options are numbered never matters") {
    for_every_method([](const char* method, const rc::Gen<std::vector<Marks>>& ballots) {
        if (form_of(method) == BallotForm::numbers) return;
        holds(method, [&] {
            const std::vector<Marks> cast = *ballots;
            const std::vector<std::size_t> order = *permutation();
            std::vector<Marks> renumbered = cast;
            for (std::size_t at = 0; at < cast.size(); ++at) {
                for (std::size_t option = 0; option < options; ++option) renumbered[at][order[option]] = cast[at][option];
            }
            RC_ASSERT(by_name(tally_of(rules_of(method), cast)) == by_name(tally_of(rules_of(method, names_in(order)), renumbered)));
        });
    });
}

TEST_CASE("who wins every duel is elected by the Condorcet methods, alone") {
    for (const char* method : condorcet_methods) {
        holds(method, [&] {
            const std::vector<Marks> ballots = *rankings();
            Pairwise duels(options);
            for (const Marks& ballot : ballots) duels.add(ballot_of(ballot));
            const auto winner = condorcet_winner(duels);
            RC_PRE(winner.has_value());
            RC_ASSERT(tally_of(rules_of(method), ballots).result().winners == OptionGroup{*winner});
        });
    }
}

TEST_CASE("who is first on more than half of the ballots is elected") {
    for (const char* method : ranked) {
        const std::string_view name = method;
        const bool promises = name == "plurality" || name == "irv" ||
                              std::find(std::begin(condorcet_methods), std::end(condorcet_methods), name) != std::end(condorcet_methods);
        if (!promises) continue;
        holds(method, [&] {
            std::vector<Marks> ballots = *rankings();
            const std::size_t others = ballots.size();
            const std::vector<Marks> more = *rc::gen::container<std::vector<Marks>>(
                others + 1, rc::gen::container<Marks>(options, rc::gen::inRange(2, static_cast<int>(options) + 1)));
            for (Marks ballot : more) {
                ballot[2] = 1;
                ballots.push_back(std::move(ballot));
            }
            RC_ASSERT(tally_of(rules_of(method), ballots).result().winners == OptionGroup{2});
        });
    }
}

// Plurality and approval read the first rank only, so a raised option takes it alone, or joins it.
TEST_CASE("a winner that a ballot ranks higher still wins, where the method promises it") {
    const char* const monotone[] = {"plurality", "borda", "dowdall", "copeland", "minimax_winning", "minimax_margin",
                                    "ranked_pairs_winning", "ranked_pairs_margin", "schulze_winning", "schulze_margin"};
    for (const char* method : monotone) {
        holds(method, [&] {
            std::vector<Marks> ballots = *rankings();
            RC_PRE(!ballots.empty());
            const OptionGroup winners = tally_of(rules_of(method), ballots).result().winners;
            RC_PRE(!winners.empty());
            const OptionIndex winner = winners[*rc::gen::inRange<std::size_t>(0, winners.size())];
            Marks& raised = ballots[*rc::gen::inRange<std::size_t>(0, ballots.size())];
            for (int& rank : raised) rank += rank > 0 ? 1 : 0;
            raised[winner] = 1;
            RC_ASSERT(wins(tally_of(rules_of(method), ballots), winner));
        });
    }
    holds("approval", [] {
        std::vector<Marks> ballots = *marks(1);
        RC_PRE(!ballots.empty());
        const OptionGroup winners = tally_of(rules_of("approval"), ballots).result().winners;
        const OptionIndex winner = winners[*rc::gen::inRange<std::size_t>(0, winners.size())];
        ballots[*rc::gen::inRange<std::size_t>(0, ballots.size())][winner] = 1;
        RC_ASSERT(wins(tally_of(rules_of("approval"), ballots), winner));
    });
    holds("score", [] {
        std::vector<Marks> ballots = *marks(max_score);
        RC_PRE(!ballots.empty());
        const OptionGroup winners = tally_of(rules_of("score"), ballots).result().winners;
        const OptionIndex winner = winners[*rc::gen::inRange<std::size_t>(0, winners.size())];
        int& score = ballots[*rc::gen::inRange<std::size_t>(0, ballots.size())][winner];
        score = *rc::gen::inRange(score, max_score + 1);
        RC_ASSERT(wins(tally_of(rules_of("score"), ballots), winner));
    });
}
