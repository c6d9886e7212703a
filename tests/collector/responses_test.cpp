#include <catch2/catch_test_macros.hpp>

#include <map>
#include <thread>
#include <vector>

#include "collector/sqlite.h"
#include "core/json/json.h"
#include "tests/collector/running_collector.h"

namespace canvass::collector::test {
namespace {

const core::Value& first_error(const core::Value& body) { return body.find("errors")->as_array()->at(0); }

}  // namespace

TEST_CASE("A response is stored once, however often it is sent") {
    const Place place;
    RunningCollector collector(place);
    const auto json = response(collector, 1);
    const auto first = collector.post(json);
    CHECK(first.status == 201);
    CHECK(parsed(first.body).find("id")->text() == response_id(1));
    CHECK(collector.post(json).status == 200);
    CHECK(votes_for(collector, "place", "lake") == 1);
    collector.stop();
    CHECK(Database(place.options.database).number("SELECT count(*) FROM responses") == 1);
}

TEST_CASE("The order of members and spaces do not make another response") {
    const Place place;
    const RunningCollector collector(place);
    const auto json = parsed(response(collector, 1));
    REQUIRE(collector.post(core::write_json(json)).status == 201);
    CHECK(collector.post(core::write_canonical_json(json) + "\n ").status == 200);
}

TEST_CASE("An id in upper case is the same id") {
    const Place place;
    const RunningCollector collector(place);
    auto json = parsed(response(collector, 1));
    json.set("id", "ABCDEF00-0000-7000-8000-000000000001");
    CHECK(collector.post(core::write_json(json)).status == 201);
    json.set("id", "abcdef00-0000-7000-8000-000000000001");
    CHECK(collector.post(core::write_json(json)).status == 200);
    CHECK(votes_for(collector, "place", "lake") == 1);
}

TEST_CASE("A response that was completed in the future is refused, but for what a clock may be wrong") {
    const Place place;
    RunningCollector collector(place);
    auto json = parsed(response(collector, 1));
    collector.now_ms = 1'789'898'460'000 - 25 * 3'600'000.0;  // a day and an hour before its completion
    const auto refused = collector.post(core::write_json(json));
    CHECK(refused.status == 422);
    CHECK(first_error(parsed(refused.body)).find("pointer")->text() == "/completedAt");
    collector.now_ms = collector.now_ms + 2 * 3'600'000.0;
    CHECK(collector.post(core::write_json(json)).status == 201);
}

TEST_CASE("The same id with other answers is a conflict, and the first answers stay") {
    const Place place;
    const RunningCollector collector(place);
    REQUIRE(collector.post(response(collector, 1)).status == 201);
    const auto other = collector.post(response(collector, 1, {"club", R"({"place":"hill"})"}));
    CHECK(other.status == 409);
    CHECK(first_error(parsed(other.body)).find("code")->text() == "id-taken");
    CHECK(votes_for(collector, "place", "lake") == 1);
    CHECK(votes_for(collector, "place", "hill") == 0);
}

TEST_CASE("Of many posts of one response at the same time exactly one is new") {
    const Place place;
    const RunningCollector collector(place);
    const auto json = response(collector, 1);
    std::vector<int> statuses(16);
    std::vector<std::thread> members;
    for (int& status : statuses) members.emplace_back([&] { status = collector.post(json).status; });
    for (auto& member : members) member.join();
    std::map<int, int> counts;
    for (const int status : statuses) ++counts[status];
    CHECK(counts == std::map<int, int>{{200, 15}, {201, 1}});
    CHECK(votes_for(collector, "place", "lake") == 1);
}

TEST_CASE("Many members at the same time are all counted") {
    const Place place;
    const RunningCollector collector(place);
    std::vector<std::string> responses;
    for (int i = 0; i < 64; ++i) responses.push_back(response(collector, i));
    std::atomic<int> created = 0;
    std::vector<std::thread> members;
    for (int member = 0; member < 8; ++member) {
        members.emplace_back([&, member] {
            Client client(collector.port());
            for (int i = 0; i < 8; ++i) {
                const auto& json = responses[static_cast<std::size_t>(member * 8 + i)];
                if (client.post("/v1/responses", json).status == 201) ++created;
            }
        });
    }
    for (auto& member : members) member.join();
    CHECK(created == 64);
    CHECK(votes_for(collector, "place", "lake") == 64);
}

TEST_CASE("What the core finds wrong with a response is told with code, place and sentence") {
    const Place place;
    const RunningCollector collector(place);
    struct Case {
        const char* answers;
        const char* code;
    };
    for (const auto& [answers, code] :
         {Case{R"({"place":"moon"})", "not-a-choice"}, Case{R"({"planet":"moon"})", "unknown-question"},
          Case{R"({"stars":1})", "answer-required"}, Case{R"({"stars":5,"why":"x"})", "answer-hidden"},
          Case{R"({"stars":"many"})", ""}}) {
        const auto refused = collector.post(response(collector, 1, {"club", answers}));
        INFO(answers << " → " << refused.body);
        REQUIRE(refused.status == 422);
        const auto body = parsed(refused.body);
        CHECK((*code == '\0' || first_error(body).find("code")->text() == code));
        CHECK(first_error(body).find("pointer")->text().starts_with("/answers"));
        CHECK_FALSE(first_error(body).find("message")->text().empty());
    }
    CHECK(collector.post(response(collector, 1, {"club", R"({"stars":1,"why":"rain"})"})).status == 201);
}

TEST_CASE("Members read in their own language what is wrong") {
    const Place place;
    const RunningCollector collector(place);
    auto json = parsed(response(collector, 1, {"club", R"({"place":"moon"})"}));
    const auto english = collector.post(core::write_json(json));
    json.set("locale", "de-AT");
    const auto german = collector.post(core::write_json(json));
    CHECK(first_error(parsed(english.body)).find("message")->text() !=
          first_error(parsed(german.body)).find("message")->text());
}

TEST_CASE("What a validator says comes in the member's language too, as one sentence") {
    Place place;
    place.folder.write("definitions/mail.json",
                       R"({"elements": [{"type": "text", "inputType": "email", "name": "mail"}]})");
    const RunningCollector collector(place);
    auto json = parsed(response(collector, 1, {"mail", R"({"mail":"nobody"})"}));
    json.set("locale", "de-AT");
    const auto refused = collector.post(core::write_json(json));
    CHECK(refused.status == 422);
    CHECK(first_error(parsed(refused.body)).find("message")->text() ==
          "Die Antwort auf „mail“ wird nicht angenommen: Bitte gib eine gültige E-Mail-Adresse ein.");
}

TEST_CASE("JSON that is no response is refused in the language that it names") {
    const Place place;
    const RunningCollector collector(place);
    const auto refused = collector.post(R"({"locale": "de"})");
    CHECK(first_error(parsed(refused.body)).find("message")->text() ==
          "Die Rückmeldung ist bei „id“ nicht gültig; erwartet: Text.");
}

TEST_CASE("A response to a state of the definition that never was is refused") {
    const Place place;
    const RunningCollector collector(place);
    const auto refused = collector.post(response(collector, 1, {"club", "{}", "", std::string(64, 'a')}));
    CHECK(refused.status == 422);
    CHECK(first_error(parsed(refused.body)).find("code")->text() == "wrong-definition");
}

TEST_CASE("A response that names no state of the definition is one to the present state") {
    const Place place;
    RunningCollector collector(place);
    auto json = parsed(response(collector, 1));
    json.erase("definitionHash");
    CHECK(collector.post(core::write_json(json)).status == 201);
    collector.stop();
    CHECK(Database(place.options.database)
              .number("SELECT count(*) FROM responses NATURAL JOIN (SELECT id AS definition, "
                      "hash AS definition_hash FROM definitions)") == 1);
}

TEST_CASE("A response to an unknown definition is not found") {
    const Place place;
    const RunningCollector collector(place);
    const auto refused = collector.post(response(collector, 1, {"nothing", "{}", "", std::string(64, 'a')}));
    CHECK(refused.status == 404);
    CHECK(first_error(parsed(refused.body)).find("code")->text() == "unknown-definition");
}

TEST_CASE("Malformed JSON is refused with its position") {
    const Place place;
    const RunningCollector collector(place);
    const auto refused = collector.post(R"({"id": )");
    CHECK(refused.status == 400);
    const auto body = parsed(refused.body);
    CHECK(first_error(body).find("code")->text() == "json-syntax");
    REQUIRE(first_error(body).find("position"));
    CHECK(first_error(body).find("position")->as_number() >= 6);
}

TEST_CASE("JSON that is no response is refused with what is missing") {
    const Place place;
    const RunningCollector collector(place);
    for (const char* json : {"{}", "[]", "null", "3", R"({"id": "no-uuid"})"}) {
        const auto refused = collector.post(json);
        INFO(json << " → " << refused.body);
        CHECK(refused.status == 422);
        CHECK(first_error(parsed(refused.body)).find("code")->text() == "response-invalid");
    }
}

TEST_CASE("A response that is not sent as JSON is refused, so that no page can send one unasked") {
    const Place place;
    const RunningCollector collector(place);
    const auto json = response(collector, 1);
    Client client(collector.port());
    CHECK(client.request("POST", "/v1/responses", {{"Content-Type", "text/plain"}}, json).status == 415);
    CHECK(client.request("POST", "/v1/responses", {}, json).status == 415);
    CHECK(client.request("POST", "/v1/responses", {{"Content-Type", "application/json; charset=utf-8"}}, json)
              .status == 201);
}

TEST_CASE("Nothing about the client is stored beyond its response") {
    const Place place;
    RunningCollector collector(place);
    auto json = parsed(response(collector, 1, {"club", R"({"place":"lake"})", "member-7"}));
    json.set("extra", "10.1.2.3");
    Client(collector.port())
        .request("POST", "/v1/responses",
                 {{"Content-Type", "application/json"},
                  {"User-Agent", "secret-agent"},
                  {"X-Forwarded-For", "10.1.2.3"}},
                 core::write_json(json));
    collector.stop();
    Database database(place.options.database);
    Statement stored(database, "SELECT body, member FROM responses");
    REQUIRE(stored.step());
    CHECK(stored.text(0).find("10.1.2.3") == std::string::npos);
    CHECK(stored.text(0).find("secret-agent") == std::string::npos);
    CHECK(stored.text(1) == "member-7");
}

TEST_CASE("While the database cannot be written nothing is acknowledged, and afterwards all goes on") {
    const Place place;
    const RunningCollector collector(place);
    const auto json = response(collector, 1);
    Database other(place.options.database);
    other.execute("ALTER TABLE responses RENAME TO away");
    const auto refused = collector.post(json);
    CHECK(refused.status == 503);
    CHECK(refused.header("Retry-After") == "5");
    CHECK(collector.get("/healthz").status == 503);
    CHECK(collector.reported().find("cannot write to the database") != std::string::npos);
    other.execute("ALTER TABLE away RENAME TO responses");
    CHECK(collector.post(json).status == 201);
    CHECK(collector.get("/healthz").status == 200);
}

}  // namespace canvass::collector::test
