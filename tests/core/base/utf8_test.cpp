#include "core/base/utf8.h"

#include <catch2/catch_test_macros.hpp>

using namespace canvass::core;

TEST_CASE("well-formed text of every length of sequence is left alone") {
    const std::string text = "aß€😀\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF";
    CHECK(is_utf8(text));
    CHECK(repaired_utf8(text) == text);
    CHECK(is_utf8(""));
}

TEST_CASE("every maximal ill-formed part becomes one replacement character, as in browsers") {
    CHECK(repaired_utf8("a\xFF" "b") == "a\uFFFDb");
    CHECK(repaired_utf8("\xC0\xAF") == "\uFFFD\uFFFD");                    // overlong
    CHECK(repaired_utf8("\xE2\x82") == "\uFFFD");                         // cut short
    CHECK(repaired_utf8("\xE2\x82x") == "\uFFFDx");
    CHECK(repaired_utf8("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");         // a surrogate
    CHECK(repaired_utf8("\xF4\x90\x80\x80") == "\uFFFD\uFFFD\uFFFD\uFFFD");  // past the end of Unicode
    CHECK(repaired_utf8("\xF0\x9F\x98") == "\uFFFD");
    CHECK(repaired_utf8("\x80") == "\uFFFD");
    CHECK_FALSE(is_utf8("\xE2\x82"));
}

TEST_CASE("a code point is written in as many bytes as it needs") {
    std::string text;
    for (const char32_t code_point : {U'a', U'ß', U'€', U'😀'}) append_utf8(text, code_point);
    CHECK(text == "aß€😀");
    text.clear();
    append_utf8(text, char32_t{0xD800});
    append_utf8(text, char32_t{0x110000});
    CHECK(text == "\uFFFD\uFFFD");
}
