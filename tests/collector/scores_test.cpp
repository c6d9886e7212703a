#include <catch2/catch_test_macros.hpp>

#include "collector/sqlite.h"
#include "core/json/json.h"
#include "tests/collector/running_collector.h"

namespace canvass::collector::test {
namespace {

constexpr std::string_view key = "a key of more than sixteen letters";

// The collector's clock says 2026-09-21T14:13:20Z.
struct ScoredPlace : Place {
    ScoredPlace() {
        folder.write("key", std::string(key) + "\n");
        options.score_key = folder.path() / "key";
    }
};

Headers with_key() { return {{"Authorization", "Bearer " + std::string(key)}, {"Content-Type", "application/json"}}; }

Answered report(const RunningCollector& collector, std::string_view json) {
    return Client(collector.port()).request("POST", "/v1/events", with_key(), json);
}

double score_of(const RunningCollector& collector, std::string_view member) {
    const auto answered = collector.get("/v1/members/" + std::string(member) + "/score", with_key());
    return answered.status == 200 ? parsed(answered.body).find("score")->as_number() : -answered.status;
}

constexpr std::string_view two = R"([
  {"id": "1", "member": "ann", "type": "posted", "at": "2026-09-21T14:13:20Z"},
  {"id": "2", "member": "bob", "type": "replied", "at": "2026-09-21T14:13:20Z", "subject": "ann"}])";

}  // namespace

TEST_CASE("Events that are reported count once, and a score explains itself") {
    const ScoredPlace place;
    const RunningCollector collector(place);
    CHECK(report(collector, two).status == 200);
    CHECK(report(collector, two).body == R"({"events":2,"suggestions":[]})");
    const auto answered = collector.get("/v1/members/ann/score", with_key());
    REQUIRE(answered.status == 200);
    const auto score = parsed(answered.body);
    CHECK(score.find("score")->as_number() == 4);
    CHECK(score.find("parts")->find("posted")->find("count")->as_number() == 1);
    CHECK(score.find("welcomed")->as_bool());
    CHECK(score_of(collector, "nobody") == -404);
}

TEST_CASE("Scores and segments are for who has the key alone, and not there at all without one") {
    const ScoredPlace place;
    const RunningCollector collector(place);
    for (const Headers& headers : {Headers{}, Headers{{"Authorization", "Bearer " + std::string(key) + "x"}},
                                   Headers{{"Authorization", "Bearer "}}, Headers{{"Authorization", std::string(key)}}}) {
        const auto answered = collector.get("/v1/segments", headers);
        CHECK(answered.status == 401);
        CHECK(answered.header("WWW-Authenticate") == "Bearer");
    }
    CHECK(Client(collector.port()).post("/v1/events", two).status == 401);
    CHECK(collector.get("/v1/segments", with_key()).status == 200);
    const RunningCollector without(Place{});
    CHECK(without.get("/v1/segments", with_key()).status == 404);
}

TEST_CASE("A batch with a fault is refused whole, with every fault named") {
    const ScoredPlace place;
    const RunningCollector collector(place);
    const auto answered = report(collector, R"({"events": [
        {"id": "1", "member": "ann", "type": "posted", "at": "2026-09-21T14:13:20Z"},
        {"id": "2", "member": "ann", "type": "postd", "at": "2027-09-21T14:13:20Z"},
        {"id": "3", "member": "ann", "type": "posted", "at": "2027-09-21T14:13:20Z"}]})");
    CHECK(answered.status == 422);
    const auto errors = parsed(answered.body);
    REQUIRE(errors.find("errors")->size() == 2);
    CHECK(errors.find("errors")->as_array()->at(0).find("pointer")->text() == "/events/1/type");
    CHECK(errors.find("errors")->as_array()->at(1).find("pointer")->text() == "/events/2/at");
    CHECK(score_of(collector, "ann") == -404);
    CHECK(report(collector, "[").status == 400);
    CHECK(report(collector, "3").status == 422);
    std::string many = "[";
    for (int i = 0; i < 1001; ++i) many += (i == 0 ? "" : ",") + std::string("{}");
    CHECK(report(collector, many + "]").status == 422);
}

TEST_CASE("Scores are the same after the collector was stopped and started") {
    const ScoredPlace place;
    std::string before;
    {
        const RunningCollector collector(place);
        report(collector, two);
        report(collector, R"([{"id": "3", "member": "ann", "type": "helped", "at": "2026-09-20T10:00:00+02:00", "weight": 1.25},
                              {"id": "4", "member": "ann", "type": "helped", "at": "2026-09-20T10:00:00+02:00"}, {"undo": "4"}])");
        before = collector.get("/v1/members/ann/score", with_key()).body;
        CHECK(parsed(before).find("parts")->find("helped")->find("count")->as_number() == 1);
    }
    const RunningCollector collector(place);
    CHECK(collector.get("/v1/members/ann/score", with_key()).body == before);
    CHECK(report(collector, R"({"id": "4", "member": "ann", "type": "helped", "at": "2026-09-20T10:00:00+02:00"})").status == 200);
    CHECK(collector.get("/v1/members/ann/score", with_key()).body == before);
}

TEST_CASE("Who opts out is erased from the scores and from the file, and stays out after a restart") {
    const ScoredPlace place;
    {
        const RunningCollector collector(place);
        report(collector, two);
        CHECK(report(collector, R"({"optOut": "ann"})").status == 200);
        CHECK(score_of(collector, "ann") == -404);
        CHECK(collector.get("/v1/segments", with_key()).body.find("ann") == std::string::npos);
        CHECK(score_of(collector, "bob") == 3);
    }
    {
        Database database(place.options.database);
        CHECK(database.number("SELECT count(*) FROM events WHERE member = 'ann' OR subject = 'ann'") == 0);
    }
    const RunningCollector collector(place);
    report(collector, R"({"id": "9", "member": "ann", "type": "posted", "at": "2026-09-21T14:13:20Z"})");
    report(collector, R"({"id": "8", "member": "bob", "type": "replied", "at": "2026-09-21T14:13:20Z", "subject": "ann"})");
    CHECK(score_of(collector, "ann") == -404);
    Database database(place.options.database);
    CHECK(database.number("SELECT count(*) FROM events WHERE member = 'ann' OR subject = 'ann'") == 0);
}

TEST_CASE("A member's response counts as completed and its votes as voted, once") {
    const ScoredPlace place;
    const RunningCollector collector(place);
    const auto sent = response(collector, 1, {"club", R"({"place":"lake"})", "m-1"});
    REQUIRE(collector.post(sent).status == 201);
    REQUIRE(collector.post(sent).status == 200);
    const auto score = parsed(collector.get("/v1/members/m-1/score", with_key()).body);
    CHECK(score.find("parts")->find("completed")->find("count")->as_number() == 1);
    CHECK(score.find("parts")->find("voted")->find("count")->as_number() == 1);
    REQUIRE(collector.post(response(collector, 2)).status == 201);  // without a token: nobody's
    CHECK(parsed(collector.get("/v1/segments", with_key()).body).find("active")->find("month")->as_number() == 1);
}

TEST_CASE("Suggestions that events bring about are listed with their reasons, and outlive a restart") {
    ScoredPlace place;
    place.folder.write("model.json", R"({"extends": "canvass", "suggestions": [
        {"name": "unhappy", "on": "completed", "when": "{event.stars} < 3", "suggest": "Write to them."}]})");
    place.options.score_model = (place.folder.path() / "model.json").string();
    for (int start = 0; start < 2; ++start) {
        const RunningCollector collector(place);
        if (start == 0) REQUIRE(collector.post(response(collector, 1, {"club", R"({"stars":2,"why":"rain"})", "m-1"})).status == 201);
        const auto segments = parsed(collector.get("/v1/segments", with_key()).body);
        REQUIRE(segments.find("raised")->size() == 1);
        const core::Value& raised = segments.find("raised")->as_array()->front();
        CHECK(raised.find("suggest")->text() == "Write to them.");
        CHECK(core::write_json(*raised.find("because")) == R"({"event.stars":2})");
    }
}

TEST_CASE("A page may report what the model lets it, see the member's own score and opt out, and no more") {
    ScoredPlace place;
    place.options.score_pages = true;
    const RunningCollector collector(place);
    const auto from_page = [&](std::string_view json) { return Client(collector.port()).post("/v1/events", json); };
    CHECK(from_page(R"({"id": "1", "member": "ann", "type": "seen", "at": "2026-09-21T14:13:20Z"})").status == 200);
    CHECK(from_page(R"({"id": "2", "member": "ann", "type": "posted", "at": "2026-09-21T14:13:20Z"})").status == 422);
    CHECK(from_page(R"({"id": "3", "member": "ann", "type": "seen", "at": "2026-09-21T14:13:20Z", "weight": 9})").status == 422);
    CHECK(from_page(R"({"id": "4", "member": "ann", "type": "seen", "at": "2026-09-21T14:13:20Z", "subject": "bob"})").status == 422);
    CHECK(from_page(R"({"undo": "1"})").status == 422);
    const auto score = collector.get("/v1/members/ann/score");
    CHECK(parsed(score.body).find("score")->as_number() == 0.25);
    CHECK(collector.get("/v1/segments").status == 401);
    CHECK(from_page(R"({"optOut": "ann"})").status == 200);
    CHECK(collector.get("/v1/members/ann/score").status == 404);
}

TEST_CASE("A page is told of suggestions that may be acted on without a person, the site's server of all") {
    ScoredPlace place;
    place.options.score_pages = true;
    place.folder.write("model.json", R"({"extends": "canvass", "suggestions": [
        {"name": "offer", "on": "seen", "when": "{count.answered} = 0", "suggest": "Offer the survey.", "automatic": true},
        {"name": "greet", "on": "seen", "when": "{newcomer}", "suggest": "Say hello."}]})");
    place.options.score_model = (place.folder.path() / "model.json").string();
    const RunningCollector collector(place);
    const auto seen = [](std::string member) {
        return R"({"id": "1", "member": ")" + member + R"(", "type": "seen", "at": "2026-09-21T14:13:20Z"})";
    };
    CHECK(parsed(Client(collector.port()).post("/v1/events", seen("ann")).body).find("suggestions")->size() == 1);
    CHECK(parsed(report(collector, seen("bob")).body).find("suggestions")->size() == 2);
}

TEST_CASE("A response with an absurd time or token leaves scores alone") {
    const ScoredPlace place;
    const RunningCollector collector(place);
    std::string sent = response(collector, 1, {"club", R"({"place":"lake"})", std::string(250, 'x')});
    REQUIRE(collector.post(sent).status == 201);
    CHECK(parsed(collector.get("/v1/segments", with_key()).body).find("active")->find("month")->as_number() == 0);
}

TEST_CASE("Ids of pages and servers do not take each other's place") {
    ScoredPlace place;
    place.options.score_pages = true;
    const RunningCollector collector(place);
    REQUIRE(Client(collector.port()).post("/v1/events", R"({"id": "order-1", "member": "mallory", "type": "seen", "at": "2026-09-21T14:13:20Z"})").status == 200);
    REQUIRE(report(collector, R"({"id": "order-1", "member": "gus", "type": "helped", "at": "2026-09-21T14:13:20Z"})").status == 200);
    CHECK(score_of(collector, "gus") == 6);
}

TEST_CASE("A page reports what happened lately, and what is over its limit is not kept") {
    ScoredPlace place;
    place.options.score_pages = true;
    const RunningCollector collector(place);
    CHECK(Client(collector.port()).post("/v1/events", R"({"id": "1", "member": "ann", "type": "seen", "at": "2026-09-18T14:13:20Z"})").status == 422);
    for (int i = 0; i < 5; ++i)
        CHECK(Client(collector.port()).post("/v1/events", R"({"id": "s)" + std::to_string(i) + R"(", "member": "ann", "type": "seen", "at": "2026-09-21T14:13:20Z"})").status == 200);
    CHECK(parsed(collector.get("/v1/members/ann/score").body).find("parts")->find("seen")->find("count")->as_number() == 1);
}

TEST_CASE("What was suggested goes with the event that is undone") {
    ScoredPlace place;
    place.folder.write("model.json", R"({"extends": "canvass", "suggestions": [
        {"name": "read", "on": "posted", "when": "{event.text} notempty", "suggest": "Read it."}]})");
    place.options.score_model = (place.folder.path() / "model.json").string();
    const RunningCollector collector(place);
    report(collector, R"({"id": "1", "member": "ann", "type": "posted", "at": "2026-09-21T14:13:20Z", "details": {"text": "private"}})");
    CHECK(collector.get("/v1/segments", with_key()).body.find("private") != std::string::npos);
    report(collector, R"({"undo": "1"})");
    CHECK(collector.get("/v1/segments", with_key()).body.find("private") == std::string::npos);
}

TEST_CASE("A snapshot a day is kept, and gravity compares with the one of a month ago") {
    const ScoredPlace place;
    {
        RunningCollector collector(place);
        report(collector, two);
        CHECK(parsed(collector.get("/v1/segments", with_key()).body).find("history")->size() == 1);
        collector.now_ms = collector.now_ms + 30 * 86'400'000.0;
        report(collector, R"([{"id": "5", "member": "ann", "type": "helped", "at": "2026-10-21T14:13:20Z"},
                              {"id": "6", "member": "ann", "type": "helped", "at": "2026-10-21T14:13:20Z"}])");
        const auto segments = parsed(collector.get("/v1/segments", with_key()).body);
        // Two newcomers weigh 1 each; then one of them is a Member, who weighs 4.
        CHECK(segments.find("commitment")->as_number() == 5);
        CHECK(segments.find("gravity")->as_number() == 1.5);
        CHECK(segments.find("history")->size() == 2);
    }
    RunningCollector collector(place);
    collector.now_ms = collector.now_ms + 30 * 86'400'000.0;
    CHECK(parsed(collector.get("/v1/segments", with_key()).body).find("history")->size() == 2);
}

TEST_CASE("A key that is too short and a model with faults keep the collector from starting") {
    ScoredPlace place;
    place.folder.write("key", "short");
    CHECK_THROWS(RunningCollector(place));
    ScoredPlace other;
    other.folder.write("model.json", R"({"types": {"a": {"weigth": 1}}})");
    other.options.score_model = (other.folder.path() / "model.json").string();
    CHECK_THROWS(RunningCollector(other));
}

TEST_CASE("A database of the version before gets the tables that are new") {
    const ScoredPlace place;
    {
        const RunningCollector collector(place);
        REQUIRE(collector.post(response(collector, 1)).status == 201);
    }
    {
        Database database(place.options.database);
        database.execute("DROP TABLE events; DROP TABLE undone_events; DROP TABLE opted_out; DROP TABLE snapshots; PRAGMA user_version = 2");
    }
    const RunningCollector collector(place);
    CHECK(report(collector, two).status == 200);
    CHECK(parsed(collector.get("/v1/definitions/club/polls/place/results").body).find("voters")->as_number() == 1);
}

}  // namespace canvass::collector::test
