// Definition JSON → Definition with every diagnostic.
//
// A result is returned whenever anything can run; its diagnostics then hold errors (something does not work as
// written: unknown kind, wrong type, broken or circular expression, duplicate name) and notes (kept, not acted
// on). Failure means that nothing can run: not an object, or past a limit.
#pragma once

#include "core/base/result.h"
#include "core/definition/definition.h"

namespace canvass::core {

struct DefinitionLimits {
    std::size_t elements = 20'000;
    std::size_t choices = 20'000;      // of one question
    std::size_t depth = 32;            // panels in panels
    std::size_t rows = 1'000;          // of one question
    std::size_t text_bytes = 65'536;   // of one text
};

struct LoadedDefinition {
    Definition definition;
    Diagnostics diagnostics;
};

Result<LoadedDefinition> load_definition(const Value& json, const DefinitionLimits& limits = {});
// The same, with a note for each property that is unknown or not acted on: for authors.
Result<LoadedDefinition> check_definition(const Value& json, const DefinitionLimits& limits = {});

// What a page gives as the choices of a question: a list as `choices` holds it. `rules`: numbered by the choices.
std::vector<Choice> choices_from_json(const Value& list, std::vector<ChoiceRule>& rules, Diagnostics& diagnostics);

}  // namespace canvass::core
