// Surveys made by the format's table, or {"definition": …, "actions": […]} as it stands, answered in two sessions: one
// goes on, the other is put down and taken up again after every action. Both must show, hold and save the same.
// CANVASS_FUZZ_PRINT=1 prints an input as `canvass run` reads it.
#include <cstdio>
#include <cstdlib>

#include "core/definition/codec.h"
#include "core/json/json.h"
#include "core/session/session.h"
#include "tests/core/session/seen.h"
#include "tests/fuzz/survey_grammar.h"

using namespace canvass::core;

namespace {

constexpr std::size_t most_actions = 40;

// As JSON: a date that is none is not equal to itself.
void expect_same(const char* what, const Value& one, const Value& other) {
    const std::string text = write_json(one), other_text = write_json(other);
    if (text == other_text) return;
    std::fprintf(stderr, "%s differently\n%s\n%s\n", what, text.c_str(), other_text.c_str());
    std::abort();
}

Value survey_of(const std::uint8_t* data, std::size_t size) {
    if (size > 0 && data[0] == '{') {
        auto json = parse_json(std::string_view(reinterpret_cast<const char*>(data), size));
        return json ? std::move(*json) : Value();
    }
    canvass::fuzz::SurveyGrammar grammar(data, size);
    Value survey = Value::object({{"definition", grammar.definition()}});
    Value& actions = survey.set("actions", Value::array());
    for (Value next = grammar.action(); !next.is_null() && actions.size() < most_actions; next = grammar.action()) {
        actions.push(std::move(next));
    }
    return survey;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Value survey = survey_of(data, size);
    static const bool prints = std::getenv("CANVASS_FUZZ_PRINT") != nullptr;
    if (prints) std::fprintf(stderr, "%s\n", write_json(survey).c_str());
    const Value* source = survey.find("definition");
    const Value* actions = survey.find("actions");
    if (!source || !actions || !actions->is_array()) return 0;
    auto loaded = load_definition(*source);
    if (!loaded) return 0;
    const auto definition = std::make_shared<const Definition>(std::move(loaded->definition));
    SessionOptions options;
    options.clock = Clock{1'795'371'720'000, 60};
    Session lasting(definition, options), resumed(definition, options);
    if (!lasting.settled()) return 0;
    for (const Value& form : *actions->as_array()) {
        const auto action = action_from_json(form);
        // What a page gave as choices is not saved.
        if (!action || std::holds_alternative<SetChoices>(*action)) continue;
        if (lasting.state() == SessionState::completed) {  // changed by nobody but a page, and not taken up for that
            lasting.apply(*action);
            lasting.view();
            continue;
        }
        const bool accepted = lasting.apply(*action).accepted, accepted_again = resumed.apply(*action).accepted;
        if (!lasting.settled() || !resumed.settled()) return 0;  // where that was stopped depends on where it began
        expect_same("taken", accepted, accepted_again);
        expect_same("shown", seen_of(lasting), seen_of(resumed));
        const Value saved = lasting.save();
        expect_same("saved", saved, resumed.save());
        auto next = Session::resume(definition, options, saved);
        if (!next) expect_same("resumed", describe(next.error().front()), saved);
        resumed = std::move(*next);
    }
    return 0;
}
