#include <catch2/catch_test_macros.hpp>

#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::Stage;

namespace {

constexpr std::string_view ranks = R"({"elements": [
  {"type": "ranking", "name": "order", "title": "What first?", "choices": ["Bread", "Soup", "Cake"]}]})";

}  // namespace

TEST_CASE("A ranking is moved by its buttons, tells the new place and keeps the focus") {
    Stage stage(ranks);
    CHECK(stage.has(Role::button, "Bread: move up", flag_disabled));
    stage.press(Role::button, "Soup: move up");
    CHECK(stage.answer("order") == core::Value::array({"Soup", "Bread", "Cake"}));
    CHECK(stage.get(Role::text, "1. Soup").y < stage.get(Role::text, "2. Bread").y);
    CHECK(stage.find(Role::status, "Soup is now number 1 of 3") != nullptr);
    // Up is at an end: the focus stays in the row.
    CHECK(stage.widget->focus() == stage.get(Role::button, "Soup: move down").id);
    stage.press(Role::button, "Bread: move down");
    CHECK(stage.answer("order") == core::Value::array({"Soup", "Cake", "Bread"}));
    CHECK(stage.find(Role::status, "Bread is now number 3 of 3") != nullptr);
}

TEST_CASE("A ranking is dragged by its grip to any place, and no further than the ends") {
    Stage stage(ranks);
    const auto drag = [&stage](std::string_view label, float place) {
        ControlEvent event;
        event.kind = ControlEvent::Kind::set_value;
        event.node = stage.get(Role::grip, label).id;
        event.value = place;
        stage.widget->apply(event);
        stage.frame();
    };
    drag("Cake", 0);
    CHECK(stage.answer("order") == core::Value::array({"Cake", "Bread", "Soup"}));
    drag("Cake", 9);
    CHECK(stage.answer("order") == core::Value::array({"Bread", "Soup", "Cake"}));
    CHECK(stage.actions.size() == 2);
    drag("Cake", 2);
    CHECK(stage.actions.size() == 2);
}

TEST_CASE("Only what was picked is ranked where picking comes first") {
    Stage stage(R"({"elements": [{"type": "ranking", "name": "order", "title": "Your best", "selectToRankEnabled": true,
                                  "choices": ["Bread", "Soup", "Cake"]}]})");
    CHECK(stage.find(Role::grip, "Cake") == nullptr);
    stage.press(Role::checkbox, "Cake");
    stage.press(Role::checkbox, "Bread");
    stage.press(Role::button, "Bread: move up");
    CHECK(stage.answer("order") == core::Value::array({"Bread", "Cake"}));
}
