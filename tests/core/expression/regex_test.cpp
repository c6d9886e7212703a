#include "core/expression/regex.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

namespace canvass::core {
namespace {

bool matches(std::string_view pattern, std::string_view text, bool ignore_case = false) {
    const Result<Regex> regex = compile_regex(pattern, ignore_case);
    INFO(pattern);
    REQUIRE(regex);
    return regex->matches(text);
}

Diagnostic refusal(std::string_view pattern) {
    const Result<Regex> regex = compile_regex(pattern);
    INFO(pattern);
    REQUIRE_FALSE(regex);
    return regex.error().front();
}

}  // namespace

TEST_CASE("a text matches when some part of it does, wherever the anchors allow") {
    CHECK(matches("b+c", "aabbcc"));
    CHECK_FALSE(matches("^b+c", "aabbcc"));
    CHECK(matches("^a{2}b*c{1,3}$", "aabbcc"));
    CHECK_FALSE(matches("^a{2}b*c{1,3}$", "aabbcccc"));
    CHECK(matches("^(?:cat|dog)(?<rest>s?)$", "dogs"));
    CHECK(matches("", ""));
    CHECK(matches("\\bword\\b", "a word."));
    CHECK_FALSE(matches("\\bword\\b", "awords"));
    CHECK(matches("^[^]$", "\n"));
    CHECK_FALSE(matches("^.$", "\n"));
    CHECK(matches("^{a}]$", "{a}]"));
    CHECK(matches("^\\u00e4\\x41\\t$", "äA\t"));
}

TEST_CASE("rules for passwords look ahead, and behind") {
    constexpr std::string_view rule = "^(?=.*[A-Z])(?=.*\\d)(?!.*\\s).{8,}$";
    CHECK(matches(rule, "Passw0rds"));
    CHECK_FALSE(matches(rule, "passw0rds"));
    CHECK_FALSE(matches(rule, "Password"));
    CHECK_FALSE(matches(rule, "Pass w0rds"));
    CHECK_FALSE(matches(rule, "Pa55w"));
    CHECK(matches("(?<=\\$)\\d+(?!\\.)$", "price: $42"));
    CHECK_FALSE(matches("(?<!a(?=b))b", "ab"));
}

TEST_CASE("case is ignored where it should be, beyond ASCII too") {
    CHECK(matches("^[a-c]Ä$", "Bä", true));
    CHECK_FALSE(matches("^[a-c]Ä$", "Bä"));
    CHECK(matches("^[а-я]+$", "ЖУК", true));
    CHECK_FALSE(matches("^[^a]$", "A", true));
}

TEST_CASE("characters beyond the first plane are two units, as in JavaScript") {
    CHECK(matches("^..$", "😀"));
    CHECK(matches("^😀+$", "😀"));
}

TEST_CASE("no pattern is catastrophic") {
    const std::string many(20'000, 'a');
    CHECK_FALSE(matches("^(a+)+$", many + "b"));
    CHECK(matches("(a|aa)*b?(a|aa)*$", many + "b"));
    CHECK_FALSE(matches("^(?=(a*)*b)(a?){50}$", many));
    CHECK(matches("^[\\s\\S]{0,5000}$", std::string(5000, ' ')));
    CHECK_FALSE(matches("^[\\s\\S]{0,5000}$", std::string(5001, ' ')));
}

TEST_CASE("what cannot be understood is told with its place") {
    for (const std::string_view pattern : {"(a", "a)", "[a", "*a", "a**", "[b-a]", "a{2,1}", "(?<>a)", "(?x)", "a\\", "^*", "(?<=a)*"}) {
        CHECK(refusal(pattern).code == Code::regex_syntax);
    }
    CHECK(refusal("ab)c").position == 2);
    CHECK(refusal("ab)c").detail == "ab)c");
    CHECK(refusal("(a)\\1").code == Code::regex_unsupported);
    CHECK(refusal("(?<x>a)\\k<x>").code == Code::regex_unsupported);
    CHECK(refusal("(a{1000}){1000}").code == Code::too_large);
    CHECK(refusal("((){1000}){1000000}").code == Code::too_large);
    CHECK(refusal(std::string(60, '(') + std::string(60, ')')).code == Code::too_deep);
    CHECK(refusal(std::string(20'000, 'a')).code == Code::too_large);
}

}  // namespace canvass::core
