// What must hold for any events: RapidCheck makes them up.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "core/engagement/fingerprint.h"
#include "core/engagement/leaderboard.h"
#include "core/engagement/score.h"
#include "tests/core/engagement/support.h"

using namespace canvass::core;
using namespace canvass::core::engagement_tests;

namespace {

// The same event for the same number: few members and days, so that limits and late arrivals are frequent.
Event nth(int number) {
    std::minstd_rand chance(static_cast<unsigned>(number) + 1);
    const auto below = [&](unsigned end) { return static_cast<int>(chance() % end); };
    Event made = event("e" + std::to_string(number), "m" + std::to_string(below(5)), static_cast<std::uint16_t>(below(4)), 0);
    made.at = day(below(4) == 0 ? below(2000) : below(5)) + below(86'400'000);
    made.utc_offset = below(1500) - 750;
    made.weight_q20 = static_cast<std::uint32_t>(below(100u << 20)) + 1;
    if (below(2) == 0) made.subject = "m" + std::to_string(below(5));
    if (made.subject == made.member) made.subject.clear();
    return made;
}

rc::Gen<std::vector<int>> numbers() { return rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 80)); }

Ledger ledger_of(const std::vector<int>& numbers) {
    Ledger ledger(model(plain_model()));
    for (const int number : numbers) ledger.apply(nth(number));
    return ledger;
}

std::vector<int> shuffled(std::vector<int> numbers, unsigned seed) {
    std::shuffle(numbers.begin(), numbers.end(), std::minstd_rand(seed));
    return numbers;
}

}  // namespace

TEST_CASE("events in any order and repeated leave the same bits", "[engagement]") {
    CHECK(rc::check([] {
        const std::vector<int> events = *numbers();
        std::vector<int> again = shuffled(events, *rc::gen::arbitrary<unsigned>());
        again.insert(again.end(), events.begin(), events.end());
        RC_ASSERT(fingerprint(ledger_of(events)) == fingerprint(ledger_of(again)));
    }));
}

TEST_CASE("ledgers in which events were undone and members opted out merge to what one ledger would be", "[engagement]") {
    CHECK(rc::check([] {
        const std::vector<int> events = *numbers(), undone = *numbers();
        const bool out = *rc::gen::arbitrary<bool>();
        Ledger left = ledger_of(events), right = ledger_of(undone), all = ledger_of(events);
        for (const int number : undone) {
            right.undo(nth(number).key);
            all.undo(nth(number).key);
        }
        if (out) {
            right.opt_out("m1");
            all.opt_out("m1");
        }
        Ledger reversed(model(plain_model()));
        reversed.merge(right);
        reversed.merge(left);
        left.merge(right);
        RC_ASSERT(fingerprint(left) == fingerprint(all));
        RC_ASSERT(fingerprint(reversed) == fingerprint(all));
    }));
}

TEST_CASE("shards merged in either direction leave the same bits as one ledger", "[engagement]") {
    CHECK(rc::check([] {
        const std::vector<int> events = *numbers();
        std::vector<int> left, right;
        for (const int number : events) (number % 3 == 0 ? left : right).push_back(number);
        Ledger one = ledger_of(left), other = ledger_of(right);
        Ledger reversed = ledger_of(right);
        reversed.merge(one);
        one.merge(other);
        RC_ASSERT(fingerprint(one) == fingerprint(ledger_of(events)));
        RC_ASSERT(fingerprint(reversed) == fingerprint(one));
    }));
}

TEST_CASE("undoing leaves what never was, before or after the event comes", "[engagement]") {
    CHECK(rc::check([] {
        const std::vector<int> events = *numbers(), undone = *numbers();
        const auto is_undone = [&](int number) { return std::find(undone.begin(), undone.end(), number) != undone.end(); };
        std::vector<int> rest;
        for (const int number : events)
            if (!is_undone(number)) rest.push_back(number);
        Ledger after = ledger_of(events), before(model(plain_model()));
        for (const int number : undone) {
            after.undo(nth(number).key);
            before.undo(nth(number).key);
        }
        for (const int number : events) before.apply(nth(number));
        RC_ASSERT(fingerprint(after) == fingerprint(ledger_of(rest)));
        RC_ASSERT(fingerprint(before) == fingerprint(after));
    }));
}

TEST_CASE("opting out at any moment leaves what the others would be without that member", "[engagement]") {
    CHECK(rc::check([] {
        const std::vector<int> events = *numbers();
        const std::size_t moment = *rc::gen::inRange<std::size_t>(0, events.size() + 1);
        Ledger ledger(model(plain_model())), without(model(plain_model()));
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (i == moment) ledger.opt_out("m0");
            ledger.apply(nth(events[i]));
            Event other = nth(events[i]);
            if (other.subject == "m0") other.subject.clear();
            if (other.member != "m0") without.apply(other);
        }
        ledger.opt_out("m0");
        RC_ASSERT(fingerprint(ledger) == fingerprint(without));
    }));
}

TEST_CASE("parts add up to the score, now and next week, and the whole to its size", "[engagement]") {
    CHECK(rc::check([] {
        const Ledger ledger = ledger_of(*numbers());
        const std::int64_t at = day(2001);
        for (const MemberIndex member : active_members(ledger)) {
            const Standing standing = standing_of(ledger, member, at);
            std::int64_t score = 0, next_week = 0;
            for (const Part& part : standing.parts) {
                score += part.worth;
                next_week += part.next_week;
            }
            RC_ASSERT(standing.score == score);
            RC_ASSERT(standing.next_week == next_week);
            RC_ASSERT(score_of(ledger, member, at) == score);
            const std::int64_t whole = worth(ledger.size(member), at, ledger.model().half_life);
            RC_ASSERT(std::abs(whole - score) <= static_cast<std::int64_t>(standing.parts.size()));
        }
    }));
}

TEST_CASE("a leaderboard refreshed event by event is one made at the end", "[engagement]") {
    CHECK(rc::check([] {
        const std::vector<int> events = *numbers();
        Ledger ledger(model(plain_model()));
        Leaderboard board(ledger);
        for (const int number : events) {
            const Event made = nth(number);
            ledger.apply(made);
            board.refresh(ledger.find(made.member));
            if (number % 7 != 0) continue;
            ledger.undo(made.key);
            board.refresh(ledger.find(made.member));
        }
        RC_ASSERT(board.first(100) == Leaderboard(ledger).first(100));
        RC_ASSERT(board.size() == active_members(ledger).size());
    }));
}
