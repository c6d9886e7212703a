#include <catch2/catch_test_macros.hpp>

#include "collector/sqlite.h"
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

TEST_CASE("A vote is taken back by who cast it, while the poll is open and votes may be changed") {
    const Place place;
    RunningCollector collector(place);
    REQUIRE(collector.post(response(collector, 1, {"club", R"({"place":"lake","closing":["a"]})", "ada"})).status == 201);
    REQUIRE(collector.post(response(collector, 2, {"club", R"({"once":"yes"})", "ada"})).status == 201);
    const auto withdraw = [&](std::string_view poll, std::string_view json) {
        return Client(collector.port()).post("/v1/definitions/club/polls/" + std::string(poll) + "/withdrawals", json);
    };
    CHECK(withdraw("place", R"({"member":"ben"})").body == R"({"withdrawn":false})");
    CHECK(votes_for(collector, "place", "lake") == 1);
    CHECK(withdraw("place", R"({"member":"ada"})").body == R"({"withdrawn":true})");
    CHECK(votes_for(collector, "place", "lake") == 0);
    CHECK(withdraw("place", R"({"member":"ada"})").body == R"({"withdrawn":false})");
    CHECK(first_code(withdraw("once", R"({"member":"ada"})")) == "already-voted");
    CHECK(votes_for(collector, "once", "yes") == 1);
    CHECK(first_code(withdraw("place", "{}")) == "no-member");
    CHECK(first_code(withdraw("stars", R"({"member":"ada"})")) == "unknown-poll");
    collector.now_ms = closing_time_ms;
    CHECK(first_code(withdraw("closing", R"({"member":"ada"})")) == "poll-closed");
    CHECK(votes_for(collector, "closing", "a") == 1);
    collector.stop();
    CHECK(votes_for(RunningCollector(place), "place", "lake") == 0);
}

TEST_CASE("Every method is counted from votes as they come, and counted again from the published ballots") {
    const Place place;
    place.folder.write("definitions/methods.json", R"({"canvass": {"id": "methods"}, "elements": [
        {"type": "ranking", "name": "order", "selectToRankEnabled": true, "choices": ["a", "b", "c"],
         "poll": {"method": "schulze", "results": "always"}},
        {"type": "ranking", "name": "runoff", "choices": ["a", "b", "c"], "poll": {"method": "irv", "results": "always"}},
        {"type": "ranking", "name": "seats", "choices": ["a", "b", "c"],
         "poll": {"method": "stv", "seats": 2, "results": "always"}},
        {"type": "checkbox", "name": "liked", "choices": ["a", "b", "c"], "poll": {"results": "always"}},
        {"type": "matrix", "name": "days", "rows": ["mon", "tue"], "columns": ["yes", "if need be", "no"],
         "poll": {"method": "date", "results": "always"}},
        {"type": "matrix", "name": "stars", "rows": ["mon", "tue"], "columns": [0, 1, 2, 3],
         "poll": {"method": "star", "results": "always"}},
        {"type": "rating", "name": "nps", "rateMin": 0, "rateMax": 10, "poll": {"method": "nps", "results": "always"}}]})");
    const RunningCollector collector(place);
    const auto vote = [&](int number, std::string answers, std::string member) {
        const auto answered = collector.post(response(collector, number, {"methods", std::move(answers), std::move(member)}));
        INFO(answered.body);
        REQUIRE(answered.status == 201);
    };
    vote(1, R"({"order":["a","b"],"runoff":["a","b","c"],"seats":["a","b","c"],"liked":["a","b"],
        "days":{"mon":"yes","tue":"if need be"},"stars":{"mon":3,"tue":1},"nps":10})", "ada");
    vote(2, R"({"order":["c","b"],"runoff":["c","b","a"],"seats":["a","c","b"],"liked":["b"],
        "days":{"mon":"no","tue":"yes"},"stars":{"mon":2},"nps":3})", "ben");
    vote(3, R"({"order":["c","a"],"runoff":["c","b","a"],"seats":["a","b","c"],"nps":9})", "cem");
    vote(4, R"({"order":["b","a","c"],"runoff":["b","a","c"],"seats":["b","a","c"],"nps":9})", "cem");
    const auto results = [&](std::string_view poll) {
        const std::string address = "/v1/definitions/methods/polls/" + std::string(poll);
        const auto published = core::verify(parsed(collector.get(address + "/ballots").body));
        REQUIRE(published);
        CHECK(published->right());
        const core::Value told = parsed(collector.get(address + "/results").body);
        CHECK(core::write_json(*told.find("winners")) == core::write_json(*published->result.find("winners")));
        return told;
    };
    const auto winners = [&](std::string_view poll) { return core::write_json(*results(poll).find("winners")); };
    CHECK(winners("order") == R"(["b"])");
    CHECK(results("order").find("method")->text() == "schulze_winning");
    CHECK(results("order").find("duels")->find("b")->find("c")->as_number() == 2);
    CHECK(results("runoff").find("voters")->as_number() == 3);
    CHECK(results("runoff").find("rounds")->size() >= 2);
    CHECK(votes_for(results("runoff"), "c") == 1);
    CHECK(results("seats").find("winners")->size() == 2);
    CHECK(winners("liked") == R"(["b"])");
    CHECK(results("liked").find("options")->as_array()->at(0).find("share")->text() == "50.0");
    CHECK(winners("days") == R"(["tue"])");
    CHECK(votes_for(results("days"), "tue") == 2);
    CHECK(winners("stars") == R"(["mon"])");
    CHECK(results("nps").find("score")->as_number() > 33);
    CHECK(votes_for(results("nps"), "9") == -1);
    CHECK(results("nps").find("options")->as_array()->at(9).find("count")->as_number() == 1);
}

TEST_CASE("A secret vote counts, is given once, and nothing that is kept joins it to who cast it") {
    const Place place;
    place.folder.write("definitions/board.json", R"({"canvass": {"id": "board"}, "elements": [
        {"type": "radiogroup", "name": "chair", "choices": ["unique-ada", "unique-ben"], "hasOther": true,
         "poll": {"secret": true, "results": "always"}},
        {"type": "text", "name": "remark"}]})");
    const auto count = [](const RunningCollector& from) {
        return votes_for(parsed(from.get("/v1/definitions/board/polls/chair/results").body), "unique-ada");
    };
    RunningCollector collector(place);
    const std::string vote = response(collector, 1, {"board", R"({"chair":"unique-ada","remark":"hello"})", "member-one"});
    CHECK(collector.post(vote).status == 201);
    CHECK(count(collector) == 1);
    CHECK(collector.post(vote).status == 200);
    const auto again = collector.post(response(collector, 2, {"board", R"({"chair":"unique-ben"})", "member-one"}));
    CHECK(first_code(again) == "already-voted");
    CHECK(first_code(Client(collector.port()).post("/v1/definitions/board/polls/chair/withdrawals", R"({"member":"member-one"})")) ==
          "already-voted");
    CHECK(collector.post(response(collector, 3, {"board", R"({"chair":"unique-ada"})", "member-two"})).status == 201);
    CHECK(count(collector) == 2);
    collector.stop();
    {
        Database database(place.options.database);
        CHECK(database.number("SELECT count(*) FROM responses WHERE body LIKE '%unique-ada%'") == 0);
        CHECK(database.number("SELECT count(*) FROM responses WHERE body LIKE '%hello%'") == 1);
        CHECK(database.number("SELECT count(*) FROM votes") == 0);
        CHECK(database.number("SELECT count(*) FROM secret_voters") == 2);
        CHECK(database.number("SELECT votes FROM secret_ballots") == 2);
    }
    CHECK(count(RunningCollector(place)) == 2);
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
