#include <catch2/catch_test_macros.hpp>

#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::Stage;

namespace {

constexpr std::string_view sliders = R"({"elements": [
  {"type": "slider", "name": "heat", "title": "How warm?", "min": 15, "max": 25, "step": 0.1},
  {"type": "slider", "name": "price", "title": "What may it cost?", "sliderType": "range", "step": 5}]})";

void move(Stage& stage, std::string_view label, float value) {
    ControlEvent event;
    event.kind = ControlEvent::Kind::set_value;
    event.node = stage.get(Role::slider, label).id;
    event.value = value;
    stage.widget->apply(event);
    stage.frame();
}

}  // namespace

TEST_CASE("A slider says its bounds, and no value before it was moved") {
    Stage stage(sliders);
    const Node& heat = stage.get(Role::slider, "How warm?");
    CHECK(heat.min == 15);
    CHECK(heat.max == 25);
    CHECK(heat.step == 0.1f);
    CHECK(stage.text(heat.text).empty());
    CHECK(stage.answer("heat").is_null());
}

TEST_CASE("A moved slider answers with the step that is meant, as decimal as it is written") {
    Stage stage(sliders);
    move(stage, "How warm?", 20.3f);
    CHECK(stage.answer("heat") == core::Value(20.3));
    CHECK(stage.text(stage.get(Role::slider, "How warm?").text) == "20.3");
    move(stage, "How warm?", 99);
    CHECK(stage.answer("heat") == core::Value(25));
}

TEST_CASE("The thumbs of a range stand in a group and do not pass each other") {
    Stage stage(sliders);
    const Node& group = stage.get(Role::group, "What may it cost?");
    CHECK(stage.get(Role::slider, "From").parent == group.id);
    CHECK(stage.get(Role::slider, "To").value == 100);
    move(stage, "From", 22);
    CHECK(stage.answer("price") == core::Value::array({20, 100}));
    move(stage, "To", 5);
    CHECK(stage.answer("price") == core::Value::array({20, 20}));
    move(stage, "From", 60);
    CHECK(stage.answer("price") == core::Value::array({20, 20}));
}

TEST_CASE("The ends of a range keep the distances that their author allows") {
    Stage stage(R"({"elements": [{"type": "slider", "name": "s", "sliderType": "range", "step": 5,
                                  "minRangeLength": 10, "maxRangeLength": 32}]})");
    CHECK(stage.get(Role::slider, "From").value == 35);
    CHECK(stage.get(Role::slider, "To").value == 65);
    move(stage, "From", 60);
    CHECK(stage.answer("s") == core::Value::array({55, 65}));
    move(stage, "To", 100);
    CHECK(stage.answer("s") == core::Value::array({55, 85}));
    move(stage, "To", 0);
    CHECK(stage.answer("s") == core::Value::array({55, 65}));

    Stage least(R"({"elements": [{"type": "slider", "name": "s", "sliderType": "range", "minRangeLength": 10}]})");
    CHECK(least.get(Role::slider, "To").value == 100);
    move(least, "From", 30);
    CHECK(least.answer("s") == core::Value::array({30, 100}));
    move(least, "To", 35);
    CHECK(least.answer("s") == core::Value::array({30, 40}));
}

TEST_CASE("A slider that is read only cannot be moved") {
    Stage stage(R"({"mode": "display", "elements": [{"type": "slider", "name": "s", "title": "Fixed", "defaultValue": 7}]})");
    CHECK(stage.has(Role::slider, "Fixed", flag_disabled));
    move(stage, "Fixed", 50);
    CHECK(stage.actions.empty());
}

TEST_CASE("The ends of a slider are where its formulas put them, and move with an answer") {
    Stage stage(R"({"elements": [{"type": "text", "name": "guests", "title": "How many come?", "inputType": "number"},
        {"type": "slider", "name": "seats", "title": "Who needs a seat?", "max": 50, "maxValueExpression": "{guests}"}]})");
    CHECK(stage.get(Role::slider, "Who needs a seat?").max == 50);
    stage.type(Role::text_field, "How many come?", "12");
    stage.settle();
    CHECK(stage.get(Role::slider, "Who needs a seat?").max == 12);
    move(stage, "Who needs a seat?", 40);
    CHECK(stage.answer("seats") == core::Value(12));
}

TEST_CASE("The ends of a range that moves are bounded by where its ends are") {
    Stage stage(R"({"elements": [{"type": "slider", "name": "s", "title": "How long?", "sliderType": "range", "max": 10, "maxValueExpression": "1000", "minRangeLength": 200}]})");
    move(stage, "From", 950);
    CHECK(stage.answer("s") == core::Value::array({800, 1000}));
}
