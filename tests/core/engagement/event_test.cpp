#include "core/engagement/event.h"

#include <catch2/catch_test_macros.hpp>

#include "core/json/json.h"
#include "tests/core/engagement/support.h"

using namespace canvass::core;
using namespace canvass::core::engagement_tests;

namespace {

Result<Report> read(const char* json) { return report_from_json(parse_json(json).value(), *model(plain_model())); }

// Pointers and codes of what is wrong, in one text.
std::string faults(const char* json) {
    const Result<Report> report = read(json);
    if (report) return "none";
    std::string all;
    for (const Diagnostic& fault : report.error()) all += (all.empty() ? "" : " ") + fault.pointer + ":" + std::string(name_of(fault.code));
    return all;
}

}  // namespace

TEST_CASE("an event is read with its time, the member's offset, weight and subject", "[engagement]") {
    const Result<Report> report = read(
        R"({"id": "e", "member": "m", "type": "big", "at": "2026-01-02T00:30:00+01:00", "weight": 1.5, "subject": "s",
            "details": {"nps": 3}})");
    REQUIRE(report);
    const auto& event = std::get<Event>(*report);
    CHECK(event.member == "m");
    CHECK(event.subject == "s");
    CHECK(event.type == big);
    CHECK(event.at == day(0) + 23 * 3'600'000 + 30 * 60'000);
    CHECK(local_day(event.at, event.utc_offset) == 20'455);
    CHECK(event.weight_q20 == (3u << 20) / 2);
    CHECK(event.key == event_key("e"));
}

TEST_CASE("the member's offset is read however the time is written", "[engagement]") {
    for (const char* at : {"2026-01-02T01:15:00+05:00", "2026-01-02T01:15:00+0500", "2026-01-02 01:15:00+05:00", "2026-01-02T01:15+05:00"}) {
        INFO(at);
        const Result<Report> report = report_from_json(
            Value::object({{"id", "e"}, {"member", "m"}, {"type", "act"}, {"at", at}}), *model(plain_model()));
        if (report) CHECK(std::get<Event>(*report).utc_offset == 300);
    }
    CHECK(std::get<Event>(read(R"({"id": "e", "member": "m", "type": "act", "at": "2026-01-02T01:15:00-03:30"})").value()).utc_offset == -210);
    CHECK(std::get<Event>(read(R"({"id": "e", "member": "m", "type": "act", "at": "2026-01-02T01:15:00Z"})").value()).utc_offset == 0);
}

TEST_CASE("a report can also undo an event or take a member out", "[engagement]") {
    CHECK(std::get<Undo>(read(R"({"undo": "e"})").value()).key == event_key("e"));
    CHECK(std::get<OptOut>(read(R"({"optOut": "m"})").value()).member == "m");
    CHECK(faults(R"({"undo": 5})") == "/undo:wrong-type");
}

TEST_CASE("every fault of an event is named with its place", "[engagement]") {
    CHECK(faults("[]") == ":wrong-type");
    CHECK(faults("{}") == ":missing-property :missing-property :missing-property :missing-property");
    CHECK(faults(R"({"id": "", "member": 4, "type": "bog", "at": "yesterday", "weight": 0, "subject": [], "details": 1})") ==
          "/id:wrong-type /member:wrong-type /subject:wrong-type /type:unknown-activity /at:wrong-type /weight:wrong-type "
          "/details:wrong-type");
    const Result<Report> report = read(R"({"id": "e", "member": "m", "type": "bigg", "at": 0})");
    REQUIRE_FALSE(report);
    CHECK(describe(report.error().front()).find("perhaps “big”") != std::string::npos);
}

TEST_CASE("absurd times, weights and names are refused", "[engagement]") {
    CHECK(faults(R"({"id": "e", "member": "m", "type": "act", "at": 1e300})") == "/at:wrong-type");
    CHECK(faults(R"({"id": "e", "member": "m", "type": "act", "at": -1})") == "/at:wrong-type");
    CHECK(faults(R"({"id": "e", "member": "m", "type": "act", "at": "2100-01-01"})") == "/at:wrong-type");
    CHECK(faults(R"({"id": "e", "member": "m", "type": "act", "at": 0, "weight": 100.5})") == "/weight:wrong-type");
    CHECK(faults(R"({"id": "e", "member": "m", "type": "act", "at": 0, "weight": 1e-9})") == "/weight:wrong-type");
    const std::string longest(201, 'x');
    CHECK(faults((R"({"id": ")" + longest + R"(", "member": "m", "type": "act", "at": 0})").c_str()) == "/id:wrong-type");
}

TEST_CASE("acting on oneself is nobody's subject", "[engagement]") {
    CHECK(std::get<Event>(read(R"({"id": "e", "member": "m", "type": "act", "at": 0, "subject": "m"})").value()).subject.empty());
}
