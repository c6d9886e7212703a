#include <catch2/catch_test_macros.hpp>

#include <chrono>

#include "tests/collector/running_collector.h"

namespace canvass::collector::test {
namespace {

constexpr const char* stream = "/v1/definitions/club/polls/place/results/stream";

core::Value next_event(Client& listener) {
    listener.read_until("data: ");
    std::string json = listener.read_until("\n\n");
    return parsed(std::string_view(json).substr(0, json.size() - 2));
}

Answered listen(Client& listener) {
    listener.send("GET " + std::string(stream) + " HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: 7\r\n\r\n");
    return listener.read();
}

}  // namespace

TEST_CASE("A listener gets the results at once, and again when another member votes") {
    const Place place;
    const RunningCollector collector(place);
    Client listener(collector.port());
    const auto head = listen(listener);
    CHECK(head.status == 200);
    CHECK(head.header("Content-Type") == "text/event-stream");
    CHECK(head.header("Access-Control-Allow-Origin") == "*");
    listener.read_until("retry: 3000\n\n");
    CHECK(votes_for(next_event(listener), "lake") == 0);
    REQUIRE(collector.post(response(collector, 1)).status == 201);
    CHECK(votes_for(next_event(listener), "lake") == 1);
}

TEST_CASE("Many votes in a moment are told in few events, the last of them complete") {
    const Place place;
    const RunningCollector collector(place);
    Client listener(collector.port());
    listen(listener);
    next_event(listener);
    Client voter(collector.port());
    for (int i = 0; i < 50; ++i) REQUIRE(voter.post("/v1/responses", response(collector, i)).status == 201);
    double votes = 0;
    int events = 0;
    for (; votes < 50; ++events) votes = votes_for(next_event(listener), "lake");
    CHECK(votes == 50);
    CHECK(events < 50);
}

TEST_CASE("Votes in another poll are not told") {
    const Place place;
    const RunningCollector collector(place);
    Client listener(collector.port());
    listen(listener);
    next_event(listener);
    REQUIRE(collector.post(response(collector, 1, {"club", R"({"once":"yes"})"})).status == 201);
    REQUIRE(collector.post(response(collector, 2)).status == 201);
    CHECK(votes_for(next_event(listener), "lake") == 1);
}

TEST_CASE("A quiet stream is kept alive by comments") {
    const Place place;
    const RunningCollector collector(
        place, [](ConnectionLimits& limits) { limits.heartbeat = std::chrono::milliseconds(50); });
    Client listener(collector.port());
    listen(listener);
    next_event(listener);
    listener.read_until(": still here\n\n");
    listener.read_until(": still here\n\n");
    REQUIRE(collector.post(response(collector, 1)).status == 201);
    CHECK(votes_for(next_event(listener), "lake") == 1);
}

TEST_CASE("There are only so many listeners, and one that leaves makes room") {
    Place place;
    place.options.most_streams = 2;
    const RunningCollector collector(place);
    Client first(collector.port());
    CHECK(listen(first).status == 200);
    {
        Client second(collector.port());
        CHECK(listen(second).status == 200);
        Client third(collector.port());
        CHECK(listen(third).status == 503);
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    int status = 503;
    while (status == 503 && std::chrono::steady_clock::now() < end) {
        Client next(collector.port());
        status = listen(next).status;
    }
    CHECK(status == 200);
}

TEST_CASE("A listener that does not read is let go, and holds nobody up") {
    Place place;
    place.options.most_streams = 1;
    std::string choices;
    for (int i = 0; i < 1000; ++i) {
        choices += (i == 0 ? "\"" : ",\"") + std::string(200, 'x') + std::to_string(i) + '"';
    }
    place.folder.write("definitions/long.json",
                       R"({"elements": [{"type": "radiogroup", "name": "place", "choices": [)" + choices +
                           R"(], "poll": {"results": "always"}}]})");
    const RunningCollector collector(
        place, [](ConnectionLimits& limits) { limits.reply = std::chrono::milliseconds(300); });
    const std::string target = "/v1/definitions/long/polls/place/results/stream";
    Client slow(collector.port());
    slow.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    slow.read();

    Client voter(collector.port());
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    int status = 503;
    for (int i = 0; status == 503 && std::chrono::steady_clock::now() < end; ++i) {
        const std::string answers = R"({"place":")" + std::string(200, 'x') + R"(7"})";
        REQUIRE(voter.post("/v1/responses", response(collector, i, {"long", answers})).status == 201);
        Client next(collector.port());
        next.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        status = next.read().status;
    }
    CHECK(status == 200);
}

TEST_CASE("Listeners hear of a definition that changed its options") {
    const Place place;
    RunningCollector collector(place);
    Client listener(collector.port());
    listen(listener);
    next_event(listener);
    place.folder.write("definitions/club.json", R"({"canvass": {"id": "club"}, "elements": [
        {"type": "radiogroup", "name": "place", "choices": ["sea"], "poll": {"results": "always"}}]})");
    collector.now_ms = collector.now_ms + 2000;
    collector.get("/healthz");
    CHECK(votes_for(next_event(listener), "sea") == 0);
}

TEST_CASE("Streams end when the collector stops") {
    const Place place;
    RunningCollector collector(place);
    Client listener(collector.port());
    listen(listener);
    next_event(listener);
    collector.stop();
    CHECK(listener.is_closed_within(1000));
}

TEST_CASE("HEAD of a stream opens none") {
    const Place place;
    const RunningCollector collector(place);
    Client client(collector.port());
    CHECK(client.request("HEAD", stream).status == 200);
    CHECK(client.get("/healthz").status == 200);
}

}  // namespace canvass::collector::test
