#include "core/base/diagnostic.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace canvass::core;

namespace {

std::vector<Code> all_codes() {
    std::vector<Code> codes;
    for (int code = 0; code <= static_cast<int>(Code::ballot_invalid); ++code) codes.push_back(static_cast<Code>(code));
    return codes;
}

}  // namespace

TEST_CASE("every code has a name of its own and a sentence in English and German") {
    std::set<std::string_view> names;
    for (const Code code : all_codes()) {
        Diagnostic diagnostic;
        diagnostic.code = code;
        diagnostic.subject = "SUBJECT";
        diagnostic.detail = "DETAIL";
        names.insert(name_of(code));
        const std::string english = describe(diagnostic), german = describe(diagnostic, "de-AT");
        INFO(english);
        CHECK(english != german);
        for (const std::string& sentence : {english, german}) {
            CHECK(sentence.back() == '.');
            CHECK(sentence.find_first_of("{}[]") == std::string::npos);
        }
    }
    CHECK(names.size() == all_codes().size());
}

TEST_CASE("a sentence leaves out what is not known") {
    Diagnostic diagnostic;
    diagnostic.code = Code::wrong_type;
    diagnostic.subject = "title";
    CHECK(describe(diagnostic) == "“title” has a value of the wrong kind.");
    diagnostic.detail = "a text";
    CHECK(describe(diagnostic) == "“title” has a value of the wrong kind; expected: a text.");
    CHECK(describe(diagnostic, "de") == "„title“ hat einen Wert der falschen Art; erwartet: a text.");
}

TEST_CASE("positions are counted from 1 for people") {
    Diagnostic diagnostic;
    diagnostic.code = Code::expression_syntax;
    diagnostic.detail = "{a} >";
    diagnostic.position = 5;
    CHECK(describe(diagnostic) == "The expression “{a} >” cannot be understood from position 6 on.");
}

TEST_CASE("what an input holds cannot disturb the sentence around it") {
    Diagnostic diagnostic;
    diagnostic.code = Code::unknown_property;
    diagnostic.subject = "{d}[x]{";
    CHECK(describe(diagnostic) == "“{d}[x]{” is not a known property here. It is kept, but does nothing.");
}

TEST_CASE("German is for German locales only") {
    Diagnostic diagnostic;
    diagnostic.code = Code::missing_name;
    const std::string german = describe(diagnostic, "de");
    CHECK(describe(diagnostic, "DE_ch") == german);
    CHECK(describe(diagnostic, "den") != german);
    CHECK(describe(diagnostic, "") != german);
}

TEST_CASE("pointers escape what JSON pointers reserve") {
    CHECK(pointer_to("", "pages") == "/pages");
    CHECK(pointer_to("/pages", std::size_t{12}) == "/pages/12");
    CHECK(pointer_to("", "a/b~c") == "/a~1b~0c");
}

TEST_CASE("notes alone are no errors") {
    Diagnostics diagnostics(1);
    diagnostics.front().severity = Severity::note;
    CHECK_FALSE(has_errors(diagnostics));
    diagnostics.emplace_back();
    CHECK(has_errors(diagnostics));
}
