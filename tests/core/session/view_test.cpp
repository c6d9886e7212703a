// What the view says of kinds beyond their answers.
#include <catch2/catch_test_macros.hpp>

#include "core/session/session.h"
#include "tests/core/definition/load.h"

namespace canvass::core {
namespace {

const ElementView& only(Session& session) { return session.view().elements.front(); }

}  // namespace

TEST_CASE("a dropdown has a placeholder, and that for other while other is chosen") {
    Session session(definition_of(R"({'elements': [{'type': 'dropdown', 'name': 'q', 'choices': ['a'], 'placeholder': 'Pick',
        'showOtherItem': true, 'otherPlaceholder': 'Which?'}]})"), {});
    CHECK(only(session).placeholder == "Pick");
    session.apply(SetValue{"q", "other"});
    CHECK(only(session).placeholder == "Which?");
}

TEST_CASE("pictures have addresses that lead to no script") {
    Session session(definition_of(R"({'elements': [{'type': 'imagepicker', 'name': 'q', 'choices': [
        {'value': 1, 'imageLink': 'https://example.org/a.png'}, {'value': 2, 'imageLink': 'javascript:0'},
        {'value': 3, 'imageLink': 'data:image/png;base64,AAAA'}, 4]}]})"), {});
    const std::vector<ChoiceView>& choices = only(session).choices;
    CHECK(choices[0].image == "https://example.org/a.png");
    CHECK(choices[1].image.empty());
    CHECK(choices[2].image == "data:image/png;base64,AAAA");
    CHECK(choices[3].image.empty());
}

TEST_CASE("an image is called by its alternative text, then by its title, never by its name") {
    const auto named = [](const char* members) {
        Session session(definition_of(std::string("{'elements': [{'type': 'image', 'name': 'q', 'imageLink': '/a.png'") + members + "}]}"), {});
        CHECK(only(session).shown == "/a.png");
        return only(session).title;
    };
    CHECK(named(", 'altText': 'A tree', 'title': 'T'") == "A tree");
    CHECK(named(", 'title': 'T'") == "T");
    CHECK(named("").empty());
}

TEST_CASE("what shows no title has no number, as what is around it says") {
    Session session(definition_of(R"({'showQuestionNumbers': true, 'pages': [{'questionTitleLocation': 'hidden', 'elements': [
        {'type': 'text', 'name': 'a'}, {'type': 'text', 'name': 'b', 'titleLocation': 'top'},
        {'type': 'panel', 'name': 'p', 'questionTitleLocation': 'top', 'elements': [{'type': 'text', 'name': 'c'}]},
        {'type': 'text', 'name': 'd', 'titleLocation': 'hidden'}]}]})"));
    std::string numbers;
    for (const ElementView& view : session.view().elements) numbers += view.name + view.number + " ";
    CHECK(numbers == "a b1. p c2. d ");
}

TEST_CASE("a survey may hide its own titles") {
    Session session(definition_of(R"({'title': 'T', 'description': 'D', 'showTitle': false, 'showPageTitles': false,
        'pages': [{'title': 'P', 'description': 'E', 'elements': [{'type': 'text', 'name': 'a'}]}]})"));
    const SurveyView& view = session.view();
    CHECK((view.title + view.description + view.page_title + view.page_description).empty());
}

TEST_CASE("a cell that shows an answer elsewhere shows it anew when the words of its choice change") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'x'},
        {'type': 'radiogroup', 'name': 'a', 'choices': [{'value': 1, 'text': 'one {x}'}]},
        {'type': 'matrixdynamic', 'name': 'm', 'rowCount': 1, 'columns': [
            {'name': 'c', 'title': 'C {a}', 'cellType': 'dropdown', 'choices': [1]}]}]})"));
    session.apply(SetValue{"a", 1});
    session.apply(SetValue{"x", "more"});
    CHECK(session.view().elements.back().title == "C one more");
}

}  // namespace canvass::core
