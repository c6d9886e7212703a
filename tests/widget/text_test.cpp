#include <catch2/catch_test_macros.hpp>

#include "tests/widget/support/definitions.h"
#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::every_kind;
using widget::tests::Stage;

namespace {

// The frame that answers to it.
FrameResult typing(Stage& stage, std::string_view label, std::string text) {
    ControlEvent typed;
    typed.kind = ControlEvent::Kind::set_text;
    typed.node = stage.get(Role::text_field, label).id;
    typed.text = std::move(text);
    stage.widget->apply(std::move(typed));
    return stage.frame();
}

}  // namespace

TEST_CASE("Typed text is the answer at once, an emptied field has none") {
    Stage stage(every_kind);
    stage.type(Role::text_field, "Anything else?", "Nice\nplace");
    CHECK(stage.answer("words") == core::Value("Nice\nplace"));
    CHECK(stage.text(stage.get(Role::text_field, "Anything else?").text) == "Nice\nplace");
    stage.type(Role::text_field, "Anything else?", "");
    CHECK(stage.answer("words").is_null());
}

TEST_CASE("A number field answers with a number where the text is one") {
    Stage stage(every_kind);
    stage.type(Role::text_field, "Your age", "42");
    CHECK(stage.answer("age") == core::Value(42));
    stage.type(Role::text_field, "Your age", "4x");
    CHECK(stage.answer("age") == core::Value("4x"));
}

TEST_CASE("A field tells its kind, its placeholder, its lines and its insets") {
    Stage stage(every_kind);
    const Node& mail = stage.get(Role::text_field, "Your address");
    CHECK(stage.text(mail.kind) == "email");
    CHECK(stage.text(mail.placeholder) == "name@example.org");
    CHECK((mail.flags & flag_multiline) == 0);
    CHECK(mail.height == mail.line_height + 2 * mail.padding_y);

    const Node& words = stage.get(Role::text_field, "Anything else?");
    CHECK((words.flags & flag_multiline) != 0);
    CHECK(stage.text(words.description) == "We read all of it.");
}

TEST_CASE("A comment grows with its text") {
    Stage stage(every_kind);
    const float before = stage.get(Role::text_field, "Anything else?").height;
    const float content = stage.frame().content_height;
    stage.type(Role::text_field, "Anything else?", "1\n2\n3\n4\n5\n6\n7\n8");
    CHECK(stage.get(Role::text_field, "Anything else?").height > before);
    CHECK(stage.frame().content_height > content);
}

TEST_CASE("While the mirror's field has the focus, its text is not painted") {
    Stage stage(every_kind);
    stage.type(Role::text_field, "Your address", "somebody@example.org");
    stage.settle();
    stage.focus(Role::text_field, "Your address", 1);
    stage.settle();
    stage.type(Role::text_field, "Your address", "somebody@example.or");
    const FrameResult typing = stage.frame();
    CHECK_FALSE(typing.picture_changed);

    ControlEvent left;
    left.kind = ControlEvent::Kind::blur;
    left.node = stage.get(Role::text_field, "Your address").id;
    stage.widget->apply(left);
    CHECK(stage.frame().picture_changed);
}

TEST_CASE("Texts and presses of one frame act in the order in which they came") {
    Stage stage(widget::tests::two_pages);
    ControlEvent typed;
    typed.kind = ControlEvent::Kind::set_text;
    typed.node = stage.get(Role::text_field, "Your name").id;
    typed.text = "Ada";
    ControlEvent chosen, next;
    chosen.node = stage.get(Role::radio, "M").id;
    next.node = stage.get(Role::button, "Next").id;
    stage.widget->apply(typed);
    stage.widget->apply(chosen);
    stage.widget->apply(next);
    stage.frame();
    CHECK(stage.session->page() == 1);
    CHECK(stage.find(Role::text_field, "The town of Ada") != nullptr);
}

TEST_CASE("Of a password only its length is painted") {
    Stage stage(R"({"elements": [{"type": "text", "name": "q", "title": "Secret", "inputType": "password"}]})");
    stage.type(Role::text_field, "Secret", "secret");
    stage.settle();
    CHECK_FALSE(typing(stage, "Secret", "größe!").picture_changed);
    CHECK(typing(stage, "Secret", "short").picture_changed);
}

TEST_CASE("A date is left to the native control, a number is painted") {
    Stage stage(R"({"elements": [{"type": "text", "name": "d", "title": "Day", "inputType": "date"},
                                 {"type": "text", "name": "n", "title": "Number", "inputType": "number"}]})");
    CHECK(stage.has(Role::text_field, "Day", flag_native));
    CHECK_FALSE(stage.has(Role::text_field, "Number", flag_native));
    stage.settle();
    CHECK_FALSE(typing(stage, "Day", "2026-12-05").picture_changed);
    CHECK(typing(stage, "Number", "12").picture_changed);
}

TEST_CASE("A field tells how long its text may be and what a browser may fill in") {
    Stage stage(R"({"elements": [{"type": "text", "name": "q", "title": "Name", "maxLength": 20,
                                  "autocomplete": "given-name"}]})");
    const Node& node = stage.get(Role::text_field, "Name");
    CHECK(node.max == 20);
    CHECK(stage.text(node.autocomplete) == "given-name");
}

TEST_CASE("A bounded comment counts its characters as browsers do") {
    Stage stage(R"({"elements": [{"type": "comment", "name": "q", "title": "Words", "maxLength": 20}]})");
    CHECK(stage.find(Role::text, "0 of 20 characters") != nullptr);
    stage.type(Role::text_field, "Words", "größe\xf0\x9f\x8c\xb3");
    CHECK(stage.find(Role::text, "7 of 20 characters") != nullptr);
}
