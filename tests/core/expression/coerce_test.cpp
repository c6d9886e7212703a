#include <catch2/catch_test_macros.hpp>

#include <cmath>

#include "core/expression/decimal.h"
#include "core/expression/text.h"
#include "tests/core/expression/support.h"

using namespace canvass::core;
using namespace canvass::core::test;

TEST_CASE("values compare with and without regard to order, case and blanks") {
    const Value upper("A "), small("a"), forward = json("[1, 2]"), backward = json("[2, 1]");
    CHECK(are_equal(upper, small));
    CHECK_FALSE(are_equal(upper, small, {.ignore_case = false}));
    CHECK_FALSE(are_equal(upper, small, {.trim = false}));
    CHECK_FALSE(are_equal(forward, backward));
    CHECK(are_equal(forward, backward, {.ignore_order = true}));
}

TEST_CASE("missing and null differ only beside an empty list") {
    const Value list = Value::array();
    CHECK(are_equal(Operand(), Operand::null()));
    CHECK(are_equal(list, Operand()));
    CHECK_FALSE(are_equal(list, Operand::null()));
}

TEST_CASE("JavaScript's numbers are read from texts") {
    CHECK(number_from(" 12.5e1 ") == 125);
    CHECK(number_from("") == 0);
    CHECK(number_from(".5") == 0.5);
    CHECK(number_from("5.") == 5);
    CHECK(number_from("0b101") == 5);
    CHECK(number_from("-Infinity") == -INFINITY);
    CHECK(std::isnan(number_from("1 2")));
    CHECK(std::isnan(number_from("0x")));
    CHECK(number_from("00000000000000000000.12345678901234567890") == 0.12345678901234567890);
}

TEST_CASE("people's numbers may have a comma but no more than 15 digits alone") {
    CHECK(number_in("1,5") == 1.5);
    CHECK_FALSE(number_in("1,234,5"));
    CHECK(number_in("999999999999999") == 999999999999999);
    CHECK_FALSE(number_in("1000000000000000"));
    CHECK(number_in("0x1f") == 31);
    CHECK_FALSE(number_in("Infinity"));
    CHECK_FALSE(number_in("10%"));
}

TEST_CASE("rounding to decimals decides by the exact value") {
    CHECK(rounded_to(1.005, 2) == 1.0);  // 1.00499999999999989…
    CHECK(rounded_to(2.5, 0) == 3);
    CHECK(rounded_to(-2.5, 0) == -3);
    CHECK(rounded_to(0.30000000000000004, 1) == 0.3);
    CHECK(rounded_to(1e300, 5) == 1e300);
    CHECK(decimals_of(99.99) == 2);
    CHECK(decimals_of(5e-7) == 0);
    CHECK(decimals_of(1.5e-7) == 4);  // its shortest text is "1.5e-7"
}

TEST_CASE("lower case covers Latin, Greek and Cyrillic") {
    CHECK(lowered("ÀÉÖŁŽ ΑΩ ДЖ Ả") == "àéöłž αω дж ả");
    CHECK(equal_without_case("STRASSE ×", "strasse ×"));
    CHECK_FALSE(equal_without_case("a", "b"));
    CHECK(trimmed("\u00a0 a b\u3000\n") == "a b");
    CHECK(utf16_compare("\uffee", "😀") > 0);
}

TEST_CASE("dates are read from ISO texts and from what people write") {
    CHECK(result("getDate({d})", R"({"d": "2024-03-10 10:30"})") == "null");
    CHECK(result("getDate({d})", R"({"d": "3/10/2024 10:30 PM"})") == R"("2024-03-10T22:30:00.000Z")");
    CHECK(result("getDate({d})", R"({"d": "10 March 2024"})") == R"("2024-03-10T00:00:00.000Z")");
    CHECK(result("getDate({d})", R"({"d": "Sun, 10 Mar 2024 10:00 +0200"})") == R"("2024-03-10T08:00:00.000Z")");
    CHECK(result("getDate({d})", R"({"d": "soon"})") == "null");
    CHECK(result("getDate('2024-03-10') + ''") == R"x("Sun Mar 10 2024 00:00:00 GMT+0000 (Coordinated Universal Time)")x");
}
