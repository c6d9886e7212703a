#include "core/definition/codec.h"

#include "tests/core/definition/load.h"

namespace canvass::core {

TEST_CASE("questions may stand on pages, in panels or at the root") {
    const Definition on_pages = load(R"({'pages': [{'name': 'first', 'elements': [
        {'type': 'panel', 'name': 'p', 'elements': [{'type': 'text', 'name': 'q'}]}]}]})").definition;
    REQUIRE(on_pages.elements.size() == 3);
    CHECK(on_pages.at(0).kind == Kind::page);
    CHECK(on_pages.at(0).children == std::vector<ElementIndex>{1});
    CHECK(on_pages.at(2).parent == 1);
    CHECK(on_pages.at(2).pointer == "/pages/0/elements/0/elements/0");
    CHECK(on_pages.find("q") == 2);
    CHECK(on_pages.find("nobody") == no_element);

    for (const char* member : {"elements", "questions"}) {
        const Definition at_root =
            load("{'" + std::string(member) + "': [{'type': 'text', 'name': 'q'}]}").definition;
        REQUIRE(at_root.pages.size() == 1);
        CHECK(at_root.at(at_root.pages[0]).name == "page1");
        CHECK(at_root.at(1).pointer == "/" + std::string(member) + "/0");
    }
}

TEST_CASE("choices are scalars or objects with conditions of their own") {
    const Definition definition = load(R"({'elements': [{'type': 'checkbox', 'name': 'q', 'hasOther': true,
        'hasNone': true, 'choices': [1, 'two', {'value': 3, 'text': {'default': 'Three', 'de': 'Drei'},
        'visibleIf': '{a} = 1'}, '4|Four']}]})").definition;
    const auto& settings = std::get<ChoiceSettings>(definition.at(1).settings);
    REQUIRE(settings.choices.size() == 4);
    CHECK(settings.choices[0].value == Value(1));
    CHECK(settings.choices[1].value == Value("two"));
    CHECK(settings.choices[2].text.in("de") == "Drei");
    CHECK(settings.choices[2].text.in("en") == "Three");
    REQUIRE(settings.choices[2].rule == 0);
    CHECK(settings.rules[0].visible_if.expression() != nullptr);
    CHECK(settings.choices[3].value == Value("4"));
    CHECK(settings.choices[3].text.in("en") == "Four");
    CHECK(settings.has(Special::other));
    CHECK(settings.has(Special::none));
    CHECK(definition.locales == std::vector<std::string>{"en", "de"});
}

TEST_CASE("rating gets its rates from values, or from first, last and step") {
    const auto rates = [](const std::string& more) {
        Value values = Value::array();
        const Definition definition = load("{'elements': [{'type': 'rating', 'name': 'q'" + more + "}]}").definition;
        for (const Choice& rate : std::get<RatingSettings>(definition.at(1).settings).rates) values.push(rate.value);
        return write_json(values);
    };
    CHECK(rates("") == "[1,2,3,4,5]");
    CHECK(rates(", 'rateMin': 0, 'rateMax': 10, 'rateStep': 5") == "[0,5,10]");
    CHECK(rates(", 'rateMin': 0, 'rateMax': 0.3, 'rateStep': 0.1").size() > 10);
    CHECK(rates(", 'rateMin': 1, 'rateCount': 3") == "[1,2,3]");
    CHECK(rates(", 'rateValues': ['low', {'value': 9, 'text': 'high'}]") == "[\"low\",9]");
    CHECK(rates(", 'rateMin': 1, 'rateMax': 1e9").size() < 1000);
    CHECK(rates(", 'rateStep': 0, 'rateMax': 1e9").size() < 3000);
}

TEST_CASE("every fault of a definition is reported with its place, not just the first") {
    const LoadedDefinition loaded = load(R"({'pages': [{'elements': [
        {'type': 'text', 'name': 'a', 'isRequired': 'yes'},
        {'type': 'hologram', 'name': 'b'},
        {'type': 'text', 'name': 'a'},
        {'type': 'text'},
        {'type': 'text', 'name': 'c', 'visibleIf': '{a} + * 3'},
        {'type': 'text', 'name': 'd', 'enableIf': 'frobnicate({a})', 'glow': 7},
        {'name': 'e'}, 5]}], 'calculatedValues': [{'expression': '1'}]})");
    const Diagnostics& found = loaded.diagnostics;
    const auto at = [&](Code code) {
        const Diagnostic* diagnostic = find(found, code);
        return diagnostic ? diagnostic->pointer : "nowhere";
    };
    CHECK(at(Code::wrong_type) == "/pages/0/elements/0/isRequired");
    CHECK(at(Code::unknown_kind) == "/pages/0/elements/1/type");
    CHECK(find(found, Code::unknown_kind)->subject == "hologram");
    CHECK(at(Code::duplicate_name) == "/pages/0/elements/2/name");
    CHECK(at(Code::missing_name) == "/pages/0/elements/3");
    CHECK(at(Code::expression_syntax) == "/pages/0/elements/4/visibleIf");
    CHECK(find(found, Code::expression_syntax)->position >= 0);
    CHECK(at(Code::unknown_function) == "/pages/0/elements/5/enableIf");
    CHECK(at(Code::unknown_property) == "/pages/0/elements/5/glow");
    CHECK(find(found, Code::unknown_property)->severity == Severity::note);
    CHECK(at(Code::missing_property) == "/pages/0/elements/6");
    CHECK(std::count_if(found.begin(), found.end(), [](const Diagnostic& diagnostic) {
              return diagnostic.code == Code::missing_name;
          }) == 2);
    CHECK(has_errors(found));
    CHECK(loaded.definition.find("c") != no_element);
    CHECK(loaded.definition.at(loaded.definition.find("c")).visible_if.broken());
    CHECK(loaded.definition.find("b") == no_element);
}

TEST_CASE("a definition without faults has no diagnostics, unknown members are noted") {
    const LoadedDefinition clean = load(R"({'title': 'T', 'elements': [{'type': 'boolean', 'name': 'q',
        'labelTrue': 'Sure'}]})");
    CHECK(clean.diagnostics.empty());
    const LoadedDefinition odd = load(R"({'sparkle': {'deep': [1]}, 'showTOC': true})");
    REQUIRE(odd.diagnostics.size() == 2);
    CHECK_FALSE(has_errors(odd.diagnostics));
    CHECK(find(odd.diagnostics, Code::property_not_acted)->subject == "showTOC");
    CHECK(find(odd.diagnostics, Code::unknown_property)->subject == "sparkle");
}

TEST_CASE("circular conditions are found at load and named") {
    const LoadedDefinition two = load(R"({'elements': [{'type': 'text', 'name': 'a', 'visibleIf': '{b} = 1'},
        {'type': 'text', 'name': 'b', 'visibleIf': '{a} = 1'}]})");
    const Diagnostic* circle = find(two.diagnostics, Code::circular_expression);
    REQUIRE(circle);
    CHECK(circle->detail == "a → b → a");
    CHECK(circle->pointer == "/elements/0/visibleIf");

    const LoadedDefinition three = load(R"({'calculatedValues': [{'name': 'c', 'expression': '{a} + 1'}], 'elements': [
        {'type': 'text', 'name': 'a', 'enableIf': '{b} = 1'}, {'type': 'text', 'name': 'b', 'visibleIf': '{c} = 1'}]})");
    REQUIRE(find(three.diagnostics, Code::circular_expression));
    CHECK(find(three.diagnostics, Code::circular_expression)->detail == "a → b → c → a");

    const LoadedDefinition itself = load(R"({'elements': [{'type': 'panel', 'name': 'p', 'visibleIf': '{q} = 1',
        'elements': [{'type': 'text', 'name': 'q'}]}, {'type': 'text', 'name': 's', 'visibleIf': '{s} empty'}]})");
    std::vector<std::string> ways;
    for (const Diagnostic& diagnostic : itself.diagnostics) {
        if (diagnostic.code == Code::circular_expression) ways.push_back(diagnostic.detail);
    }
    CHECK(ways == std::vector<std::string>{"p → q → p", "s → s"});

    const LoadedDefinition straight = load(R"({'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'text', 'name': 'b', 'visibleIf': '{a} = 1'}, {'type': 'text', 'name': 'c', 'visibleIf': '{a} = {b}',
        'requiredIf': '{c} empty'}]})");
    CHECK_FALSE(find(straight.diagnostics, Code::circular_expression));
}

TEST_CASE("limits on size and depth are errors, not crashes") {
    std::string deep = "{'type': 'text', 'name': 'q'}";
    for (int level = 0; level < 40; ++level) deep = "{'type': 'panel', 'elements': [" + deep + "]}";
    const LoadedDefinition nested = load("{'elements': [" + deep + "]}");
    REQUIRE(find(nested.diagnostics, Code::too_deep));
    CHECK(nested.definition.find("q") == no_element);

    DefinitionLimits limits;
    limits.elements = 3;
    limits.choices = 1;
    limits.text_bytes = 4;
    const Result<LoadedDefinition> cut = load_definition(json_of(R"({'elements': [
        {'type': 'radiogroup', 'name': 'a', 'title': 'too long', 'choices': [1, 2]},
        {'type': 'text', 'name': 'b'}, {'type': 'text', 'name': 'c'}]})"), limits);
    REQUIRE(cut);
    CHECK(cut->definition.elements.size() == 3);
    CHECK(std::get<ChoiceSettings>(cut->definition.at(1).settings).choices.size() == 1);
    CHECK(std::count_if(cut->diagnostics.begin(), cut->diagnostics.end(), [](const Diagnostic& diagnostic) {
              return diagnostic.code == Code::too_large;
          }) == 3);
}

TEST_CASE("limits on rows and on expressions are errors with the place and what is counted") {
    DefinitionLimits limits;
    limits.rows = 3;
    const auto faults = [&](const std::string& members) {
        Result<LoadedDefinition> loaded = load_definition(json_of("{'elements': [{'name': 'q', " + members + "}]}"), limits);
        REQUIRE(loaded);
        REQUIRE(loaded->diagnostics.size() == 1);
        return std::move(loaded->diagnostics.front());
    };
    const Diagnostic rows = faults("'type': 'matrixdynamic', 'rowCount': 4, 'columns': [{'name': 'c'}]");
    CHECK(rows.code == Code::too_large);
    CHECK(describe(rows) == "This is too large: no more than 3 rows are read.");

    const Diagnostic letters = faults("'type': 'text', 'visibleIf': '1 = " + std::string(17'000, '1') + "'");
    CHECK(describe(letters) == "This is too large: no more than 16384 bytes are read.");
    CHECK(letters.pointer == "/elements/0/visibleIf");
    std::string sum = "1";
    for (int term = 0; term < 6'000; ++term) sum += "+1";
    CHECK(describe(faults("'type': 'text', 'enableIf': '" + sum + "'")) == "This is too large: no more than 10000 steps are read.");
    const Diagnostic deep = faults("'type': 'text', 'requiredIf': '" + std::string(200, '(') + "1" + std::string(200, ')') + "'");
    CHECK(deep.code == Code::too_deep);
    CHECK(describe(deep, "de") == "Das ist zu tief verschachtelt: mehr als 100 Ebenen werden nicht gelesen.");
}

TEST_CASE("what is no object is no definition") {
    for (const char* text : {"[]", "null", "3", "'pages'"}) {
        const Result<LoadedDefinition> loaded = load_definition(json_of(text));
        REQUIRE_FALSE(loaded);
        CHECK(loaded.error().front().code == Code::wrong_type);
    }
    CHECK(load("{}").definition.pages.empty());
}

TEST_CASE("elements that are no list are said to be none") {
    const LoadedDefinition loaded = load("{'elements': {}}");
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].code == Code::wrong_type);
    CHECK(loaded.diagnostics[0].pointer == "/elements");
    CHECK(load("{'elements': {'type': 'text', 'name': 'alone'}}").diagnostics.empty());
}

TEST_CASE("a poll says how it is counted and when it closes") {
    const LoadedDefinition loaded = load(R"({'canvass': {'id': 'club'}, 'elements': [{'type': 'radiogroup', 'name': 'q',
        'choices': [1, 2], 'poll': {'method': 'plurality', 'results': 'always', 'changeVote': false,
        'closes': '2026-12-31T18:00:00Z'}}, {'type': 'radiogroup', 'name': 'r', 'poll': {'method': 'dice',
        'results': 'never', 'closes': 'soon'}}]})");
    const Definition& definition = loaded.definition;
    CHECK(definition.id == "club");
    const Poll& poll = *definition.at(1).poll;
    CHECK(poll.results == Poll::Results::always);
    CHECK_FALSE(poll.change_vote);
    CHECK(poll.closes.has_value());
    CHECK(find(loaded.diagnostics, Code::poll_method_unfit)->pointer == "/elements/1/poll/method");
    CHECK(find(loaded.diagnostics, Code::unknown_value)->pointer == "/elements/1/poll/results");
}

TEST_CASE("a rating that gives answers which its method leaves out is noted") {
    const LoadedDefinition loaded = load(R"({'elements': [
        {'type': 'rating', 'name': 'a', 'rateMin': 0, 'rateMax': 10, 'poll': {'method': 'nps'}},
        {'type': 'rating', 'name': 'b', 'rateMax': 7, 'poll': {'method': 'csat'}}]})");
    const Diagnostic* note = find(loaded.diagnostics, Code::poll_scale_unfit);
    REQUIRE(note);
    CHECK(note->severity == Severity::note);
    CHECK(note->pointer == "/elements/1/poll/method");
    CHECK(describe(*note) == "“csat” counts answers from 1 – 5; the others that can be given here are left out of it.");
    CHECK(loaded.diagnostics.size() == 1);
}

TEST_CASE("a poll is counted by a method that fits what its question asks") {
    const LoadedDefinition loaded = load(R"({'elements': [
        {'type': 'checkbox', 'name': 'a', 'choices': [1, 2], 'poll': {}},
        {'type': 'ranking', 'name': 'b', 'choices': [1, 2], 'poll': {'method': 'ranked-pairs', 'seats': 2}},
        {'type': 'matrix', 'name': 'c', 'columns': [0, 1], 'rows': ['x'], 'poll': {'method': 'star'}},
        {'type': 'rating', 'name': 'd', 'rateMax': 10, 'rateMin': 0, 'poll': {'method': 'nps', 'secret': true}},
        {'type': 'text', 'name': 'e', 'inputType': 'number', 'poll': {}},
        {'type': 'matrix', 'name': 'f', 'cellType': 'checkbox', 'columns': [0, 1], 'rows': ['x'], 'poll': {}},
        {'type': 'radiogroup', 'name': 'g', 'choices': [1, 2], 'poll': {'method': 'irv'}},
        {'type': 'comment', 'name': 'h', 'poll': {}}]})");
    const auto poll = [&](std::string_view name) -> const Box<Poll>& {
        return loaded.definition.at(loaded.definition.find(name)).poll;
    };
    CHECK(poll("a")->method == "approval");
    CHECK(poll("b")->method == "ranked_pairs");
    CHECK(poll("b")->seats == 2);
    CHECK(poll("c")->method == "star");
    CHECK(poll("d")->method == "nps");
    CHECK(poll("d")->secret);
    CHECK_FALSE(poll("d")->change_vote);
    CHECK(poll("e")->method == "number");
    CHECK_FALSE(poll("f"));
    CHECK(poll("g")->method == "plurality");
    CHECK_FALSE(poll("h"));
    REQUIRE(loaded.diagnostics.size() == 3);
    CHECK(loaded.diagnostics[0].pointer == "/elements/5/poll");
    CHECK(loaded.diagnostics[1].pointer == "/elements/6/poll/method");
    CHECK(describe(loaded.diagnostics[1]) == "“irv” cannot count the answers to this question; what can: plurality.");
    CHECK(describe(loaded.diagnostics[1], "de") ==
          "„irv“ kann die Antworten auf diese Frage nicht auszählen; möglich: plurality.");
    CHECK(loaded.diagnostics[2].pointer == "/elements/7/poll");
}

TEST_CASE("names that nothing defines are notes, names of questions, comments and calculated values are not") {
    const LoadedDefinition loaded = load(R"({'calculatedValues': [{'name': 'sum', 'expression': '1'}], 'elements': [
        {'type': 'text', 'name': 'a.b'}, {'type': 'text', 'name': 'q', 'visibleIf':
        '{A.B} = 1 and {sum} = 1 and {q2-Comment} empty and {stranger.x} = 1'}, {'type': 'text', 'name': 'q2'}]})");
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].code == Code::unknown_reference);
    CHECK(loaded.diagnostics[0].subject == "stranger.x");
}

TEST_CASE("the same content has the same hash whatever the order of its members") {
    const std::string a = load("{'title': 'T', 'locale': 'de'}").definition.content_hash.text();
    CHECK(a == load("{'locale': 'de', 'title': 'T'}").definition.content_hash.text());
    CHECK(a != load("{'locale': 'de', 'title': 'U'}").definition.content_hash.text());
    CHECK(a.size() == 64);
}

}  // namespace canvass::core
