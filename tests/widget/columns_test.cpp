#include <catch2/catch_test_macros.hpp>

#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::Stage;

namespace {

constexpr std::string_view names = R"({"elements": [
  {"type": "text", "name": "first", "title": "First name"},
  {"type": "text", "name": "last", "title": "Last name", "startWithNewLine": false},
  {"type": "text", "name": "mail", "title": "Mail"}]})";

bool beside(const Node& left, const Node& right) { return left.y == right.y && left.x + left.width <= right.x; }
bool below(const Node& upper, const Node& lower) { return upper.x == lower.x && upper.y + upper.height <= lower.y; }

}  // namespace

TEST_CASE("A question that starts no line of its own stands beside the one before, and the next below both") {
    Stage stage(names);
    const Node first = stage.get(Role::text_field, "First name"), last = stage.get(Role::text_field, "Last name");
    CHECK(beside(first, last));
    CHECK(below(first, stage.get(Role::text_field, "Mail")));
}

TEST_CASE("On a narrow page every question has a line of its own") {
    Stage stage(names, 360);
    CHECK(below(stage.get(Role::text_field, "First name"), stage.get(Role::text_field, "Last name")));
}

TEST_CASE("Choices stand in as many columns as the definition says, the first filled first") {
    Stage stage(R"({"elements": [{"type": "radiogroup", "name": "q", "colCount": 2, "choices": ["a", "b", "c", "d", "e"]}]})");
    CHECK(below(stage.get(Role::radio, "a"), stage.get(Role::radio, "b")));
    CHECK(below(stage.get(Role::radio, "b"), stage.get(Role::radio, "c")));
    CHECK(beside(stage.get(Role::radio, "a"), stage.get(Role::radio, "d")));
    CHECK(beside(stage.get(Role::radio, "b"), stage.get(Role::radio, "e")));
}

TEST_CASE("Without a number of columns as many stand side by side as their words let fit") {
    const std::string_view definition = R"({"elements": [{"type": "checkbox", "name": "q", "colCount": 0, "choices": ["a", "b", "c"]}]})";
    Stage wide(definition), narrow(definition, 320);
    CHECK(beside(wide.get(Role::checkbox, "b"), wide.get(Role::checkbox, "c")));
    CHECK(below(narrow.get(Role::checkbox, "a"), narrow.get(Role::checkbox, "b")));
}

TEST_CASE("The items of a multiple text stand in columns") {
    Stage stage(R"({"elements": [{"type": "multipletext", "name": "q", "colCount": 2, "items": [
        {"name": "a"}, {"name": "b"}, {"name": "c"}]}]})");
    CHECK(beside(stage.get(Role::text_field, "a"), stage.get(Role::text_field, "b")));
    CHECK(below(stage.get(Role::text_field, "a"), stage.get(Role::text_field, "c")));
    CHECK(stage.get(Role::text_field, "a").width == stage.get(Role::text_field, "c").width);
}

TEST_CASE("Where no column fits there is one nevertheless") {
    Stage stage(R"({"elements": [{"type": "multipletext", "name": "q", "colCount": 2, "items": [{"name": "a"}, {"name": "b"}]}]})", 180);
    CHECK(below(stage.get(Role::text_field, "a"), stage.get(Role::text_field, "b")));
}

TEST_CASE("A title that is hidden takes no space, and still names its question") {
    const std::string_view shown = R"({"elements": [{"type": "radiogroup", "name": "q", "title": "Why?", "choices": ["a"]}]})";
    const std::string_view hidden = R"({"elements": [{"type": "radiogroup", "name": "q", "title": "Why?", "titleLocation": "hidden", "choices": ["a"]}]})";
    Stage with(shown), without(hidden);
    CHECK(without.has(Role::radiogroup, "Why?", flag_label_hidden));
    CHECK_FALSE(with.has(Role::radiogroup, "Why?", flag_label_hidden));
    CHECK(without.get(Role::radio, "a").y < with.get(Role::radio, "a").y);
    Stage field(R"({"elements": [{"type": "text", "name": "q", "title": "Why?", "titleLocation": "hidden"}]})");
    CHECK(field.has(Role::text_field, "Why?", flag_label_hidden));
}
