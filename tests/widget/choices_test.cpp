#include <catch2/catch_test_macros.hpp>

#include "tests/widget/support/definitions.h"
#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::every_kind;
using widget::tests::Stage;

TEST_CASE("A radio is chosen by pointer and by mirror alike") {
    Stage stage(every_kind);
    stage.click(Role::radio, "Red");
    CHECK(stage.answer("colour") == core::Value("red"));
    CHECK(stage.has(Role::radio, "Red", flag_checked));

    stage.press(Role::radio, "Blue");
    CHECK(stage.answer("colour") == core::Value("blue"));
    CHECK(stage.has(Role::radio, "Blue", flag_checked));
    CHECK_FALSE(stage.has(Role::radio, "Red", flag_checked));
    CHECK(stage.actions.size() == 2);
}

TEST_CASE("A press that begins beside a control, or ends there, presses nothing") {
    Stage stage(every_kind);
    const Node red = stage.get(Role::radio, "Red");
    stage.widget->pointer_move(red.x + 5, red.y + 5);
    stage.widget->pointer_button(true, false);
    stage.widget->pointer_move(red.x + 5, red.y - 3);
    stage.widget->pointer_button(false, false);
    stage.frame();
    stage.widget->pointer_button(true, false);
    stage.widget->pointer_move(red.x + 5, red.y + 5);
    stage.widget->pointer_button(false, false);
    stage.frame();
    CHECK(stage.actions.empty());
}

TEST_CASE("A checkbox adds to the answer in the order of choosing and takes out again") {
    Stage stage(every_kind);
    stage.click(Role::checkbox, "Tuesday");
    stage.press(Role::checkbox, "Monday");
    CHECK(stage.answer("days") == core::Value::array({"Tuesday", "Monday"}));
    stage.click(Role::checkbox, "Tuesday");
    CHECK(stage.answer("days") == core::Value::array({"Monday"}));
    stage.click(Role::checkbox, "Monday");
    CHECK(stage.answer("days").is_null());
}

TEST_CASE("None stands alone among checkboxes") {
    Stage stage(every_kind);
    stage.click(Role::checkbox, "Monday");
    stage.click(Role::checkbox, "None");
    CHECK(stage.answer("days") == core::Value::array({"none"}));
    CHECK_FALSE(stage.has(Role::checkbox, "Monday", flag_checked));
    stage.click(Role::checkbox, "Tuesday");
    CHECK(stage.answer("days") == core::Value::array({"Tuesday"}));
}

TEST_CASE("Ratings answer with the number of the cell") {
    Stage stage(every_kind);
    stage.click(Role::radio, "7");
    CHECK(stage.answer("score") == core::Value(7));
    CHECK(stage.has(Role::radio, "7", flag_checked));
    CHECK(stage.text(stage.get(Role::radio, "0").description) == "Not at all");
    CHECK(stage.text(stage.get(Role::radio, "10").description) == "Very likely");
}

TEST_CASE("Stars and faces are radios like numbers") {
    Stage stage(R"({"elements": [{"type": "rating", "name": "s", "rateType": "stars"}]})");
    stage.click(Role::radio, "4");
    CHECK(stage.answer("s") == core::Value(4));
    Stage faces(R"({"elements": [{"type": "rating", "name": "f", "rateType": "smileys"}]})");
    faces.press(Role::radio, "1");
    CHECK(faces.answer("f") == core::Value(1));
}

TEST_CASE("Yes stands before no, and both answer") {
    Stage stage(every_kind);
    CHECK(stage.get(Role::radio, "Yes").x < stage.get(Role::radio, "No").x);
    stage.click(Role::radio, "No");
    CHECK(stage.answer("again") == core::Value(false));
    stage.click(Role::radio, "Yes");
    CHECK(stage.answer("again") == core::Value(true));
}

TEST_CASE("Choosing other opens a field whose text is the comment") {
    Stage stage(every_kind);
    const std::string label(stage.texts[core::Text::comment_label]);
    CHECK(stage.find(Role::text_field, label) == nullptr);
    stage.press(Role::radio, std::string(stage.texts[core::Text::other]));
    stage.type(Role::text_field, label, "violet");
    CHECK(stage.session->view().elements[0].comment == "violet");
}

TEST_CASE("A choice that asks for words has a field below it, and the way leads there while they are missing") {
    Stage stage(R"({"elements": [
        {"type": "radiogroup", "name": "r", "choices": ["Friend", {"value": "web", "text": "The web", "showCommentArea": true, "isCommentRequired": true}]},
        {"type": "checkbox", "name": "c", "choices": [{"value": 1, "text": "One", "showCommentArea": true}, "Two"]}]})");
    const std::string words = ": " + std::string(stage.texts[core::Text::comment_label]);
    CHECK(stage.find(Role::text_field, "The web" + words) == nullptr);
    stage.press(Role::radio, "The web");
    CHECK(stage.has(Role::text_field, "The web" + words, flag_required));
    CHECK(stage.get(Role::text_field, "The web" + words).y > stage.get(Role::radio, "The web").y);
    stage.press(Role::button, "Submit");
    CHECK(stage.widget->focus() == stage.get(Role::text_field, "The web" + words).id);
    CHECK(stage.has(Role::text_field, "The web" + words, flag_invalid));
    stage.type(Role::text_field, "The web" + words, "a blog");
    CHECK(stage.answer("r") == core::Value::object({{"value", "web"}, {"comment", "a blog"}}));
    CHECK_FALSE(stage.has(Role::text_field, "The web" + words, flag_invalid));

    stage.press(Role::checkbox, "One");
    stage.press(Role::checkbox, "Two");
    CHECK_FALSE(stage.has(Role::text_field, "One" + words, flag_required));
    stage.type(Role::text_field, "One" + words, "so");
    CHECK(stage.answer("c") == core::Value::array({core::Value::object({{"value", 1}, {"comment", "so"}}), core::Value::object({{"value", "Two"}})}));
    CHECK(stage.get(Role::text_field, "One" + words).y < stage.get(Role::checkbox, "Two").y);
    stage.press(Role::checkbox, "One");
    CHECK(stage.find(Role::text_field, "One" + words) == nullptr);
}

TEST_CASE("What is read only or disabled takes no press") {
    Stage stage(R"({"elements": [
        {"type": "radiogroup", "name": "a", "readOnly": true, "choices": ["x"]},
        {"type": "radiogroup", "name": "b", "choices": [{"value": "y", "enableIf": "{c} = 1"}]},
        {"type": "text", "name": "t", "title": "Fixed", "readOnly": true}]})");
    CHECK(stage.has(Role::radio, "x", flag_disabled));
    CHECK(stage.has(Role::radio, "y", flag_disabled));
    CHECK(stage.has(Role::text_field, "Fixed", flag_read_only));
    stage.click(Role::radio, "x");
    stage.press(Role::radio, "y");
    stage.type(Role::text_field, "Fixed", "changed");
    CHECK(stage.actions.empty());
}

TEST_CASE("A yes or no is two sides, two rows, or one box with the title beside it") {
    Stage stage(R"({"elements": [
        {"type": "boolean", "name": "a", "title": "Sides?"},
        {"type": "boolean", "name": "b", "title": "Rows?", "displayMode": "radio"},
        {"type": "boolean", "name": "c", "title": "I agree", "renderAs": "checkbox", "isRequired": true,
         "valueTrue": "yes", "valueFalse": "no"}]})");
    CHECK(stage.find(Role::group, "I agree") == nullptr);
    const Node& box = stage.get(Role::checkbox, "I agree *");
    CHECK((box.flags & flag_required) != 0);
    stage.click(Role::button, "Submit");
    CHECK(stage.has(Role::checkbox, "I agree *", flag_invalid));
    CHECK(stage.widget->focus() == stage.get(Role::checkbox, "I agree *").id);
    stage.click(Role::checkbox, "I agree *");
    CHECK(stage.answer("c") == core::Value("yes"));
    stage.press(Role::checkbox, "I agree *");
    CHECK(stage.answer("c") == core::Value("no"));
}

TEST_CASE("A yes or no is a switch where its author wants one: off until it is pressed") {
    Stage stage(R"({"elements": [
        {"type": "boolean", "name": "news", "title": "Send me news", "displayMode": "switch"},
        {"type": "boolean", "name": "fixed", "title": "Fixed", "displayMode": "switch", "readOnly": true, "defaultValue": true}]})");
    CHECK(stage.find(Role::checkbox, "Send me news") == nullptr);
    CHECK(!stage.has(Role::toggle, "Send me news", flag_checked));
    stage.click(Role::toggle, "Send me news");
    CHECK(stage.answer("news") == core::Value(true));
    CHECK(stage.has(Role::toggle, "Send me news", flag_checked));
    stage.press(Role::toggle, "Send me news");
    CHECK(stage.answer("news") == core::Value(false));
    CHECK(stage.has(Role::toggle, "Fixed", flag_checked));
    CHECK(stage.has(Role::toggle, "Fixed", flag_disabled));
}
