// A poll of a survey: from the answers of responses to a count that is kept up with every vote.
//
// How an answer is a ballot:
// - radiogroup, dropdown, boolean, rating and their kin are one choice; a checkbox is several of equal worth.
// - ranking: the options in their order, one a rank; those that are left out are unranked.
// - a matrix rates its rows. Where all columns are whole numbers from 0 to 100 they are the scores; otherwise the first
//   column is worth 0, the next 1 and so on. In a date poll columns that are not 0, 1 and 2 go the other way: yes, if
//   need be, no; or yes, no. A row without an answer has 0.
// - number, nps, csat, ces: a number.
//
// An answer that names no option (the definition has changed since) makes the ballot invalid: it is in nobody's
// count and among no voters. A ranking goes on without such an option. No answer is no choice.
// Ownership: a value type; it keeps no reference to the definition.
// Cost: a ballot O(options²) at most, a result what the method costs (running_tally.h).
#pragma once

#include <utility>
#include <vector>

#include "core/definition/definition.h"
#include "core/poll/methods.h"
#include "core/poll/poll_results.h"

namespace canvass::core {

class PollTally {
public:
    PollTally(const Element& question, const Definition& definition);

    // `answers` in the form that a response stores.
    void add(const Value& answers, std::int64_t count = 1);
    void withdraw(const Value& answers, std::int64_t count = 1) { add(answers, -count); }
    void change(const Value& before, const Value& after);
    // False, and nothing done, for the tally of another question.
    bool merge(const PollTally& other);

    TallyResult result() const { return tally_.result(); }
    // The texts of the options come from the question, so that every reader gets them in their own language.
    PollResults results(std::vector<PollOption> options) const;
    // The same and all that the method tells (tally.h): winners, order, rounds, duels …; options there by value.
    Value results_json(std::vector<PollOption> options) const;

    // These ballots as a file for `canvass tally` (election.h): each with how often it was cast.
    Value election(const std::vector<std::pair<Value, std::int64_t>>& ballots) const;

private:
    const Value* answer_in(const Value& answers) const;
    OptionIndex option_of(const Value& answer) const;
    Ballot ranking_of(const Value& answer) const;
    ScoreBallot scores_of(const Value& answer) const;
    PollResults results_of(const TallyResult& counted, std::vector<PollOption> options) const;

    std::string question_, value_name_;
    Value given_rules_ = Value::object();  // as the definition has them
    bool several_ = false;  // choices of equal worth
    BallotForm form_;
    std::vector<Value> values_;   // of the options
    std::vector<Value> columns_;  // of a matrix, and what each is worth
    std::vector<std::int32_t> worth_;
    RunningTally tally_;
};

// What is wrong with the rules that polls name (`poll.rules`, as election.h lists them), and what is unknown among them. A
// poll whose rules are wrong is counted by the defaults.
Diagnostics check_polls(const Definition& definition);

// What an option has, and out of how much: votes of the voters; where the method counts no votes, its points of the
// most there could be, the duels that it won of all it was in, or the voters who gave that number.
std::pair<std::int64_t, std::int64_t> option_count(const TallyResult& counted, const PollRules& rules, OptionIndex option);

}  // namespace canvass::core
