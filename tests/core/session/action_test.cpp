#include "core/session/action.h"

#include "tests/core/definition/load.h"

namespace canvass::core {

TEST_CASE("every action has a JSON form that reads back the same") {
    const Action actions[] = {SetValue{"q", Value::array({Value(1)})}, SetComment{"q", "why"}, ClearValue{"q"},
                              SetVariable{"v", Value(true)},           NextPage{},             PreviousPage{},
                              Complete{},                              SetLocale{"de"}};
    for (const Action& action : actions) {
        const Value json = to_json(action);
        INFO(write_json(json));
        const Result<Action> again = action_from_json(json);
        REQUIRE(again);
        CHECK(again->index() == action.index());
        CHECK(to_json(*again) == json);
    }
    CHECK(write_json(to_json(PreviousPage{})) == R"({"do":"back"})");
}

TEST_CASE("what is no action is said to be none") {
    const auto code = [](const std::string& text) {
        const Result<Action> action = action_from_json(json_of(text));
        REQUIRE_FALSE(action);
        return action.error().front().code;
    };
    CHECK(code("[]") == Code::wrong_type);
    CHECK(code("{}") == Code::missing_property);
    CHECK(code("{'do': 'dance'}") == Code::unknown_action);
    CHECK(code("{'do': 'set', 'value': 1}") == Code::missing_property);
    CHECK(code("{'do': 'set', 'name': 3}") == Code::wrong_type);
    CHECK(code("{'do': 'locale', 'locale': 3}") == Code::wrong_type);
    CHECK(code("{'do': 'comment', 'name': 'q'}") == Code::missing_property);
}

}  // namespace canvass::core
