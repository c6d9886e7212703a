#include <catch2/catch_test_macros.hpp>

#include "core/json/json.h"
#include "core/poll/publication.h"
#include "tests/collector/running_collector.h"

namespace canvass::collector::test {
namespace {

constexpr double closing_time_ms = 1'790'812'800'000;  // 2026-10-01T00:00:00Z

std::string first_code(const Answered& answered) {
    const auto body = parsed(answered.body);
    return std::string(body.find("errors")->as_array()->at(0).find("code")->text());
}

}  // namespace

TEST_CASE("Results hold every option with its votes and share") {
    const Place place;
    const RunningCollector collector(place);
    for (int i = 0; i < 3; ++i) REQUIRE(collector.post(response(collector, i)).status == 201);
    REQUIRE(collector.post(response(collector, 3, {"club", R"({"place":"hill"})"})).status == 201);
    const auto answered = collector.get("/v1/definitions/club/polls/place/results");
    CHECK(answered.header("Content-Type") == "application/json");
    const auto results = parsed(answered.body);
    CHECK(results.find("question")->text() == "place");
    CHECK(results.find("voters")->as_number() == 4);
    CHECK(results.find("options")->size() == 3);
    CHECK(votes_for(results, "lake") == 3);
    CHECK(votes_for(results, "hill") == 1);
    CHECK(votes_for(results, "town") == 0);
    CHECK(results.find("options")->as_array()->at(0).find("share")->text() == "75.0");
}

TEST_CASE("The ballots of a poll are published, and whoever counts them again finds the result right") {
    const Place place;
    const RunningCollector collector(place);
    for (int i = 0; i < 3; ++i) REQUIRE(collector.post(response(collector, i)).status == 201);
    REQUIRE(collector.post(response(collector, 3, {"club", R"({"place":"hill"})"})).status == 201);
    const auto answered = collector.get("/v1/definitions/club/polls/place/ballots");
    REQUIRE(answered.status == 200);
    const auto published = parsed(answered.body);
    CHECK(core::write_json(*published.find("candidates")) == R"(["lake","hill","town"])");
    CHECK(core::write_json(*published.find("ballots")) == "[[3,[[0]]],[1,[[1]]]]");
    CHECK(core::verify(published).value().right());
    CHECK(collector.get("/v1/definitions/club/polls/nowhere/ballots").status == 404);
    CHECK(collector.get("/v1/definitions/nowhere/polls/place/ballots").status == 404);
}

TEST_CASE("A response that leaves a poll out is no vote in it") {
    const Place place;
    const RunningCollector collector(place);
    REQUIRE(collector.post(response(collector, 1, {"club", R"({"stars":4})"})).status == 201);
    CHECK(parsed(collector.get("/v1/definitions/club/polls/place/results").body).find("voters")->as_number() == 0);
}

TEST_CASE("A member who votes again replaces the vote before") {
    const Place place;
    RunningCollector collector(place);
    REQUIRE(collector.post(response(collector, 1, {"club", R"({"place":"lake"})", "ada"})).status == 201);
    REQUIRE(collector.post(response(collector, 2, {"club", R"({"place":"lake"})", "ben"})).status == 201);
    REQUIRE(collector.post(response(collector, 3, {"club", R"({"place":"hill"})", "ada"})).status == 201);
    const auto count = [](const RunningCollector& from) {
        CHECK(votes_for(from, "place", "lake") == 1);
        CHECK(votes_for(from, "place", "hill") == 1);
    };
    count(collector);
    SECTION("and a repetition of the vote before does not bring it back") {
        CHECK(collector.post(response(collector, 1, {"club", R"({"place":"lake"})", "ada"})).status == 200);
        count(collector);
    }
    SECTION("and it stays so after a restart") {
        collector.stop();
        count(RunningCollector(place));
    }
}

TEST_CASE("A vote that cannot be changed is refused the second time, with all that came with it") {
    const Place place;
    const RunningCollector collector(place);
    REQUIRE(collector.post(response(collector, 1, {"club", R"({"once":"yes"})", "ada"})).status == 201);
    const auto second = collector.post(response(collector, 2, {"club", R"({"once":"no","place":"lake"})", "ada"}));
    CHECK(second.status == 409);
    CHECK(first_code(second) == "already-voted");
    CHECK(parsed(second.body).find("errors")->as_array()->at(0).find("pointer")->text() == "/answers/once");
    CHECK(votes_for(collector, "once", "yes") == 1);
    CHECK(votes_for(collector, "once", "no") == 0);
    CHECK(votes_for(collector, "place", "lake") == 0);
    CHECK(collector.post(response(collector, 3, {"club", R"({"once":"no"})", "ben"})).status == 201);
    CHECK(collector.post(response(collector, 4, {"club", R"({"place":"lake"})", "ada"})).status == 201);
}

TEST_CASE("Without a member token every response is a vote of its own") {
    const Place place;
    const RunningCollector collector(place);
    for (int i = 0; i < 3; ++i) {
        CHECK(collector.post(response(collector, i, {"club", R"({"once":"yes"})"})).status == 201);
    }
    CHECK(votes_for(collector, "once", "yes") == 3);
}

TEST_CASE("A poll takes votes until it closes, and shows results that wait for that from then on") {
    const Place place;
    RunningCollector collector(place);
    const char* const results = "/v1/definitions/club/polls/closing/results";
    const auto in_time = response(collector, 1, {"club", R"({"closing":["a","b"]})"});
    collector.now_ms = closing_time_ms - 1;
    CHECK(collector.post(in_time).status == 201);
    CHECK(collector.get(results).status == 403);
    CHECK(first_code(collector.get(results)) == "results-after-close");

    collector.now_ms = closing_time_ms;
    const auto late = collector.post(response(collector, 2, {"club", R"({"closing":["a"]})"}));
    CHECK(late.status == 422);
    CHECK(first_code(late) == "poll-closed");
    CHECK(collector.post(in_time).status == 200);
    CHECK(votes_for(collector, "closing", "a") == 1);
    CHECK(votes_for(collector, "closing", "b") == 1);
}

TEST_CASE("Results for the staff are not public, live or otherwise") {
    const Place place;
    const RunningCollector collector(place);
    CHECK(first_code(collector.get("/v1/definitions/club/polls/internal/results")) == "results-hidden");
    CHECK(collector.get("/v1/definitions/club/polls/internal/results/stream").status == 403);
}

TEST_CASE("A question that is no poll, or none at all, has no results") {
    const Place place;
    const RunningCollector collector(place);
    CHECK(first_code(collector.get("/v1/definitions/club/polls/stars/results")) == "unknown-poll");
    CHECK(collector.get("/v1/definitions/club/polls/nothing/results").status == 404);
    CHECK(collector.get("/v1/definitions/nothing/polls/place/results").status == 404);
}

}  // namespace canvass::collector::test
