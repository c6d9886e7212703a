#include <cstdlib>
#include <fstream>
#include <string>

#include "core/session/session.h"
#include "tests/core/definition/load.h"

namespace canvass::core {
namespace {

Session session_of(const std::string& text) {
    SessionOptions options;
    options.clock.now_ms = 1795348800000;  // 22 November 2026
    return Session(definition_of(text), std::move(options));
}

std::string errors(const Session& session) { return write_json(session.errors()); }

// The errors of a lone question with that answer.
std::string errors_for(const std::string& settings, Value value) {
    Session session = session_of("{'elements': [{'name': 'q', 'type': 'text', " + settings + "}]}");
    session.apply(SetValue{"q", std::move(value)});
    session.apply(Complete{});
    const Value all = session.errors();
    std::string text;
    if (!all.find("q")) return text;
    for (const Value& error : *all.find("q")->as_array()) text += (text.empty() ? "" : "|") + std::string(error.text());
    return text;
}

}  // namespace

TEST_CASE("recorded validator calls of the peer engine come out the same") {
    const char* folder = std::getenv("CANVASS_CONFORMANCE_DIR");
    if (!folder) SKIP("CANVASS_CONFORMANCE_DIR is not set");
    std::ifstream file(std::string(folder) + "/survey/validators.stable.jsonl");
    REQUIRE(file);
    int total = 0;
    for (std::string line; std::getline(file, line); ++total) {
        INFO(line.substr(0, 300));
        const Result<Value> recorded = parse_json(line);
        REQUIRE(recorded);
        const Value* given = recorded->find("value")->find("v");
        Value validator = *recorded->find("json");
        validator.set("type", *recorded->find("type"));
        Value question = Value::object({{"type", Value("text")}, {"name", Value("q")}});
        if (given && given->is_array()) question.set("type", Value("tagbox"));
        question.set("allowCustomChoices", Value(true));
        question.set("validators", Value::array({validator}));
        Result<LoadedDefinition> loaded = load_definition(Value::object({{"elements", Value::array({question})}}));
        REQUIRE(loaded);
        Session session(std::make_shared<const Definition>(std::move(loaded->definition)));
        session.apply(SetValue{"q", given ? *given : Value()});
        session.apply(Complete{});
        const Value all = session.errors();
        const Value* found = all.find("q");
        REQUIRE((found != nullptr) == recorded->find("error")->as_bool());
        // A failing regular expression without words of its own says nothing there.
        if (found && !recorded->find("text")->text().empty()) {
            CHECK((*found->as_array())[0].text() == recorded->find("text")->text());
        }
    }
    CHECK(total == 83);
}

TEST_CASE("a regular expression is asked of every item of a list; a broken one checks nothing") {
    CHECK(errors_for("'validators': [{'type': 'regex', 'regex': '^[0-9]+$', 'text': 'Figures, not {q}'}]", Value("a1")) ==
          "Figures, not a1");
    CHECK(errors_for("'validators': [{'type': 'regex', 'regex': '^[A-C]+$', 'caseInsensitive': true}]", Value("abc")).empty());
    CHECK(errors_for("'validators': [{'type': 'regex', 'regex': '^[A-C]+$'}]", Value("abc")) ==
          "Please complete the value to match the required format.");
    const LoadedDefinition loaded = load("{'elements': [{'name': 'q', 'type': 'text', 'validators': [{'type': 'regex', 'regex': '(a'}]}]}");
    const Diagnostic* fault = find(loaded.diagnostics, Code::regex_syntax);
    REQUIRE(fault);
    CHECK(fault->pointer == "/elements/0/validators/0/regex");
}

TEST_CASE("expressions of validators say what they read, and a broken one never holds") {
    CHECK(errors_for("'validators': [{'type': 'expression', 'expression': '{q} > 5'}]", Value(3)) ==
          "The expression: 3 > 5 should return 'true'.");
    CHECK(errors_for("'validators': [{'type': 'expression'}]", Value(3)).empty());
    CHECK(!errors_for("'validators': [{'type': 'expression', 'expression': '{q} > '}]", Value(3)).empty());
}

TEST_CASE("lengths count as JavaScript counts them, and blanks alone are no answer") {
    CHECK(errors_for("'validators': [{'type': 'text', 'minLength': 3}]", Value("😀")) ==
          "Please enter at least 3 character(s).");
    CHECK(errors_for("'validators': [{'type': 'text', 'maxLength': 3}]", Value(5555)).empty());
    CHECK(errors_for("'isRequired': true", Value("  ")) == "Response required.");
}

TEST_CASE("bounds are numbers, dates or expressions, with words of their own") {
    CHECK(errors_for("'inputType': 'number', 'min': 3, 'minErrorText': 'From {0} on'", Value(2)) == "From 3 on");
    CHECK(errors_for("'inputType': 'number', 'max': '3'", Value("4")) == "The value should not be greater than 3");
    CHECK(errors_for("'inputType': 'date', 'min': '2024-01-31'", Value("2024-01-30")) ==
          "The value should not be less than Wed Jan 31 2024");
    CHECK(errors_for("'inputType': 'datetime-local', 'max': '2024-01-31T10:00'", Value("2024-01-31T10:01")) ==
          "The value should not be greater than Wed Jan 31 2024 10:00:00 GMT+0000 (Coordinated Universal Time)");
    CHECK(errors_for("'inputType': 'date'", Value("3000-01-01")) == "The value should not be greater than Tue Dec 31 2999");
    CHECK(errors_for("'inputType': 'date', 'minValueExpression': 'today()'", Value("2026-11-21")) ==
          "The value should not be less than Sun Nov 22 2026");
    CHECK(errors_for("'inputType': 'date', 'max': '=today()'", Value("2026-11-22")).empty());
    CHECK(errors_for("'minValueExpression': '2 + 3'", Value(4)) == "The value should not be less than 5");
    CHECK(errors_for("'min': 5", Value(4)).empty());  // left over from another input type
    CHECK(errors_for("'inputType': 'time', 'min': '10:00'", Value("09:59")) == "The value should not be less than 10:00");
    CHECK(errors_for("'inputType': 'week', 'max': '2024-W10'", Value("2024-W11")) ==
          "The value should not be greater than 2024-W10");
}

TEST_CASE("numbers keep to their steps, to the decimals that people see") {
    CHECK(errors_for("'inputType': 'number', 'step': 5", Value(7)) == "Please enter a value that matches the step size of 5.");
    CHECK(errors_for("'inputType': 'number', 'step': 0.1", Value(0.3)).empty());
    CHECK(!errors_for("'inputType': 'number', 'step': 0.1", Value(0.35)).empty());
    CHECK(errors_for("'inputType': 'range', 'step': 5", Value(7)).empty());
}

TEST_CASE("warnings and hints are shown and stop nobody") {
    Session session = session_of(R"({'pages': [{'elements': [{'type': 'text', 'name': 'q', 'validators': [
        {'type': 'numeric', 'minValue': 5, 'notificationType': 'warning'}]}]}, {'elements': [{'type': 'text', 'name': 'r'}]}]})");
    session.apply(SetValue{"q", Value(3)});
    CHECK(session.apply(NextPage{}).accepted);
    CHECK(errors(session) == R"({"q":["The 'value' should be at least 5"]})");
    session.apply(PreviousPage{});
    const ElementView& shown = session.view().elements.front();
    CHECK(shown.errors.empty());
    CHECK(shown.warnings.size() == 1);
}

TEST_CASE("answers are checked when the author says: on the next page, as they change, or at the end") {
    const auto survey = [](const std::string& mode) {
        return session_of("{'checkErrorsMode': '" + mode + R"(', 'pages': [{'elements': [{'type': 'text', 'name': 'a',
            'isRequired': true, 'validators': [{'type': 'numeric', 'minValue': 5}]}]}, {'elements': [
            {'type': 'text', 'name': 'b', 'isRequired': true}]}]})");
    };
    Session next = survey("onNextPage");
    next.apply(SetValue{"a", Value(3)});
    CHECK(errors(next) == "{}");
    CHECK_FALSE(next.apply(NextPage{}).accepted);

    Session changed = survey("onValueChanged");
    changed.apply(SetValue{"a", Value(3)});
    CHECK(errors(changed) == R"({"a":["The 'value' should be at least 5"]})");
    changed.apply(SetValue{"a", Value()});
    CHECK(errors(changed) == "{}");
    CHECK_FALSE(changed.apply(NextPage{}).accepted);

    Session complete = survey("onComplete");
    CHECK(complete.apply(NextPage{}).accepted);
    CHECK(errors(complete) == "{}");
    CHECK_FALSE(complete.apply(Complete{}).accepted);
    CHECK(errors(complete) == R"({"a":["Response required."],"b":["Response required."]})");
    CHECK(complete.page() == 0);  // where the first error is
}

TEST_CASE("what a validator elsewhere reads is checked again with the change") {
    const auto survey = [](const std::string& mode) {
        return session_of("{'checkErrorsMode': '" + mode + R"(', 'elements': [{'type': 'text', 'name': 'a'},
            {'type': 'text', 'name': 'b', 'validators': [{'type': 'expression', 'expression': '{a} + {b} < 10', 'text': 'no'}]}]})");
    };
    Session changed = survey("onValueChanged");
    changed.apply(SetValue{"b", Value(8)});
    CHECK(errors(changed) == "{}");
    changed.apply(SetValue{"a", Value(3)});
    CHECK(errors(changed) == R"({"b":["no"]})");
    changed.apply(SetValue{"a", Value(1)});
    CHECK(errors(changed) == "{}");

    Session next = survey("onNextPage");
    next.apply(SetValue{"b", Value(8)});
    next.apply(SetValue{"a", Value(3)});
    CHECK(errors(next) == "{}");
    next.apply(Complete{});
    CHECK(errors(next) == R"({"b":["no"]})");
    next.apply(SetValue{"a", Value(1)});
    CHECK(errors(next) == "{}");
}

TEST_CASE("rows that are answered as a whole are checked at once where the author wants it so") {
    const auto survey = [](const std::string& mode) {
        return session_of("{'checkErrorsMode': '" + mode + R"(', 'elements': [{'type': 'matrixdynamic', 'name': 'm', 'keyName': 'c',
            'columns': [{'name': 'c', 'cellType': 'text'}, {'name': 'd', 'cellType': 'text', 'validators': [{'type': 'numeric'}]}]}]})");
    };
    const Value twice = Value::array({Value::object({{"c", "x"}, {"d", "many"}}), Value::object({{"c", "x"}})});
    Session changed = survey("onValueChanged");
    changed.apply(SetValue{"m", twice});
    CHECK(errors(changed) == R"({"m[0].c":["This value should be unique."],"m[0].d":["The value should be numeric."],)"
                             R"("m[1].c":["This value should be unique."]})");
    changed.apply(SetValue{"m", Value::array({Value::object({{"c", "x"}, {"d", 3}}), Value::object({{"c", "y"}})})});
    CHECK(errors(changed) == "{}");

    Session next = survey("onNextPage");
    next.apply(SetValue{"m", twice});
    CHECK(errors(next) == "{}");
}

TEST_CASE("what a validator reads of variables is checked again, and what reads of errors sees that") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'q', 'validators': [{'type': 'expression', 'expression': '{v} = 1'}]},
        {'type': 'text', 'name': 'z', 'visibleIf': '{$q.containsErrors}'}]})"));
    session.apply(SetValue{"q", Value("x")});
    session.apply(Complete{});
    CHECK(session.visible_questions().size() == 2);
    session.apply(SetVariable{"v", Value(1)});
    CHECK(write_json(session.errors()) == "{}");
    CHECK(session.visible_questions().size() == 1);
}

TEST_CASE("an answer that the words of an error name does not have it judged") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'text', 'name': 'q', 'isRequired': true, 'validators': [{'type': 'numeric', 'text': 'No {a}'}]}]})"));
    session.apply(Complete{});
    session.apply(SetValue{"a", Value(1)});
    CHECK(write_json(session.errors()) == R"({"q":["Response required."]})");
}

TEST_CASE("a required panel asks for an answer where one can be given") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'panel', 'name': 'p', 'isRequired': true, 'enableIf': '{a} = 1', 'elements': [{'type': 'text', 'name': 'b'}]}]})"));
    session.apply(SetValue{"a", Value(1)});
    session.apply(Complete{});
    CHECK(session.errors().find("p"));
    session.apply(SetValue{"a", Value(2)});
    session.apply(Complete{});
    CHECK(session.state() == SessionState::completed);

    Session empty(definition_of(R"({'firstPageIsStartPage': true, 'pages': [{'name': 'one', 'isRequired': true}, {'elements': [{'type': 'text', 'name': 'a'}]}]})"));
    empty.apply(StartSurvey{});
    CHECK(empty.state() == SessionState::running);
}

TEST_CASE("an error goes where nobody can answer any more") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'text', 'name': 'q', 'isRequired': true, 'enableIf': '{a} empty'},
        {'type': 'panel', 'name': 'p', 'enableIf': '{a} empty', 'elements': [
            {'type': 'multipletext', 'name': 'm', 'items': [{'name': 'i', 'isRequired': true}]},
            {'type': 'matrixdynamic', 'name': 't', 'rowCount': 1, 'columns': [{'name': 'c', 'isRequired': true}]}]},
        {'type': 'matrixdynamic', 'name': 'u', 'rowCount': 1, 'columns': [{'name': 'c', 'isRequired': true, 'enableIf': '{a} empty'}]}]})"));
    session.apply(Complete{});
    CHECK(session.errors().size() == 4);
    session.apply(SetValue{"a", Value(1)});
    CHECK(write_json(session.errors()) == "{}");
    session.apply(ClearValue{"a"});
    CHECK(write_json(session.errors()) == "{}");
}

TEST_CASE("an error goes when a rule or a trigger answers in order") {
    const auto errors_after = [](const char* question, const char* triggers) {
        Session session(definition_of(std::string(R"({'elements': [{'type': 'text', 'name': 'a'}, {'type': 'text', 'name': 'q',
            'validators': [{'type': 'email'}])") + question + "}], 'triggers': [" + triggers + "]}"));
        session.apply(SetVariable{"mail", Value("b@c.de")});
        session.apply(SetValue{"q", Value(3)});
        session.apply(Complete{});
        CHECK(session.errors().find("q"));
        session.apply(SetValue{"a", Value(4)});
        return write_json(session.errors());
    };
    CHECK(errors_after(", 'resetValueIf': '{a} = 4'", "") == "{}");
    CHECK(errors_after(", 'setValueIf': '{a} = 4', 'setValueExpression': '{mail}'", "") == "{}");
    CHECK(errors_after("", "{'type': 'setvalue', 'expression': '{a} = 4', 'setToName': 'q', 'setValue': 'b@c.de'}") == "{}");
    CHECK(errors_after("", "{'type': 'setvalue', 'expression': '{a} = 4', 'setToName': 'q', 'setValue': 'b'}") != "{}");
}

TEST_CASE("what rows compute may be their key") {
    const auto errors_of = [](const char* question) {
        Session session(definition_of(std::string("{'elements': [") + question + "]}"));
        session.apply(Complete{});
        return session.errors().size();
    };
    CHECK(errors_of(R"({'type': 'paneldynamic', 'name': 'p', 'panelCount': 3, 'keyName': 'k',
        'templateElements': [{'type': 'expression', 'name': 'k', 'expression': '1 + 2'}]})") == 2);
    CHECK(errors_of(R"({'type': 'matrixdynamic', 'name': 'p', 'rowCount': 3,
        'columns': [{'name': 'k', 'cellType': 'expression', 'expression': '1 + 2', 'isUnique': true}]})") == 3);
    CHECK(errors_of(R"({'type': 'matrixdynamic', 'name': 'p', 'rowCount': 3, 'keyName': 'k',
        'columns': [{'name': 'k', 'cellType': 'expression', 'expression': '{rowIndex}'}]})") == 0);
}

}  // namespace canvass::core
