#include "core/engagement/ledger.h"

#include <catch2/catch_test_macros.hpp>

#include "core/engagement/fingerprint.h"
#include "core/engagement/score.h"
#include "tests/core/engagement/support.h"

using namespace canvass::core;
using namespace canvass::core::engagement_tests;
using Outcome = Ledger::Outcome;

TEST_CASE("an event counts once, however often it comes", "[engagement]") {
    Ledger ledger(model(plain_model()));
    CHECK(ledger.apply(event("1", "ann", act, 0)) == Outcome::counts);
    CHECK(ledger.apply(event("1", "ann", act, 0)) == Outcome::again);
    CHECK(score_of(ledger, ledger.find("ann"), day(0)) == micro);
}

TEST_CASE("of a type with a daily limit the first of the local day count, whichever came first", "[engagement]") {
    Ledger ledger(model(plain_model()));
    CHECK(ledger.apply(event("late", "ann", often, 0.9)) == Outcome::counts);
    CHECK(ledger.apply(event("noon", "ann", often, 0.5)) == Outcome::counts);
    CHECK(ledger.apply(event("evening", "ann", often, 0.8)) == Outcome::counts);  // instead of the late one
    CHECK(ledger.apply(event("night", "ann", often, 0.95)) == Outcome::over_limit);
    CHECK(ledger.apply(event("tomorrow", "ann", often, 1.1)) == Outcome::counts);

    Ledger straight(model(plain_model()));
    for (const auto& [id, at] : {std::pair{"noon", 0.5}, {"evening", 0.8}, {"late", 0.9}, {"night", 0.95}, {"tomorrow", 1.1}})
        straight.apply(event(id, "ann", often, at));
    CHECK(fingerprint(ledger) == fingerprint(straight));
    CHECK(ledger.activities(ledger.find("ann"))[often].count == 5);
}

TEST_CASE("a limit that spans the end of a cell leaves the same bits in any order", "[engagement]") {
    // Cells end every 32 half-lives: with 30 days, at the beginning of day 21,120.
    Value json = plain_model();
    json.set("halfLifeDays", 30);
    json.find("types")->find("often")->set("perDay", 1);
    const auto at = [](const char* id, std::int64_t ms) {
        Event made = event(id, "ann", often, 0);
        made.at = 21'120 * ms_per_day + ms;
        made.utc_offset = -300;
        return made;
    };
    const Event early = at("a", -5 * ms_per_day), after = at("b", 3'600'000), before = at("c", -3'600'000);
    Ledger one(model(json)), other(model(json));
    for (const Event& each : {early, after, before}) one.apply(each);
    for (const Event& each : {early, before, after}) other.apply(each);
    CHECK(fingerprint(one) == fingerprint(other));
}

TEST_CASE("the limit is of the member's own day", "[engagement]") {
    Ledger ledger(model(plain_model()));
    Event before_midnight = event("1", "ann", often, 0.95), after_midnight = event("2", "ann", often, 0.97);
    before_midnight.utc_offset = after_midnight.utc_offset = 60;
    ledger.apply(event("0", "ann", often, 0.1));
    CHECK(ledger.apply(before_midnight) == Outcome::counts);
    CHECK(ledger.apply(after_midnight) == Outcome::counts);  // half past midnight where she is
}

TEST_CASE("undoing an event makes room under the limit again", "[engagement]") {
    Ledger ledger(model(plain_model())), never(model(plain_model()));
    for (const auto& [id, at] : {std::pair{"a", 0.1}, {"b", 0.2}, {"c", 0.3}}) ledger.apply(event(id, "ann", often, at));
    for (const auto& [id, at] : {std::pair{"b", 0.2}, {"c", 0.3}}) never.apply(event(id, "ann", often, at));
    CHECK(ledger.undo(event_key("a")));
    CHECK_FALSE(ledger.undo(event_key("a")));
    CHECK(fingerprint(ledger) == fingerprint(never));
    CHECK(ledger.apply(event("a", "ann", often, 0.1)) == Outcome::undone);
}

TEST_CASE("what is undone before it comes does not count when it comes", "[engagement]") {
    Ledger ledger(model(plain_model()));
    CHECK(ledger.undo(event_key("1")));
    CHECK(ledger.apply(event("1", "ann", act, 0)) == Outcome::undone);
    CHECK(score_of(ledger, ledger.find("ann"), day(0)) == 0);
}

TEST_CASE("undoing takes the last trace of a day and of what others received", "[engagement]") {
    Ledger ledger(model(plain_model())), never(model(plain_model()));
    Event greeting = event("1", "ann", met, 3);
    greeting.subject = "bob";
    ledger.apply(greeting);
    CHECK(ledger.activities(ledger.find("bob"))[met].received == 1);
    ledger.undo(event_key("1"));
    CHECK(ledger.activities(ledger.find("bob"))[met].received == 0);
    CHECK(ledger.account(ledger.find("ann")).days.count() == 0);
    CHECK(fingerprint(ledger) == fingerprint(never));
}

TEST_CASE("who opts out is erased, also as a subject, and stays out", "[engagement]") {
    Ledger ledger(model(plain_model())), without(model(plain_model()));
    Event to_ann = event("1", "bob", met, 1), to_bob = event("2", "ann", met, 1);
    to_ann.subject = "ann";
    to_bob.subject = "bob";
    ledger.apply(to_ann);
    ledger.apply(to_bob);
    ledger.apply(event("3", "ann", big, 2));
    ledger.opt_out("ann");
    CHECK(ledger.find("ann") == no_member);
    CHECK(ledger.apply(event("4", "ann", big, 3)) == Outcome::opted_out);
    CHECK(ledger.apply(event("3", "ann", big, 2)) == Outcome::opted_out);
    Event again_to_ann = event("5", "bob", met, 2);
    again_to_ann.subject = "ann";
    ledger.apply(again_to_ann);

    without.apply(event("1", "bob", met, 1));
    without.apply(event("5", "bob", met, 2));
    CHECK(fingerprint(ledger) == fingerprint(without));
    for (std::uint32_t i = 0; i < ledger.records().size(); ++i) CHECK(ledger.records()[i].entry.subject == no_member);
}

TEST_CASE("opting out before the first event keeps a member out, and merging carries it over", "[engagement]") {
    Ledger out(model(plain_model())), ledger(model(plain_model()));
    out.opt_out("ann");
    CHECK(out.apply(event("1", "ann", act, 0)) == Outcome::opted_out);
    ledger.apply(event("1", "ann", act, 0));
    ledger.apply(event("2", "bob", act, 0));
    ledger.merge(out);
    CHECK(ledger.find("ann") == no_member);
    CHECK(active_members(ledger).size() == 1);
}

TEST_CASE("many events at once leave what they leave one by one", "[engagement]") {
    Ledger one(model(plain_model())), many(model(plain_model()));
    std::vector<Entry> entries;
    for (int i = 0; i < 500; ++i) {
        const Event made = event(std::to_string(i % 450), "m" + std::to_string(i % 7), static_cast<std::uint16_t>(i % 4), i * 0.1);
        one.apply(made);
        entries.push_back(many.entry_of(made));
    }
    many.apply(entries);
    CHECK(fingerprint(one) == fingerprint(many));
}
