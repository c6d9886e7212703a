#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "tests/widget/support/definitions.h"
#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::every_kind;
using widget::tests::Stage;

TEST_CASE("Ids differ from each other and stand on names, not on words") {
    Stage english(every_kind), german(every_kind, 640, "de");
    std::set<NodeId> ids, translated;
    for (const Node& node : english.widget->semantics().nodes()) {
        CHECK(node.id != 0);
        CHECK(ids.insert(node.id).second);
    }
    for (const Node& node : german.widget->semantics().nodes()) translated.insert(node.id);
    CHECK(ids == translated);
    CHECK(english.get(Role::radio, "Red").id == german.get(Role::radio, "Rot").id);
    CHECK(english.find(Role::radiogroup, "Which colour do you like?")->id ==
          german.find(Role::radiogroup, "Welche Farbe magst du?")->id);
}

TEST_CASE("A node's parent comes before it and is a group of some kind") {
    Stage stage(every_kind);
    std::map<NodeId, Role> seen;
    for (const Node& node : stage.widget->semantics().nodes()) {
        if (node.parent != 0) {
            REQUIRE(seen.count(node.parent) == 1);
            const Role role = seen[node.parent];
            const bool holds = role == Role::group || role == Role::radiogroup || role == Role::table || role == Role::row;
            CHECK(holds);
        }
        seen[node.id] = node.role;
    }
    CHECK(stage.get(Role::radio, "Red").parent == stage.get(Role::radiogroup, "Which colour do you like?").id);
    CHECK(stage.get(Role::text_field, "Your age").parent == stage.get(Role::group, "About you").id);
}

TEST_CASE("Numbers of questions are part of their names") {
    Stage stage(R"({"showQuestionNumbers": "on", "elements": [{"type": "text", "name": "a", "title": "Name"}]})");
    CHECK(stage.find(Role::text_field, "1. Name") != nullptr);
}

TEST_CASE("Changing the language at run time keeps ids and changes words") {
    Stage stage(every_kind);
    const NodeId red = stage.get(Role::radio, "Red").id;
    stage.session->apply(core::SetLocale{"de"});
    stage.model.survey = &stage.session->view();
    stage.frame();
    CHECK(stage.get(Role::radio, "Rot").id == red);
    CHECK(stage.get(Role::heading, "Frühjahrsumfrage").level == 2);
}

TEST_CASE("The focus of the mirror is on the node, and its ring is painted unless the pointer brought it") {
    Stage stage(every_kind);
    stage.settle();
    stage.focus(Role::radio, "Red", 1);
    stage.settle();
    CHECK(stage.has(Role::radio, "Red", flag_focused));
    CHECK(stage.widget->focus() == stage.get(Role::radio, "Red").id);

    ControlEvent by_keyboard;
    by_keyboard.kind = ControlEvent::Kind::focus;
    by_keyboard.node = stage.get(Role::radio, "Red").id;
    stage.widget->apply(by_keyboard);
    const FrameResult ring = stage.frame();
    CHECK(ring.picture_changed);
    CHECK_FALSE(ring.semantics_changed);
    CHECK_FALSE(ring.focus_moved);
}

TEST_CASE("A pointer press on the canvas asks the mirror to follow with the focus") {
    Stage stage(every_kind);
    const Node mail = stage.get(Role::text_field, "Your address");
    stage.widget->pointer_move(mail.x + 4, mail.y + 4);
    stage.widget->pointer_button(true, false);
    CHECK(stage.frame().focus_moved);
    CHECK(stage.widget->focus() == mail.id);
    CHECK_FALSE(stage.frame().focus_moved);
}

TEST_CASE("Events for nodes that are gone fall away") {
    Stage stage(every_kind);
    stage.widget->apply({ControlEvent::Kind::press, 12345, 0, {}});
    stage.frame();
    CHECK(stage.actions.empty());
}
