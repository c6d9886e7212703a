#include <catch2/catch_test_macros.hpp>

#include "tests/core/session/open.h"

namespace canvass::core {
namespace {

void set(Session& session, std::string name, std::string_view json) {
    session.apply(SetValue{std::move(name), *parse_json(json)});
}

std::string answer(const Session& session, std::string_view name) {
    const Value data = session.data();
    const Value* value = data.find(name);
    return value ? write_json(*value) : "none";
}

}  // namespace

TEST_CASE("totals of columns lie beside the matrix's answer, also of no rows") {
    Session session = open(R"({"elements": [{"type": "matrixdynamic", "name": "m", "rowCount": 3, "cellType": "text", "columns": [
        {"name": "a", "totalType": "sum"}, {"name": "b", "totalType": "min"}, {"name": "c", "totalType": "max"},
        {"name": "d", "totalType": "avg"}, {"name": "e", "totalType": "count"}, {"name": "f", "totalType": "none"}]},
        {"type": "expression", "name": "x", "expression": "{m-total.a} + 1"}]})");
    CHECK(answer(session, "m-total") == R"({"a":0,"d":0,"e":0})");
    CHECK(answer(session, "x") == "1");
    set(session, "m", R"([{"a":1,"b":2,"c":3,"d":4,"e":"u"},{"a":2,"b":3,"c":4,"d":5},{"a":"7","b":"10","c":"11"}])");
    CHECK(answer(session, "m-total") == R"({"a":10,"d":4.5,"e":1,"b":2,"c":11})");
    CHECK(answer(session, "x") == "11");
    set(session, "m[1].a", "0.2");
    set(session, "m[0].a", "0.1");
    set(session, "m[2].a", "null");
    CHECK(answer(session, "x") == "1.3");
    session.apply(RemoveRow{"m[0]"});
    CHECK(answer(session, "x") == "1.2");
    session.apply(ClearValue{"m"});
    CHECK(answer(session, "m-total") == R"({"a":0,"d":0,"e":0})");
}

TEST_CASE("a total may be a formula and be read in the rows") {
    Session session = open(R"({"elements": [{"type": "text", "name": "q"}, {"type": "matrixdropdown", "name": "m", "rows": ["r", "s"],
        "cellType": "text", "totalText": "Together", "columns": [{"name": "a", "totalType": "sum"},
        {"name": "b", "totalExpression": "{totalRow.a} * 2 + {q}"},
        {"name": "share", "cellType": "expression", "expression": "{row.a} / {totalRow.a}"}]}]})");
    set(session, "m.r.a", "1");
    set(session, "m.s.a", "3");
    set(session, "q", "10");
    CHECK(answer(session, "m-total") == R"({"a":4,"b":18})");
    CHECK(answer(session, "m") == R"({"r":{"a":1,"share":0.25},"s":{"share":0.75,"a":3}})");
    bool titled = false;
    for (const ElementView& element : session.view().elements) titled = titled || element.title == "Together";
    CHECK(titled);
}

TEST_CASE("rows that are not shown do not count") {
    Session session = open(R"({"elements": [{"type": "text", "name": "q"}, {"type": "matrixdynamic", "name": "m", "cellType": "text",
        "rowsVisibleIf": "{row.k} != {q}", "columns": ["k", {"name": "a", "totalType": "sum"}]}]})");
    set(session, "m", R"([{"k":1,"a":10},{"k":2,"a":20}])");
    set(session, "q", "2");
    CHECK(answer(session, "m-total") == R"({"a":10})");
    set(session, "q", "3");
    CHECK(answer(session, "m-total") == R"({"a":30})");
}

TEST_CASE("a matrix in a dynamic panel has its totals in the panel") {
    Session session = open(R"({"elements": [{"type": "paneldynamic", "name": "p", "panelCount": 1, "templateElements": [
        {"type": "matrixdynamic", "name": "m", "rowCount": 2, "columns": [{"name": "a", "cellType": "text", "totalType": "sum"}]},
        {"type": "expression", "name": "x", "expression": "{panel.m-total.a} * 2"}]}]})");
    set(session, "p[0].m[0].a", "4");
    CHECK(answer(session, "p") == R"([{"m-total":{"a":4},"x":8,"m":[{"a":4},{}]}])");
}

}  // namespace canvass::core
