// Elections with published outcomes. CANVASS_CONFORMANCE_DIR names the folder of the cases.
#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "core/json/json.h"
#include "core/poll/election.h"

using namespace canvass::core;

namespace {

Value cases(const std::string& name) {
    const char* folder = std::getenv("CANVASS_CONFORMANCE_DIR");
    if (!folder) SKIP("CANVASS_CONFORMANCE_DIR is not set");
    std::ifstream file(std::string(folder) + "/" + name);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    JsonLimits limits;
    limits.bytes = std::size_t{1} << 30;
    limits.values = std::size_t{1} << 26;
    return *parse_json(text, limits).value().find("cases");
}

// The published counts give an over-vote to all of its candidates in equal parts; a vote for each keeps their
// order in every one of these cases.
TallyResult count(const Value& each) {
    Value file = Value::object({{"candidates", *each.find("candidates")}, {"ballots", *each.find("ballots")}});
    file.set("rules", Value::object({{"overVote", "every"}}));
    const auto election = election_from_json(file);
    REQUIRE(election);
    return tally(*election, "plurality").value();
}

Value as_json(const std::vector<OptionGroup>& order) {
    Value groups = Value::array();
    for (const OptionGroup& group : order) {
        Value list = Value::array();
        for (const OptionIndex option : group) list.push(static_cast<double>(option));
        groups.push(list);
    }
    return groups;
}

}  // namespace

TEST_CASE("published plurality outcomes are reproduced", "[conformance]") {
    const Value all = cases("ranked_published.json");
    int compared = 0;
    for (const Value& each : *all.as_array()) {
        const Value* expected = each.find("expected")->find("fptp");
        if (!expected) continue;
        INFO(each.find("id")->text());
        const TallyResult result = count(each);
        if (const Value* winners = expected->find("winners"))
            CHECK(as_json({result.winners}) == Value::array({*winners}));
        if (const Value* order = expected->find("order"))
            CHECK(write_json(as_json(result.order)) == write_json(*order));
        ++compared;
    }
    CHECK(compared == 6);
}

TEST_CASE("plurality orders of real elections are reproduced", "[conformance]") {
    const Value all = cases("ranked_tideman.json");
    int compared = 0;
    for (const Value& each : *all.as_array()) {
        for (const char* mode : {"explicit", "implicit"}) {
            const Value* expected = each.find("expected")->find(mode)->find("fptp");
            if (!expected) continue;
            INFO(each.find("id")->text());
            CHECK(as_json(count(each).order) == *expected);
            ++compared;
        }
    }
    CHECK(compared == 92);
}
