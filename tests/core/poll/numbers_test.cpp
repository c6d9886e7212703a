// Reference values: R 4.2.2, in the folder of published cases, and where that is absent, those of the tables.
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "core/json/json.h"
#include "core/poll/methods.h"
#include "core/poll/numbers.h"

using namespace canvass::core;
using Catch::Approx;

namespace {

Value counted(std::string_view method, std::string_view ballots) {
    const auto election = election_from_json(*parse_json(R"({"ballots": )" + std::string(ballots) + "}"));
    REQUIRE(election);
    const auto result = tally(*election, method);
    REQUIRE(result);
    return to_json(*result, election->candidates);
}

double of(const Value& json, std::string_view member) { return json.find(member)->as_number(); }
double at(const Value& list, std::size_t index) { return (*list.as_array())[index].as_number(); }

}  // namespace

TEST_CASE("intervals are those that R gives", "[conformance]") {
    const char* folder = std::getenv("CANVASS_CONFORMANCE_DIR");
    if (!folder) SKIP("CANVASS_CONFORMANCE_DIR is not set");
    std::ifstream file(std::string(folder) + "/stats_reference.json");
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    const Value reference = *parse_json(text);
    int compared = 0;
    for (const Value& each : *reference.find("proportion_ci")->as_array()) {
        if (of(each, "conf") != 0.95) continue;
        const Interval interval = wilson_interval(static_cast<std::int64_t>(of(each, "x")), static_cast<std::int64_t>(of(each, "n")));
        CHECK(interval.first == Approx(at(*each.find("wilson"), 0)).margin(1e-12));
        CHECK(interval.second == Approx(at(*each.find("wilson"), 1)).margin(1e-12));
        ++compared;
    }
    CHECK(compared >= 5);
    for (const Value& each : *reference.find("quantiles")->find("t")->as_array()) {
        if (of(each, "p") == 0.975) CHECK(student_quantile(static_cast<std::int64_t>(of(each, "df"))) == Approx(of(each, "q")).epsilon(1e-10));
    }
    for (const Value& each : *reference.find("nps")->as_array()) {
        NumberTally tally;
        tally.add(10, static_cast<std::int64_t>(of(each, "promoters")));
        tally.add(8, static_cast<std::int64_t>(of(each, "passives")));
        tally.add(3, static_cast<std::int64_t>(of(each, "detractors")));
        const Value result = tally.result("nps");
        CHECK(of(result, "score") == Approx(of(each, "nps")).margin(1e-9));
        if (of(each, "nps") + of(each, "moe95") <= 100 && of(each, "nps") - of(each, "moe95") >= -100)
            CHECK(at(*result.find("interval"), 1) == Approx(of(each, "nps") + of(each, "moe95")).margin(1e-9));
    }
    const Value& groups = *reference.find("two_groups");
    NumberTally tally;
    for (const Value& number : *groups.find("a")->as_array()) tally.add(number.as_number());
    const Value result = tally.result("number");
    CHECK(at(*result.find("meanInterval"), 0) == Approx(at(*groups.find("mean_ci95_a"), 0)).epsilon(1e-10));
    CHECK(at(*result.find("meanInterval"), 1) == Approx(at(*groups.find("mean_ci95_a"), 1)).epsilon(1e-10));
}

TEST_CASE("numbers have a mean, a median and a histogram") {
    const Value json = counted("number", "[[2, 1], [1, 4], [1, 10]]");
    CHECK(of(json, "count") == 4);
    CHECK(of(json, "mean") == 4);
    CHECK(of(json, "median") == 2.5);
    CHECK(of(json, "least") == 1);
    CHECK(of(json, "most") == 10);
    CHECK(write_json(*json.find("histogram")) == "[[1,2],[4,1],[10,1]]");
    CHECK(student_quantile(30) == Approx(2.042272).epsilon(1e-6));
}

TEST_CASE("answers outside the scale are invalid, and no answers have no mean") {
    const Value nps = counted("nps", "[[5, 10], [3, 8], [2, 0], [1, 11], [1, 2.5], [1, -1]]");
    CHECK(of(nps, "invalid") == 3);
    CHECK(of(nps, "voters") == 10);
    CHECK(of(nps, "score") == Approx(30));
    CHECK(of(counted("csat", "[[3, 5], [1, 4], [4, 1]]"), "share") == Approx(50));
    CHECK(of(counted("ces", "[[1, 7], [1, 5]]"), "mean") == 6);
    const Value none = NumberTally().result("number");
    CHECK(of(none, "count") == 0);
    CHECK(none.find("mean") == nullptr);
}

TEST_CASE("answers are withdrawn and tallies merged") {
    NumberTally one, other;
    one.add(3, 2);
    one.add(-0.0);
    other.add(3);
    other.add(5);
    const NumberTally before = one;
    one.merge(other);
    one.withdraw(5);
    one.withdraw(3);
    CHECK(one == before);
}
