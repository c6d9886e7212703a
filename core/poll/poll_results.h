// A poll of a survey: from the answers of responses to results that a member, a page or a collector can show.
//
// Any radiogroup, rating or boolean question is one choice; a checkbox is several, each of them a whole vote
// (plurality.h, OverVote::every). Its options are its choices in the order of the definition, then "other" and
// "none" where the question has them; a boolean's are yes, then no. What people wrote beside "other" is no part
// of a poll.
//
// An answer that names no option (the definition has changed since) makes the ballot invalid: it is in nobody's
// count and among no voters. No answer is no ballot.
// Ownership: value types; PollTally keeps no reference to the definition.
// Cost: O(options) a ballot and a result.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/texts.h"
#include "core/definition/definition.h"
#include "core/poll/plurality.h"

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
    std::int64_t count = 0;
    std::int64_t share = 0;  // tenths of a percent; see PollResults
};

struct PollResults {
    std::string question;
    std::string method;
    bool several = false;       // voters could choose several options
    std::int64_t voters = 0;
    // Shares of all votes, adding up to 100.0 %, when each voter chose one option; otherwise each option's
    // share of the voters.
    std::vector<PollOptionResult> options;
};

// {question, method, several, voters, options: [{value, text, count, share: "33.3"}]}
Value to_json(const PollResults& results);
// As a collector sends them. Every disagreement with that form is an error.
Result<PollResults> poll_results_from_json(const Value& json);

class PollTally {
public:
    PollTally(const Element& question, const Definition& definition);

    // `answers` in the form that a response stores.
    void add(const Value& answers);
    void withdraw(const Value& answers);
    void change(const Value& before, const Value& after);
    // False, and nothing done, for the tally of another question.
    bool merge(const PollTally& other);

    // The texts of the options come from the question, so that every reader gets them in their own language.
    PollResults results(std::vector<PollOption> options) const;

    Ballot ballot_of(const Value& answers) const;

private:
    OptionIndex option_of(const Value& answer) const;

    std::string question_, value_name_, method_;
    bool several_;
    std::vector<Value> values_;
    PluralityTally tally_;
};

}  // namespace canvass::core
