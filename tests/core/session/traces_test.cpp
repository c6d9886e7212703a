// Sessions recorded from the peer engine's own test-suite, replayed here. Recorded, not asserted one by one: the
// share that agrees must not fall below what was once reached. CANVASS_CONFORMANCE_DIR names their folder;
// CANVASS_TRACES=all lists the disagreements. Those that are left, and why:
//  - kinds outside the published format (imagemap, the test-suite's own) are not replayed at all;
//  - a visibleIf that does not parse hides here;
//  - bindings between properties and isContainerReady of rows are not acted on;
//  - answers to questions inside of a choice stay when the choice is taken back;
//  - functions and events that the test-suite adds (asyncFunc, onMatrixValueChanging), random order of questions;
//  - literals of a mask in an answer set from outside, totals of a read-only matrix or with a filter in a text,
//    a default formula of rows that gives no rows, getComment of a question that asks for no comment.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "core/definition/codec.h"
#include "core/json/json.h"
#include "core/session/session.h"

namespace canvass::core {
namespace {

constexpr int floor_agreeing = 1085;
constexpr double day_of_recording = 1795348800000;  // some sessions ask for today

bool covered(const Diagnostics& diagnostics) {
    return std::none_of(diagnostics.begin(), diagnostics.end(),
                        [](const Diagnostic& diagnostic) { return diagnostic.code == Code::unknown_kind; });
}

Value value_of(const Value& operation) {
    const Value* wrapped = operation.find("value");
    const Value* value = wrapped ? wrapped->find("v") : nullptr;
    return value ? *value : Value();
}

void replay(Session& session, const Value& operation) {
    const std::string_view kind = operation.find("op")->text();
    const std::string name(operation.find("name") ? operation.find("name")->text() : std::string_view());
    if (kind == "set") session.apply(SetValue{name, value_of(operation)});
    if (kind == "comment") session.apply(SetComment{name, std::string(value_of(operation).text())});
    if (kind == "clear") session.apply(ClearValue{name});
    if (kind == "var") session.apply(SetVariable{name, value_of(operation)});
    if (kind == "next") session.apply(NextPage{});
    if (kind == "prev") session.apply(PreviousPage{});
    if (kind == "complete" || kind == "doComplete") session.apply(Complete{});
    if (kind == "data") session.restore(value_of(operation));
    if (kind == "merge") session.restore(value_of(operation), true);
}

// What disagrees, or nothing.
std::string disagreement(const Value& recorded, const Session& session) {
    const Value got = session.snapshot();
    const Value* wrapped = recorded.find("data");
    const Value data = wrapped && wrapped->find("v") ? *wrapped->find("v") : Value();
    std::string text;
    const auto compare = [&](std::string_view what, const Value& wanted, const Value& had) {
        if (wanted == had) return;
        text += "  " + std::string(what) + ": " + write_json(wanted) + " recorded, " + write_json(had) + " here\n";
    };
    compare("data", data, *got.find("data"));
    compare("state", *recorded.find("state"), *got.find("state"));
    compare("page", *recorded.find("page"), *got.find("page"));
    compare("visible", *recorded.find("visible"), *got.find("visible"));
    return text;
}

}  // namespace

TEST_CASE("recorded sessions of the peer engine come out the same") {
    const char* folder = std::getenv("CANVASS_CONFORMANCE_DIR");
    if (!folder) SKIP("CANVASS_CONFORMANCE_DIR is not set");
    std::ifstream file(std::string(folder) + "/survey/surveys.stable.jsonl");
    REQUIRE(file);
    const bool list = std::getenv("CANVASS_TRACES") != nullptr;
    int total = 0, replayed = 0, agreeing = 0;
    for (std::string line; std::getline(file, line); ++total) {
        const Result<Value> trace = parse_json(line);
        REQUIRE(trace);
        Result<LoadedDefinition> loaded = load_definition(*trace->find("json"));
        if (!loaded || !covered(loaded->diagnostics)) continue;
        ++replayed;
        SessionOptions options;
        options.clock.now_ms = day_of_recording;
        Session session(std::make_shared<const Definition>(std::move(loaded->definition)), std::move(options));
        for (const Value& operation : *trace->find("ops")->as_array()) replay(session, operation);
        const std::string text = disagreement(*trace->find("snap"), session);
        if (text.empty()) ++agreeing;
        else if (list) std::cout << trace->find("test")->text() << '\n' << text << line.substr(0, 1500) << "\n\n";
    }
    std::cout << agreeing << " of " << replayed << " recorded sessions agree (" << total << " in all)\n";
    CHECK(agreeing >= floor_agreeing);
}

}  // namespace canvass::core
