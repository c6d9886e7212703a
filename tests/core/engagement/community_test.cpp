#include "core/engagement/community.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "core/engagement/score_json.h"
#include "tests/core/engagement/support.h"

using namespace canvass::core;
using namespace canvass::core::engagement_tests;

TEST_CASE("a commitment of 441 that grows to 504 over 30 members is a gravity of +2.1", "[engagement]") {
    CHECK(gravity_tenths(441, 504, 30) == 21);
    CHECK(gravity_tenths(504, 666, 30) == 54);
    CHECK(gravity_tenths(504, 441, 30) == -21);
    CHECK(gravity_tenths(1, 2, 0) == 0);
    const std::int64_t members[] = {15, 9, 4, 2}, weights[] = {1, 2, 3, 4};
    CHECK(commitment(members, weights) == 15 + 36 + 36 + 32);
}

TEST_CASE("members of a day, a week and a month are counted once each", "[engagement]") {
    Ledger ledger(model(plain_model()));
    int id = 0;
    for (const auto& [who, at] : {std::pair{"ann", 40.0}, {"ann", 39.0}, {"bob", 36.0}, {"cyd", 12.0}, {"dan", 10.0}})
        ledger.apply(event(std::to_string(id++), who, act, at));
    const Active active = active_at(ledger, day(40.5));
    CHECK(active.day == 1);
    CHECK(active.week == 2);
    CHECK(active.month == 3);
    CHECK(active.stickiness_permille == 333);
}

TEST_CASE("somebody for whom it is tomorrow already is there today", "[engagement]") {
    Ledger ledger(model(plain_model()));
    Event early = event("1", "ann", act, 0.5);
    early.utc_offset = 13 * 60;
    ledger.apply(early);
    CHECK(active_at(ledger, day(0.6)).day == 1);
    CHECK(cohorts_until(ledger, 20'454).size() == 1);
}

TEST_CASE("a cohort is followed month by month", "[engagement]") {
    Ledger ledger(model(plain_model()));
    const int today = 20'454 + 89;  // three months of 30 days
    int id = 0;
    for (const auto& [who, at] : {std::pair{"ann", 0.0}, {"ann", 65.0}, {"bob", 5.0}, {"bob", 35.0}, {"cyd", 40.0}})
        ledger.apply(event(std::to_string(id++), who, act, at));
    const std::vector<Cohort> cohorts = cohorts_until(ledger, today);
    REQUIRE(cohorts.size() == 3);
    CHECK(cohorts[0].first_day == 20'454);
    CHECK(cohorts[0].members == 2);
    CHECK(cohorts[0].there == std::vector<int>{2, 1, 1});
    CHECK(cohorts[1].there == std::vector<int>{1, 0});
    CHECK(cohorts[2].there == std::vector<int>{0});
}

TEST_CASE("carriers are the fewest who make half of everything", "[engagement]") {
    Ledger ledger(model(plain_model()));
    ledger.apply(event("1", "ann", big, 0));
    ledger.apply(event("2", "bob", big, 0));
    for (int i = 0; i < 15; ++i) ledger.apply(event("e" + std::to_string(i), "m" + std::to_string(i), act, 0));
    const std::vector<Standing> standings = standings_of(ledger, day(0));
    CHECK(carriers_of(ledger, standings) == std::vector<MemberIndex>{ledger.find("ann"), ledger.find("bob")});
    CHECK(carriers_of(ledger, {}).empty());
}

TEST_CASE("recency, frequency and value are fifths of the community, equal members in one", "[engagement]") {
    Ledger ledger(model(plain_model()));
    for (int member = 0; member < 10; ++member)
        for (int i = 0; i <= member / 2; ++i)
            ledger.apply(event(std::to_string(member * 100 + i), "m" + std::to_string(member), act, 20 + member / 2 - i));
    const std::vector<Standing> standings = standings_of(ledger, day(30));
    for (const Rfm& rfm : rfm_of(standings)) {
        const std::string_view name = ledger.names().name(rfm.member);
        const int fifth = (name[1] - '0') / 2 + 1;
        CHECK(rfm.recency == fifth);
        CHECK(rfm.frequency == fifth);
        CHECK(rfm.value == fifth);
    }
    CHECK(rfm_of({}).empty());
}

TEST_CASE("who comes less often than usual is at risk, by their own rhythm", "[engagement]") {
    Presence weekly, daily, faded;
    const int today = 21'000;
    for (int ago = 4; ago < 210; ago += 7) weekly.add(today - ago);
    for (int ago = 0; ago < 210; ++ago) daily.add(today - ago);
    for (int ago = 25; ago < 210; ++ago) faded.add(today - ago);
    CHECK_FALSE(rhythm_of(weekly, today)->at_risk);
    CHECK_FALSE(rhythm_of(daily, today)->at_risk);
    CHECK(rhythm_of(faded, today)->at_risk);
    CHECK(rhythm_of(faded, today)->crossing < today * ms_per_day);
    CHECK(std::abs(rhythm_of(weekly, today)->usual_gap - 7 * micro) < micro / 5);
    CHECK_FALSE(rhythm_of(Presence(), today).has_value());
    Presence newcomer;
    newcomer.add(today - 3);
    CHECK_FALSE(rhythm_of(newcomer, today).has_value());
}

TEST_CASE("who stays away for many of their own gaps is gone, and no longer only at risk", "[engagement]") {
    Presence weekly, twice;
    const int last = 21'000;
    for (int ago = 0; ago < 70; ago += 7) weekly.add(last - ago);
    for (int ago = 0; ago < 14; ago += 7) twice.add(last - ago);
    CHECK_FALSE(is_gone(weekly, last + 59));
    CHECK(is_gone(weekly, last + 60));
    CHECK_FALSE(is_gone(twice, last + 300));
    CHECK_FALSE(is_gone(Presence(), last));
    Presence monthly;
    for (int ago = 0; ago < 300; ago += 30) monthly.add(last - ago);
    CHECK_FALSE(is_gone(monthly, last + 179));
    CHECK(is_gone(monthly, last + 180));
}

TEST_CASE("the day from which somebody will be at risk is known in advance", "[engagement]") {
    Presence weekly;
    const int today = 21'000;
    for (int ago = 0; ago < 210; ago += 7) weekly.add(today - ago);
    const int crossing = static_cast<int>(rhythm_of(weekly, today)->crossing / ms_per_day);
    CHECK(crossing > today + 14);
    CHECK(crossing < today + 60);
}
