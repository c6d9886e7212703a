#include <algorithm>
#include <random>

#include <catch2/catch_test_macros.hpp>

#include "core/json/json.h"
#include "core/session/response.h"
#include "tests/core/definition/load.h"

namespace canvass::core {
namespace {

const char* const survey = R"({'elements': [
    {'type': 'text', 'name': 'q'},
    {'type': 'matrixdynamic', 'name': 'm', 'rowCount': 1, 'maxRowCount': 3, 'cellType': 'text', 'rowsVisibleIf': '{row.a} != 7',
     'columns': [{'name': 'a', 'totalType': 'max', 'isUnique': true}, {'name': 'b', 'cellType': 'dropdown', 'choices': [1, 2], 'showOtherItem': true},
                 {'name': 'c', 'cellType': 'checkbox', 'choices': [1, 2], 'visibleIf': '{row.a} = 1'},
                 {'name': 's', 'cellType': 'expression', 'expression': '{row.a} + {prevRow.s}'}],
     'detailPanelMode': 'underRow', 'detailElements': [{'type': 'comment', 'name': 'd', 'visibleIf': '{row.b} notempty'}]},
    {'type': 'matrixdropdown', 'name': 'k', 'rows': ['r', {'value': 's', 'visibleIf': '{q} = 1'}],
     'columns': [{'name': 'a', 'cellType': 'boolean'}, {'name': 'b', 'cellType': 'text', 'inputType': 'number', 'totalType': 'sum'}]},
    {'type': 'matrix', 'name': 'x', 'rows': ['r', 's'], 'columns': ['c', {'value': 'd', 'visibleIf': '{q} = 1'}]},
    {'type': 'multipletext', 'name': 't', 'items': [{'name': 'a'}, {'name': 'b', 'defaultValueExpression': '{q} + 1'}]},
    {'type': 'paneldynamic', 'name': 'p', 'maxPanelCount': 2, 'templateElements': [
        {'type': 'text', 'name': 'a'}, {'type': 'matrixdynamic', 'name': 'm', 'visibleIf': '{panel.a} notempty',
         'columns': [{'name': 'a', 'cellType': 'text', 'totalType': 'sum'}]}]}]})";

Response response_with(Value answers) {
    Response response;
    response.id = uuid_v7(1e12, {});
    response.answers = std::move(answers);
    return response;
}

std::string judged(const Diagnostics& diagnostics) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) {
        text += std::string(name_of(diagnostic.code)) + " " + diagnostic.pointer.substr(std::string_view("/answers/").size()) + ";";
    }
    return text;
}

std::string judged(const std::string& answers) {
    return judged(validate_response(definition_of(survey), response_with(json_of(answers)), {}));
}

}  // namespace

TEST_CASE("answers in rows that a session would have given are fine") {
    CHECK(judged("{'q': '1', 'm': [{'a': '1', 'b': 'other', 'b-Comment': 'w', 'c': [2], 'd': 'yes'}, {}], 'm-total': {'a': 1},"
                 "'k': {'s': {'a': true, 'b': 2}}, 'k-total': {'b': 2}, 'x': {'r': 'd'}, 't': {'a': 'w', 'b': '11'},"
                 "'p': [{'a': 'w', 'm': [{'a': '1'}], 'm-total': {'a': 1}}]}") == "");
}

TEST_CASE("answers in rows that no session would have given are reported where they lie") {
    CHECK(judged("{'m': 5, 'k': [1], 'x': 'c', 't': {'zz': 1}, 'p': 5}") ==
          "answer-type m;answer-type k;answer-type x;unknown-question t/zz;answer-type p;");
    CHECK(judged("{'m': [{}, 5, {'zz': 1}]}") == "answer-type m/1;unknown-question m/2/zz;");
    CHECK(judged("{'m': [{}, {}, {}, {}]}") == "answer-type m;");
    CHECK(judged("{'m': [{'b': 3}], 'k': {'r': {'a': 'maybe'}}, 'x': {'r': 'zz'}}") ==
          "not-a-choice m/0/b;not-a-choice k/r/a;not-a-choice x/r;");
    CHECK(judged("{'m': [{'a': '2', 'c': [1]}], 'k': {'s': {'b': 1}, 'u': {}}, 'x': {'r': 'd'}}") ==
          "answer-hidden k/s/b;unknown-question k/u;not-a-choice x/r;");
    CHECK(judged("{'m': [{'a': '1'}, {'a': '1'}]}") == "answer-invalid m/0/a;answer-invalid m/1/a;");
    CHECK(judged("{'m-total': {'zz': 1}, 'q-total': {}, 'm': [{'a-Comment': 'w'}]}") ==
          "unknown-question m-total/zz;unknown-question q-total;unknown-question m/0/a-Comment;");
    CHECK(judged("{'p': [{'m': [{'a': '1'}]}, {}, {}]}") == "answer-type p;");
    CHECK(judged("{'p': [{'m': [{'a': '1'}]}]}") == "answer-hidden p/0/m;");
}

TEST_CASE("whatever is done to a survey with rows, its response is accepted once it is complete") {
    const std::vector<std::string> names = {"q",      "m[0].a", "m[1].a", "m[2].a", "m[0].b", "m[1].b", "m[0].c",      "m[1].d",     "k.r.a",
                                            "k.s.b",  "k.r.b",  "x.r",    "x.s",    "t.a",    "t.b",    "p[0].a",      "p[1].a",     "p[0].m[0].a",
                                            "p[0].m[1].a", "p[1].m[0].a"};
    const char* const values[] = {"'1'", "'7'", "'2'", "null"};
    const auto value_for = [&](const std::string& name, std::uint32_t number) {
        const std::string_view column = std::string_view(name).substr(name.size() - std::min<std::size_t>(name.size(), 2));
        if (name == "m[0].b" || name == "m[1].b") return json_of(number % 2 ? "2" : "'other'");
        if (column == ".c") return json_of(number % 2 ? "[1]" : "[1, 2]");
        if (name == "k.r.a") return json_of(number % 2 ? "true" : "false");
        if (name[0] == 'x') return json_of(number % 2 ? "'c'" : "'d'");
        return json_of(values[number % 4]);
    };
    const auto definition = definition_of(survey);
    std::minstd_rand random(1);
    int completed = 0;
    for (int run = 0; run < 300; ++run) {
        Session session(definition);
        std::string done;
        for (int step = 0; step < 15; ++step) {
            const std::string& name = names[random() % names.size()];
            const auto number = static_cast<std::uint32_t>(random());
            done += name + " ";
            switch (random() % 8) {
                case 0: session.apply(AddRow{number % 2 ? "m" : number % 3 ? "p" : "p[0].m"}); break;
                case 1: session.apply(RemoveRow{number % 2 ? "m[0]" : "p[0]"}); break;
                case 2: session.apply(ClearValue{name}); break;
                case 3: session.apply(SetComment{"m[0].b", "w"}); break;
                default: session.apply(SetValue{name, value_for(name, number / 8)});
            }
        }
        if (!session.apply(Complete{}).accepted) continue;
        ++completed;
        INFO(done << write_json(session.data()));
        CHECK(judged(validate_response(definition, response_with(session.data()), {})) == "");
    }
    CHECK(completed > 100);
}

}  // namespace canvass::core
