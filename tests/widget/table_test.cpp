#include <catch2/catch_test_macros.hpp>

#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::Stage;

namespace {

constexpr std::string_view matrices = R"({"elements": [
  {"type": "matrix", "name": "views", "title": "How was it?", "columns": ["good", "so so", "bad"],
   "rows": [{"value": "food", "text": "The food"}, {"value": "room", "text": "The room"}]},
  {"type": "matrixdynamic", "name": "order", "title": "Your order", "rowCount": 2, "columns": [
    {"name": "what", "title": "What", "cellType": "text"},
    {"name": "size", "title": "Size", "cellType": "dropdown", "choices": ["S", "L"], "visibleIf": "{row.what} notempty"},
    {"name": "count", "title": "Count", "cellType": "text", "inputType": "number", "totalType": "sum"}]}]})";

const Node& child(const Stage& stage, const Node& parent, Role role, std::string_view label) {
    for (const Node& node : stage.widget->semantics().nodes())
        if (node.parent == parent.id && node.role == role && stage.text(node.label) == label) return node;
    FAIL("no such node: " << label);
    return parent;
}

}  // namespace

TEST_CASE("A wide matrix is a table: each row a group of its own, its choices side by side in columns") {
    Stage stage(matrices, 800);
    const Node food = stage.get(Role::radiogroup, "The food"), room = stage.get(Role::radiogroup, "The room");
    const Node good = child(stage, food, Role::radio, "good"), bad = child(stage, food, Role::radio, "bad");
    CHECK(good.y == bad.y);
    CHECK(good.x < bad.x);
    CHECK(child(stage, room, Role::radio, "good").x == good.x);
    CHECK(child(stage, room, Role::radio, "good").y > good.y);
    stage.click(Role::radio, "bad");
    CHECK(stage.answer("views").find("food")->text() == "bad");
}

TEST_CASE("A narrow matrix asks row by row") {
    Stage stage(matrices, 320);
    const Node food = stage.get(Role::radiogroup, "The food");
    CHECK(child(stage, food, Role::radio, "good").y < child(stage, food, Role::radio, "bad").y);
}

TEST_CASE("Cells of a matrix stand under their column, whatever other rows show") {
    Stage stage(matrices, 800);
    const Node first = stage.get(Role::group, "Entry 1");
    CHECK(child(stage, first, Role::text_field, "What").y == child(stage, first, Role::text_field, "Count").y);
    stage.type(Role::text_field, "What", "Shirt");
    const Node one = stage.get(Role::group, "Entry 1"), two = stage.get(Role::group, "Entry 2");
    CHECK(child(stage, one, Role::select, "Size").x > child(stage, one, Role::text_field, "What").x);
    CHECK(child(stage, one, Role::text_field, "Count").x == child(stage, two, Role::text_field, "Count").x);
    stage.type(Role::text_field, "Count", "3");
    CHECK(stage.find(Role::group, "Total") != nullptr);
    CHECK(stage.find(Role::text, "3") != nullptr);
}

TEST_CASE("A row of a table is taken away by its cross") {
    Stage stage(matrices, 800);
    stage.click(Role::button, "Remove: Entry 2");
    CHECK(stage.find(Role::group, "Entry 2") == nullptr);
    CHECK(stage.widget->focus() == stage.get(Role::button, "Add").id);
}
