#include "core/engagement/model.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/json/json.h"

using namespace canvass::core;

namespace {

std::string faults(const char* json) {
    const Result<Model> model = model_from_json(parse_json(json).value());
    if (model) return "none";
    std::string all;
    for (const Diagnostic& fault : model.error()) all += (all.empty() ? "" : " ") + fault.pointer + ":" + std::string(name_of(fault.code));
    return all;
}

}  // namespace

TEST_CASE("every model that comes with Canvass reads without a fault and names its source", "[engagement]") {
    for (const std::string_view name : ready_models()) {
        INFO(name);
        const Result<Model> model = model_from_json(*ready_model(name));
        REQUIRE(model);
        CHECK(model->name == name);
        CHECK_FALSE(model->source.empty());
        CHECK(model->levels.size() >= 4);
    }
    CHECK(ready_model("none") == nullptr);
}

TEST_CASE("a model extends another: types are added or changed, lists are replaced", "[engagement]") {
    const Model model = model_from_json(parse_json(R"({"extends": "canvass", "name": "garden", "halfLifeDays": 14,
        "types": {"posted": {"weight": 9}, "watered": {"weight": 2, "perDay": 1}},
        "levels": [{"name": "Seed"}, {"name": "Tree", "from": 50, "keep": 10}]})").value()).value();
    CHECK(model.name == "garden");
    CHECK(model.half_life.ms == 14 * ms_per_day);
    CHECK(model.types[*model.find_type("posted")].weight_q20 == 9u << 20);
    CHECK(model.types[*model.find_type("posted")].per_day == 5);
    CHECK(model.types[*model.find_type("watered")].per_day == 1);
    REQUIRE(model.levels.size() == 2);
    CHECK(model.levels[1].keep == 10 * micro);
    CHECK_FALSE(model.badges.empty());
}

TEST_CASE("a level is kept down to three quarters when nothing else is said", "[engagement]") {
    const Model model = model_from_json(parse_json(R"({"types": {"a": {}}, "levels": [{"name": "0"}, {"name": "1", "from": 8}]})").value()).value();
    CHECK(model.levels[1].keep == 6 * micro);
}

TEST_CASE("what a page may report has a limit a day", "[engagement]") {
    CHECK(faults(R"({"types": {"a": {"fromPage": true, "perDay": 2}}})") == "none");
    CHECK(faults(R"({"types": {"a": {"fromPage": true}}})") == "/types/a:missing-property");
    CHECK(faults(R"({"types": {"a": {"fromPage": 1, "perDay": 2}}})") == "/types/a/fromPage:wrong-type");
}

TEST_CASE("every fault of a model is named with its place", "[engagement]") {
    CHECK(faults("3") == ":wrong-type");
    CHECK(faults("{}") == ":missing-property");
    CHECK(faults(R"({"extends": "orbits", "typs": {}, "halfLifeDays": 0, "types": {"a": {"weight": 5000, "perday": 3}, "b": 1}})") ==
          "/extends:unknown-value /typs:unknown-setting /halfLifeDays:wrong-type /types/a/perday:unknown-setting "
          "/types/a/weight:wrong-type /types/b:wrong-type");
    CHECK(faults(R"({"types": {"a": {}}, "levels": [{"name": "0", "from": 3}, {"name": "1"}, {"from": 5}, {"name": "3", "from": 4}]})") ==
          "/levels/0:unknown-value /levels/1:missing-property /levels/2:missing-property /levels/3/from:unknown-value");
}

TEST_CASE("levels rise in what reaches and what keeps them, each with a name of its own", "[engagement]") {
    CHECK(faults(R"({"types": {"a": {}}, "levels": [{"name": "0"}, {"name": "1", "from": 10, "keep": 9}, {"name": "2", "from": 20, "keep": 2}]})") ==
          "/levels/2/keep:unknown-value");
    CHECK(faults(R"({"types": {"a": {}}, "levels": [{"name": "0"}, {"name": "1", "from": 50}, {"name": "2", "when": "true"}, {"name": "3", "from": 10}]})") ==
          "/levels/3/from:unknown-value");
    CHECK(faults(R"({"types": {"a": {}}, "levels": [{"name": "x"}, {"name": "x", "from": 2}]})") == "/levels/1/name:unknown-value");
    CHECK(faults(R"({"types": {"a": {}}, "levels": [{"name": "x"}, {"name": "y", "from": 1e300, "keep": 1e300}]})").starts_with("/levels/1/from:wrong-type"));
}

TEST_CASE("conditions are checked when the model is read", "[engagement]") {
    CHECK(faults(R"({"types": {"a": {}}, "badges": [{"name": "x", "when": "{scor} >"}]})") == "/badges/0/when:expression-syntax");
    CHECK(faults(R"({"types": {"a": {}}, "badges": [{"name": "x", "when": "{scor} > 1 and {count.b} > 1"}]})") ==
          "/badges/0/when:unknown-fact /badges/0/when:unknown-activity");
    CHECK(faults(R"x({"types": {"a": {}}, "badges": [{"name": "x", "when": "nothing({score})"}]})x") == "/badges/0/when:unknown-function");
    CHECK(faults(R"({"types": {"a": {}}, "suggestions": [{"name": "x", "on": "b", "when": "{event.nps} < 7"}]})") ==
          "/suggestions/0:missing-property /suggestions/0/on:unknown-activity");
}

TEST_CASE("a model has no more types and rules than can be looked through", "[engagement]") {
    Value types = Value::object(), badges = Value::array();
    for (int i = 0; i < 300; ++i) types.set("t" + std::to_string(i), Value::object());
    CHECK(model_from_json(Value::object({{"types", types}})).error().front().code == Code::too_large);
    for (int i = 0; i < 101; ++i) badges.push(Value::object({{"name", "b"}, {"when", "true"}}));
    CHECK(model_from_json(Value::object({{"extends", "canvass"}, {"badges", badges}})).error().front().code == Code::too_large);
}
