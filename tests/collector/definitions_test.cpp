#include <catch2/catch_test_macros.hpp>

#include "core/base/hash.h"
#include "core/json/json.h"
#include "tests/collector/running_collector.h"

namespace canvass::collector::test {

TEST_CASE("A definition is served as JSON, with its content hash as ETag") {
    const Place place;
    const RunningCollector collector(place);
    const auto answered = collector.get("/v1/definitions/club");
    REQUIRE(answered.status == 200);
    CHECK(answered.header("Content-Type") == "application/json");
    CHECK(answered.header("Cache-Control") == "no-cache");
    const auto json = parsed(answered.body);
    CHECK(json.find("title")->text() == "Club day");
    CHECK(answered.header("ETag") == '"' + core::content_hash(json) + '"');
}

TEST_CASE("A client that has the present state of a definition is told so without a body") {
    const Place place;
    const RunningCollector collector(place);
    const auto etag = collector.get("/v1/definitions/club").header("ETag");
    const auto again = collector.get("/v1/definitions/club", {{"If-None-Match", etag}});
    CHECK(again.status == 304);
    CHECK(again.header("ETag") == etag);
    CHECK(again.header("Content-Length").empty());
    CHECK(collector.get("/v1/definitions/club", {{"If-None-Match", "\"other\""}}).status == 200);
}

TEST_CASE("A definition without an id gets the name of its file, also in what members get") {
    const Place place;
    place.folder.write("definitions/feed back.json", R"({"elements": [{"type": "comment", "name": "q"}]})");
    const RunningCollector collector(place);
    const auto answered = collector.get("/v1/definitions/feed%20back");
    REQUIRE(answered.status == 200);
    CHECK(parsed(answered.body).find("canvass")->find("id")->text() == "feed back");
    CHECK(collector.post(response(collector, 1, {"feed%20back", R"({"q":"x"})"})).status == 404);
}

TEST_CASE("An unknown definition is not found") {
    const Place place;
    const RunningCollector collector(place);
    const auto answered = collector.get("/v1/definitions/nothing");
    CHECK(answered.status == 404);
    CHECK(parsed(answered.body).find("errors")->as_array()->at(0).find("code")->text() == "unknown-definition");
}

TEST_CASE("Faults of definitions are reported with their place, and what cannot run is skipped") {
    const Place place;
    place.folder.write("definitions/broken.json", "{\"elements\": [");
    place.folder.write("definitions/list.json", "[]");
    place.folder.write("definitions/faulty.json", R"({"elements": [{"type": "unheard-of", "name": "q"}]})");
    place.folder.write("definitions/notes.txt", "no definition");
    const RunningCollector collector(place);
    INFO(collector.reported());
    CHECK(collector.reported().find("broken.json: skipped") != std::string::npos);
    CHECK(collector.reported().find("list.json: skipped") != std::string::npos);
    CHECK(collector.reported().find("faulty.json: /elements/0") != std::string::npos);
    CHECK(collector.reported().find("notes") == std::string::npos);
    CHECK(collector.get("/v1/definitions/broken").status == 404);
    CHECK(collector.get("/v1/definitions/faulty").status == 200);
    CHECK(collector.get("/v1/definitions/club").status == 200);
}

TEST_CASE("Of two files with the same id the first by name is served") {
    const Place place;
    place.folder.write("definitions/double.json", R"({"title": "Second", "canvass": {"id": "club"}})");
    const RunningCollector collector(place);
    CHECK(parsed(collector.get("/v1/definitions/club").body).find("title")->text() == "Club day");
    CHECK(collector.reported().find("double.json: skipped, because another file has the id \"club\"") !=
          std::string::npos);
}

TEST_CASE("A definition that changes is served anew, and answers to its earlier state still count") {
    const Place place;
    RunningCollector collector(place);
    const auto before = response(collector, 1);
    place.folder.write("definitions/club.json",
                       R"({"title": "Changed", "canvass": {"id": "club"}, "elements": [
                         {"type": "radiogroup", "name": "place", "choices": ["lake", "sea"],
                          "poll": {"method": "plurality", "results": "always"}}]})");
    collector.now_ms = collector.now_ms + 2000;
    CHECK(parsed(collector.get("/v1/definitions/club").body).find("title")->text() == "Changed");
    CHECK(collector.post(before).status == 201);
    CHECK(votes_for(collector, "place", "lake") == 1);
    CHECK(collector.post(response(collector, 2, {"club", R"({"place":"sea"})"})).status == 201);

    SECTION("also after a restart") {
        collector.stop();
        const RunningCollector again(place);
        auto late = parsed(before);
        late.set("id", response_id(3));
        CHECK(again.post(core::write_json(late)).status == 201);
        CHECK(votes_for(again, "place", "lake") == 2);
        CHECK(votes_for(again, "place", "sea") == 1);
    }
}

TEST_CASE("A definition that breaks while the collector runs stays in its last good state") {
    const Place place;
    RunningCollector collector(place);
    place.folder.write("definitions/club.json", "{");
    collector.now_ms = collector.now_ms + 2000;
    CHECK(collector.get("/v1/definitions/club").status == 200);
    CHECK(collector.reported().find("club.json: the state before stays in use") != std::string::npos);
}

TEST_CASE("A definition that is removed is no longer served") {
    const Place place;
    RunningCollector collector(place);
    std::filesystem::remove(place.definition("club.json"));
    collector.now_ms = collector.now_ms + 2000;
    CHECK(collector.get("/v1/definitions/club").status == 404);
}

TEST_CASE("A folder of definitions that does not exist is said so") {
    Place place;
    place.options.definitions = place.folder.path() / "nowhere";
    try {
        const RunningCollector collector(place);
        FAIL("it started");
    } catch (const std::runtime_error& error) {
        CHECK(std::string(error.what()).find("nowhere: No such file or directory") != std::string::npos);
    }
}

}  // namespace canvass::collector::test
