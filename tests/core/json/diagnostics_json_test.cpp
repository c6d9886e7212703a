#include "core/json/diagnostics_json.h"

#include <catch2/catch_test_macros.hpp>

#include "core/json/json.h"

using namespace canvass::core;

TEST_CASE("diagnostics as JSON keep errors and notes apart and name a position where there is one") {
    Diagnostic error;
    error.code = Code::expression_syntax;
    error.pointer = "/pages/0/visibleIf";
    error.position = 3;
    error.detail = "{a} >";
    Diagnostic note;
    note.code = Code::unknown_property;
    note.severity = Severity::note;
    note.pointer = "/colour";
    note.subject = "colour";
    CHECK(write_json(to_json(Diagnostics{note, error})) ==
          R"({"errors":[{"code":"expression-syntax","severity":"error","pointer":"/pages/0/visibleIf","position":3,)"
          R"("message":"The expression “{a} >” cannot be understood from character 4 on."}],)"
          R"("notes":[{"code":"unknown-property","severity":"note","pointer":"/colour",)"
          R"("message":"“colour” is not a known property here. It is kept, but does nothing."}]})");
    CHECK(write_json(to_json(Diagnostics{})) == R"({"errors":[],"notes":[]})");
}
