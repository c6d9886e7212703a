// What the widget shows beyond the session's own view: results, faults, and how sending goes. The shell fills
// it; views read it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/texts.h"
#include "core/definition/definition.h"
#include "core/session/view.h"

namespace canvass::widget {

struct PollOption {
    std::string text;
    double votes = 0;
    double percent = 0;  // of the voters
    bool chosen = false; // by this member
    bool ahead = false;
};

struct PollResultsView {
    std::string question;  // name
    std::string title;
    bool shown = false;    // the definition's "results" allows it now
    bool loading = false;
    bool failed = false;   // they could not be fetched
    double voters = 0;
    bool points = false;   // so are the options' votes
    std::uint32_t revision = 0;  // grows whenever results arrive
    std::string terms;           // {"closes": ms, "changeable", "options": [{"value", "text"}]} for the shell, which shows the count's details
    std::vector<PollOption> options;  // in the definition's order
};

enum class Sending : std::uint8_t { none, sending, sent, kept };

// `embeds`: the shell shows what no canvas shows well, each where a node with Role::embed lies. Without it, rich text
// is read as its paragraphs, and files and signatures cannot be given.
struct Model {
    const core::SurveyView* survey = nullptr;  // nullptr: nothing loaded yet
    const core::Definition* definition = nullptr;  // of the survey: input types, rating styles
    const core::Texts* texts = nullptr;        // never nullptr while a frame runs
    std::vector<PollResultsView> polls;
    std::vector<std::string> faults;  // sentences about the definition or the loading, shown above the survey
    Sending sending = Sending::none;
    bool embeds = false;
};

}  // namespace canvass::widget
