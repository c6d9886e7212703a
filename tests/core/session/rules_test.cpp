// Answers that set themselves, and validators.
#include "core/session/session.h"
#include "tests/core/definition/load.h"
#include "tests/core/session/open.h"

namespace canvass::core {
namespace {

// The data after these answers, each one name and value.
std::string data_after(const std::string& survey, const std::vector<std::pair<const char*, Value>>& answers) {
    Session session(definition_of(survey));
    for (const auto& [name, value] : answers) session.apply(SetValue{name, value});
    return write_json(session.data());
}

std::string errors_of(const std::string& question, Value answer) {
    Session session(definition_of("{'elements': [{'name': 'q', " + question + "}]}"));
    session.apply(SetValue{"q", std::move(answer)});
    session.apply(Complete{});
    return write_json(session.errors());
}

}  // namespace

TEST_CASE("a default formula rules until somebody answers otherwise") {
    const char* const survey = R"({'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'text', 'name': 'b', 'defaultValueExpression': '{a} + 1'}, {'type': 'text', 'name': 'c', 'defaultValue': '=1+2'}]})";
    CHECK(data_after(survey, {}) == R"({"b":1,"c":3})");
    CHECK(data_after(survey, {{"a", Value(4)}}) == R"({"b":5,"c":3,"a":4})");
    CHECK(data_after(survey, {{"b", Value(9)}, {"a", Value(4)}}) == R"({"b":9,"c":3,"a":4})");
    // Nor does it come back to an answer that was taken back, or that happens to be its own again.
    CHECK(data_after(survey, {{"b", Value()}, {"a", Value(4)}}) == R"({"c":3,"a":4})");
    CHECK(data_after(survey, {{"b", Value(9)}, {"b", Value(1)}, {"a", Value(4)}}) == R"({"b":1,"c":3,"a":4})");
}

TEST_CASE("setValueIf, setValueExpression and resetValueIf answer to what they read") {
    const char* const survey = R"({'elements': [{'type': 'text', 'name': 'a'}, {'type': 'text', 'name': 'b'},
        {'type': 'text', 'name': 'sum', 'setValueExpression': '{a} + {b}'},
        {'type': 'text', 'name': 'gated', 'setValueIf': '{a} > 5', 'setValueExpression': '{b} * 10'},
        {'type': 'text', 'name': 'reset', 'resetValueIf': '{a} = 0', 'defaultValue': 'start'}]})";
    CHECK(data_after(survey, {{"a", Value(2)}}) == R"({"reset":"start","a":2,"sum":2})");
    CHECK(data_after(survey, {{"b", Value(3)}, {"a", Value(6)}, {"sum", Value(1)}}) ==
          R"({"reset":"start","b":3,"sum":1,"a":6,"gated":30})");
    CHECK(data_after(survey, {{"reset", Value("x")}, {"a", Value(0)}}) == R"({"reset":"start","a":0,"sum":0})");
}

TEST_CASE("a rule that reads no answer waits until one changes") {
    const char* const survey = R"({'pages': [{'elements': [{'type': 'text', 'name': 'a', 'setValueExpression': '3 + 4'}]},
        {'elements': [{'type': 'text', 'name': 'b'}]}]})";
    Session session(definition_of(survey));
    session.apply(NextPage{});
    CHECK(write_json(session.data()) == "{}");
    session.apply(SetValue{"b", Value(1)});
    CHECK(write_json(session.data()) == R"({"b":1,"a":7})");

    CHECK(data_after(R"({'elements': [{'type': 'text', 'name': 'a', 'setValueExpression': '3 + 4'},
        {'type': 'text', 'name': 'b', 'defaultValue': 1}]})", {}) == R"({"b":1,"a":7})");
    CHECK(data_after(R"({'elements': [{'type': 'text', 'name': 'a', 'setValueExpression': '{v}'}, {'type': 'text', 'name': 'b'}],
        'calculatedValues': [{'name': 'v', 'expression': '{b} notempty'}]})", {}) == "{}");
}

TEST_CASE("where answers are looked at as they change, so are those that rules give") {
    Session session(definition_of(R"({'checkErrorsMode': 'onValueChanged', 'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'text', 'name': 'mail', 'inputType': 'email', 'setValueExpression': '{a}'}]})"));
    session.apply(SetValue{"a", Value("nobody")});
    CHECK(session.errors().find("mail"));
    session.apply(SetValue{"a", Value("a@example.org")});
    CHECK_FALSE(session.errors().find("mail"));
}

TEST_CASE("an expression that a trigger sets works itself out again") {
    CHECK(data_after(R"({'elements': [{'type': 'text', 'name': 'a'}, {'type': 'expression', 'name': 'e', 'expression': '3 + 2'}],
        'triggers': [{'type': 'setvalue', 'expression': '{a} = 1', 'setToName': 'e'}]})", {{"a", Value(1)}}) == R"({"a":1,"e":5})");
    CHECK(data_after(R"({'elements': [{'type': 'text', 'name': 'a'}, {'type': 'expression', 'name': 'e'}],
        'triggers': [{'type': 'setvalue', 'expression': '{a} = 1', 'setToName': 'e', 'setValue': 'x'}]})", {{"a", Value(1)}}) == R"({"a":1,"e":"x"})");
}

TEST_CASE("new rows keep what they are set to, whatever a default formula says") {
    const char* const survey = R"({'elements': [{'type': 'paneldynamic', 'name': 'p', 'templateElements': [
        {'type': 'text', 'name': 'a'}, {'type': 'text', 'name': 'b', 'defaultValueExpression': '{panel.a}'}]}]})";
    const Value whole = *parse_json(R"([{"a":7,"b":8},{"a":9}])");
    CHECK(data_after(survey, {{"p", whole}}) == R"({"p":[{"a":7,"b":8},{"a":9,"b":9}]})");
}

TEST_CASE("rows that are there keep what they are set to, and what comes as the formula made it goes on following") {
    const char* const survey = R"({'elements': [{'type': 'matrixdropdown', 'name': 'm', 'rows': ['r'], 'cellType': 'text', 'columns': [
        {'name': 'a'}, {'name': 'b', 'defaultValueExpression': '{row.a} + 1'}]}]})";
    const Value given = *parse_json(R"({"r":{"a":7,"b":3}})"), made = *parse_json(R"({"r":{"a":1,"b":2}})"),
                next = *parse_json(R"({"r":{"a":5,"b":2}})");
    CHECK(data_after(survey, {{"m", given}}) == R"({"m":{"r":{"a":7,"b":3}}})");
    CHECK(data_after(survey, {{"m", made}, {"m", next}}) == R"({"m":{"r":{"a":5,"b":6}}})");
    const char* const inside = R"({'elements': [{'type': 'paneldynamic', 'name': 'p', 'panelCount': 1, 'templateElements': [
        {'type': 'matrixdropdown', 'name': 'm', 'rows': ['r'], 'cellType': 'text', 'columns': [
            {'name': 'a'}, {'name': 'b', 'defaultValueExpression': '{row.a} + 1'}]}]}]})";
    CHECK(data_after(inside, {{"p[0].m", given}}) == R"({"p":[{"m":{"r":{"a":7,"b":3}}}]})");
}

TEST_CASE("a boolean with a default of its own never asks its formula") {
    CHECK(data_after(R"({'elements': [{'type': 'text', 'name': 'a'}, {'type': 'boolean', 'name': 'b', 'defaultValue': true,
        'defaultValueExpression': '{a} = 1'}]})", {{"a", Value(2)}}) == R"({"b":true,"a":2})");
}

TEST_CASE("a default shorter than the rows of a matrix is continued by the default of a row") {
    CHECK(data_after(R"({'elements': [{'type': 'matrixdynamic', 'name': 'm', 'rowCount': 3, 'columns': [{'name': 'c', 'cellType': 'text'}],
        'defaultRowValue': {'c': 'a'}, 'defaultValue': [{'c': 2}]}]})", {}) == R"({"m":[{"c":2},{"c":"a"},{"c":"a"}]})");
}

TEST_CASE("a skip trigger that a default pulls opens the survey there, and the way back is the usual one") {
    Session session(definition_of(R"({'pages': [{'elements': [{'type': 'text', 'name': 'a'}]}, {'elements': [{'type': 'text', 'name': 'b'}]},
        {'elements': [{'type': 'boolean', 'name': 'c', 'defaultValue': false}]}],
        'triggers': [{'type': 'skip', 'expression': '{c} = false', 'gotoName': 'c'}]})"));
    CHECK(session.page() == 2);
    session.apply(PreviousPage{});
    CHECK(session.page() == 1);
}

TEST_CASE("triggers set, copy and calculate answers") {
    CHECK(data_after(R"({'elements': [{'type': 'text', 'name': 'a'}, {'type': 'checkbox', 'name': 'c', 'choices':
        [{'value': 1, 'text': 'One'}]}], 'triggers': [
        {'type': 'setvalue', 'expression': '{a} = 1', 'setToName': 'set', 'setValue': 'yes'},
        {'type': 'copyvalue', 'expression': '{c} notempty', 'fromName': 'c', 'setToName': 'copy', 'copyDisplayValue': true},
        {'type': 'runexpression', 'expression': '{a} = 1', 'setToName': 'run', 'runExpression': '{a} + 1'}]})",
                     {{"a", Value(1)}, {"c", Value::array({Value(1)})}}) ==
          R"({"a":1,"set":"yes","run":2,"c":[1],"copy":"One"})");
}

TEST_CASE("triggers skip to a page and end the survey early") {
    const char* const survey = R"({'pages': [{'elements': [{'type': 'text', 'name': 'a'}]},
        {'elements': [{'type': 'text', 'name': 'b'}]}, {'elements': [{'type': 'text', 'name': 'c'}]}], 'triggers': [
        {'type': 'skip', 'expression': '{a} = 1', 'gotoName': 'c'}, {'type': 'complete', 'expression': '{a} = 2'}]})";
    Session skipping(definition_of(survey));
    skipping.apply(SetValue{"a", Value(1)});
    CHECK(skipping.page() == 2);
    Session ending(definition_of(survey));
    ending.apply(SetValue{"a", Value(2)});
    CHECK(ending.state() == SessionState::running);
    ending.apply(NextPage{});
    CHECK(ending.state() == SessionState::completed);
}

TEST_CASE("answers that set each other come to an end") {
    const std::string data = data_after(R"({'elements': [{'type': 'text', 'name': 'a', 'setValueExpression': '{b} + 1'},
        {'type': 'text', 'name': 'b', 'setValueExpression': '{a} + 1'}]})", {{"a", Value(1)}});
    CHECK(data.size() < 40);
}

TEST_CASE("validators say what is wrong in their own words or ours") {
    CHECK(errors_of("'type': 'text', 'validators': [{'type': 'numeric', 'minValue': 2, 'maxValue': 4}]", Value(5)) ==
          R"({"q":["The 'value' should be at least 2 and at most 4"]})");
    CHECK(errors_of("'type': 'text', 'validators': [{'type': 'numeric'}]", Value("x")) ==
          R"({"q":["The value should be numeric."]})");
    CHECK(errors_of("'type': 'text', 'validators': [{'type': 'text', 'minLength': 3, 'text': 'Longer!'}]", Value("ab")) ==
          R"({"q":["Longer!"]})");
    CHECK(errors_of("'type': 'text', 'validators': [{'type': 'text', 'allowDigits': false}]", Value("ab1")) ==
          R"({"q":["Numbers are not allowed."]})");
    CHECK(errors_of("'type': 'checkbox', 'choices': [1, 2, 3], 'validators': [{'type': 'answercount', 'maxCount': 1}]",
                    Value::array({Value(1), Value(2)})) == R"({"q":["Please select no more than 1 option(s)."]})");
    CHECK(errors_of("'type': 'text', 'validators': [{'type': 'email'}]", Value("nobody")) ==
          R"({"q":["Please enter a valid e-mail address."]})");
    CHECK(errors_of("'type': 'text', 'validators': [{'type': 'expression', 'expression': '{q} > 3'}]", Value(2)) ==
          R"({"q":["The expression: 2 > 3 should return 'true'."]})");
    CHECK(errors_of("'type': 'text', 'validators': [{'type': 'expression', 'expression': '{q} > 3'}]", Value(4)) == "{}");
}

TEST_CASE("expression questions hold what they calculate; ranking answers have an order") {
    CHECK(data_after(R"({'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'expression', 'name': 'e', 'expression': '{a} * 2'}]})", {{"a", Value(4)}, {"e", Value(1)}, {"a", Value(5)}}) ==
          R"({"e":10,"a":5})");
    Session session(definition_of(R"({'elements': [{'type': 'ranking', 'name': 'r', 'choices': ['a', 'b']},
        {'type': 'html', 'name': 'h', 'html': '<b>{r}</b>', 'visibleIf': '{r} = {want}'}]})"));
    session.apply(SetVariable{"want", Value::array({Value("b"), Value("a")})});
    session.apply(SetValue{"r", Value::array({Value("a"), Value("b")})});
    CHECK(session.view().elements.size() == 1);
    session.apply(SetValue{"r", Value::array({Value("b"), Value("a")})});
    REQUIRE(session.view().elements.size() == 2);
    CHECK(session.view().elements[1].description == "b, a");
}

TEST_CASE("a number field takes only numbers from defaults, formulas and triggers") {
    Session defaults = open(R"({"elements": [
        {"type": "text", "name": "a", "inputType": "number", "defaultValue": "x"},
        {"type": "text", "name": "b", "inputType": "range", "defaultValueExpression": "'x'"},
        {"type": "text", "name": "c", "inputType": "number", "defaultValueExpression": "' 5 '"},
        {"type": "text", "name": "d", "inputType": "number", "defaultValueExpression": "{c} notempty"}]})");
    CHECK(write_json(defaults.data()) == R"({"c":5})");
    Session rules = open(R"({"elements": [
        {"type": "text", "name": "a", "inputType": "number", "setValueExpression": "{b}"},
        {"type": "text", "name": "b"},
        {"type": "text", "name": "c", "inputType": "number"}],
        "triggers": [{"type": "copyvalue", "fromName": "b", "setToName": "c"}]})");
    CHECK(rules.apply(SetValue{"a", 3}).changed);
    CHECK(rules.apply(SetValue{"b", "x"}).changed);
    CHECK(write_json(rules.data()) == R"({"b":"x"})");
}

TEST_CASE("a trigger shows pages and questions while its expression holds") {
    Session session(definition_of(R"({'pages': [{'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'text', 'name': 'b', 'visible': false}, {'type': 'text', 'name': 'c'}]},
        {'name': 'last', 'visible': false, 'elements': [{'type': 'text', 'name': 'd'}]}],
        'triggers': [{'type': 'visible', 'expression': '{a} = 1', 'questions': ['b', 'c', 'nobody'], 'pages': ['last']}]})"));
    using Visible = std::vector<std::string>;
    CHECK(session.visible_questions() == Visible{"a", "c"});
    session.apply(SetValue{"a", Value(1)});
    CHECK(session.visible_questions() == Visible{"a", "b", "c", "d"});
    session.apply(SetValue{"a", Value(2)});
    CHECK(session.visible_questions() == Visible{"a"});
}

TEST_CASE("a trigger copies what rows and tables open with, and is no answer to what it sets itself") {
    const char* const survey = R"({'elements': [{'type': 'multipletext', 'name': 'm', 'items': [{'name': 'i'}], 'defaultValue': {'i': 'yes'}},
        {'type': 'text', 'name': 't', 'defaultValue': 'own'}], 'triggers': [{'type': 'copyvalue', 'fromName': 'm', 'setToName': 'copy'},
        {'type': 'setvalue', 'expression': '{t} notempty', 'setToName': 't', 'setValue': 'set'}]})";
    CHECK(data_after(survey, {}) == R"({"m":{"i":"yes"},"t":"own","copy":{"i":"yes"}})");
}

TEST_CASE("what a trigger works out may read what nothing else does, and nothing clears") {
    const char* const survey = R"({'elements': [{'type': 'text', 'name': 'a'}, {'type': 'text', 'name': 'b'}],
        'triggers': [{'type': 'runexpression', 'expression': '{a} notempty', 'runExpression': '{v} + 1', 'setToName': 'b'},
                     {'type': 'runexpression', 'expression': '{b} = 3', 'runExpression': '{nobody}', 'setToName': 'b'}]})";
    Session session(definition_of(survey));
    session.apply(SetVariable{"v", Value(1)});
    session.apply(SetValue{"a", Value("x")});
    CHECK(write_json(session.data()) == R"({"a":"x","b":2})");
    session.apply(SetValue{"b", Value(3)});
    CHECK(write_json(session.data()) == R"({"a":"x"})");
}

TEST_CASE("a trigger answers what its own target changes elsewhere") {
    CHECK(data_after(R"({'elements': [{'type': 'text', 'name': 'a'}, {'type': 'expression', 'name': 'e', 'expression': '{a} + 1'}],
        'triggers': [{'type': 'setvalue', 'expression': '{e} > 5', 'setToName': 'a', 'setValue': 1}]})", {{"a", Value(9)}}) == R"({"e":2,"a":1})");
    CHECK(data_after(R"({'elements': [{'type': 'text', 'name': 'a'}],
        'triggers': [{'type': 'setvalue', 'expression': '{a} > 5', 'setToName': 'a', 'setValue': 1}]})", {{"a", Value(9)}}) == R"({"a":9})");
}

TEST_CASE("rules and triggers give a table rows or nothing") {
    const std::vector<std::pair<const char*, Value>> answers = {
        {"t", *parse_json(R"([{"c": 1}])")}, {"g", *parse_json(R"({"r": {"c": 1}})")}, {"a", Value("x")}};
    const std::string kept = R"({"t":[{"c":1}],"g":{"r":{"c":1}},"a":"x"})";
    const std::string tables = R"({'type': 'matrixdynamic', 'name': 't', 'rowCount': 0, 'columns': [{'name': 'c', 'cellType': 'text'}] RULE},
        {'type': 'matrixdropdown', 'name': 'g', 'rows': ['r'], 'columns': [{'name': 'c', 'cellType': 'text'}] RULE})";
    const auto with = [&](std::string rule) {
        std::string text = tables;
        for (std::size_t at; (at = text.find("RULE")) != std::string::npos;) text.replace(at, 4, rule);
        return text;
    };
    CHECK(data_after("{'elements': [" + with(", 'setValueExpression': '{a}'") + "]}", answers) == kept);
    CHECK(data_after("{'elements': [" + with("") + R"(], 'triggers': [{'type': 'copyvalue', 'fromName': 'a', 'setToName': 't'},
        {'type': 'copyvalue', 'fromName': 'a', 'setToName': 'g'}]})", answers) == kept);
}

TEST_CASE("of those that share an answer the first to say what it is by default says it") {
    const char* const formula = R"({'type': 'text', 'name': 'f', 'valueName': 's', 'defaultValueExpression': 'iif({a} = 1, 5, {nobody})'})";
    const char* const written = R"({'type': 'text', 'name': 'w', 'valueName': 's', 'defaultValue': 'c'})";
    for (const bool formula_first : {true, false}) {
        const std::string both = formula_first ? std::string(formula) + "," + written : std::string(written) + "," + formula;
        CHECK(data_after("{'elements': [" + both + "]}", {{"a", Value(1)}}) == R"({"s":"c","a":1})");
    }
    CHECK(data_after(std::string("{'elements': [") + formula + "]}", {{"a", Value(1)}}) == R"({"a":1,"s":5})");
}

TEST_CASE("a rule that changes nothing does not have its question judged") {
    Session session(definition_of(R"({'checkErrorsMode': 'onValueChanged', 'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'text', 'name': 'b', 'setValueExpression': 'iif({a} = 1, {nobody}, {nobody})', 'validators': [{'type': 'expression', 'expression': '{c} = 1'}]}]})"));
    session.apply(SetValue{"a", Value(1)});
    CHECK_FALSE(session.errors().find("b"));
}

TEST_CASE("a rating given a list of one takes that one") {
    CHECK(data_after(R"({'elements': [{'type': 'tagbox', 'name': 't', 'choices': [1, 2]}, {'type': 'rating', 'name': 'r', 'setValueExpression': '{t}'}]})",
                     {{"t", Value::array({2})}}) == R"({"t":[2],"r":2})");
}

TEST_CASE("an expression that is read-only and enabled by a condition works itself out while enabled") {
    const char* const survey = R"({'elements': [{'type': 'expression', 'name': 'e', 'expression': '{a} + 1', 'readOnly': true, 'enableIf': '{b} = 1'}]})";
    CHECK(data_after(survey, {{"a", Value(1)}}) == R"({"a":1})");
    CHECK(data_after(survey, {{"b", Value(1)}, {"a", Value(2)}}) == R"({"b":1,"e":3,"a":2})");
}

TEST_CASE("a trigger may read rows in a survey that has no elements") {
    Session session(definition_of(R"({'pages': [], 'triggers': [{'type': 'runexpression', 'expression': '{a} notempty', 'runExpression': '{row.x}', 'setToName': 'b'}]})"));
    session.apply(SetValue{"x", Value(1)});
    session.apply(SetValue{"a", Value(1)});
    CHECK(write_json(session.data()) == R"({"x":1,"a":1})");
}

TEST_CASE("a trigger that reads a part of what it sets is no answer to it") {
    for (const char* reads : {"{a.length} > 1", "{a[0]} = 2", "{A} notempty"}) {
        const std::string survey = std::string(R"({'elements': [{'type': 'checkbox', 'name': 'a', 'choices': [1, 2, 3]}],
            'triggers': [{'type': 'setvalue', 'expression': ')") + reads + R"(', 'setToName': 'a', 'setValue': [1]}]})";
        CHECK(data_after(survey, {{"a", Value::array({2, 3})}}) == R"({"a":[2,3]})");
    }
}

TEST_CASE("an expression that shares its answer says what it works out") {
    CHECK(data_after(R"({'elements': [{'type': 'text', 'name': 'w', 'valueName': 's', 'defaultValue': 'c'}, {'type': 'text', 'name': 'a', 'defaultValue': 1},
        {'type': 'expression', 'name': 'e', 'valueName': 's', 'expression': '{a}'}]})", {}) == R"({"s":1,"a":1})");
}

TEST_CASE("a cell whose row a rule takes away is not judged any more") {
    CHECK(data_after(R"({'elements': [{'type': 'matrixdynamic', 'name': 'm', 'setValueIf': '{m} notempty', 'setValueExpression': '{nothing}',
        'minRowCount': 0, 'rowCount': 1, 'columns': [{'name': 'c', 'cellType': 'text', 'isUnique': true}]}]})", {{"m[0].c", Value(3)}}) == "{}");
}

TEST_CASE("a ranking and panels may share an answer") {
    Session session(definition_of(R"({'elements': [{'type': 'ranking', 'name': 'r', 'valueName': 's', 'choices': [1, 2]},
        {'type': 'paneldynamic', 'name': 'p', 'valueName': 's', 'templateElements': [{'type': 'text', 'name': 't'}]}]})"));
    session.apply(SetValue{"r", Value(2)});
    CHECK(write_json(session.data()) == R"({"s":[2,1]})");
}

TEST_CASE("a formula that holds itself stops growing, in length and in depth") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'a', 'defaultValue': 'x'}, {'type': 'text', 'name': 'b'},
        {'type': 'matrixdynamic', 'name': 'm', 'rowCount': 1, 'columns': [{'name': 'c', 'cellType': 'checkbox', 'defaultValueExpression': '{m}'}]}],
        'triggers': [{'type': 'runexpression', 'expression': '{b} notempty', 'runExpression': '{a} + {a}', 'setToName': 'a'}]})"));
    for (int round = 1; round < 60; ++round) session.apply(SetValue{"b", Value(round)});
    CHECK(write_json(session.data()).size() < 5'000'000);
}

TEST_CASE("answers that set each other off without an end are said to be unsettled") {
    Session circling(definition_of(R"({'elements': [{'type': 'text', 'name': 'a', 'setValueExpression': '{b} + 1'}, {'type': 'text', 'name': 'b', 'setValueExpression': '{a} + 1'}]})"));
    circling.apply(SetValue{"a", Value(1)});
    CHECK_FALSE(circling.settled());
    circling.apply(ClearValue{"a"});
    CHECK_FALSE(circling.settled());
    circling.apply(SetVariable{"v", Value(1)});
    CHECK(circling.settled());
}

TEST_CASE("the words of an error follow the answers that they name") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'a', 'isRequired': true, 'requiredErrorText': 'Needed, {b}'}, {'type': 'text', 'name': 'b'},
        {'type': 'text', 'name': 'c', 'validators': [{'type': 'numeric', 'minValue': 5, 'text': 'No, {b}'}]}]})"));
    session.apply(SetValue{"c", Value(1)});
    CHECK_FALSE(session.apply(Complete{}).accepted);
    session.apply(SetValue{"b", Value("Ada")});
    CHECK(write_json(session.errors()) == R"({"a":["Needed, Ada"],"c":["No, Ada"]})");
}

TEST_CASE("the words of bounds, of rows that repeat and of a missing other follow the answers that they name") {
    Session session(definition_of(R"({'checkErrorsMode': 'onValueChanged', 'elements': [{'type': 'text', 'name': 'b'},
        {'type': 'text', 'name': 'n', 'inputType': 'number', 'min': 5, 'minErrorText': 'Too low, {b}'},
        {'type': 'paneldynamic', 'name': 'p', 'keyName': 'k', 'keyDuplicationError': 'Twice, {b}', 'panelCount': 2,
         'templateElements': [{'type': 'text', 'name': 'k'}]}]})"));
    session.apply(SetValue{"n", Value(1)});
    session.apply(SetValue{"p[0].k", Value("x")});
    session.apply(SetValue{"p[1].k", Value("x")});
    session.apply(SetValue{"b", Value("Ada")});
    CHECK(write_json(session.errors()) == R"({"n":["Too low, Ada"],"p[1].k":["Twice, Ada"]})");
}

TEST_CASE("titles of questions with choices that name each other come to rest") {
    Session session(definition_of(R"({'elements': [{'type': 'radiogroup', 'name': 'a', 'title': 'A, {b}', 'choices': [{'value': 1, 'text': 'one'}]},
        {'type': 'radiogroup', 'name': 'b', 'title': 'B, {a}', 'choices': [{'value': 2, 'text': 'two'}]}]})"));
    session.apply(SetValue{"a", Value(1)});
    CHECK(session.settled());
    CHECK(write_json(session.titles()) == R"({"a":"A, ","b":"B, one"})");
}

TEST_CASE("a title shows what a choice is called now") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 't'},
        {'type': 'radiogroup', 'name': 'a', 'choices': [{'value': 1, 'text': 'one {t}'}]},
        {'type': 'dropdown', 'name': 'c', 'choicesFromQuestion': 'a'},
        {'type': 'text', 'name': 'x', 'title': 'X, {a}'}, {'type': 'text', 'name': 'y', 'title': 'Y, {c}'}]})"));
    session.apply(SetValue{"a", Value(1)});
    session.apply(SetValue{"c", Value(1)});
    session.view();
    session.apply(SetValue{"t", Value("more")});
    session.view();
    CHECK(session.view().elements[3].title == "X, one more");
    CHECK(session.view().elements[4].title == "Y, one more");
    session.apply(SetChoices{"a", Value::array({Value::object({{"value", 1}, {"text", "eins"}})})});
    CHECK(session.view().elements[3].title == "X, eins");
    CHECK(session.view().elements[4].title == "Y, eins");
}

TEST_CASE("an error stays when what its question is called changes") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'b'}, {'type': 'checkbox', 'name': 'c', 'title': 'Pick, {b}',
        'choices': [1, 2, 3], 'minSelectedChoices': 2}]})"));
    session.apply(SetValue{"c", Value::array({1})});
    CHECK_FALSE(session.apply(Complete{}).accepted);
    session.apply(SetValue{"b", Value("Ada")});
    CHECK(session.errors().find("c") != nullptr);
}

TEST_CASE("what a trigger shows or hides is looked at when its page is left") {
    Session session(definition_of(R"({'pages': [{'elements': [{'type': 'text', 'name': 'a'}]}, {'elements': [{'type': 'text', 'name': 'b'}]},
        {'elements': [{'type': 'text', 'name': 'c'}]}], 'triggers': [{'type': 'visible', 'expression': '{a} = 1', 'questions': ['b']}]})"));
    CHECK(session.visible_questions().size() == 3);
    session.apply(NextPage{});
    CHECK(session.visible_questions() == std::vector<std::string>{"a", "c"});
    CHECK(session.page() == 1);
}

TEST_CASE("a page that its own trigger hides when it is left gives way") {
    Session session(definition_of(R"({'pages': [{'elements': [{'type': 'text', 'name': 'a'}]}, {'elements': [{'type': 'text', 'name': 'b'}]}],
        'triggers': [{'type': 'visible', 'expression': '{a} = 1', 'questions': ['a']}]})"));
    session.apply(NextPage{});
    CHECK(session.page() == 0);
    CHECK(session.visible_questions() == std::vector<std::string>{"b"});
}

TEST_CASE("old triggers compare with numbers and flags as numbers and flags") {
    const std::string survey = R"({'elements': [{'type': 'text', 'name': 'a'}, {'type': 'boolean', 'name': 'f'}, {'type': 'text', 'name': 'b'}], 'triggers': [
        {'type': 'setvalue', 'name': 'a', 'operator': 'greater', 'value': '9', 'setToName': 'b', 'setValue': 'more'},
        {'type': 'setvalue', 'name': 'f', 'value': 'true', 'setToName': 'b', 'setValue': 'yes'}]})";
    CHECK(data_after(survey, {{"a", Value(10)}}) == R"({"a":10,"b":"more"})");
    CHECK(data_after(survey, {{"f", Value(true)}}) == R"({"f":true,"b":"yes"})");
}

TEST_CASE("a copy takes the text of what has one, and nothing from several answers of which none is given") {
    const std::string survey = R"({'elements': [{'type': 'radiogroup', 'name': 'r', 'choices': [{'value': 1, 'text': 'one'}]},
        {'type': 'multipletext', 'name': 'm', 'items': [{'name': 'i'}]}, {'type': 'paneldynamic', 'name': 'p', 'templateElements': [{'type': 'text', 'name': 't'}]},
        {'type': 'text', 'name': 'a'}, {'type': 'text', 'name': 'b'}], 'triggers': [
        {'type': 'copyvalue', 'expression': '{r} notempty', 'fromName': 'r', 'setToName': 'a', 'copyDisplayValue': true},
        {'type': 'copyvalue', 'expression': '{r} notempty', 'fromName': 'm', 'setToName': 'b'},
        {'type': 'copyvalue', 'expression': '{r} notempty', 'fromName': 'p', 'setToName': 'c', 'copyDisplayValue': true}]})";
    CHECK(data_after(survey, {{"b", Value("kept")}, {"r", Value(1)}}) == R"({"b":"kept","r":1,"a":"one"})");
    const Value panels = Value::array({Value::object({{"t", "x"}})});
    CHECK(data_after(survey, {{"p", panels}, {"r", Value(1)}}) == R"({"p":[{"t":"x"}],"r":1,"a":"one","c":[{"t":"x"}]})");
}

TEST_CASE("a default that comes after what a trigger read stays when that had nothing to say") {
    const std::string triggers = R"('triggers': [{'type': 'copyvalue', 'expression': '{a} notempty', 'fromName': 'c', 'setToName': 'b'}])";
    const std::string a = R"({'type': 'text', 'name': 'a', 'defaultValue': 1})", b = R"({'type': 'text', 'name': 'b', 'defaultValue': 2})",
                      c = "{'type': 'text', 'name': 'c'}";
    CHECK(data_after("{'elements': [" + a + "," + b + "," + c + "], " + triggers + "}", {}) == R"({"a":1,"b":2})");
    CHECK(data_after("{'elements': [" + b + "," + a + "," + c + "], " + triggers + "}", {}) == R"({"a":1})");
}

TEST_CASE("rules, and nothing else, answer what is dropped at the end") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'z'}, {'type': 'text', 'name': 'a', 'visibleIf': '{z} = 1'},
        {'type': 'text', 'name': 's', 'setValueExpression': 'iif({a} empty, 0, {a})'}, {'type': 'text', 'name': 'r', 'resetValueIf': '{a} empty'},
        {'type': 'text', 'name': 'd', 'defaultValueExpression': '{a}'}, {'type': 'text', 'name': 'h', 'visibleIf': '{z} = 1', 'setValueExpression': '{a} + 1'}]})"));
    session.apply(SetValue{"z", Value(1)});
    session.apply(SetValue{"a", Value(5)});
    session.apply(SetValue{"r", Value("x")});
    session.apply(SetValue{"z", Value(2)});
    CHECK(session.apply(Complete{}).accepted);
    CHECK(write_json(session.data()) == R"({"z":2,"d":5,"s":0})");
}

TEST_CASE("a boolean is reset to what is written, never to what its formula says") {
    CHECK(data_after(R"({'elements': [{'type': 'boolean', 'name': 'b', 'defaultValueExpression': 'true', 'resetValueIf': '{t} notempty'}, {'type': 'text', 'name': 't'}]})",
                     {{"t", Value(1)}}) == R"({"t":1})");
}

TEST_CASE("what a trigger shows or hides is settled before another ends the survey") {
    Session session(definition_of(R"({'pages': [{'elements': [{'type': 'text', 'name': 'a'}]}, {'elements': [
        {'type': 'text', 'name': 'b', 'defaultValue': 1, 'clearIfInvisible': 'onHidden'}, {'type': 'text', 'name': 'c', 'visibleIf': '{b} notempty', 'defaultValue': 2}]}],
        'triggers': [{'type': 'visible', 'expression': '{a} = 1', 'questions': ['b']}, {'type': 'complete', 'expression': '{a} empty'}]})"));
    session.apply(NextPage{});
    CHECK(session.state() == SessionState::completed);
    CHECK(write_json(session.data()) == "{}");
}

TEST_CASE("the display text of an answer in a row is copied, too") {
    CHECK(data_after(R"({'elements': [{'type': 'paneldynamic', 'name': 'p', 'templateElements': [{'type': 'radiogroup', 'name': 't', 'choices': [{'value': 1, 'text': 'one'}]}]},
        {'type': 'multipletext', 'name': 'm', 'items': [{'name': 'k'}]}, {'type': 'text', 'name': 'go'}], 'triggers': [
        {'type': 'copyvalue', 'expression': '{go} notempty', 'fromName': 'p[0].t', 'setToName': 'a', 'copyDisplayValue': true},
        {'type': 'copyvalue', 'expression': '{go} notempty', 'fromName': 'm.k', 'setToName': 'b', 'copyDisplayValue': true}]})",
        {{"p", Value::array({Value::object({{"t", 1}})})}, {"m", Value::object({{"k", 5}})}, {"go", Value(1)}}) ==
        R"({"p":[{"t":1}],"m":{"k":5},"go":1,"a":"one","b":5})");
}

TEST_CASE("rules that set each other off at the end are said to be unsettled") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'z'}, {'type': 'text', 'name': 'a', 'visibleIf': '{z} = 1'},
        {'type': 'text', 'name': 's', 'setValueIf': '{a} empty', 'setValueExpression': '{t} + 1'}, {'type': 'text', 'name': 't', 'setValueIf': '{a} empty', 'setValueExpression': '{s} + 1'}]})"));
    session.apply(SetValue{"z", Value(1)});
    session.apply(SetValue{"a", Value(1)});
    session.apply(SetValue{"z", Value(2)});
    CHECK(session.settled());
    session.apply(Complete{});
    CHECK_FALSE(session.settled());
}

TEST_CASE("rows that a survey opens with and nobody has answered set off no trigger") {
    Session session(definition_of(R"({'elements': [{'type': 'matrixdynamic', 'name': 'm', 'rowCount': 1, 'columns': [{'name': 'c', 'cellType': 'text'}]}, {'type': 'text', 'name': 't'}],
        'triggers': [{'type': 'visible', 'expression': '{m} contains 1', 'questions': ['t']}]})"));
    CHECK(session.visible_questions().size() == 2);
    session.apply(SetValue{"m[0].c", Value(2)});
    CHECK(session.visible_questions().size() == 1);
}

}  // namespace canvass::core
