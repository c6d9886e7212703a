#include <catch2/catch_test_macros.hpp>

#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::Stage;

namespace {

constexpr std::string_view pet = R"({"elements": [{"type": "radiogroup", "name": "pet", "title": "Cat or dog?",
    "choices": ["Cat", "Dog"], "poll": {"method": "plurality", "results": "always"}}]})";

PollResultsView results(double cats, double dogs) {
    PollResultsView view;
    view.question = "pet";
    view.title = "Cat or dog?";
    view.shown = true;
    view.voters = cats + dogs;
    view.options = {{"Cat", cats, 100 * cats / view.voters, true}, {"Dog", dogs, 100 * dogs / view.voters, false}};
    return view;
}

}  // namespace

TEST_CASE("Results are a table with a row for each option, in words too") {
    Stage stage(pet);
    stage.model.polls = {results(3, 1)};
    stage.settle();
    const Node& table = stage.get(Role::table, "Results: Cat or dog?");
    const Node& row = stage.get(Role::row, "Cat: 3 votes, 75 percent, your choice");
    CHECK(row.parent == table.id);
    const Node& name = stage.get(Role::cell, "Cat");
    CHECK(name.parent == row.id);
    CHECK((name.flags & flag_header) != 0);
    CHECK(stage.text(name.description) == "your choice");
    CHECK(stage.get(Role::cell, "75%").parent == row.id);
    CHECK(stage.find(Role::row, "Dog: 1 vote, 25 percent") != nullptr);
    CHECK(stage.find(Role::text, "4 votes") != nullptr);
}

TEST_CASE("Points are called so, and who wins by them is ahead") {
    Stage stage(pet);
    PollResultsView view = results(3, 1);
    view.points = true;
    view.options[0].ahead = true;
    stage.model.polls = {view};
    stage.settle();
    const Node& row = stage.get(Role::row, "Cat: 3 points, 75 percent, ahead, your choice");
    CHECK(stage.get(Role::cell, "Cat").parent == row.id);
    CHECK(stage.find(Role::row, "Dog: 1 points, 25 percent") != nullptr);
}

TEST_CASE("Bars glide to a new result and then rest; the semantics tell the result at once") {
    Stage stage(pet);
    stage.model.polls = {results(1, 1)};
    CHECK(stage.frame().wants_frame);
    stage.settle();

    stage.model.polls = {results(3, 1)};
    const FrameResult first = stage.frame(0.01f);
    CHECK(first.semantics_changed);
    CHECK(first.wants_frame);
    CHECK(stage.find(Role::cell, "75%") != nullptr);
    const FrameResult second = stage.frame(0.05f);
    CHECK(second.picture_changed);
    CHECK_FALSE(second.semantics_changed);
    stage.frame(0.3f);
    CHECK_FALSE(stage.frame().wants_frame);
    CHECK_FALSE(stage.frame().picture_changed);
}

TEST_CASE("With reduced motion bars jump") {
    Stage stage(pet);
    stage.widget->set_reduced_motion(true);
    stage.model.polls = {results(1, 1)};
    CHECK_FALSE(stage.frame().wants_frame);
    CHECK_FALSE(stage.frame().picture_changed);
}

TEST_CASE("Before the results there is a word about them, and while they load another") {
    Stage stage(R"({"elements": [{"type": "radiogroup", "name": "pet", "choices": ["Cat"],
        "poll": {"results": "onVote"}}]})");
    CHECK(stage.find(Role::text, stage.texts[core::Text::results_after_vote]) != nullptr);
    PollResultsView loading;
    loading.question = "pet";
    loading.shown = loading.loading = true;
    stage.model.polls = {loading};
    stage.frame();
    CHECK(stage.find(Role::text, stage.texts[core::Text::results_loading]) != nullptr);
    CHECK(stage.find(Role::text, stage.texts[core::Text::results_after_vote]) == nullptr);
}

TEST_CASE("Results that cannot be reached are said under the thanks, with a button to try again") {
    Stage stage(pet);
    PollResultsView failed;
    failed.question = "pet";
    failed.shown = failed.loading = failed.failed = true;
    stage.model.polls = {failed};
    stage.press(Role::radio, "Cat");
    stage.press(Role::button, "Submit");
    CHECK(stage.find(Role::status, "The results cannot be reached.") != nullptr);
    stage.press(Role::button, "Try again");
    CHECK(stage.requests == std::vector{Request::retry_results});
}

TEST_CASE("After completion the results stand under the thanks") {
    Stage stage(pet);
    stage.model.polls = {results(3, 1)};
    stage.press(Role::radio, "Cat");
    stage.press(Role::button, "Submit");
    CHECK(stage.get(Role::heading, "Cat or dog?").y < stage.get(Role::cell, "75%").y);
}

TEST_CASE("The details of a count have a place below it, which is renewed with every result") {
    Stage stage(pet);
    stage.model.polls = {results(3, 1)};
    stage.model.polls.front().terms = R"({"changeable":true})";
    stage.settle();
    CHECK(stage.find(Role::embed, "Cat or dog?") == nullptr);
    stage.model.embeds = true;
    stage.model.polls.front().revision = 2;
    stage.frame();
    const Node& details = stage.get(Role::embed, "Cat or dog?");
    CHECK(stage.text(details.kind) == "poll");
    CHECK(stage.text(details.placeholder) == "pet");
    CHECK(stage.text(details.text) == R"({"changeable":true})");
    CHECK(details.value == 2);
    CHECK(details.y > stage.get(Role::text, "4 votes").y);
}
