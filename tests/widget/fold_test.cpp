#include <catch2/catch_test_macros.hpp>

#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::Stage;

namespace {

constexpr std::string_view trips = R"({"elements": [
  {"type": "paneldynamic", "name": "trips", "title": "Your trips", "displayMode": "tab", "panelCount": 2, "panelAddText": "Add a trip",
   "templateTabTitle": "{panel.place}", "tabTitlePlaceholder": "New trip", "templateElements": [
    {"type": "text", "name": "place", "title": "Where?", "isRequired": true}],
   "defaultValue": [{"place": "Rome"}, {"place": "Oslo"}]}]})";

constexpr std::string_view folded = R"({"elements": [
  {"type": "panel", "name": "more", "title": "More about you", "state": "collapsed", "elements": [
    {"type": "text", "name": "job", "title": "Your job", "isRequired": true}]},
  {"type": "comment", "name": "wish", "title": "A wish", "state": "expanded"}]})";

}  // namespace

TEST_CASE("Rows behind tabs are shown one at a time, and a tab shows its row") {
    Stage stage(trips);
    const Node& list = stage.get(Role::tab_list, "Your trips");
    CHECK(stage.get(Role::tab, "Rome").parent == list.id);
    CHECK(stage.has(Role::tab, "Rome", flag_checked));
    CHECK_FALSE(stage.has(Role::tab, "Oslo", flag_checked));
    CHECK(stage.text(stage.get(Role::text_field, "Where?").text) == "Rome");
    stage.click(Role::tab, "Oslo");
    CHECK(stage.has(Role::tab, "Oslo", flag_checked));
    CHECK(stage.text(stage.get(Role::text_field, "Where?").text) == "Oslo");
    stage.press(Role::tab, "Rome");
    CHECK(stage.text(stage.get(Role::text_field, "Where?").text) == "Rome");
    CHECK(stage.widget->focus() == stage.get(Role::tab, "Rome").id);
}

TEST_CASE("A tab is called by what was answered behind it") {
    Stage stage(trips);
    stage.type(Role::text_field, "Where?", "Pisa");
    CHECK(stage.find(Role::tab, "Pisa") != nullptr);
}

TEST_CASE("A row that is added stands before the others, and one that is removed gives way to one that is left") {
    Stage stage(trips);
    stage.press(Role::button, "Add a trip");
    CHECK(stage.find(Role::tab_panel, "New trip") != nullptr);
    stage.press(Role::button, "Remove: New trip");
    CHECK(stage.has(Role::tab, "Oslo", flag_checked));
}

TEST_CASE("The first error behind a tab brings the tab to the front") {
    Stage stage(trips);
    stage.click(Role::tab, "Oslo");
    stage.type(Role::text_field, "Where?", "");
    stage.click(Role::tab, "Rome");
    stage.press(Role::button, "Submit");
    CHECK(stage.has(Role::text_field, "Where?", flag_invalid));
}

TEST_CASE("A panel folds under its title, and a question does") {
    Stage stage(folded);
    CHECK(stage.find(Role::text_field, "Your job") == nullptr);
    CHECK(stage.has(Role::button, "More about you", flag_foldable));
    CHECK_FALSE(stage.has(Role::button, "More about you", flag_checked));
    stage.click(Role::button, "More about you");
    CHECK(stage.find(Role::text_field, "Your job") != nullptr);
    CHECK(stage.has(Role::button, "More about you", flag_checked));
    stage.press(Role::button, "More about you");
    CHECK(stage.find(Role::text_field, "Your job") == nullptr);
    CHECK(stage.find(Role::text_field, "A wish") != nullptr);
    stage.press(Role::button, "A wish");
    CHECK(stage.find(Role::text_field, "A wish") == nullptr);
}

TEST_CASE("What is folded away opens for an error inside, and stays open when it is mended") {
    Stage stage(folded);
    stage.press(Role::button, "Submit");
    CHECK(stage.has(Role::text_field, "Your job", flag_invalid));
    CHECK(stage.has(Role::button, "More about you", flag_disabled));
    stage.type(Role::text_field, "Your job", "Baker");
    CHECK_FALSE(stage.has(Role::text_field, "Your job", flag_invalid));
    stage.press(Role::button, "More about you");
    CHECK(stage.find(Role::text_field, "Your job") == nullptr);
}

TEST_CASE("A panel without a title folds under its name") {
    Stage stage(R"({"elements": [{"type": "panel", "name": "more", "state": "collapsed", "elements": [{"type": "text", "name": "a"}]}]})");
    CHECK(stage.find(Role::button, "more") != nullptr);
}

TEST_CASE("A tab says what is wrong behind it") {
    Stage stage(trips);
    stage.type(Role::text_field, "Where?", "");
    stage.press(Role::button, "Submit");
    stage.click(Role::tab, "Oslo");
    CHECK(stage.text(stage.get(Role::tab, "New trip").description) == "Response required.");
    CHECK(stage.text(stage.get(Role::tab, "Oslo").description).empty());
}
