#include "core/session/number_text.h"

#include "core/session/session.h"
#include "tests/core/definition/load.h"

namespace canvass::core {
namespace {

std::string shown(double number, const std::string& settings, std::string_view locale = "en") {
    const auto definition = definition_of("{'elements': [{'type': 'expression', 'name': 'q', " + settings + "}]}");
    return number_text(number, std::get<NumberFormat>(definition->at(definition->find("q")).settings), locale);
}

const std::string space = "\xC2\xA0";

}  // namespace

TEST_CASE("numbers are written as the language does") {
    CHECK(shown(1234567.8915, "'displayStyle': 'decimal'") == "1,234,567.892");
    CHECK(shown(1234567.8915, "'displayStyle': 'decimal'", "de-AT") == "1.234.567,892");
    CHECK(shown(1234.5, "'displayStyle': 'decimal'", "fr") == "1" + space + "234,5");
    CHECK(shown(1234, "'displayStyle': 'decimal', 'useGrouping': false, 'minimumFractionDigits': 2") == "1234.00");
    CHECK(shown(0.000001234, "'displayStyle': 'decimal', 'maximumFractionDigits': 8") == "0.00000123");
    CHECK(shown(1e21, "'displayStyle': 'decimal'") == "1,000,000,000,000,000,000,000");
    CHECK(shown(999.9995, "'displayStyle': 'decimal'") == "1,000");
    CHECK(shown(-0.5, "'displayStyle': 'decimal', 'maximumFractionDigits': 0") == "-1");
    CHECK(shown(0, "'displayStyle': 'decimal'") == "0");
}

TEST_CASE("currencies and percents have their signs and decimals") {
    CHECK(shown(1234.5, "'displayStyle': 'currency'") == "$1,234.50");
    CHECK(shown(-3, "'displayStyle': 'currency', 'currency': 'EUR'") == "-€3.00");
    CHECK(shown(1234.5, "'displayStyle': 'currency', 'currency': 'EUR'", "de") == "1.234,50" + space + "€");
    CHECK(shown(3, "'displayStyle': 'currency', 'currency': 'CHF'") == "CHF" + space + "3.00");
    CHECK(shown(1234.5, "'displayStyle': 'currency', 'currency': 'JPY'") == "¥1,235");
    CHECK(shown(1.005, "'displayStyle': 'currency'") == "$1.01");
    CHECK(shown(3, "'displayStyle': 'currency', 'maximumFractionDigits': 0") == "$3");
    CHECK(shown(0.57, "'displayStyle': 'percent'") == "57%");
    CHECK(shown(0.125, "'displayStyle': 'percent', 'maximumFractionDigits': 1", "de") == "12,5" + space + "%");
    CHECK(shown(12, "'displayStyle': 'percent'") == "1,200%");
}

TEST_CASE("computed values are piped in their format and rounded to their precision") {
    Session session(definition_of("{'elements': [{'type': 'text', 'name': 'a'}, {'type': 'expression', 'name': 'e', "
                                  "'expression': '{a} / 3', 'precision': 2, 'displayStyle': 'currency', 'format': 'about {0}'}, "
                                  "{'type': 'text', 'name': 't', 'title': 'Sum: {e}'}, {'type': 'text', 'name': 'day', "
                                  "'defaultValue': '2026-09-30'}, {'type': 'expression', 'name': 'd', 'expression': '{day}', "
                                  "'displayStyle': 'date', 'title': '{d}'}]}"));
    session.apply(SetValue{"a", Value(10)});
    const Value data = session.data();
    CHECK(*data.find("e") == Value(3.33));
    Value titles = session.titles();
    CHECK(titles.find("t")->text() == "Sum: about $3.33");
    CHECK(titles.find("d")->text() == "9/30/2026");
    session.apply(SetLocale{"de"});
    titles = session.titles();
    CHECK(titles.find("t")->text() == "Sum: about 3,33" + space + "$");
    CHECK(titles.find("d")->text() == "30.9.2026");
}

TEST_CASE("a text that looks like a number is written as it is") {
    Session session(definition_of(R"({'elements': [{'type': 'expression', 'name': 'e', 'expression': '{a}', 'displayStyle': 'percent'},
        {'type': 'text', 'name': 'a', 'title': '{e}'}]})"));
    session.apply(SetValue{"a", Value("007")});
    CHECK(*session.titles().find("a") == Value("007"));
    session.apply(SetValue{"a", Value(0.07)});
    CHECK(*session.titles().find("a") == Value("7%"));
}

}  // namespace canvass::core
