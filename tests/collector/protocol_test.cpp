#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <random>
#include <thread>

#include "tests/collector/running_collector.h"

namespace canvass::collector::test {
using namespace std::chrono_literals;

TEST_CASE("One connection carries many requests, also sent ahead") {
    const Place place;
    const RunningCollector collector(place);
    Client client(collector.port());
    CHECK(client.get("/healthz").body == R"({"status":"ok"})");
    CHECK(client.get("/v1/definitions/nothing").status == 404);
    client.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /v1/definitions/club HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(client.read().body == R"({"status":"ok"})");
    CHECK(client.read().status == 200);
}

TEST_CASE("A connection closes when the client asks for it, and after HTTP/1.0") {
    const Place place;
    const RunningCollector collector(place);
    Client client(collector.port());
    CHECK(client.get("/healthz", {{"Connection", "close"}}).header("Connection") == "close");
    CHECK(client.is_closed_within(1000));
    Client old(collector.port());
    old.send("GET /healthz HTTP/1.0\r\n\r\n");
    CHECK(old.read().status == 200);
    CHECK(old.is_closed_within(1000));
}

TEST_CASE("A method that an address does not know is refused with those it knows") {
    const Place place;
    const RunningCollector collector(place);
    Client client(collector.port());
    const auto refused = client.request("DELETE", "/v1/definitions/club");
    CHECK(refused.status == 405);
    CHECK(refused.header("Allow") == "GET, HEAD, OPTIONS");
    CHECK(client.request("PUT", "/v1/responses", {}, "{}").header("Allow") == "POST, OPTIONS");
    CHECK(client.get("/v1/responses").status == 405);
    CHECK(client.request("POST", "/healthz").status == 405);
}

TEST_CASE("Pages of any origin may read and post, without credentials") {
    const Place place;
    const RunningCollector collector(place);
    Client client(collector.port());
    const auto preflight = client.request("OPTIONS", "/v1/responses",
                                          {{"Origin", "https://club.example"},
                                           {"Access-Control-Request-Method", "POST"},
                                           {"Access-Control-Request-Headers", "content-type"}});
    CHECK(preflight.status == 204);
    CHECK(preflight.header("Access-Control-Allow-Origin") == "*");
    CHECK(preflight.header("Access-Control-Allow-Methods") == "POST, OPTIONS");
    CHECK(preflight.header("Access-Control-Allow-Headers").find("Content-Type") != std::string::npos);
    CHECK(preflight.header("Access-Control-Allow-Credentials").empty());
    const auto read = client.get("/v1/definitions/club", {{"Origin", "https://club.example"}});
    CHECK(read.header("Access-Control-Allow-Origin") == "*");
    CHECK(client.get("/v1/definitions/nothing").header("Access-Control-Allow-Origin") == "*");
    CHECK(client.post("/v1/responses", "{").header("Access-Control-Allow-Origin") == "*");
}

TEST_CASE("Named origins are allowed, others are not") {
    Place place;
    place.options.origins = {"https://club.example"};
    const RunningCollector collector(place);
    const auto own = collector.get("/v1/definitions/club", {{"Origin", "https://club.example"}});
    CHECK(own.header("Access-Control-Allow-Origin") == "https://club.example");
    CHECK(own.header("Vary") == "Origin");
    const auto other = collector.get("/v1/definitions/club", {{"Origin", "https://evil.example"}});
    CHECK(other.status == 200);
    CHECK(other.header("Access-Control-Allow-Origin").empty());
    CHECK(other.header("Vary") == "Origin");
}

TEST_CASE("A body past the limit is refused, whether it says its size or not") {
    Place place;
    place.options.most_body_bytes = 1000;
    const RunningCollector collector(place);
    const auto told = collector.post('"' + std::string(2000, 'x') + '"');
    CHECK(told.status == 413);
    CHECK(told.body.find("too-large") != std::string::npos);

    Client client(collector.port());
    client.send(
        "POST /v1/responses HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 20; ++i) client.send("64\r\n" + std::string(100, 'x') + "\r\n");
    CHECK(client.read().status == 413);
    client.finish_sending();
    CHECK(client.is_closed_within(1000));

    CHECK(collector.post('"' + std::string(900, 'x') + '"').status == 422);
}

TEST_CASE("A client that sends a large body to the end still reads why it was refused") {
    const Place place;
    const RunningCollector collector(place);
    CHECK(collector.post(std::string(700'000, 'x')).status == 413);
}

TEST_CASE("A body may come in chunks, and after asking whether to go on") {
    const Place place;
    const RunningCollector collector(place);
    const auto json = response(collector, 1);
    Client client(collector.port());
    client.send(
        "POST /v1/responses HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        "Expect: 100-continue\r\nContent-Length: " +
        std::to_string(json.size()) + "\r\n\r\n");
    CHECK(client.read().status == 100);
    client.send(json);
    CHECK(client.read().status == 201);

    client.send(
        "POST /v1/responses HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n");
    for (const char c : json) client.send(std::string("1\r\n") + c + "\r\n");
    client.send("0\r\n\r\n");
    CHECK(client.read().status == 200);
}

TEST_CASE("Pages of other origins may read why a request was refused before it was whole") {
    Place place;
    place.options.most_body_bytes = 100;
    SECTION("every origin, when none is named") {}
    SECTION("those that are named") { place.options.origins = {"https://club.example"}; }
    const RunningCollector collector(place);
    const std::string allowed = place.options.origins.empty() ? "*" : "https://club.example";
    const std::string head = " HTTP/1.1\r\nHost: a\r\nOrigin: https://club.example\r\n";
    for (const auto& [bytes, status] :
         {std::pair("POST /v1/responses" + head + "Content-Length: 101\r\n\r\n", 413),
          std::pair("POST /v1/responses" + head + "Content-Length: x\r\n\r\n", 400),
          std::pair("GET /healthz" + head + "Host: b\r\n\r\n", 400)}) {
        CAPTURE(bytes);
        Client client(collector.port());
        client.send(bytes);
        const auto refused = client.read();
        CHECK(refused.status == status);
        CHECK(refused.header("Access-Control-Allow-Origin") == allowed);
    }
}

TEST_CASE("Headers past the limit are refused, which a page may read") {
    const Place place;
    const RunningCollector collector(place);
    Client client(collector.port());
    client.send("GET /healthz HTTP/1.1\r\nHost: a\r\nX-Long: " + std::string(100'000, 'x') + "\r\n\r\n");
    const auto refused = client.read();
    CHECK(refused.status == 431);
    CHECK(refused.header("Access-Control-Allow-Origin") == "*");
}

TEST_CASE("What is no request is answered with 400 and closed") {
    const Place place;
    const RunningCollector collector(place);
    for (const std::string bytes :
         {"nonsense\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", "GET /\r\n\r\n",
          "GET /healthz HTTP/1.1\r\n\r\n", "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
          "GET /healthz HTTP/1.1\r\nHost a\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
          "GET healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
          "POST /v1/responses HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
          "POST /v1/responses HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
          "POST /v1/responses HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
          "POST /v1/responses HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: "
          "chunked\r\n\r\n0\r\n\r\n",
          "POST /v1/responses HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
          "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"}) {
        CAPTURE(bytes);
        Client client(collector.port());
        client.send(bytes);
        client.finish_sending();
        CHECK(client.read().status == 400);
        CHECK(client.is_closed_within(3000));
    }
}

TEST_CASE("Random and mangled bytes never stop the collector") {
    const Place place;
    const RunningCollector collector(place);
    const std::string good =
        "POST /v1/responses?x=1 HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        "Content-Length: 20\r\n\r\n{\"id\":\"x\",\"answers\":[]}";
    std::mt19937 random(7);
    const auto below = [&random](std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
    };
    for (int round = 0; round < 400; ++round) {
        std::string bytes = good;
        for (std::size_t change = below(8); change > 0 || bytes == good; change -= change > 0 ? 1 : 0) {
            const auto at = below(bytes.size());
            if (below(3) == 0)
                bytes.erase(at, 1 + below(10));
            else if (below(2) == 0)
                bytes.insert(at, bytes.substr(below(bytes.size()), below(30)));
            else
                bytes[at] = static_cast<char>(below(256));
        }
        Client client(collector.port());
        client.send(bytes);
        client.finish_sending();
        REQUIRE(client.is_closed_within(3000));
    }
    CHECK(collector.get("/healthz").status == 200);
}

TEST_CASE("A client that dawdles is closed, byte by byte or not at all") {
    const Place place;
    const RunningCollector collector(place, [](ConnectionLimits& limits) {
        limits.head = 200ms;
        limits.body = 200ms;
        limits.idle = 200ms;
    });
    SECTION("before a request") { CHECK(Client(collector.port()).is_closed_within(2000)); }
    SECTION("in the head, although bytes keep coming") {
        Client client(collector.port());
        client.send("GET /healthz HTTP/1.1\r\n");
        bool closed = false;
        for (int i = 0; i < 40 && !closed; ++i) {
            client.send("X");
            closed = client.is_closed_within(50);
        }
        CHECK(closed);
    }
    SECTION("in the body") {
        Client client(collector.port());
        client.send("POST /v1/responses HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{");
        CHECK(client.is_closed_within(2000));
    }
    SECTION("between requests") {
        Client client(collector.port());
        CHECK(client.get("/healthz").status == 200);
        CHECK(client.is_closed_within(2000));
    }
}

TEST_CASE("Connections past the limit are told to come back") {
    Place place;
    place.options.most_connections = 2;
    const RunningCollector collector(place);
    Client first(collector.port()), second(collector.port());
    CHECK(first.get("/healthz").status == 200);
    CHECK(second.get("/healthz").status == 200);
    CHECK(Client(collector.port()).read().status == 503);
    CHECK(first.get("/healthz").status == 200);
}

TEST_CASE("Stopping closes idle connections at once") {
    const Place place;
    RunningCollector collector(place);
    Client client(collector.port());
    CHECK(client.get("/healthz").status == 200);
    const auto before = std::chrono::steady_clock::now();
    collector.stop();
    CHECK(std::chrono::steady_clock::now() - before < 2s);
    CHECK(client.is_closed_within(1000));
}

TEST_CASE("An address that is taken is said so") {
    const Place place;
    const RunningCollector collector(place);
    Place other;
    other.options.port = collector.port();
    try {
        const RunningCollector second(other);
        FAIL("it started");
    } catch (const std::runtime_error& error) {
        CHECK(std::string(error.what()).find("cannot listen on 127.0.0.1") != std::string::npos);
    }
}

}  // namespace canvass::collector::test
