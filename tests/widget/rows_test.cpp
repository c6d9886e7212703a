#include <catch2/catch_test_macros.hpp>

#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::Stage;

namespace {

constexpr std::string_view children = R"({"elements": [
  {"type": "paneldynamic", "name": "kids", "title": "Your children", "panelAddText": "Add a child", "templateElements": [
    {"type": "text", "name": "name", "title": "Name", "isRequired": true},
    {"type": "boolean", "name": "school", "title": "At school?"}]},
  {"type": "matrix", "name": "views", "title": "How was it?", "columns": ["good", "bad"],
   "rows": [{"value": "food", "text": "The food"}, {"value": "room", "text": "The room"}]}]})";

}  // namespace

TEST_CASE("A dynamic panel says that it is empty, and each row is a group of its questions") {
    Stage stage(children);
    CHECK(stage.find(Role::text, "There are no entries yet.") != nullptr);
    CHECK(stage.find(Role::text_field, "Name") == nullptr);
    stage.press(Role::button, "Add a child");
    stage.click(Role::button, "Add a child");
    CHECK(stage.find(Role::group, "Entry 2") != nullptr);
    stage.type(Role::text_field, "Name", "Mira");
    CHECK(stage.answer("kids").as_array()->size() == 2);
    CHECK(stage.answer("kids").as_array()->front().find("name")->text() == "Mira");
}

TEST_CASE("A row that is removed leaves the focus on what adds one") {
    Stage stage(children);
    stage.press(Role::button, "Add a child");
    stage.press(Role::button, "Remove: Entry 1");
    CHECK(stage.find(Role::group, "Entry 1") == nullptr);
    CHECK(stage.widget->focus() == stage.get(Role::button, "Add a child").id);
}

TEST_CASE("A row that holds answers is asked about before it goes, where its author wants that") {
    Stage stage(R"({"elements": [
        {"type": "paneldynamic", "name": "kids", "panelCount": 2, "confirmDelete": true, "confirmDeleteText": "Sure of {panel.name}?",
         "templateElements": [{"type": "text", "name": "name", "title": "Name"}]},
        {"type": "matrixdynamic", "name": "order", "rowCount": 1, "confirmDelete": true, "removeRowText": "Drop",
         "columns": [{"name": "count", "title": "Count", "cellType": "text"}]}]})");
    stage.press(Role::button, "Remove: Entry 2");
    CHECK(stage.find(Role::group, "Entry 2") == nullptr);

    stage.type(Role::text_field, "Name", "Mira");
    stage.press(Role::button, "Remove: Entry 1");
    CHECK(stage.find(Role::alert, "Sure of Mira?") != nullptr);
    CHECK(stage.widget->focus() == stage.get(Role::button, "Keep").id);
    stage.press(Role::button, "Keep");
    CHECK(stage.find(Role::alert, "Sure of Mira?") == nullptr);
    CHECK(stage.widget->focus() == stage.get(Role::button, "Remove: Entry 1").id);
    CHECK(stage.answer("kids").as_array()->size() == 1);
    stage.press(Role::button, "Remove: Entry 1");
    stage.press(Role::button, "Remove");
    CHECK(stage.find(Role::text_field, "Name") == nullptr);

    stage.type(Role::text_field, "Count", "2");
    stage.press(Role::button, "Drop: Entry 1");
    CHECK(stage.find(Role::alert, "Remove this entry and what is in it?") != nullptr);
    stage.press(Role::button, "Drop: Entry 1");  // pressed twice, it only asks
    CHECK(stage.find(Role::text_field, "Count") != nullptr);
    stage.press(Role::button, "Drop");
    CHECK(stage.find(Role::text_field, "Count") == nullptr);
}

TEST_CASE("Errors in rows stand at their question and in the summary") {
    Stage stage(children);
    stage.press(Role::button, "Add a child");
    stage.press(Role::button, "Submit");
    CHECK(stage.has(Role::text_field, "Name", flag_invalid));
    CHECK(stage.find(Role::alert, "Name – Response required.") != nullptr);
}

TEST_CASE("What is computed is shown, in rows and in their totals") {
    Stage stage(R"({"elements": [{"type": "matrixdynamic", "name": "order", "rowCount": 1, "columns": [
        {"name": "count", "title": "Count", "cellType": "text", "inputType": "number"},
        {"name": "price", "title": "Price", "cellType": "expression", "expression": "{row.count} * 3", "totalType": "sum"}]},
        {"type": "expression", "name": "due", "title": "To pay", "expression": "{order-total.price} + 1"}]})");
    stage.type(Role::text_field, "Count", "2");
    CHECK(stage.find(Role::text, "6") != nullptr);
    CHECK(stage.find(Role::text, "7") != nullptr);
}

TEST_CASE("A matrix asks each row as a choice among its columns") {
    Stage stage(children);
    CHECK(stage.find(Role::radiogroup, "The food") != nullptr);
    stage.press(Role::radio, "bad");
    CHECK(stage.answer("views").find("food")->text() == "bad");
}
