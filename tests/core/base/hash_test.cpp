#include "core/base/hash.h"

#include <catch2/catch_test_macros.hpp>

#include "core/json/json.h"

using namespace canvass::core;

TEST_CASE("SHA-256 gives the published digests") {
    CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hex(sha256(std::string(1'000'000, 'a'))) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 pads every length around a block") {
    CHECK(hex(sha256(std::string(55, 'x'))) == "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072");
    CHECK(hex(sha256(std::string(56, 'x'))) == "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e");
    CHECK(hex(sha256(std::string(64, 'x'))) == "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c");
}

TEST_CASE("the content hash does not depend on the order of members, but on everything else") {
    const auto hash = [](std::string_view text) { return content_hash(parse_json(text).value()); };
    CHECK(hash(R"({"a": 1, "b": {"c": [1, 2], "d": null}})") == hash(R"({"b":{"d":null,"c":[1,2.0]},"a":1})"));
    CHECK(hash(R"({"a": [1, 2]})") != hash(R"({"a": [2, 1]})"));
    CHECK(hash(R"({"a": 1})") != hash(R"({"a": "1"})"));
}

TEST_CASE("a content hash that is kept is the same whenever and however often it is asked for") {
    const Value json = parse_json(R"({"b": [1, "ä\n\u0001\"\\"], "a": {"B": null, "": 1, "b": 2.5}})").value();
    const ContentHash kept(json);
    const ContentHash copy = kept;
    CHECK(kept.text() == content_hash(json));
    CHECK(kept.text() == content_hash(json));
    CHECK(copy.text() == content_hash(json));
    CHECK(ContentHash().text().empty());
}
