#include "collector/options.h"

#include <catch2/catch_test_macros.hpp>

namespace canvass::collector {
namespace {

const std::vector<std::string> least{"serve", "--db", "a.db", "--definitions", "d"};

auto with(std::initializer_list<std::string> more) {
    auto arguments = least;
    arguments.insert(arguments.end(), more);
    return parse_options(arguments);
}

}  // namespace

TEST_CASE("A database and a folder of definitions are enough") {
    const auto options = parse_options(least);
    REQUIRE(options);
    CHECK(options->database == "a.db");
    CHECK(options->definitions == "d");
    CHECK(options->address == "127.0.0.1");
    CHECK(options->most_body_bytes == 256 * 1024);
}

TEST_CASE("Without a host the collector listens on the loopback address only") {
    for (const char* text : {":0", "0", "localhost:0", "127.0.0.1:0"}) {
        CAPTURE(text);
        const auto options = with({"--listen", text});
        REQUIRE(options);
        CHECK(options->address == "127.0.0.1");
        CHECK(options->port == 0);
    }
    CHECK(with({"--listen", "[::1]:81"})->address == "::1");
    CHECK(with({"--listen", "0.0.0.0:81"})->address == "0.0.0.0");
    CHECK(with({"--listen", "0.0.0.0:81"})->port == 81);
}

TEST_CASE("A wrong command line is refused with its reason") {
    CHECK(parse_options({}).error() == "the command is missing: serve");
    CHECK(parse_options({"serve", "--db", "a"}).error() == "--definitions is missing");
    CHECK(parse_options({"serve", "--definitions", "a"}).error() == "--db is missing");
    CHECK(with({"--verbose", "1"}).error() == "unknown option --verbose");
    CHECK(with({"--static"}).error() == "--static needs a value");
    CHECK(with({"--listen", "127.0.0.1:99999"}).error() == "--listen cannot be 127.0.0.1:99999");
    CHECK(with({"--listen", "club.example:80"}).error() == "--listen cannot be club.example:80");
    CHECK(with({"--score-pages", "maybe"}).error() == "--score-pages cannot be maybe");
    CHECK(with({"--score-pages", "on"}).error() == "--score-pages needs --score-key");
    CHECK(with({"--score-model", "orbit"}).error() == "--score-model needs --score-key");
    CHECK(with({"--max-body", "-1"}).error() == "--max-body cannot be -1");
}

TEST_CASE("Several origins can be allowed") {
    CHECK(with({"--allow-origin", "https://a.example", "--allow-origin", "https://b.example"})->origins.size() ==
          2);
}

}  // namespace canvass::collector
