#include "collector/http.h"

#include <catch2/catch_test_macros.hpp>

namespace canvass::collector {

TEST_CASE("A path is split before it is decoded, so that a name may hold a slash") {
    CHECK(path_segments("/a%2Fb/c") == std::vector<std::string>{"a/b", "c"});
    CHECK(path_segments("/") == std::vector<std::string>{""});
    CHECK(path_segments("/gr%C3%BC%C3%9Fe/") == std::vector<std::string>{"grüße", ""});
}

TEST_CASE("A path with a broken escape, a NUL or no slash in front is refused") {
    for (const char* path : {"", "a", "/%", "/%4", "/%zz", "/%00", "/a%2"}) {
        CAPTURE(path);
        CHECK_FALSE(path_segments(path));
    }
}

TEST_CASE("A request's path ends at the query") {
    Request request;
    request.target = "/a/b?c=/d";
    CHECK(request.path() == "/a/b");
}

TEST_CASE("An encoding is accepted when it is listed and its weight is not zero") {
    CHECK(accepts_encoding("gzip, deflate, br", "br"));
    CHECK(accepts_encoding("BR;q=0.5", "br"));
    CHECK(accepts_encoding("br ; q=1", "br"));
    CHECK_FALSE(accepts_encoding("br;q=0", "br"));
    CHECK_FALSE(accepts_encoding("br;q=0.000", "br"));
    CHECK_FALSE(accepts_encoding("brotli", "br"));
    CHECK_FALSE(accepts_encoding("", "br"));
}

TEST_CASE("An ETag matches itself, its weak form, a list that holds it, and a star") {
    CHECK(matches_etag("\"a\"", "\"a\""));
    CHECK(matches_etag("W/\"a\"", "\"a\""));
    CHECK(matches_etag("\"b\", \"a\"", "\"a\""));
    CHECK(matches_etag("*", "\"a\""));
    CHECK_FALSE(matches_etag("\"b\"", "\"a\""));
    CHECK_FALSE(matches_etag("", "\"a\""));
}

TEST_CASE("Dates are written as HTTP writes them") {
    CHECK(http_date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace canvass::collector
