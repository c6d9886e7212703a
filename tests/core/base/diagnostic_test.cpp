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
    CHECK(describe(diagnostic) == "The value of “title” is of the wrong kind.");
    diagnostic.detail = "a text";
    CHECK(describe(diagnostic) == "The value of “title” is of the wrong kind; expected: a text.");
}

TEST_CASE("what is expected is said in the language of the sentence, names of an input are not touched") {
    Diagnostic diagnostic;
    diagnostic.code = Code::wrong_type;
    diagnostic.subject = "text";
    diagnostic.detail = "text | number | {\"value\": …}";
    CHECK(describe(diagnostic) == "The value of “text” is of the wrong kind; expected: text | number | {\"value\": …}.");
    CHECK(describe(diagnostic, "de") == "Der Wert von „text“ ist von der falschen Art; erwartet: Text | Zahl | {\"value\": …}.");
    diagnostic.code = Code::unknown_value;
    CHECK(describe(diagnostic, "de") == "„text“ hat einen Wert, der nicht erlaubt ist; erlaubt: text | number | {\"value\": …}.");
}

TEST_CASE("positions are counted from 1 for people") {
    Diagnostic diagnostic;
    diagnostic.code = Code::expression_syntax;
    diagnostic.detail = "{a} >";
    diagnostic.position = 5;
    CHECK(describe(diagnostic) == "The expression “{a} >” cannot be understood from character 6 on.");
}

TEST_CASE("what is about the whole input names no part of it") {
    Diagnostic diagnostic;
    diagnostic.code = Code::wrong_type;
    diagnostic.detail = "{…}";
    CHECK(describe(diagnostic) == "The value is of the wrong kind; expected: {…}.");
    CHECK(describe(diagnostic, "de") == "Der Wert ist von der falschen Art; erwartet: {…}.");
    diagnostic.code = Code::response_invalid;
    CHECK(describe(diagnostic) == "The response is not valid; expected: {…}.");
    CHECK(describe(diagnostic, "de") == "Die Rückmeldung ist nicht gültig; erwartet: {…}.");
}

TEST_CASE("a limit says in words what it counts") {
    Diagnostic diagnostic;
    diagnostic.code = Code::too_large;
    diagnostic.subject = "choices";
    diagnostic.limit = 20'000;
    CHECK(describe(diagnostic) == "This is too large: no more than 20000 choices are read.");
    CHECK(describe(diagnostic, "de") == "Das ist zu groß: gelesen werden höchstens 20000 Auswahlmöglichkeiten.");
}

TEST_CASE("a sentence that ends in another has one full stop") {
    Diagnostic diagnostic;
    diagnostic.code = Code::answer_invalid;
    diagnostic.subject = "mail";
    for (const char* detail : {"Is that all?", "Write more."}) {
        diagnostic.detail = detail;
        CHECK(describe(diagnostic) == std::string("The answer to “mail” is not accepted: ") + detail);
    }
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
