// What a person might do now, and why: rules of the model that hold for a member. Nothing is done here; a rule
// that is `automatic` only says that whoever acts on it need not ask.
#pragma once

#include <vector>

#include "core/engagement/score.h"

namespace canvass::core {

struct Suggestion {
    const SuggestionRule* rule = nullptr;  // of the model
    MemberIndex member = no_member;
    Value because;                         // the facts that its condition reads
};

// Rules without `on` that hold as the member stands.
std::vector<Suggestion> suggestions_for(const Model& model, const Standing& standing, std::int64_t at);

// Rules that an event brings about: those `on` its type that hold, and those without `on` that hold after it and did not
// before. `scoreBefore` and `event.…` can be read.
std::vector<Suggestion> suggestions_on(const Model& model, const Event& event, const Standing& before,
                                       const Standing& after);

}  // namespace canvass::core
