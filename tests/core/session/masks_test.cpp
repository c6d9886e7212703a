#include "core/session/masks.h"

#include "core/session/session.h"
#include "tests/core/definition/load.h"

namespace canvass::core {
namespace {

Mask mask_of(const std::string& type, const std::string& settings) {
    const auto definition = definition_of("{'elements': [{'type': 'text', 'name': 'q', 'maskType': '" + type +
                                          "', 'maskSettings': {" + settings + "}}]}");
    return *std::get<TextSettings>(definition->at(definition->find("q")).settings).mask();
}

std::string data_after(const std::string& question, Value answer, bool complete = false) {
    Session session(definition_of("{'elements': [{'type': 'text', 'name': 'q', " + question +
                                  "}, {'type': 'expression', 'name': 'e', 'expression': '{q} + 1'}]}"));
    session.apply(SetValue{"q", std::move(answer)});
    if (complete) session.apply(Complete{});
    return write_json(session.data());
}

}  // namespace

TEST_CASE("a pattern shows its literals and stores without them") {
    const Mask plain = mask_of("pattern", "'pattern': '99-99'");
    CHECK(masked(plain, Value("1234"), "en") == "12-34");
    CHECK(masked(plain, Value("x1y2z3"), "en") == "12-3_");
    CHECK(unmasked(plain, "12-34", "en") == Value("1234"));
    CHECK(unmasked(plain, "12-3", "en").is_null());
    const Mask phone = mask_of("pattern", "'pattern': '+1(999)-aa#'");
    CHECK(masked(phone, Value("1123ab7"), "en") == "+1(123)-ab7");
    CHECK(unmasked(phone, "+1(123)-ab7", "en") == Value("1123ab7"));
    CHECK(masked(mask_of("pattern", "'pattern': '\\\\9-9'"), Value("5"), "en") == "9-5");
}

TEST_CASE("numbers are grouped, cut to their precision and read back") {
    const Mask plain = mask_of("numeric", "");
    CHECK(masked(plain, Value(1234.567), "en") == "1,234.56");
    CHECK(masked(plain, Value(1234.5), "de") == "1.234,5");
    CHECK(masked(plain, Value(-5), "en") == "-5");
    CHECK(unmasked(plain, "1,234.567", "en") == Value(1234.56));
    CHECK(unmasked(plain, "abc", "en").is_null());
    const Mask own = mask_of("numeric", "'precision': 3, 'decimalSeparator': ',', 'thousandsSeparator': '.', 'allowNegativeValues': false");
    CHECK(masked(own, Value(1234.5678), "en") == "1.234,567");
    CHECK(unmasked(own, "-1.234,5", "en") == Value(1234.5));
}

TEST_CASE("currencies have their sign where the locale or the author puts it") {
    CHECK(masked(mask_of("currency", ""), Value(1234.5), "en") == "$1,234.5");
    CHECK(masked(mask_of("currency", ""), Value(1234.5), "de") == "1.234,5\xC2\xA0€");
    CHECK(masked(mask_of("currency", ""), Value(-3), "en") == "-$3");
    const Mask old = mask_of("currency", "'prefix': '$', 'suffix': ' (2024)'");
    CHECK(masked(old, Value(-3), "en") == "$-3 (2024)");
    CHECK(unmasked(old, "$-3 (2024)", "en") == Value(-3));
    CHECK(masked(mask_of("currency", "'currencySymbol': '£', 'currencyPattern': '#@'"), Value(5), "en") == "5£");
}

TEST_CASE("dates are shown in the pattern's order and stored as ISO 8601") {
    const Mask day = mask_of("datetime", "'pattern': 'mm/dd/yyyy'");
    CHECK(masked(day, Value("2024-03-05"), "en") == "03/05/2024");
    CHECK(unmasked(day, "03/05/2024", "en") == Value("2024-03-05"));
    for (const char* no_date : {"03/05", "13/01/2024", "02/30/2024", "3/5/2024", "2024-03-05", "03/05/2024 "}) {
        CHECK(unmasked(day, no_date, "en").is_null());
    }
    const Mask bounded = mask_of("datetime", "'pattern': 'mm/dd/yyyy', 'min': '2024-01-01', 'max': '2024-12-31'");
    CHECK(is_complete(bounded, Value("2024-12-31"), "en"));
    CHECK_FALSE(is_complete(bounded, Value("2023-12-31"), "en"));
    CHECK_FALSE(is_complete(bounded, Value("2025-01-01"), "en"));
    const Mask minute = mask_of("datetime", "'pattern': 'd.m.yy HH:MM'");
    CHECK(masked(minute, Value("2024-03-05T07:08"), "en") == "5.3.24 07:08");
    CHECK(unmasked(minute, "5.3.69 07:08", "en") == Value("1969-03-05T07:08"));
    const Mask noon = mask_of("datetime", "'pattern': 'hh:MM tt'");
    CHECK(masked(noon, Value("14:05"), "en") == "02:05 pm");
    CHECK(unmasked(noon, "12:05 am", "en") == Value("00:05"));
    CHECK(masked(mask_of("datetime", ""), Value("2024-03-05"), "de") == "05.03.2024");
}

TEST_CASE("sessions store what stands behind the mask, or the masked text where that is wanted") {
    const std::string pattern = "'maskType': 'pattern', 'maskSettings': {'pattern': '+99-99'";
    CHECK(data_after(pattern + "}", Value("+12-34")) == R"({"e":1235,"q":"1234"})");
    CHECK(data_after(pattern + ", 'saveMaskedValue': true}", Value("1234")) == R"({"e":1235,"q":"+12-34"})");
    const std::string number = "'maskType': 'numeric', 'maskSettings': {'saveMaskedValue': true, 'decimalSeparator': ',', "
                               "'thousandsSeparator': '.'}";
    CHECK(data_after(number, Value("1.000")) == R"({"e":1001,"q":"1.000"})");
    CHECK(data_after(number, Value(1000)) == R"({"e":1001,"q":"1.000"})");
    CHECK(data_after("'maskType': 'numeric'", Value("1,234.5"), true) == R"({"e":1235.5,"q":1234.5})");
    CHECK(data_after("'maskType': 'pattern', 'inputType': 'date'", Value("2024-01-01")).find("2024-01-01") != std::string::npos);
}

TEST_CASE("a mask that is not filled is an error, and typing is left alone meanwhile") {
    Session session(definition_of("{'elements': [{'type': 'text', 'name': 'q', 'title': '{q}', 'maskType': 'datetime', "
                                  "'maskSettings': {'pattern': 'dd.mm.yyyy'}}]}"));
    session.apply(SetValue{"q", Value("05.03")});
    CHECK(session.view().elements[0].shown.empty());
    CHECK_FALSE(session.apply(Complete{}).accepted);
    CHECK(session.view().elements[0].errors == std::vector<std::string>{"Please complete the value to match the required format."});
    session.apply(SetValue{"q", Value("05.03.2024")});
    CHECK(session.view().elements[0].errors.empty());
    CHECK(session.apply(Complete{}).accepted);
    CHECK(write_json(session.data()) == R"({"q":"2024-03-05"})");
}

}  // namespace canvass::core
