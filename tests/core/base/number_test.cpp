#include "core/base/number.h"

#include <catch2/catch_test_macros.hpp>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>

using namespace canvass::core;

namespace {

double from_bits(std::uint64_t bits) {
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    return number;
}

// The standard library's shortest digits, without exponent and point.
std::string shortest_digits(double number) {
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::abs(number), std::chars_format::scientific).ptr;
    std::string digits;
    for (const char* at = buffer; at != end && *at != 'e'; ++at)
        if (*at != '.') digits += *at;
    return digits;
}

// The digits that a text shows, without sign, exponent, point and outer zeros.
std::string shown_digits(const std::string& text) {
    std::string digits;
    for (const char letter : text.substr(0, text.find('e')))
        if (letter >= '0' && letter <= '9') digits += letter;
    digits.erase(0, digits.find_first_not_of('0'));
    digits.erase(digits.find_last_not_of('0') + 1);
    return digits;
}

void check_both_ways(double number) {
    const std::string text = number_text(number);
    INFO(text);
    const bool shortest = shown_digits(text) == shortest_digits(number);
    const bool reads_back = parse_number(text) == number;
    if (!shortest || !reads_back) {
        CHECK(shortest);
        CHECK(reads_back);
    }
}

double read_by_library(const std::string& text) {
    double number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    return result.ec == std::errc::result_out_of_range ? std::strtod(text.c_str(), nullptr) : number;
}

}  // namespace

TEST_CASE("numbers are written as JavaScript writes them") {
    CHECK(number_text(0.0) == "0");
    CHECK(number_text(-0.0) == "0");
    CHECK(number_text(42) == "42");
    CHECK(number_text(-1.5) == "-1.5");
    CHECK(number_text(0.1 + 0.2) == "0.30000000000000004");
    CHECK(number_text(1e-6) == "0.000001");
    CHECK(number_text(1e-7) == "1e-7");
    CHECK(number_text(1.5e-7) == "1.5e-7");
    CHECK(number_text(123456789012345680000.0) == "123456789012345680000");
    CHECK(number_text(1e21) == "1e+21");
    CHECK(number_text(1.25e100) == "1.25e+100");
    CHECK(number_text(5e-324) == "5e-324");
    CHECK(number_text(1.7976931348623157e308) == "1.7976931348623157e+308");
    CHECK(number_text(9007199254740993.0) == "9007199254740992");
    CHECK(number_text(std::numeric_limits<double>::quiet_NaN()) == "NaN");
    CHECK(number_text(-std::numeric_limits<double>::infinity()) == "-Infinity");
}

TEST_CASE("only a whole JSON number is read as a number") {
    for (const char* text : {"", " ", " 1", "1 ", "+1", "01", "-01", "1.", ".5", "-", "1e", "1e+", "0x1", "1,5", "NaN",
                             "Infinity", "--1", "1e5.5", "1_000"}) {
        INFO(text);
        CHECK_FALSE(parse_number(text).has_value());
    }
    CHECK(parse_number("-12.5e1") == -125.0);
    CHECK(parse_number("0e99999999999") == 0.0);
    CHECK(std::signbit(parse_number("-0").value()));
}

TEST_CASE("numbers beyond the doubles are infinite or zero") {
    CHECK(parse_number("1e309") == std::numeric_limits<double>::infinity());
    CHECK(parse_number("-1e99999999999999999999") == -std::numeric_limits<double>::infinity());
    CHECK(parse_number("1e-400") == 0.0);
    CHECK(parse_number("2.4703282292062327208e-324") == 0.0);
    CHECK(parse_number("2.4703282292062328e-324") == 5e-324);
    CHECK(parse_number("1.797693134862315807e308") == 1.7976931348623157e308);
    CHECK(parse_number("1.7976931348623159e308") == std::numeric_limits<double>::infinity());
}

TEST_CASE("a half way between two doubles is read as the even one, and the last digit of many decides") {
    CHECK(parse_number("9007199254740993") == 9007199254740992.0);
    CHECK(parse_number("9007199254740995") == 9007199254740996.0);
    CHECK(parse_number("9007199254740993." + std::string(900, '0') + "1") == 9007199254740994.0);
    CHECK(parse_number("0." + std::string(400, '0') + "1e401") == 1.0);
    CHECK(parse_number("1" + std::string(400, '0') + "e-400") == 1.0);
}

TEST_CASE("every power of two and its neighbours are written shortest and read back") {
    for (std::uint64_t exponent = 0; exponent < 2047; ++exponent)
        for (const std::uint64_t fraction : {std::uint64_t{0}, std::uint64_t{1}, (std::uint64_t{1} << 52) - 1})
            if (const double number = from_bits(exponent << 52 | fraction); number != 0) check_both_ways(number);
}

TEST_CASE("random doubles are written shortest and read back") {
    std::mt19937_64 random(1);
    for (int i = 0; i < 20'000; ++i) {
        const double any = from_bits(random());
        if (std::isfinite(any) && any != 0) check_both_ways(any);
        check_both_ways(from_bits((random() >> (12 + random() % 52)) + 1));  // subnormal
        check_both_ways(static_cast<double>(1 + random() % 1'000'000'000) / 1'000);
        check_both_ways(static_cast<double>(1 + random() % 2'000'000'000) / static_cast<double>(1 + random() % 10'000));
    }
}

TEST_CASE("random decimals are read as the standard library reads them") {
    std::mt19937_64 random(2);
    for (int i = 0; i < 20'000; ++i) {
        std::string text(1, static_cast<char>('1' + random() % 9));
        const std::size_t digits = random() % (i % 50 == 0 ? 900 : 25);
        for (std::size_t digit = 0; digit < digits; ++digit) text += static_cast<char>('0' + random() % 10);
        if (const std::size_t point = 1 + random() % text.size(); point < text.size()) text.insert(point, 1, '.');
        if (random() % 2 == 0) text += "e" + std::to_string(static_cast<int>(random() % 700) - 350);
        INFO(text);
        if (parse_number(text) != read_by_library(text)) CHECK(parse_number(text) == read_by_library(text));
    }
}
