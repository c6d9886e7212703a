#include "core/base/texts.h"

#include <fstream>
#include <sstream>

#include <catch2/catch_test_macros.hpp>

#include "core/json/json.h"

namespace canvass::core {
namespace {

// Tests are run from anywhere; the build knows where the sources lie.
Value locale_file(const std::string& name) {
    std::ifstream file(CANVASS_SOURCE_DIR "/assets/locales/" + name + ".json");
    std::stringstream text;
    text << file.rdbuf();
    const Result<Value> json = parse_json(text.str());
    REQUIRE(json);
    return *json;
}

constexpr int text_count = static_cast<int>(Text::count);

int placeholders_in(std::string_view text) {
    int count = 0;
    for (const char* mark : {"{0}", "{1}", "{2}"}) count += text.find(mark) != std::string_view::npos;
    return count;
}

}  // namespace

TEST_CASE("the English locale file says what is built in") {
    const Texts built_in;
    const Value file = locale_file("en");
    CHECK(file.size() == static_cast<std::size_t>(text_count));
    for (int at = 0; at < text_count; ++at) {
        const auto text = static_cast<Text>(at);
        INFO(key_of(text));
        REQUIRE(file.find(key_of(text)));
        CHECK(file.find(key_of(text))->text() == built_in[text]);
        CHECK_FALSE(built_in[text].empty());
    }
}

TEST_CASE("the German locale file is complete and keeps every placeholder") {
    const Texts english;
    Texts german;
    CHECK(german.load(locale_file("de")).empty());
    for (int at = 0; at < text_count; ++at) {
        const auto text = static_cast<Text>(at);
        INFO(key_of(text));
        CHECK(placeholders_in(german[text]) == placeholders_in(english[text]));
    }
    CHECK(german[Text::back] == "Zurück");
    CHECK(german[Text::next] != english[Text::next]);
}

TEST_CASE("unknown, missing and wrongly typed texts are notes and English stays") {
    Texts texts;
    const Diagnostics diagnostics = texts.load(Value::object({{"next", Value(1)}, {"nextt", Value("x")}}));
    CHECK(texts[Text::next] == "Next");
    CHECK(diagnostics.size() == static_cast<std::size_t>(text_count) + 2);
    CHECK(diagnostics[0].code == Code::wrong_type);
    CHECK(diagnostics[1].code == Code::unknown_property);
    CHECK(diagnostics[1].pointer == "/nextt");
    CHECK_FALSE(texts.load(Value("no table")).empty());
}

TEST_CASE("placeholders are filled and other braces left alone") {
    CHECK(fill("Page {0} of {1}", "2", "5") == "Page 2 of 5");
    CHECK(fill("{1}{0}{2} {3} {x} {", "a", "b", "c") == "bac {3} {x} {");
    CHECK(fill("{0}", "{1}", "x") == "{1}");
}

}  // namespace canvass::core
