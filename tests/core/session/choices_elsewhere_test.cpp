// Choices that a page fetches and gives.
#include "core/session/response.h"
#include "core/session/session.h"
#include "tests/core/definition/load.h"

namespace canvass::core {
namespace {

std::string addresses(const Session& session) {
    std::string all;
    const Definition& definition = session.definition();
    for (const ElementIndex at : definition.elsewhere) all += choices_name(definition, at) + "=" + session.address_of_choices(at) + " ";
    return all;
}

std::string texts_of(Session& session, std::string_view name) {
    std::string all;
    for (const ElementView& element : session.view().elements) {
        if (element.name != name) continue;
        for (const ChoiceView& choice : element.choices) all += choice.text + " ";
    }
    return all;
}

}  // namespace

TEST_CASE("an address of choices has the answers that it names, encoded, or is none yet") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'region'},
        {'type': 'dropdown', 'name': 'country', 'choicesByUrl': {'url': '{CACHE}/countries?in={region}&of={year}', 'path': 'a.b'}},
        {'type': 'dropdown', 'name': 'evil', 'choicesByUrl': {'url': 'javascript:alert(1)'}},
        {'type': 'matrixdynamic', 'name': 'm', 'columns': [{'name': 'c', 'cellType': 'dropdown', 'choicesByUrl': {'url': '/c'}}]}]})"));
    CHECK(addresses(session) == "country= evil= m.c=/c ");
    session.apply(SetValue{"region", Value("Ä/b c")});
    CHECK(addresses(session) == "country= evil= m.c=/c ");
    session.apply(SetVariable{"year", Value(2026)});
    CHECK(addresses(session) == "country=/countries?in=%C3%84%2Fb%20c&of=2026 evil= m.c=/c ");
    const auto& country = std::get<ChoiceSettings>(session.definition().at(session.definition().elsewhere[0]).settings);
    CHECK(*country.elsewhere->how.find("path") == Value("a.b"));
}

TEST_CASE("given choices are chosen from, named in texts and carried on") {
    Session session(definition_of(R"({'elements': [{'type': 'dropdown', 'name': 'q', 'choicesByUrl': {'url': '/q'}},
        {'type': 'checkbox', 'name': 'carried', 'choicesFromQuestion': 'q'}, {'type': 'text', 'name': 't', 'title': 'In {q}'}]})"));
    session.apply(SetValue{"q", Value("at")});
    CHECK(*session.titles().find("t") == Value("In at"));
    const Value list = *parse_json(R"([{"value": "at", "text": "Austria"}, {"value": "de", "text": {"default": "Germany", "de": "Deutschland"}}, "ch"])");
    CHECK(session.apply(SetChoices{"q", list}).changed);
    CHECK(texts_of(session, "q") == "Austria Germany ch ");
    CHECK(texts_of(session, "carried") == "Austria Germany ch ");
    CHECK(*session.titles().find("t") == Value("In Austria"));
    session.apply(SetChoices{"q", *parse_json(R"(["fr"])")});
    CHECK(texts_of(session, "q") == "fr ");
    CHECK(texts_of(session, "carried") == "fr ");
    session.apply(Complete{});
    CHECK(write_json(session.data()) == R"({"q":"at"})");
}

TEST_CASE("choices given to a column are those of every row, of rows to come as well") {
    Session session(definition_of(R"({'elements': [{'type': 'matrixdynamic', 'name': 'm', 'rowCount': 1,
        'columns': [{'name': 'c', 'cellType': 'dropdown', 'choicesByUrl': {'url': '/c'}}]}]})"));
    CHECK(session.apply(SetChoices{"m.c", *parse_json(R"(["a", "b"])")}).changed);
    CHECK(texts_of(session, "m[0].c") == "a b ");
    session.apply(AddRow{"m"});
    CHECK(texts_of(session, "m[1].c") == "a b ");
}

TEST_CASE("choices for nobody, and what are no choices, are told and change nothing else") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 't'}, {'type': 'dropdown', 'name': 'q', 'choicesByUrl': {'url': '/q'}}]})"));
    const Outcome nobody = session.apply(SetChoices{"t", *parse_json(R"(["a"])")});
    CHECK_FALSE(nobody.changed);
    REQUIRE(nobody.diagnostics.size() == 1);
    CHECK(nobody.diagnostics[0].code == Code::unknown_question);
    const Outcome wrong = session.apply(SetChoices{"q", *parse_json(R"({"a": 1})")});
    REQUIRE(wrong.diagnostics.size() == 1);
    CHECK(wrong.diagnostics[0].pointer == "/choices");
    const Outcome some = session.apply(SetChoices{"q", *parse_json(R"([null, "a", {"text": 5}])")});
    CHECK(some.diagnostics.size() == 1);
    CHECK(texts_of(session, "q") == "a 5 ");
}

TEST_CASE("a response may hold any answer to a question whose choices lie elsewhere") {
    const auto definition = definition_of(R"({'elements': [{'type': 'dropdown', 'name': 'q', 'choicesByUrl': {'url': '/q'}}]})");
    Session session(definition);
    session.apply(SetChoices{"q", *parse_json(R"(["a"])")});
    session.apply(SetValue{"q", Value("a")});
    session.apply(Complete{});
    const Response response = response_of(session, "id", {0}, {0});
    CHECK(validate_response(definition, response, {}).empty());
}

}  // namespace canvass::core
