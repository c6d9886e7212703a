#include <catch2/catch_test_macros.hpp>

#include "tests/widget/support/definitions.h"
#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::Stage;
using widget::tests::two_pages;

TEST_CASE("A page with faults stays, names them and leads to the first") {
    Stage stage(two_pages);
    stage.widget->apply({ControlEvent::Kind::press, stage.get(Role::button, "Next").id, 0, {}});
    const FrameResult result = stage.frame();

    CHECK(stage.session->page() == 0);
    CHECK(stage.find(Role::alert, "2 answers need a look") != nullptr);
    const Node& name = stage.get(Role::text_field, "Your name");
    CHECK((name.flags & flag_invalid) != 0);
    CHECK((name.flags & flag_required) != 0);
    CHECK(stage.text(name.error) == "Response required.");
    CHECK(stage.has(Role::radiogroup, "Your size", flag_invalid));
    CHECK(result.focus_moved);
    CHECK(stage.widget->focus() == name.id);
    CHECK((name.flags & flag_focused) != 0);
}

TEST_CASE("The summary leads to each answer that needs a look") {
    Stage stage(two_pages);
    stage.press(Role::button, "Next");
    stage.click(Role::button, "Your size – Response required.");
    CHECK(stage.widget->focus() == stage.get(Role::radio, "S").id);
}

TEST_CASE("An answer takes its fault away") {
    Stage stage(two_pages);
    stage.press(Role::button, "Next");
    stage.type(Role::text_field, "Your name", "Ada");
    CHECK_FALSE(stage.has(Role::text_field, "Your name", flag_invalid));
    CHECK(stage.find(Role::alert, "Your size – Response required.") != nullptr);
    stage.press(Role::radio, "S");
    for (const Node& node : stage.widget->semantics().nodes()) CHECK(node.role != Role::alert);
}

TEST_CASE("Turning pages moves the focus to the heading, and back works") {
    Stage stage(two_pages);
    CHECK(stage.find(Role::button, "Back") == nullptr);
    CHECK(stage.get(Role::progress, "Page 1 of 2").value == 1);
    stage.type(Role::text_field, "Your name", "Ada");
    stage.press(Role::radio, "S");
    stage.click(Role::button, "Next");
    CHECK(stage.widget->focus() == stage.get(Role::heading, "Last things").id);
    CHECK(stage.get(Role::progress, "Page 2 of 2").max == 2);

    stage.click(Role::button, "Back");
    CHECK(stage.widget->focus() == stage.get(Role::heading, "First things").id);
    CHECK(stage.text(stage.get(Role::text_field, "Your name").text) == "Ada");
}

TEST_CASE("Completion thanks, takes the focus and tells how sending goes") {
    Stage stage(R"({"elements": [{"type": "text", "name": "a"}]})");
    stage.press(Role::button, "Submit");
    CHECK(stage.session->state() == core::SessionState::completed);
    const std::string thanks(stage.texts[core::Text::thanks]);
    CHECK(stage.widget->focus() == stage.get(Role::heading, thanks).id);
    CHECK(stage.find(Role::button, "Submit") == nullptr);

    stage.model.sending = Sending::sending;
    stage.frame();
    CHECK(stage.find(Role::status, stage.texts[core::Text::sending]) != nullptr);
    stage.model.sending = Sending::kept;
    stage.frame();
    CHECK(stage.find(Role::status, stage.texts[core::Text::kept]) != nullptr);
    stage.click(Role::button, "Try again");
    CHECK(stage.requests == std::vector<Request>{Request::retry_sending});
    stage.model.sending = Sending::sent;
    stage.frame();
    CHECK(stage.find(Role::status, stage.texts[core::Text::sent]) != nullptr);
}

TEST_CASE("Faults of the loading stand above the survey, or alone") {
    Stage stage(two_pages);
    stage.model.faults = {"The first fault.", "The second fault."};
    stage.frame();
    CHECK(stage.get(Role::alert, "The first fault.").y < stage.get(Role::heading, "First things").y);
    stage.model.survey = nullptr;
    stage.frame();
    CHECK(stage.widget->semantics().nodes().size() == 2);
}

TEST_CASE("Where other is chosen and not described, the way leads to its field") {
    Stage stage(widget::tests::every_kind);
    stage.press(Role::radio, stage.texts[core::Text::other]);
    stage.press(Role::button, "Submit");
    CHECK(stage.widget->focus() == stage.get(Role::text_field, stage.texts[core::Text::comment_label]).id);
}

TEST_CASE("A page that advances turns once the pointer has answered it, and not for the keyboard") {
    const std::string_view definition = R"({"autoAdvanceEnabled": true, "pages": [
        {"name": "p1", "elements": [{"type": "radiogroup", "name": "a", "choices": ["one", "two"]}, {"type": "text", "name": "b", "title": "B"}]},
        {"name": "p2", "elements": [{"type": "boolean", "name": "c", "title": "C"}]}]})";
    Stage stage(definition);
    stage.click(Role::radio, "one");
    CHECK(stage.find(Role::radio, "one") != nullptr);
    stage.type(Role::text_field, "B", "x");
    CHECK(stage.find(Role::radio, "one") != nullptr);
    stage.focus(Role::radio, "one");
    stage.press(Role::radio, "two");
    CHECK(stage.find(Role::radio, "two") != nullptr);
    stage.focus(Role::radio, "one", 1);
    stage.press(Role::radio, "one");
    CHECK(stage.find(Role::radio, "one") == nullptr);
    stage.focus(Role::radio, "Yes", 1);
    stage.press(Role::radio, "Yes");
    CHECK(stage.session->view().state == core::SessionState::completed);
}

TEST_CASE("A progress of buttons leads to each page, and no further than a page that is not answered well") {
    Stage stage(R"({"showProgressBar": true, "progressBarType": "buttons", "pages": [
        {"name": "p1", "title": "About you", "elements": [{"type": "text", "name": "a", "title": "A", "isRequired": true}]},
        {"name": "p2", "navigationTitle": "Work", "title": "About your work", "elements": [{"type": "text", "name": "b", "title": "B"}]}]})");
    CHECK(stage.has(Role::button, "About you", flag_checked));
    stage.click(Role::button, "Work");
    CHECK(stage.has(Role::text_field, "A", flag_invalid));
    stage.type(Role::text_field, "A", "x");
    stage.press(Role::button, "Work");
    CHECK(stage.find(Role::text_field, "B") != nullptr);
    CHECK(stage.has(Role::button, "Work", flag_checked));
    stage.press(Role::button, "About you");
    CHECK(stage.find(Role::text_field, "A") != nullptr);
}

TEST_CASE("A press in a row turns no page: the other rows are not answered yet") {
    Stage stage(R"({"autoAdvanceEnabled": true, "pages": [
        {"elements": [{"type": "paneldynamic", "name": "rows", "panelCount": 2, "templateElements": [{"type": "radiogroup", "name": "a", "choices": ["one"]}]}]},
        {"elements": [{"type": "text", "name": "b", "title": "B"}]}]})");
    stage.click(Role::radio, "one");
    CHECK(stage.find(Role::text_field, "B") == nullptr);
}

TEST_CASE("Where questions are shown one by one the focus goes to the one that comes") {
    Stage stage(R"({"questionsOnPageMode": "questionPerPage", "elements": [
        {"type": "text", "name": "a", "title": "A"}, {"type": "text", "name": "b", "title": "B"}]})");
    stage.press(Role::button, "Next");
    CHECK(stage.widget->focus() == stage.get(Role::text_field, "B").id);
}

TEST_CASE("A logo stands above the title, as large as the author says") {
    const auto survey = [](std::string_view more) {
        return R"({"title": "Garden survey", "logo": "https://example.org/logo.png", "elements": [{"type": "text", "name": "a"}])" + std::string(more) + "}";
    };
    Stage usual(survey("")), sized(survey(R"(, "logoWidth": "90px", "logoHeight": 60)")), hidden(survey(R"(, "logoPosition": "none")"));
    const Node& logo = usual.get(Role::image, "");
    CHECK(usual.text(logo.kind) == "https://example.org/logo.png");
    CHECK(logo.height == 40);
    CHECK(usual.get(Role::heading, "Garden survey").y >= logo.y + logo.height);
    CHECK(sized.get(Role::image, "").width == 90);
    CHECK(sized.get(Role::image, "").height == 60);
    CHECK(hidden.find(Role::image, "") == nullptr);
}
