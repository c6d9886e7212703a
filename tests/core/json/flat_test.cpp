#include "core/json/flat.h"

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "tests/core/json/flat_writer.h"

using namespace canvass::core;
using canvass::test::f64;
using canvass::test::flat;
using canvass::test::u32;

namespace {

const Value sample = Value::object({
    {"", nullptr},
    {"flags", Value::array({true, false})},
    {"numbers", Value::array({0, -1.5, 5e-324, 1e308})},
    {"text", "zwölf 😀"},
    {"deep", Value::array({Value::array({Value::object({{"a", Value::object()}}), Value::array()})})},
});

std::string reason(std::string_view buffer) {
    const auto result = read_flat(buffer);
    if (result) return "read: " + write_json(*result);
    const Diagnostic& fault = result.error().front();
    return fault.detail + (fault.detail.empty() ? "at " : " at ") + std::to_string(fault.position);
}

}  // namespace

TEST_CASE("a flat buffer gives the value it was made of") {
    const auto read = read_flat(flat(sample));
    REQUIRE(read);
    CHECK(*read == sample);
    CHECK(write_json(*read) == write_json(sample));
}

TEST_CASE("a flat buffer gives the same bytes as the text that the native parser reads") {
    const std::string text = R"({"b":[1,2.5,"x\n\u00e4"],"a":{"c":null,"d":true}})";
    CHECK(write_json(read_flat(flat(parse_json(text).value())).value()) == write_json(parse_json(text).value()));
}

TEST_CASE("numbers may stand at any address") {
    for (std::size_t shift = 0; shift < 8; ++shift) {
        const std::string buffer = std::string(shift, '\0') + flat(Value(0.1));
        CHECK(read_flat(std::string_view(buffer).substr(shift)).value() == Value(0.1));
    }
}

TEST_CASE("every buffer that is cut short is a fault, never a value") {
    const std::string buffer = flat(sample);
    for (std::size_t size = 0; size < buffer.size(); ++size) {
        const auto read = read_flat(std::string_view(buffer).substr(0, size));
        if (read || read.error().front().code != Code::json_syntax) FAIL("cut to " << size);
    }
}

TEST_CASE("malformed buffers say where they are wrong, and what was expected where that is not plain") {
    CHECK(reason("") == "at 0");
    CHECK(reason("\7") == "at 0");
    CHECK(reason(flat(Value(true)) + "\1") == "at 1");
    CHECK(reason('\4' + u32(0xFFFFFFFF) + "x") == "at 5");
    CHECK(reason('\5' + u32(0xFFFFFFFF)) == "at 5");
    CHECK(reason('\6' + u32(1) + u32(3) + "a") == "at 9");
    CHECK(reason('\3' + f64(std::numeric_limits<double>::infinity())) == "number < 1.8e308 at 9");
}

TEST_CASE("ill-formed UTF-8 in a flat buffer is replaced") {
    CHECK(read_flat('\4' + u32(2) + "a\xFF").value() == Value("a\uFFFD"));
    CHECK(read_flat('\6' + u32(1) + u32(1) + "\xFF" + '\2').value() == Value::object({{"\uFFFD", true}}));
}

TEST_CASE("a flat buffer is held to the limits") {
    std::string nested;
    for (int i = 0; i < 1'000; ++i) nested += '\5' + u32(1);
    const auto deep = read_flat(nested + '\0');
    REQUIRE_FALSE(deep);
    CHECK(deep.error().front().code == Code::too_deep);
    CHECK(deep.error().front().limit == 100);

    JsonLimits limits;
    limits.values = 3;
    CHECK(read_flat(flat(Value::array({1, 2})), limits));
    const auto many = read_flat(flat(Value::array({1, 2, 3})), limits);
    REQUIRE_FALSE(many);
    CHECK(many.error().front().code == Code::too_large);
    CHECK(many.error().front().pointer == "/2");

    limits.bytes = 1;
    CHECK(read_flat(std::string(16, '\0'), limits).error().front().code == Code::too_large);
}
