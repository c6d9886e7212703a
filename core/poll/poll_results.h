// Results of a survey's poll, as a collector sends them and a page shows them; poll_tally.h makes them.
//
// The options of a poll are the choices of its question in the order of the definition, then "other" and "none"
// where the question has them; a boolean's are yes, then no, a matrix's are its rows. What people wrote beside
// "other" is no part of a poll.
// Ownership: value types.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/texts.h"
#include "core/definition/definition.h"
#include "core/poll/tally.h"

namespace canvass::core {

struct PollOption {
    Value value;
    std::string text;
};

// What a question lets people choose among; empty for a question without choices.
std::vector<PollOption> poll_options(const Element& question, const Definition& definition, std::string_view locale,
                                     const Texts& texts);

struct PollOptionResult {
    Value value;
    std::string text;
    std::int64_t count = 0;  // votes; see option_count() in poll_tally.h for methods without
    std::int64_t share = 0;  // tenths of a percent; see PollResults
    bool ahead = false;      // it wins by a method whose counts alone do not say so
};

struct PollResults {
    std::string question;
    std::string method;
    bool several = false;       // voters could choose several options
    bool in_points = false;     // counts are not voters, but points or duels
    std::int64_t voters = 0;
    // Shares of all votes, adding up to 100.0 %, when each voter chose one option; otherwise each option's
    // share of the voters.
    std::vector<PollOptionResult> options;
};

// {question, method, several, inPoints, voters, options: [{value, text, count, share: "33.3", ahead}]}
Value to_json(const PollResults& results);
// As a collector sends them. Every disagreement with that form is an error.
Result<PollResults> poll_results_from_json(const Value& json);

}  // namespace canvass::core
