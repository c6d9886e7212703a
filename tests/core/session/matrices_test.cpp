#include <catch2/catch_test_macros.hpp>

#include "tests/core/session/open.h"

namespace canvass::core {
namespace {

std::string data_of(const Session& session) { return write_json(session.data()); }
std::string errors_of(const Session& session) { return write_json(session.errors()); }

void set(Session& session, std::string name, std::string_view json) {
    session.apply(SetValue{std::move(name), *parse_json(json)});
}

std::string shown_names(Session& session) {
    std::string names;
    for (const ElementView& element : session.view().elements) {
        if (element.kind != Kind::row) names += element.name + " ";
    }
    return names;
}

}  // namespace

TEST_CASE("a matrix's rows have the columns' defaults from the start") {
    Session session = open(R"({"elements": [{"type": "matrixdynamic", "name": "m", "rowCount": 2, "columns": [
        {"name": "a", "cellType": "text", "defaultValue": "x"}, {"name": "b", "cellType": "text"}]},
        {"type": "matrixdynamic", "name": "n", "rowCount": 1, "defaultRowValue": {"a": 1}, "copyDefaultValueFromLastEntry": true,
         "columns": [{"name": "a", "cellType": "text"}, {"name": "b", "cellType": "text"}]}]})");
    CHECK(data_of(session) == R"({"m":[{"a":"x"},{"a":"x"}],"n":[{"a":1}]})");
    set(session, "n[0].b", "2");
    session.apply(AddRow{"n"});
    CHECK(write_json(*session.data().find("n")) == R"([{"a":1,"b":2},{"a":1,"b":2}])");
    session.apply(ClearValue{"m"});
    CHECK(session.data().find("m") == nullptr);
    session.apply(AddRow{"m"});
    CHECK(write_json(*session.data().find("m")) == R"([{"a":"x"}])");
}

TEST_CASE("the matrix says what its cells are and may choose, a column may say otherwise") {
    Session session = open(R"({"elements": [{"type": "matrixdropdown", "name": "m", "rows": ["r"], "cellType": "radiogroup",
        "choices": [1, 2], "columns": ["a", {"name": "b", "choices": []}, {"name": "c", "choices": [3]},
        {"name": "d", "cellType": "boolean"}]}]})");
    std::string kinds;
    for (const ElementView& element : session.view().elements) {
        if (element.kind == Kind::row || element.kind == Kind::matrixdropdown) continue;
        kinds += std::string(name_of(element.kind)) + std::to_string(element.choices.size()) + " ";
    }
    CHECK(kinds == "radiogroup2 radiogroup2 radiogroup1 boolean2 ");
}

TEST_CASE("a column hides by its own condition or one about each column") {
    Session session = open(R"({"elements": [{"type": "text", "name": "q"}, {"type": "matrixdropdown", "name": "m", "rows": ["r", "s"],
        "cellType": "text", "columnsVisibleIf": "{item} != 'b' or {q} = 1",
        "columns": ["a", {"name": "b", "visibleIf": "{row.a} != 2"}]}]})");
    CHECK(shown_names(session) == "q m m.r.a m.s.a ");
    set(session, "q", "1");
    CHECK(shown_names(session) == "q m m.r.a m.r.b m.s.a m.s.b ");
    set(session, "m.s.a", "2");
    CHECK(shown_names(session) == "q m m.r.a m.r.b m.s.a ");
}

TEST_CASE("rows hide and close by conditions, and what is in hidden ones goes at the end") {
    Session session = open(R"({"elements": [{"type": "text", "name": "q"}, {"type": "matrixdropdown", "name": "m", "cellType": "text",
        "rows": ["r", {"value": "s", "visibleIf": "{q} != 1"}, {"value": "t", "enableIf": "{q} = 2"}],
        "rowsVisibleIf": "{item} != 'r' or {q} != 2", "columns": ["a"]},
        {"type": "matrixdynamic", "name": "d", "cellType": "text", "rowsVisibleIf": "{row.a} != {q}", "columns": ["a"]}]})");
    set(session, "m", R"({"r": {"a": 1}, "s": {"a": 2}, "t": {"a": 3}})");
    set(session, "d", R"([{"a": 1}, {"a": 2}])");
    CHECK(session.view().elements[3].read_only == false);
    set(session, "q", "1");
    CHECK(shown_names(session) == "q m m.r.a m.t.a d d[1].a ");
    set(session, "q", "2");
    CHECK(shown_names(session) == "q m m.s.a m.t.a d d[0].a ");
    set(session, "d[0].a", "2");
    CHECK(shown_names(session) == "q m m.s.a m.t.a d ");
    set(session, "d[0].a", "3");
    session.apply(Complete{});
    CHECK(data_of(session) == R"({"m":{"s":{"a":2},"t":{"a":3}},"d":[{"a":3}],"q":2})");
}

TEST_CASE("a matrix without a visible row hides if it is to") {
    Session session = open(R"({"elements": [{"type": "text", "name": "q"}, {"type": "matrix", "name": "m", "hideIfRowsEmpty": true,
        "rows": [{"value": "r", "visibleIf": "{q} = 1"}], "columns": ["a"]}]})");
    CHECK(session.visible_questions() == std::vector<std::string>{"q"});
    set(session, "q", "1");
    CHECK(session.visible_questions() == std::vector<std::string>{"q", "m"});
    set(session, "q", "2");
    CHECK(session.visible_questions() == std::vector<std::string>{"q"});
}

TEST_CASE("details of a row are questions of the row") {
    Session session = open(R"({"elements": [{"type": "matrixdynamic", "name": "m", "rowCount": 1, "detailPanelMode": "underRow",
        "columns": [{"name": "a", "cellType": "text"}], "detailElements": [
        {"type": "text", "name": "why", "visibleIf": "{row.a} = 1", "isRequired": true}]}]})");
    set(session, "m[0].a", "1");
    CHECK(shown_names(session) == "m m[0].a m[0].why ");
    CHECK_FALSE(session.apply(Complete{}).accepted);
    CHECK(session.errors().find("m[0].why") != nullptr);
    set(session, "m[0].why", "\"so\"");
    CHECK(session.apply(Complete{}).accepted);
    CHECK(data_of(session) == R"({"m":[{"a":1,"why":"so"}]})");
}

TEST_CASE("answers that must differ from row to row are told where they repeat") {
    Session session = open(R"({"elements": [{"type": "matrixdynamic", "name": "m", "rowCount": 3, "keyName": "a", "keyDuplicationError": "again",
        "columns": [{"name": "a", "cellType": "text"}, {"name": "b", "cellType": "text", "isUnique": true}]},
        {"type": "paneldynamic", "name": "p", "keyName": "k", "templateElements": [{"type": "text", "name": "k"}]}]})");
    set(session, "m", R"([{"a": "X", "b": 1}, {"a": "x", "b": 2}, {"b": 2}])");
    set(session, "p", R"([{"k": 1}, {"k": 1}])");
    session.apply(Complete{});
    CHECK(errors_of(session) ==
          R"({"m[0].a":["again"],"m[1].a":["again"],"m[1].b":["again"],"m[2].b":["again"],"p[1].k":["This value should be unique."]})");
    set(session, "m[1].a", "\"y\"");
    set(session, "m[2].b", "3");
    set(session, "p[0].k", "2");
    CHECK(errors_of(session) == "{}");
    CHECK(session.apply(Complete{}).accepted);
}

TEST_CASE("a simple matrix wants an answer in each row, or a different one") {
    Session session = open(R"({"elements": [{"type": "text", "name": "q"}, {"type": "matrix", "name": "m", "eachRowRequired": true, "eachRowUnique": true,
        "rows": ["r", {"value": "s", "visibleIf": "{q} empty"}], "columns": ["a", "b"]}]})");
    session.apply(Complete{});
    CHECK(errors_of(session) == R"({"m":["Response required: answer questions in all rows."]})");
    set(session, "m.r", "\"a\"");
    CHECK(errors_of(session) == R"({"m":["Response required: answer questions in all rows."]})");
    set(session, "m.s", "\"a\"");
    CHECK(errors_of(session) == R"({"m":["Each row must have a unique value."]})");
    set(session, "q", "1");
    CHECK(session.apply(Complete{}).accepted);
    CHECK(data_of(session) == R"({"m":{"r":"a"},"q":1})");
}

TEST_CASE("a required matrix wants its least number of rows filled in") {
    Session session = open(R"({"elements": [{"type": "matrixdynamic", "name": "m", "minRowCount": 2, "isRequired": true,
        "columns": [{"name": "a", "cellType": "text"}]}]})");
    set(session, "m[0].a", "1");
    session.apply(Complete{});
    CHECK(errors_of(session) == R"({"m":["Please fill in at least 2 row(s)."]})");
    set(session, "m[1].a", "1");
    CHECK(session.apply(Complete{}).accepted);
}

TEST_CASE("no more rows are kept than there may be") {
    Session session = open(R"({"elements": [{"type": "matrixdynamic", "name": "m", "maxRowCount": 2,
        "columns": [{"name": "a", "cellType": "text"}]}]})");
    const Outcome outcome = session.apply(SetValue{"m", *parse_json(R"([{"a": 1}, {"a": 2}, {"a": 3}])")});
    REQUIRE(outcome.diagnostics.size() == 1);
    CHECK(outcome.diagnostics[0].code == Code::too_large);
    CHECK(data_of(session) == R"({"m":[{"a":1},{"a":2}]})");
    CHECK_FALSE(session.apply(AddRow{"m"}).accepted);
    Result<LoadedDefinition> large = load_definition(*parse_json(
        R"({"elements": [{"type": "matrixdynamic", "name": "m", "rowCount": 5000, "columns": [{"name": "a"}]}]})"));
    REQUIRE(large);
    REQUIRE(large->diagnostics.size() == 1);
    CHECK(large->diagnostics[0].code == Code::too_large);
    CHECK(large->diagnostics[0].pointer == "/elements/0/rowCount");
}

TEST_CASE("what filters the items of a list sees the survey behind them") {
    Session session = open(R"({"elements": [{"type": "text", "name": "q"}, {"type": "matrixdynamic", "name": "m", "cellType": "text",
        "columns": ["a"]}, {"type": "expression", "name": "sum", "expression": "sumInArray({m}, 'a', {a} > {q}) + 0"}]})");
    set(session, "q", "2");
    set(session, "m", R"([{"a": 1}, {"a": 3}, {"a": 5}])");
    CHECK(write_json(*session.data().find("sum")) == "8");
    set(session, "q", "3");
    CHECK(write_json(*session.data().find("sum")) == "5");
}

TEST_CASE("a formula that gives no rows leaves them as they are") {
    Session session = open(R"({"elements": [{"type": "paneldynamic", "name": "p", "panelCount": 2, "defaultValueExpression": "no",
        "templateElements": [{"type": "text", "name": "a"}]}]})");
    CHECK(data_of(session) == R"({"p":[{},{}]})");
}

TEST_CASE("conditions and formulas see a matrix as a whole, by row, and from row to row") {
    Session session = open(R"({"elements": [{"type": "matrixdynamic", "name": "m", "rowCount": 2, "columns": [
        {"name": "a", "cellType": "text", "inputType": "number"},
        {"name": "sum", "cellType": "expression", "expression": "iif({prevRow.sum} notempty, {prevRow.sum}, 0) + {row.a}"},
        {"name": "next", "cellType": "expression", "expression": "{nextRow.a}"},
        {"name": "no", "cellType": "expression", "expression": "{rowIndex}"}]},
        {"type": "matrixdropdown", "name": "k", "rows": [{"value": "r1", "text": "One"}], "cellType": "text", "columns": ["a",
        {"name": "v", "cellType": "expression", "expression": "{rowValue} + '/' + {rowTitle}"}]},
        {"type": "expression", "name": "all", "expression": "sumInArray({m}, 'a') + {m[1].a} + {k.r1.a}"}]})");
    set(session, "m[0].a", "1");
    set(session, "m[1].a", "10");
    set(session, "k.r1.a", "100");
    CHECK(data_of(session) == R"({"m":[{"sum":1,"no":1,"a":1,"next":10},{"sum":11,"no":2,"a":10}],"k":{"r1":{"v":"r1/One","a":100}},"all":121})");
    set(session, "m[0].a", "5");
    CHECK(write_json(*session.data().find("m")->as_array()->back().find("sum")) == "15");
}

}  // namespace canvass::core
