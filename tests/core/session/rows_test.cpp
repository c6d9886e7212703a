#include <catch2/catch_test_macros.hpp>

#include "tests/core/definition/load.h"
#include "tests/core/session/open.h"

namespace canvass::core {
namespace {

std::string data_of(const Session& session) { return write_json(session.data()); }

std::vector<std::string> shown_names(Session& session) {
    std::vector<std::string> names;
    for (const ElementView& element : session.view().elements) names.push_back(element.name);
    return names;
}

const ElementView& shown(Session& session, std::string_view name) {
    for (const ElementView& element : session.view().elements) {
        if (element.name == name) return element;
    }
    FAIL("not shown: " << name);
    return session.view().elements.front();
}

constexpr std::string_view children = R"({"elements": [
    {"type": "paneldynamic", "name": "kids", "panelCount": 1, "maxPanelCount": 3, "templateElements": [
        {"type": "text", "name": "name", "isRequired": true},
        {"type": "boolean", "name": "school", "defaultValue": false},
        {"type": "text", "name": "class", "title": "Class of {panel.name}", "visibleIf": "{panel.school} = true"}]},
    {"type": "text", "name": "note", "visibleIf": "{kids[1].name} = 'Mira'"}]})";

}  // namespace

TEST_CASE("a dynamic panel asks its questions once for each row") {
    Session session = open(children);
    CHECK(data_of(session) == R"({"kids":[{"school":false}]})");
    CHECK(shown_names(session) == std::vector<std::string>{"kids", "kids[0]", "kids[0].name", "kids[0].school"});
    CHECK(session.apply(AddRow{"kids"}).accepted);
    CHECK(session.apply(SetValue{"kids[1].name", "Mira"}).changed);
    CHECK(data_of(session) == R"({"kids":[{"school":false},{"school":false,"name":"Mira"}]})");
    CHECK(session.visible_questions() == std::vector<std::string>{"kids", "note"});
}

TEST_CASE("what rows have from the start is known to calculated values and triggers") {
    Session session = open(R"json({"calculatedValues": [{"name": "sum", "expression": "sumInArray({m}, 'n')"}],
        "triggers": [{"type": "setvalue", "expression": "{m[0].n} = 2", "setToName": "seen", "setValue": true}],
        "elements": [{"type": "matrixdynamic", "name": "m", "rowCount": 2,
                      "columns": [{"name": "n", "cellType": "text", "defaultValue": 2}]},
                     {"type": "boolean", "name": "seen"}]})json");
    CHECK(write_json(session.calculated()) == R"({"sum":4})");
    session.apply(SetValue{"m[0].n", 1});
    CHECK(write_json(session.calculated()) == R"({"sum":3})");
    session.apply(SetValue{"m[0].n", 2});
    CHECK(session.data().find("seen")->as_bool());
}

TEST_CASE("answering all rows at once takes back the errors of what is mended") {
    Session session = open(children);
    session.apply(Complete{});
    CHECK(write_json(session.errors()) == R"({"kids[0].name":["Response required."]})");
    session.apply(SetValue{"kids", *parse_json(R"([{"name": "", "school": true}])")});
    CHECK(write_json(session.errors()) == R"({"kids[0].name":["Response required."]})");
    session.apply(SetValue{"kids", *parse_json(R"([{"name": "Mira"}])")});
    CHECK(write_json(session.errors()) == "{}");
}

TEST_CASE("a condition about the own row is about that row only") {
    Session session = open(children);
    session.apply(AddRow{"kids"});
    session.apply(SetValue{"kids[1].name", "Ben"});
    session.apply(SetValue{"kids[1].school", true});
    CHECK(shown(session, "kids[1].class").title == "Class of Ben");
    CHECK(shown_names(session) == std::vector<std::string>{"kids", "kids[0]", "kids[0].name", "kids[0].school", "kids[1]",
                                                           "kids[1].name", "kids[1].school", "kids[1].class"});
}

TEST_CASE("rows move up when one before them goes") {
    Session session = open(children);
    session.apply(AddRow{"kids"});
    session.apply(SetValue{"kids[1].name", "Ben"});
    session.apply(SetValue{"kids[1].school", true});
    CHECK(session.apply(RemoveRow{"kids[0]"}).accepted);
    CHECK(data_of(session) == R"({"kids":[{"school":true,"name":"Ben"}]})");
    CHECK(shown(session, "kids[0].class").title == "Class of Ben");
    CHECK(session.apply(RemoveRow{"kids[0]"}).accepted);
    CHECK(data_of(session) == "{}");
    CHECK_FALSE(session.apply(RemoveRow{"kids[0]"}).accepted);
}

TEST_CASE("rows keep within their bounds") {
    Session session = open(children);
    CHECK(session.apply(AddRow{"kids"}).accepted);
    CHECK(session.apply(AddRow{"kids"}).accepted);
    CHECK(shown(session, "kids").add_text.empty());
    CHECK_FALSE(session.apply(AddRow{"kids"}).accepted);
    const Outcome nowhere = session.apply(AddRow{"note"});
    CHECK_FALSE(nowhere.accepted);
    REQUIRE(nowhere.diagnostics.size() == 1);
    CHECK(nowhere.diagnostics[0].code == Code::unknown_question);
}

TEST_CASE("errors in rows name the row and go when it is answered") {
    Session session = open(children);
    CHECK_FALSE(session.apply(Complete{}).accepted);
    CHECK(write_json(session.errors()) == R"({"kids[0].name":["Response required."]})");
    session.apply(SetValue{"kids[0].name", "Ben"});
    CHECK(session.errors().size() == 0);
    CHECK(session.apply(Complete{}).accepted);
}

TEST_CASE("an answer set as a whole makes and drops rows") {
    Session session = open(children);
    session.apply(SetValue{"kids", *parse_json(R"([{"name": "A"}, {"name": "Mira", "school": true}, {}])")});
    CHECK(session.visible_questions() == std::vector<std::string>{"kids", "note"});
    CHECK(shown(session, "kids[1].class").title == "Class of Mira");
    session.apply(SetValue{"kids", *parse_json(R"([{"name": "A"}])")});
    CHECK(shown_names(session) == std::vector<std::string>{"kids", "kids[0]", "kids[0].name", "kids[0].school"});
    session.apply(SetValue{"kids", "no list at all"});
    session.apply(SetValue{"kids[0].name", "B"});
    CHECK(session.view().elements.size() >= 1);
}

TEST_CASE("dynamic panels hold dynamic panels, whose words for near rows reach outwards") {
    Session session = open(R"({"elements": [{"type": "paneldynamic", "name": "teams", "panelCount": 1, "templateElements": [
        {"type": "text", "name": "team"},
        {"type": "paneldynamic", "name": "people", "panelCount": 2, "templateElements": [
            {"type": "text", "name": "who", "title": "{parentPanel.team}, {panelIndex}"},
            {"type": "text", "name": "why", "visibleIf": "{prevPanel.who} = 'Kim'"}]}]}]})");
    session.apply(SetValue{"teams[0].team", "Reds"});
    CHECK(shown(session, "teams[0].people[1].who").title == "Reds, 2");
    session.apply(SetValue{"teams[0].people[0].who", "Kim"});
    CHECK(shown(session, "teams[0].people[1].why").title == "why");
    CHECK(data_of(session) == R"({"teams":[{"people":[{"who":"Kim"},{}],"team":"Reds"}]})");
    session.apply(AddRow{"teams"});
    session.apply(RemoveRow{"teams[0]"});
    CHECK(data_of(session) == R"({"teams":[{"people":[{},{}]}]})");
    CHECK(shown(session, "teams[0].people[1].who").title == ", 2");
}

TEST_CASE("panels can hide by a condition of their template and are numbered in their titles") {
    Session session = open(R"json({"elements": [{"type": "paneldynamic", "name": "trips", "panelCount": 2,
        "templateTitle": "{panelIndex}. {panel.to} ({visiblePanelIndex})", "templateVisibleIf": "{panel.to} notempty or {panelIndex} = 1",
        "templateElements": [{"type": "text", "name": "to"}]}]})json");
    CHECK(shown_names(session) == std::vector<std::string>{"trips", "trips[1]", "trips[1].to"});
    CHECK(shown(session, "trips[1]").title == "2.  (1)");
    session.apply(SetValue{"trips[0].to", "Rome"});
    CHECK(shown(session, "trips[0]").title == "1. Rome (1)");
    CHECK(shown(session, "trips[1]").title == "2.  (2)");
}

TEST_CASE("texts outside name an answer in a row as its question does") {
    Session session = open(R"({"elements": [
        {"type": "paneldynamic", "name": "p", "panelCount": 1, "templateElements": [
            {"type": "dropdown", "name": "b", "choices": [{"value": 1, "text": "one"}]}]},
        {"type": "matrix", "name": "s", "rows": ["r"], "columns": [{"value": 1, "text": "good"}]},
        {"type": "text", "name": "x", "title": "{p[0].b}, {s.r}, {p[0].none}"}]})");
    session.apply(SetValue{"p[0].b", 1});
    session.apply(SetValue{"s.r", 1});
    CHECK(shown(session, "x").title == "one, good, {p[0].none}");
}

TEST_CASE("a row may count on from the one before it, however many there are") {
    Session session = open(R"({"elements": [{"type": "matrixdynamic", "name": "m", "rowCount": 100, "columns": [
        {"name": "n", "cellType": "text", "inputType": "number"},
        {"name": "sum", "cellType": "expression", "expression": "{prevRow.sum} + {row.n}"}]}]})");
    session.apply(SetValue{"m[0].n", 5});
    session.apply(SetValue{"m[99].n", 2});
    CHECK(session.data().find("m")->as_array()->back().find("sum")->as_number() == 7);
}

TEST_CASE("rows made and dropped again and again take no more room") {
    Session session = open(children);
    for (int round = 0; round < 10'000; ++round) {
        REQUIRE(session.apply(AddRow{"kids"}).accepted);
        REQUIRE(session.apply(RemoveRow{"kids[1]"}).accepted);
    }
    CHECK(shown_names(session).size() == 4);
}

TEST_CASE("a multiple text and the matrices keep their answers by name") {
    Session session = open(R"({"elements": [
        {"type": "multipletext", "name": "contact", "items": [{"name": "phone"}, {"name": "mail", "isRequired": true}]},
        {"type": "matrix", "name": "views", "rows": ["food", {"value": "room", "text": "The room"}], "columns": ["good", "bad"]},
        {"type": "matrixdropdown", "name": "grid", "rows": ["r1", "r2"], "columns": [{"name": "size", "cellType": "text"}]},
        {"type": "matrixdynamic", "name": "order", "rowCount": 1, "columns": [
            {"name": "price", "cellType": "text", "inputType": "number"},
            {"name": "twice", "cellType": "expression", "expression": "{row.price} * 2"}]}]})");
    session.apply(SetValue{"contact.mail", "a@b.cc"});
    session.apply(SetValue{"views.room", "good"});
    session.apply(SetValue{"grid.r2.size", "L"});
    session.apply(SetValue{"order[0].price", 4});
    CHECK(shown(session, "views.room").title == "The room");
    const Value data = session.data();
    CHECK(write_json(*data.find("contact")) == R"({"mail":"a@b.cc"})");
    CHECK(write_json(*data.find("views")) == R"({"room":"good"})");
    CHECK(write_json(*data.find("grid")) == R"({"r2":{"size":"L"}})");
    CHECK(data.find("order")->as_array()->front().find("twice")->as_number() == 8);
    session.apply(ClearValue{"grid.r2.size"});
    CHECK(session.data().find("grid") == nullptr);
}


TEST_CASE("one question at a time, what must be answered in its rows must be answered before the next") {
    Session session = open(R"({"questionsOnPageMode": "questionPerPage", "elements": [
        {"type": "multipletext", "name": "m", "items": [{"name": "i", "isRequired": true}]}, {"type": "text", "name": "b", "isRequired": true}]})");
    CHECK_FALSE(session.apply(NextPage{}).accepted);
    CHECK(write_json(session.errors()) == R"({"m.i":["Response required."]})");
    session.apply(SetValue{"m.i", "x"});
    session.apply(NextPage{});
    CHECK_FALSE(session.apply(NextPage{}).accepted);
    CHECK(write_json(session.errors()) == R"({"b":["Response required."]})");
}

TEST_CASE("panels in which nothing is answered are no answer") {
    Session session = open(R"({"elements": [{"type": "paneldynamic", "name": "p", "panelCount": 2, "isRequired": true,
        "templateElements": [{"type": "text", "name": "a"}]}, {"type": "text", "name": "b", "visibleIf": "{p} empty", "title": "[{p}]"}]})");
    CHECK(session.visible_questions() == std::vector<std::string>{"p", "b"});
    CHECK_FALSE(session.apply(Complete{}).accepted);
    session.apply(SetValue{"p[0].a", "x"});
    CHECK(session.visible_questions() == std::vector<std::string>{"p"});
    CHECK(session.apply(Complete{}).accepted);
}

TEST_CASE("an expression stands still while its question's rows are closed") {
    Session session = open(R"({"elements": [{"type": "text", "name": "q"}, {"type": "expression", "name": "e", "expression": "1 + 1", "enableIf": "{q} = 1"},
        {"type": "paneldynamic", "name": "p", "panelCount": 1, "enableIf": "{q} = 1",
         "templateElements": [{"type": "expression", "name": "a", "expression": "1 + 2"}]}]})");
    CHECK(write_json(session.data()) == R"({"p":[{}]})");
    session.apply(SetValue{"q", 1});
    CHECK(*session.data().find("e") == Value(2));
    CHECK(write_json(*session.data().find("p")) == R"([{"a":3}])");
}

TEST_CASE("a default that fills fewer rows leaves a matrix as many as it begins with, and panels their least") {
    Session session = open(R"({"elements": [{"type": "matrixdynamic", "name": "m", "rowCount": 3, "columns": [{"name": "a", "cellType": "text"}],
        "defaultValue": [{"a": 1}]}, {"type": "paneldynamic", "name": "p", "minPanelCount": 2, "defaultValue": [{"a": 1}],
        "templateElements": [{"type": "text", "name": "a"}]}]})");
    CHECK(write_json(session.data()) == R"({"m":[{"a":1}],"p":[{"a":1},{}]})");
    session.apply(SetValue{"m[2].a", 3});
    CHECK(write_json(*session.data().find("m")) == R"([{"a":1},{},{"a":3}])");
}

TEST_CASE("a matrix or multiple text without an answer stays as it is written in texts") {
    Session session = open(R"({"elements": [{"type": "multipletext", "name": "m", "items": [{"name": "i"}]},
        {"type": "matrix", "name": "x", "rows": ["r"], "columns": ["c"]}, {"type": "slider", "name": "s", "sliderType": "range"},
        {"type": "text", "name": "t", "title": "{m} {x} {s}"}]})");
    session.apply(SetValue{"s", Value::array({10, 40})});
    CHECK(*session.titles().find("t") == Value("{m} {x} 10,40"));
}

TEST_CASE("conditions and formulas see a slider inside its bounds") {
    Session session = open(R"({"elements": [{"type": "slider", "name": "s", "max": 50}, {"type": "expression", "name": "e", "expression": "{s}"},
        {"type": "slider", "name": "d", "min": 5, "defaultValueExpression": "{s} / 50"}]})");
    session.apply(SetValue{"s", 100});
    CHECK(*session.data().find("s") == Value(100));
    CHECK(*session.data().find("e") == Value(50));
    CHECK(*session.data().find("d") == Value(5));
}

TEST_CASE("a range without ends is an empty list to conditions") {
    Session session = open(R"json({"elements": [{"type": "slider", "name": "s", "sliderType": "range"},
        {"type": "expression", "name": "e", "expression": "iif({s} < 2, 'list', 'nothing')"}]})json");
    CHECK(session.data().find("e")->text() == "list");
}

TEST_CASE("what an expression comes to at first sets no other answer") {
    Session session = open(R"({"elements": [{"type": "expression", "name": "e", "expression": "{q} + 1"}, {"type": "text", "name": "q", "defaultValue": 5},
        {"type": "text", "name": "c", "setValueExpression": "{e} + 1"}, {"type": "text", "name": "b", "setValueExpression": "{q} + 1"}]})");
    CHECK(session.data().find("c") == nullptr);
    CHECK(*session.data().find("b") == Value(6));
    session.apply(SetValue{"q", 7});
    CHECK(*session.data().find("c") == Value(9));
}

TEST_CASE("a formula says how many rows there are, and nobody else does") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'n'},
        {'type': 'paneldynamic', 'name': 'p', 'panelCountExpression': '{n}', 'maxPanelCount': 3,
         'templateElements': [{'type': 'text', 'name': 'x'}]},
        {'type': 'matrixdynamic', 'name': 'm', 'rowCountExpression': '{n} + 1', 'columns': [{'name': 'x', 'cellType': 'text'}]}]})"));
    session.apply(SetValue{"n", Value(2)});
    CHECK(write_json(session.data()) == R"({"n":2,"p":[{},{}]})");
    CHECK_FALSE(session.apply(AddRow{"p"}).accepted);
    CHECK_FALSE(session.apply(RemoveRow{"m[0]"}).accepted);
    session.apply(SetValue{"m[2].x", Value("third")});
    CHECK(write_json(session.data()) == R"({"n":2,"p":[{},{}],"m":[{},{},{"x":"third"}]})");
    session.apply(SetValue{"p", Value::array({Value::object({{"x", 1}})})});
    session.apply(SetValue{"n", Value(1.7)});
    CHECK(write_json(session.data()) == R"({"n":1.7,"p":[{"x":1}],"m":[{},{}]})");
    session.apply(SetValue{"n", Value(9)});
    CHECK(write_json(session.data()) == R"({"n":9,"p":[{"x":1},{},{}],"m":[{},{}]})");
    session.apply(SetValue{"n", Value("many")});
    CHECK(session.data().find("p") == nullptr);
}

TEST_CASE("rows bound to an answer follow it, and it follows them") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'n', 'defaultValue': 2},
        {'type': 'paneldynamic', 'name': 'p', 'bindings': {'panelCount': 'n'}, 'templateElements': [{'type': 'text', 'name': 'x'}]}]})"));
    CHECK(write_json(session.data()) == R"({"n":2,"p":[{},{}]})");
    session.apply(AddRow{"p"});
    CHECK(write_json(session.data()) == R"({"n":3,"p":[{},{},{}]})");
    session.apply(RemoveRow{"p[0]"});
    CHECK(write_json(session.data()) == R"({"n":2,"p":[{},{}]})");
    session.apply(SetValue{"n", Value(1)});
    CHECK(write_json(session.data()) == R"({"n":1,"p":[{}]})");
    session.apply(ClearValue{"n"});
    CHECK(write_json(session.data()) == R"({"n":0})");
}

TEST_CASE("what rows have by default is in the form of their cells") {
    Session session(definition_of(R"({'elements': [{'type': 'matrixdynamic', 'name': 'm', 'rowCount': 1, 'defaultRowValue': {'c': 'a', 'd': ['b'], 't': ['x', 'y']},
        'columns': [{'name': 'c', 'cellType': 'checkbox'}, {'name': 'd', 'cellType': 'dropdown'}, {'name': 't', 'cellType': 'text'}]}]})"));
    CHECK(write_json(session.data()) == R"({"m":[{"c":["a"],"d":"b","t":"x, y"}]})");
    session.apply(AddRow{"m"});
    CHECK(write_json(session.data()) == R"({"m":[{"c":["a"],"d":"b","t":"x, y"},{"c":["a"],"d":"b","t":"x, y"}]})");
}

TEST_CASE("a row that begins as the last one has what was answered there") {
    Session session(definition_of(R"({'elements': [{'type': 'matrixdynamic', 'name': 'm', 'rowCount': 1, 'defaultValueFromLastRow': true,
        'columns': [{'name': 'n', 'cellType': 'text', 'inputType': 'number'}]}]})"));
    session.apply(SetValue{"m", json_of("[{'n': '007'}]")});
    session.apply(AddRow{"m"});
    CHECK(write_json(session.data()) == R"({"m":[{"n":"007"},{"n":"007"}]})");
}

TEST_CASE("a table that comes into sight has what its cells have by default") {
    Session session(definition_of(R"({'clearInvisibleValues': 'onHidden', 'elements': [{'type': 'text', 'name': 'q'},
        {'type': 'matrixdynamic', 'name': 'm', 'visibleIf': '{q} = 1', 'rowCount': 1, 'columns': [{'name': 'c', 'cellType': 'text', 'defaultValue': 'a'}]},
        {'type': 'paneldynamic', 'name': 'p', 'visibleIf': '{q} = 1', 'panelCount': 1, 'templateElements': [{'type': 'text', 'name': 'c', 'defaultValue': 'b'}]},
        {'type': 'matrixdynamic', 'name': 'r', 'visibleIf': '{q} = 1', 'rowCount': 1, 'defaultRowValue': {'c': 'd'}, 'columns': [{'name': 'c', 'cellType': 'text'}]}]})"));
    CHECK(write_json(session.data()) == "{}");
    const std::string begun = R"({"q":1,"m":[{"c":"a"}],"p":[{"c":"b"}],"r":[{"c":"d"}]})";
    session.apply(SetValue{"q", Value(1)});
    CHECK(write_json(session.data()) == begun);
    session.apply(SetValue{"m[0].c", Value("mine")});
    session.apply(SetValue{"q", Value(2)});
    CHECK(write_json(session.data()) == R"({"q":2})");
    session.apply(SetValue{"q", Value(1)});
    CHECK(write_json(session.data()) == begun);
}

TEST_CASE("cells of a hidden table stay while another table shows their answer") {
    Session session(definition_of(R"({'elements': [
        {'type': 'matrixdynamic', 'name': 'a', 'valueName': 's', 'visible': false, 'columns': [{'name': 'c', 'cellType': 'text'}]},
        {'type': 'matrixdynamic', 'name': 'b', 'valueName': 's', 'columns': [{'name': 'd', 'cellType': 'text'}]}]})"));
    session.apply(SetValue{"s", *parse_json(R"([{"c":"x","d":"y"}])")});
    session.apply(Complete{});
    CHECK(write_json(session.data()) == R"({"s":[{"c":"x","d":"y"}]})");
}

TEST_CASE("two cells of one name in a row show one answer") {
    Session session(definition_of(R"({'elements': [{'type': 'matrixdynamic', 'name': 't', 'rowCount': 1,
        'columns': [{'name': 'c', 'cellType': 'text'}], 'detailPanelMode': 'underRow', 'detailElements': [{'type': 'text', 'name': 'c'}]}]})"));
    session.view();
    session.apply(SetValue{"t[0].c", Value("x")});
    int shown = 0;
    for (const ElementView& element : session.view().elements) shown += element.value == Value("x");
    CHECK(shown == 2);
}

TEST_CASE("a text that names the row beside it reads alike whether there is one or not") {
    Session session(definition_of(R"({'elements': [{'type': 'paneldynamic', 'name': 'p', 'panelCount': 1, 'templateElements': [
        {'type': 'text', 'name': 'a', 'title': '<{nextPanel.a}> <{nextPanel.b}>'}]}]})"));
    CHECK(session.view().elements[2].title == "<> <{nextPanel.b}>");
    session.apply(AddRow{"p"});
    CHECK(session.view().elements[2].title == "<> <{nextPanel.b}>");
    CHECK(session.view().elements[4].title == "<> <{nextPanel.b}>");
    session.apply(SetValue{"p[1].a", Value("x")});
    CHECK(session.view().elements[2].title == "<x> <{nextPanel.b}>");
}

TEST_CASE("a rule in a row that another rule takes away is not asked any more") {
    Session session(definition_of(R"({'elements': [
        {'type': 'matrixdynamic', 'name': 'two', 'valueName': 's', 'columns': [{'name': 'c', 'cellType': 'text', 'setValueExpression': '{k}'}]},
        {'type': 'matrixdynamic', 'name': 'three', 'valueName': 's', 'rowCount': 3, 'columns': [{'name': 'c', 'cellType': 'text', 'setValueExpression': '{k}'}]}]})"));
    session.apply(SetValue{"k", Value(1)});
    CHECK(session.data().find("s")->size() > 0);
}

TEST_CASE("rows inside rows that share an answer in different forms come to an end") {
    const auto opens = [](const char* inner) {
        Session session(definition_of(std::string(R"({'elements': [
            {'type': 'paneldynamic', 'name': 'a', 'valueName': 's', 'templateElements': [
                {'type': 'matrixdropdown', 'name': 'n', 'rows': ['r'], 'columns': [{'name': 't', 'cellType': 'text', 'defaultValue': 2}]}]},
            {'type': 'paneldynamic', 'name': 'b', 'valueName': 's', 'panelCount': 2, 'templateElements': [)") + inner + "]}]}"));
        return session.data().find("s")->size();
    };
    CHECK(opens("{'type': 'multipletext', 'name': 'n', 'items': [{'name': 't', 'defaultValue': 1}]}") == 2);
    CHECK(opens("{'type': 'paneldynamic', 'name': 'n', 'minPanelCount': 1, 'templateElements': [{'type': 'paneldynamic', 'name': 'm', 'minPanelCount': 2}]}") == 2);
}

TEST_CASE("rows that a member took away stay away when what is around them comes back") {
    Session session(definition_of(R"({'clearInvisibleValues': 'onHidden', 'elements': [{'type': 'text', 'name': 'q'},
        {'type': 'panel', 'name': 'p', 'visibleIf': '{q} = 1', 'elements': [
            {'type': 'paneldynamic', 'name': 'd', 'panelCount': 2, 'templateElements': [{'type': 'text', 'name': 'c', 'defaultValue': 'b'}]}]},
        {'type': 'matrixdynamic', 'name': 'm', 'visibleIf': '{q} = 1', 'rowCount': 1, 'columns': [{'name': 'c', 'cellType': 'text', 'isRequired': true}]}]})"));
    session.apply(SetValue{"q", Value(1)});
    for (const char* row : {"d[1]", "d[0]"}) session.apply(RemoveRow{row});
    for (int added = 0; added < 2; ++added) session.apply(AddRow{"m"});
    for (const int q : {2, 1}) session.apply(SetValue{"q", Value(q)});
    CHECK(write_json(session.data()) == R"({"q":1})");
    session.apply(Complete{});
    CHECK(session.errors().size() == 3);
}

TEST_CASE("a comment in a row reaches what reads it") {
    Session session(definition_of(R"({'elements': [{'type': 'paneldynamic', 'name': 'p', 'panelCount': 2, 'templateElements': [
        {'type': 'radiogroup', 'name': 't', 'choices': [1], 'showCommentArea': true},
        {'type': 'text', 'name': 'why', 'title': 'Why {panel.t-Comment}', 'visibleIf': '{panel.t-Comment} notempty'}]}]})"));
    session.apply(SetComment{"p[1].t", "so"});
    CHECK(shown(session, "p[1].why").title == "Why so");
    session.apply(SetComment{"p[1].t", "thus"});
    CHECK(shown(session, "p[1].why").title == "Why thus");
}

TEST_CASE("what shows an answer in its row shows what is written for other, and what a choice is called now") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'q'}, {'type': 'paneldynamic', 'name': 'p', 'panelCount': 1, 'templateElements': [
        {'type': 'radiogroup', 'name': 't', 'choices': [{'value': 1, 'text': 'one {panel.n}'}], 'showOtherItem': true}, {'type': 'text', 'name': 'n'},
        {'type': 'text', 'name': 'x', 'title': 'X {panel.t}'}]}]})"));
    session.apply(SetValue{"p[0].t", Value("other")});
    session.view();
    session.apply(SetComment{"p[0].t", "so"});
    CHECK(shown(session, "p[0].x").title == "X so");
    session.apply(SetValue{"p[0].t", Value(1)});
    session.view();
    session.apply(SetValue{"p[0].n", Value("more")});
    CHECK(shown(session, "p[0].x").title == "X one more");
}

TEST_CASE("all that lies in a panel that its list hides stays at the end, but not what is hidden by itself") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'z'}, {'type': 'paneldynamic', 'name': 'p', 'templateVisibleIf': '{panelIndex} > 0',
        'templateElements': [{'type': 'paneldynamic', 'name': 'i', 'templateElements': [{'type': 'text', 'name': 'x'}]},
        {'type': 'multipletext', 'name': 'm', 'items': [{'name': 'k'}]}, {'type': 'text', 'name': 'w', 'visible': false}]}]})"));
    const Value panel = Value::object({{"i", Value::array({Value::object({{"x", 1}})})}, {"m", Value::object({{"k", 2}})}, {"w", 3}});
    session.apply(SetValue{"p", Value::array({panel, panel})});
    CHECK(session.apply(Complete{}).accepted);
    CHECK(data_of(session) == R"({"p":[{"i":[{"x":1}],"m":{"k":2}},{"i":[{"x":1}],"m":{"k":2}}]})");
}

TEST_CASE("a row of a table that comes into sight has no default again") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'q'}, {'type': 'matrixdropdown', 'name': 'm', 'hideIfRowsEmpty': true, 'rows': [
        {'value': 'r1', 'visibleIf': '{q} = 1'}, {'value': 'r2', 'visibleIf': '{q} = 2'}], 'columns': [{'name': 'c', 'cellType': 'text', 'defaultValue': 'd'}]}]})"));
    session.apply(ClearValue{"m"});
    session.apply(SetValue{"q", Value(1)});
    CHECK(data_of(session) == R"({"q":1})");
}

TEST_CASE("texts of choices in many rows that show one answer come to rest") {
    Session session(definition_of(R"({'elements': [{'type': 'paneldynamic', 'name': 'p', 'panelCount': 20, 'templateElements': [{'type': 'text', 'name': 'x'},
        {'type': 'radiogroup', 'name': 'a', 'choices': [{'value': 1, 'text': 'a {p[0].x}'}]}, {'type': 'radiogroup', 'name': 'b', 'choices': [{'value': 1, 'text': 'b {p[0].x}'}]}]}]})"));
    session.apply(SetValue{"p[0].x", Value("so")});
    CHECK(session.settled());
    CHECK(shown(session, "p[19].b").choices.front().text == "b so");
}

TEST_CASE("a hidden cell of a table keeps the default that it opens with") {
    Session session(definition_of(R"({'clearInvisibleValues': 'onHidden', 'elements': [{'type': 'matrixdynamic', 'name': 'm', 'rowCount': 1,
        'columns': [{'name': 'a', 'cellType': 'text'}, {'name': 'b', 'cellType': 'text', 'visibleIf': '{row.a} = 0', 'defaultValue': 5}]}]})"));
    CHECK(data_of(session) == R"({"m":[{"b":5}]})");
}

}  // namespace canvass::core
