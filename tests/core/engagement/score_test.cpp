#include "core/engagement/score.h"

#include <catch2/catch_test_macros.hpp>

#include "core/engagement/leaderboard.h"
#include "core/engagement/suggestions.h"
#include "core/json/json.h"
#include "tests/core/engagement/support.h"

using namespace canvass::core;
using namespace canvass::core::engagement_tests;

namespace {

Value with_levels(const char* levels) {
    Value json = plain_model();
    json.set("levels", parse_json(levels).value());
    return json;
}

constexpr const char* steps = R"([{"name": "new"}, {"name": "some", "from": 4, "keep": 3}, {"name": "much", "from": 20}])";

std::size_t level_at(Ledger& ledger, double days) { return standing_of(ledger, ledger.find("ann"), day(days)).level; }

}  // namespace

TEST_CASE("a score tells what each activity gives now and next week", "[engagement]") {
    Ledger ledger(model(plain_model()));
    ledger.apply(event("1", "ann", big, 0));
    ledger.apply(event("2", "ann", act, 10));
    const Standing standing = standing_of(ledger, ledger.find("ann"), day(10));
    REQUIRE(standing.parts.size() == 2);
    CHECK(standing.parts[0].worth == micro);
    CHECK(standing.parts[1].worth == 5 * micro);
    CHECK(standing.score == 6 * micro);
    CHECK(standing.parts[1].next_week == 3'077'861);  // 10 · 2^(−17/10)
    CHECK(standing.parts[1].count == 1);
}

TEST_CASE("a level is reached at its score and kept until it has faded below what keeps it", "[engagement]") {
    Ledger ledger(model(with_levels(steps)));
    for (int i = 0; i < 3; ++i) ledger.apply(event(std::to_string(i), "ann", act, 0));
    CHECK(level_at(ledger, 0) == 0);
    ledger.apply(event("3", "ann", act, 0));
    CHECK(level_at(ledger, 0) == 1);
    CHECK(level_at(ledger, 4) == 1);    // 3.03
    CHECK(level_at(ledger, 4.2) == 0);  // 2.99
}

TEST_CASE("a score that swings between keeping and reaching does not flap, from either side", "[engagement]") {
    Ledger risen(model(with_levels(steps))), never(model(with_levels(steps)));
    for (int i = 0; i < 5; ++i) risen.apply(event(std::to_string(i), "ann", act, 0));
    for (int i = 0; i < 3; ++i) never.apply(event(std::to_string(i), "ann", act, 0));
    // From here on both swing around 3.5.
    for (int i = 1; i < 40; ++i) {
        Event small = event("s" + std::to_string(i), "ann", act, i * 1.0);
        small.weight_q20 = (1u << 20) * 234 / 1000;
        risen.apply(small);
        never.apply(small);
        CHECK(level_at(risen, i * 1.0) == 1);
        CHECK(level_at(never, i * 1.0) == 0);
    }
}

TEST_CASE("levels do not depend on the order in which events arrived", "[engagement]") {
    Ledger forward(model(with_levels(steps))), backward(model(with_levels(steps)));
    for (int i = 0; i < 30; ++i) forward.apply(event(std::to_string(i), "ann", act, i * 0.7));
    for (int i = 29; i >= 0; --i) backward.apply(event(std::to_string(i), "ann", act, i * 0.7));
    for (double at = 21; at < 60; at += 0.25) CHECK(level_at(forward, at) == level_at(backward, at));
}

TEST_CASE("a level by condition holds while its facts do, and needs those below it", "[engagement]") {
    Ledger ledger(model(with_levels(R"([{"name": "new"}, {"name": "there", "when": "{daysOf7} >= 2"},
                                        {"name": "giver", "when": "{count.big} >= 1 and {received.met} >= 1"}])")));
    ledger.apply(event("1", "ann", big, 0));
    Event greeting = event("2", "bob", met, 0);
    greeting.subject = "ann";
    ledger.apply(greeting);
    CHECK(level_at(ledger, 0) == 0);
    ledger.apply(event("3", "ann", act, 3));
    CHECK(level_at(ledger, 3) == 2);
    CHECK(level_at(ledger, 8) == 0);
}

TEST_CASE("trust levels are reached at the published thresholds, and not one short of them", "[engagement]") {
    const auto trust = model(*ready_model("trust"));
    Ledger ledger(trust);
    int id = 0;
    const auto add = [&](const char* type, int times, double at, const char* from = "ann", const char* about = "") {
        for (int i = 0; i < times; ++i) {
            Event made = event(std::to_string(id++), from, *trust->find_type(type), at);
            made.subject = about;
            ledger.apply(made);
        }
    };
    add("entered_topic", 5, 0);
    add("read_post", 30, 0);
    add("read_minute", 9, 0);
    CHECK(level_at(ledger, 0) == 0);
    add("read_minute", 1, 0);
    CHECK(level_at(ledger, 0) == 1);
    add("entered_topic", 15, 0);
    add("read_post", 70, 0);
    add("read_minute", 50, 0);
    add("liked", 1, 0);
    add("liked", 1, 0, "bob", "ann");
    add("replied", 3, 0);
    for (int i = 1; i < 14; ++i) add("visited", 1, i);
    CHECK(level_at(ledger, 13) == 1);
    add("visited", 1, 14);
    CHECK(level_at(ledger, 14) == 2);
    for (int i = 15; i < 50; ++i) add("visited", 1, i);
    add("replied", 7, 49);
    add("liked", 29, 49);
    add("liked", 18, 49, "bob", "ann");
    CHECK(level_at(ledger, 49) == 2);
    add("liked", 1, 49, "bob", "ann");
    CHECK(level_at(ledger, 49) == 3);
    CHECK(level_at(ledger, 160) == 2);
}

TEST_CASE("presence leads inwards in the Orbit model: two days of a week, seven of a month, thirty of a quarter", "[engagement]") {
    Ledger ledger(model(*ready_model("orbit")));
    ledger.apply(event("0", "ann", 0, 0));
    CHECK(level_at(ledger, 0) == 0);
    for (int i = 1; i < 30; ++i) {
        ledger.apply(event(std::to_string(i), "ann", 0, i));
        CHECK(level_at(ledger, i) == (i == 29 ? 3u : i >= 6 ? 2u : 1u));
    }
}

TEST_CASE("streaks and days are those of the member's own zone", "[engagement]") {
    Ledger ledger(model(plain_model()));
    for (const auto& [id, at] : {std::pair{"1", 0.95}, {"2", 1.95}}) {
        Event late = event(id, "ann", act, at);
        late.utc_offset = 120;
        ledger.apply(late);
    }
    const Standing standing = standing_of(ledger, ledger.find("ann"), day(2.95));
    CHECK(standing.today == 20'454 + 3);
    CHECK(standing.streaks.current == 2);
    CHECK(standing.days_since_seen == 1);
}

TEST_CASE("an event that lies ahead of the moment that is asked about turns nothing upside down", "[engagement]") {
    Ledger ledger(model(plain_model()));
    ledger.apply(event("1", "ann", act, 3));
    const Standing standing = standing_of(ledger, ledger.find("ann"), day(0));
    CHECK(standing.score == micro);
    CHECK(standing.days_since_seen == 0);
    CHECK(standing.days_since_joined == 0);
}

TEST_CASE("reach counts distinct people, and those long ago for less", "[engagement]") {
    Ledger ledger(model(plain_model()));
    int id = 0;
    for (const auto& [whom, at] : {std::pair{"bob", 0.0}, {"bob", 10.0}, {"cyd", 0.0}}) {
        Event towards = event(std::to_string(id++), "ann", met, at);
        towards.subject = whom;
        ledger.apply(towards);
    }
    const std::int64_t reach = standing_of(ledger, ledger.find("ann"), day(10)).reach;
    CHECK(std::abs(reach - 1'500'000) <= 1);
}

TEST_CASE("a newcomer is welcomed once somebody did something about them", "[engagement]") {
    Ledger ledger(model(plain_model()));
    ledger.apply(event("1", "ann", act, 0));
    CHECK(standing_of(ledger, ledger.find("ann"), day(13)).newcomer);
    CHECK_FALSE(standing_of(ledger, ledger.find("ann"), day(13)).welcomed);
    CHECK_FALSE(standing_of(ledger, ledger.find("ann"), day(14)).newcomer);
    Event greeting = event("2", "bob", met, 1);
    greeting.subject = "ann";
    ledger.apply(greeting);
    CHECK(standing_of(ledger, ledger.find("ann"), day(13)).welcomed);
}

TEST_CASE("badges are given by rule", "[engagement]") {
    Value json = plain_model();
    json.set("badges", parse_json(R"([{"name": "Twice", "when": "{count.act} >= 2"}, {"name": "Often here", "when": "{days} >= 3"}])").value());
    Ledger ledger(model(json));
    ledger.apply(event("1", "ann", act, 0));
    ledger.apply(event("2", "ann", act, 0.5));
    CHECK(standing_of(ledger, ledger.find("ann"), day(1)).badges == std::vector<std::size_t>{0});
}

TEST_CASE("a leaderboard names the greatest first, and forgets who opts out", "[engagement]") {
    Ledger ledger(model(plain_model()));
    ledger.apply(event("1", "zoe", act, 0));
    ledger.apply(event("2", "ann", act, 0));
    ledger.apply(event("3", "bob", big, 0));
    Leaderboard board(ledger);
    CHECK(board.first(3).size() == 3);
    CHECK(board.first(1) == std::vector<MemberIndex>{ledger.find("bob")});
    const MemberIndex zoe = ledger.find("zoe");
    ledger.opt_out("zoe");
    board.refresh(zoe);
    board.refresh(ledger.find("zoe"));
    CHECK(board.size() == 2);
}

TEST_CASE("suggestions say why, and never twice for a rule that held before", "[engagement]") {
    Value json = plain_model();
    json.set("suggestions", parse_json(R"([
        {"name": "thank", "when": "{score} >= 2 and {scoreBefore} < 2", "suggest": "Thank them."},
        {"name": "active", "when": "{days} >= 2", "suggest": "Greet them."},
        {"name": "unhappy", "on": "big", "when": "{event.nps} <= 6 and {event.text} notempty", "suggest": "Answer.", "automatic": true}])").value());
    Ledger ledger(model(json));
    const auto after = [&](const Event& made) {
        const Standing before = ledger.find(made.member) == no_member ? Standing{} : standing_of(ledger, ledger.find(made.member), made.at);
        ledger.apply(made);
        std::string names;
        for (const Suggestion& suggestion : suggestions_on(ledger.model(), made, before, standing_of(ledger, ledger.find(made.member), made.at)))
            names += suggestion.rule->name + write_json(suggestion.because) + " ";
        return names;
    };
    CHECK(after(event("1", "ann", act, 0)).empty());
    CHECK(after(event("2", "ann", act, 0)) == "thank{\"score\":2,\"scoreBefore\":1} ");
    CHECK(after(event("3", "ann", met, 0.1)).empty());
    CHECK(after(event("4", "ann", met, 1)) == "active{\"days\":2} ");
    CHECK(after(event("5", "ann", act, 1)) == "thank{\"score\":2.866,\"scoreBefore\":1.866} ");
    CHECK(after(event("6", "ann", act, 1)).empty());
    Event rated = event("7", "ann", big, 1);
    rated.details = Value::object({{"nps", 3}, {"text", "too loud"}});
    CHECK(after(rated) == "unhappy{\"event.nps\":3,\"event.text\":\"too loud\"} ");
    const auto now = suggestions_for(ledger.model(), standing_of(ledger, ledger.find("ann"), day(1)), day(1));
    REQUIRE(now.size() == 1);
    CHECK(now.front().rule->name == "active");
}
