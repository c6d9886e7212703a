#include <catch2/catch_test_macros.hpp>

#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::Stage;

namespace {

constexpr std::string_view lists = R"({"elements": [
  {"type": "dropdown", "name": "town", "title": "Your town", "isRequired": true, "placeholder": "Pick one",
   "choices": ["Bonn", {"value": "k", "text": "Köln"}, {"value": "x", "enableIf": "{never} = 1"}], "showOtherItem": true},
  {"type": "tagbox", "name": "pets", "title": "Your pets", "choices": ["Cat", "Dog", "Fish"], "showNoneItem": true}]})";

void choose(Stage& stage, std::string_view label, float index) {
    ControlEvent event;
    event.kind = ControlEvent::Kind::set_value;
    event.node = stage.get(Role::select, label).id;
    event.value = index;
    stage.widget->apply(event);
    stage.frame();
}

}  // namespace

TEST_CASE("A dropdown offers every choice to the native control and says which cannot be taken") {
    Stage stage(lists);
    const Node& town = stage.get(Role::select, "Your town");
    CHECK(town.value == -1);
    CHECK((town.flags & flag_required) != 0);
    CHECK(stage.text(town.placeholder) == "Pick one");
    CHECK(stage.text(town.options) == "\x1e" "Bonn\x1e" "K\xc3\xb6ln\x1fx\x1e" "Other (describe)");
}

TEST_CASE("What is chosen in a dropdown is the answer, and nothing again takes it back") {
    Stage stage(lists);
    choose(stage, "Your town", 1);
    CHECK(stage.answer("town") == core::Value("k"));
    CHECK(stage.get(Role::select, "Your town").value == 1);
    CHECK(stage.text(stage.get(Role::select, "Your town").text) == "Köln");
    choose(stage, "Your town", -1);
    CHECK(stage.answer("town").is_null());
    choose(stage, "Your town", 99);
    CHECK(stage.answer("town").is_null());
}

TEST_CASE("Other in a dropdown opens the field for it") {
    Stage stage(lists);
    choose(stage, "Your town", 3);
    CHECK(stage.find(Role::text_field, stage.texts[core::Text::comment_label]) != nullptr);
}

TEST_CASE("What a choice of a dropdown asks for is written below it") {
    Stage stage(R"({"elements": [{"type": "dropdown", "name": "d", "title": "Town", "choices": ["Graz", {"value": "else", "showCommentArea": true}]}]})");
    choose(stage, "Town", 1);
    stage.type(Role::text_field, "else: " + std::string(stage.texts[core::Text::comment_label]), "Linz");
    CHECK(stage.answer("d") == core::Value::object({{"value", "else"}, {"comment", "Linz"}}));
}

TEST_CASE("A tagbox takes what is a choice from its field and shows it as a chip that can be removed") {
    Stage stage(lists);
    stage.type(Role::text_field, "Your pets", "Dog");
    stage.type(Role::text_field, "Your pets", "Dinosaur");
    stage.type(Role::text_field, "Your pets", "Cat");
    CHECK(stage.answer("pets") == core::Value::array({"Dog", "Cat"}));
    CHECK(stage.text(stage.get(Role::text_field, "Your pets").options) == "\x1e" "Fish\x1e" "None");
    stage.click(Role::button, "Remove: Dog");
    CHECK(stage.answer("pets") == core::Value::array({"Cat"}));
    CHECK(stage.find(Role::button, "Remove: Dog") == nullptr);
    CHECK(stage.widget->focus() == stage.get(Role::text_field, "Your pets").id);
    stage.type(Role::text_field, "Your pets", "None");
    CHECK(stage.answer("pets") == core::Value::array({"none"}));
}

TEST_CASE("Ten thousand choices rest like two") {
    std::string many = R"({"elements": [{"type": "dropdown", "name": "n", "title": "Number", "choicesMin": 1, "choicesMax": 10000}]})";
    Stage stage(many);
    stage.settle();
    CHECK_FALSE(stage.frame().picture_changed);
    choose(stage, "Number", 9999);
    CHECK(stage.answer("n") == core::Value(10000));
}
