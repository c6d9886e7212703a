#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/widget/support/definitions.h"
#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::every_kind;
using widget::tests::Stage;

namespace {

bool is_pressed(const Node& node) {
    return node.role == Role::radio || node.role == Role::checkbox || node.role == Role::button ||
           node.role == Role::text_field;
}

bool is_leaf(const Node& node) {
    return node.role != Role::group && node.role != Role::radiogroup && node.role != Role::table &&
           node.role != Role::row;
}

}  // namespace

TEST_CASE("At every width everything lies inside, nothing overlaps and targets are large enough") {
    const float width = GENERATE(320.0f, 360.0f, 480.0f, 768.0f, 1280.0f, 1920.0f);
    Stage stage(every_kind, width);
    stage.press(Role::button, "Submit");
    const std::vector<Node>& nodes = stage.widget->semantics().nodes();
    for (const Node& node : nodes) {
        INFO(width << " px: " << stage.text(node.label));
        CHECK(node.x >= 0);
        CHECK(node.x + node.width <= width);
        CHECK(node.y + node.height <= stage.frame().content_height);
        if (is_pressed(node)) {
            CHECK(node.height >= 44);
            CHECK(node.width >= 44);
        }
        for (const Node& other : nodes) {
            if (&other == &node || !is_leaf(node) || !is_leaf(other)) continue;
            const bool apart = node.x + node.width <= other.x + 0.01f || other.x + other.width <= node.x + 0.01f ||
                               node.y + node.height <= other.y + 0.01f || other.y + other.height <= node.y + 0.01f;
            INFO("against " << stage.text(other.label));
            CHECK(apart);
        }
    }
}

TEST_CASE("A narrow element makes the content higher, a wide one leaves the column at its greatest width") {
    Stage narrow(every_kind, 320), wide(every_kind, 1920);
    CHECK(narrow.frame().content_height > wide.frame().content_height);
    const Node& red = wide.get(Role::radio, "Red");
    CHECK(red.width == light_theme().max_width);
    CHECK(red.x == (1920 - red.width) / 2);
}

TEST_CASE("An eleven-point scale wraps into even rows when the column is narrow") {
    Stage stage(every_kind, 320);
    CHECK(stage.get(Role::radio, "0").y < stage.get(Role::radio, "10").y);
    CHECK(stage.get(Role::radio, "0").width == stage.get(Role::radio, "10").width);
    Stage wide(every_kind, 720);
    CHECK(wide.get(Role::radio, "0").y == wide.get(Role::radio, "10").y);
}

TEST_CASE("The window moves the picture, not the semantics") {
    Stage stage(every_kind, 360);
    stage.surface.window_height = 300;
    stage.settle();
    const auto before = stage.widget->semantics().hash();
    stage.surface.window_top = 400;
    const FrameResult moved = stage.frame();
    CHECK(moved.picture_changed);
    CHECK_FALSE(moved.semantics_changed);
    CHECK(stage.widget->semantics().hash() == before);
}

TEST_CASE("A language that reads from the right mirrors the layout") {
    Stage stage(every_kind, 640, "ar");
    CHECK(stage.get(Role::radio, "Yes").x > stage.get(Role::radio, "No").x);
    stage.click(Role::radio, "Yes");
    CHECK(stage.answer("again") == core::Value(true));
    stage.click(Role::radio, "0");
    CHECK(stage.answer("score") == core::Value(0));
}

TEST_CASE("A word without an end does not leave the column") {
    const std::string word(400, 'w');
    Stage stage(R"({"elements": [{"type": "radiogroup", "name": "q", "title": ")" + word + R"(", "choices": [")" +
                    word + R"("]}]})",
                320);
    CHECK(stage.get(Role::radio, word).height > 100);
    CHECK(stage.get(Role::radio, word).width <= 320);
}

TEST_CASE("The content keeps the inset that the host gives") {
    Stage stage(widget::tests::two_pages, 640);
    Theme theme;
    REQUIRE(set_token(theme, "inset", "24px"));
    stage.widget->set_theme(theme);
    stage.frame();
    const Node& field = stage.get(Role::text_field, "Your name");
    CHECK(field.x == 24);
    CHECK(field.width == 640 - 2 * 24);
}

TEST_CASE("A title stands beside its answer where there is room, and above it elsewhere") {
    constexpr std::string_view survey = R"({"questionTitleLocation": "left", "elements": [
        {"type": "radiogroup", "name": "size", "title": "Which size of shirt do you wear, when you have the choice?", "choices": ["S", "M"]},
        {"type": "radiogroup", "name": "cut", "title": "Which cut?", "titleLocation": "top", "choices": ["Wide"]}]})";
    Stage wide(survey, 720), narrow(survey, 320);
    const auto top = [](const Stage& stage, std::string_view group, std::string_view choice) {
        return stage.get(Role::radio, choice).y - stage.get(Role::radiogroup, group).y;
    };
    constexpr std::string_view size = "Which size of shirt do you wear, when you have the choice?";
    CHECK(top(wide, size, "S") == 0);
    CHECK(wide.get(Role::radio, "S").x > wide.get(Role::radio, "Wide").x);
    CHECK(wide.get(Role::radio, "M").width < wide.get(Role::radio, "Wide").width);
    CHECK(top(wide, "Which cut?", "Wide") > 0);
    CHECK(top(narrow, size, "S") > 0);
    CHECK(narrow.get(Role::radio, "S").x == narrow.get(Role::radio, "Wide").x);
}

TEST_CASE("A title or a description below its answer leaves the answer at the top") {
    Stage stage(R"({"questionDescriptionLocation": "underInput", "elements": [
        {"type": "radiogroup", "name": "a", "title": "First", "titleLocation": "bottom", "choices": ["A"]},
        {"type": "radiogroup", "name": "b", "title": "Second", "description": "Take your time.", "choices": ["B"]},
        {"type": "radiogroup", "name": "c", "title": "Third", "description": "Take your time.", "descriptionLocation": "underTitle", "choices": ["C"]},
        {"type": "radiogroup", "name": "d", "title": "Fourth", "description": "Take your time.", "descriptionLocation": "hidden", "choices": ["D"]}]})");
    const auto place = [&](std::string_view group, std::string_view choice) {
        const Node& around = stage.get(Role::radiogroup, group);
        const Node& radio = stage.get(Role::radio, choice);
        return std::pair(radio.y - around.y, around.y + around.height - radio.y - radio.height);
    };
    const auto [second_above, second_below] = place("Second", "B");
    const auto [third_above, third_below] = place("Third", "C");
    CHECK(place("First", "A").first == 0);
    CHECK(place("First", "A").second > 0);
    CHECK(second_below > 0);
    CHECK(third_below == 0);
    CHECK(third_above > second_above);
    CHECK(place("Fourth", "D") == std::pair(second_above, 0.0f));
    CHECK(stage.text(stage.get(Role::radiogroup, "Second").description) == "Take your time.");
    CHECK(stage.text(stage.get(Role::radiogroup, "Fourth").description).empty());
}

TEST_CASE("What a matrix or a dynamic panel says of its own title is not said of what stands inside") {
    const auto hidden = [](std::string_view place) {
        Stage stage(R"({"elements": [{"type": "multipletext", "name": "m", "title": "Both", "titleLocation": ")" + std::string(place) + R"(", "items": [{"name": "A"}]},
            {"type": "paneldynamic", "name": "p", "title": "People", "panelCount": 1, "titleLocation": ")" + std::string(place) + R"(", "templateElements": [{"type": "text", "name": "Name"}]}]})");
        return std::pair(stage.has(Role::text_field, "A", flag_label_hidden), stage.has(Role::text_field, "Name", flag_label_hidden));
    };
    CHECK(hidden("hidden") == std::pair(false, false));
    Stage around(R"({"questionTitleLocation": "hidden", "elements": [{"type": "paneldynamic", "name": "p", "panelCount": 1,
        "templateElements": [{"type": "text", "name": "Name"}]}]})");
    CHECK(around.has(Role::text_field, "Name", flag_label_hidden));
    Stage detailed(R"({"questionTitleLocation": "hidden", "elements": [{"type": "multipletext", "name": "m", "items": [{"name": "A"}]}, {"type": "matrixdynamic", "name": "t", "rowCount": 1,
        "columns": [{"name": "c", "cellType": "text"}], "detailPanelMode": "underRow", "detailElements": [{"type": "text", "name": "More"}]}]})", 320);
    CHECK_FALSE(detailed.has(Role::text_field, "A", flag_label_hidden));
    CHECK(detailed.has(Role::text_field, "More", flag_label_hidden));
}

TEST_CASE("A description below stands below tables and dynamic panels, too") {
    const auto height = [](std::string_view place) {
        Stage stage(R"({"elements": [{"type": "paneldynamic", "name": "p", "title": "People", "panelCount": 1, "description": "All of them.",
            "descriptionLocation": ")" + std::string(place) + R"(", "templateElements": [{"type": "text", "name": "Name"}]}]})");
        const Node& group = stage.get(Role::group, "People");
        return std::pair(stage.get(Role::text_field, "Name").y - group.y, group.height);
    };
    const auto above = height("underTitle"), below = height("underInput"), none = height("hidden");
    CHECK(below.first == none.first);
    CHECK(below.first < above.first);
    CHECK(below.second > none.second);
}
