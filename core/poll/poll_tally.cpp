#include "core/poll/poll_tally.h"

#include <algorithm>
#include <cmath>

#include "core/base/number.h"
#include "core/expression/coerce.h"
#include "core/json/json.h"

namespace canvass::core {
namespace {

constexpr std::int32_t most_column_score = 100;
constexpr std::int32_t spoiled = 1000;  // above every scale, so that the ballot is invalid

std::string plain_text(const Value& value) { return value.is_string() ? *value.as_string() : write_json(value); }

// What each column of a matrix is worth.
std::vector<std::int32_t> worth_of(const std::vector<Value>& columns, bool dates) {
    const double most = dates ? 2 : most_column_score;
    const bool scores = std::all_of(columns.begin(), columns.end(), [&](const Value& column) {
        const double number = column.as_number(-1);
        return number >= 0 && number <= most && std::trunc(number) == number;
    });
    std::vector<std::int32_t> worth;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const auto place = static_cast<std::int32_t>(at);
        if (scores) worth.push_back(static_cast<std::int32_t>(columns[at].as_number()));
        else if (dates) worth.push_back(at == 0 ? 2 : at + 1 < columns.size() ? 1 : 0);
        else worth.push_back(place);
    }
    return worth;
}

std::vector<Value> columns_of(const Element& question, const Definition& definition) {
    std::vector<Value> columns;
    const auto* rows = row_settings_of(question);
    if (!rows || question.kind != Kind::matrix) return columns;
    for (const Choice& column : choices_of(definition.at(definition.at(rows->row).children.front()))) columns.push_back(column.value);
    return columns;
}

bool is_given(const Element& question, std::string_view rule) {
    return question.poll && question.poll->rules.find(rule) != nullptr;
}

// Nobody's election, by rules that are to be read.
Value election_of(const std::vector<std::string>& candidates, const Value& rules) {
    Value names = Value::array();
    for (const std::string& name : candidates) names.push(Value(name));
    Value election = Value::object({{"candidates", std::move(names)}, {"ballots", Value::array()}});
    if (!rules.is_null()) election.set("rules", rules);
    return election;
}

std::vector<std::string> names_of(const Element& question, const Definition& definition) {
    std::vector<std::string> names;
    for (const PollOption& option : poll_options(question, definition, {}, Texts())) names.push_back(plain_text(option.value));
    return names;
}

PollRules rules_of(const Element& question, const Definition& definition, const std::vector<std::int32_t>& worth) {
    PollRules rules;
    rules.method = question.poll ? method_named(question.poll->method) : std::string();
    if (rules.method.empty()) rules.method = "plurality";
    rules.names = names_of(question, definition);
    if (question.poll) {
        if (!question.poll->rules.is_null()) {
            if (auto given = election_from_json(election_of(rules.names, question.poll->rules))) rules.rules = given->rules;
        }
        rules.seats = question.poll->seats;
        rules.seed = question.poll->seed;
    }
    const auto* choices = std::get_if<ChoiceSettings>(&question.settings);
    if (choices && choices->multiple && !is_given(question, "overVote")) rules.rules.plurality.over_vote = OverVote::every;
    if (!worth.empty()) rules.rules.max_score = std::max(1, *std::max_element(worth.begin(), worth.end()));
    return rules;
}

std::int64_t whole_part(std::string_view decimal) { return static_cast<std::int64_t>(parse_number(decimal).value_or(0)); }

std::int64_t times_given(const TallyResult& counted, const std::string& name) {
    const Value* histogram = counted.measures.find("histogram");
    const Value::Array* list = histogram ? histogram->as_array() : nullptr;
    for (std::size_t at = 0; list && at < list->size(); ++at) {
        const Value::Array& pair = *(*list)[at].as_array();
        if (number_text(pair.front().as_number()) == name) return static_cast<std::int64_t>(pair.back().as_number());
    }
    return 0;
}

}  // namespace

Diagnostics check_polls(const Definition& definition) {
    Diagnostics faults;
    for (const Element& question : definition.elements) {
        if (!question.poll || question.poll->rules.is_null()) continue;
        auto read = election_from_json(election_of(names_of(question, definition), question.poll->rules));
        for (Diagnostic& fault : read ? read->notes : read.error()) {
            fault.pointer = pointer_to(question.pointer, "poll") + fault.pointer;
            faults.push_back(std::move(fault));
        }
    }
    return faults;
}

std::pair<std::int64_t, std::int64_t> option_count(const TallyResult& counted, const PollRules& rules, OptionIndex option) {
    const auto options = static_cast<std::int64_t>(rules.names.size());
    if (!counted.duels.empty()) {
        std::int64_t won = 0;
        for (std::size_t other = 0; other < rules.names.size(); ++other) {
            won += counted.duels[option * rules.names.size() + other] > counted.duels[other * rules.names.size() + option] ? 1 : 0;
        }
        return {won, options - 1};
    }
    if (!counted.points.empty()) {
        return {whole_part(counted.points[option]), counted.voters * (rules.method == "borda" ? options - 1 : 1)};
    }
    if (form_of(rules.method) == BallotForm::numbers) return {times_given(counted, rules.names[option]), counted.voters};
    if (counted.rounds.empty()) return {0, counted.voters};
    std::int64_t votes = counted.rounds.front().votes[option];
    for (int digit = 0; digit < counted.decimals; ++digit) votes /= 10;
    const bool rated = rules.method == "score" || rules.method == "star";
    return {votes, counted.voters * (rated ? rules.rules.max_score : 1)};
}

PollTally::PollTally(const Element& question, const Definition& definition)
    : question_(question.name),
      value_name_(question.value_name),
      columns_(columns_of(question, definition)),
      worth_(worth_of(columns_, question.poll && question.poll->method == "date")),
      tally_(rules_of(question, definition, worth_)) {
    form_ = form_of(tally_.rules().method);
    if (question.poll && question.poll->rules.is_object()) given_rules_ = question.poll->rules;
    const auto* choices = std::get_if<ChoiceSettings>(&question.settings);
    several_ = choices && choices->multiple && question.kind != Kind::ranking;
    for (PollOption& option : poll_options(question, definition, {}, Texts())) values_.push_back(std::move(option.value));
}

// One past the last option for an answer that is none of them.
OptionIndex PollTally::option_of(const Value& answer) const {
    auto found = std::find(values_.begin(), values_.end(), answer);
    if (found == values_.end()) {
        found = std::find_if(values_.begin(), values_.end(),
                             [&](const Value& value) { return are_equal(value, answer, exact); });
    }
    return static_cast<OptionIndex>(found - values_.begin());
}

const Value* PollTally::answer_in(const Value& answers) const {
    const Value* answer = answers.find(value_name_);
    return answer && !is_empty(*answer) ? answer : nullptr;
}

Ballot PollTally::ranking_of(const Value& answer) const {
    const Value::Array* list = answer.as_array();
    if (tally_.rules().method == "plurality" || tally_.rules().method == "approval") {
        OptionGroup chosen;
        if (several_ && list)
            for (const Value& one : *list) chosen.push_back(option_of(one));
        else
            chosen.push_back(option_of(answer));
        return Ballot{{std::move(chosen)}};
    }
    Ballot ballot;
    for (std::size_t at = 0; list && at < list->size(); ++at) {
        const OptionIndex option = option_of((*list)[at]);
        if (option < values_.size()) ballot.ranking.push_back({option});
    }
    return ballot;
}

ScoreBallot PollTally::scores_of(const Value& answer) const {
    ScoreBallot ballot{1, std::vector<std::int32_t>(values_.size())};
    const Value::Object* rows = answer.as_object();
    for (std::size_t at = 0; rows && at < rows->size(); ++at) {
        const Value::Member& row = (*rows)[at];
        const auto option = std::find(tally_.rules().names.begin(), tally_.rules().names.end(), row.name);
        const auto column = std::find_if(columns_.begin(), columns_.end(),
                                         [&](const Value& value) { return value == row.value || are_equal(value, row.value, exact); });
        if (option == tally_.rules().names.end()) continue;
        ballot.scores[static_cast<std::size_t>(option - tally_.rules().names.begin())] =
            column == columns_.end() ? spoiled : worth_[static_cast<std::size_t>(column - columns_.begin())];
    }
    return ballot;
}

void PollTally::add(const Value& answers, std::int64_t count) {
    const Value* answer = answer_in(answers);
    if (form_ == BallotForm::numbers) {
        const auto number = answer ? parse_number(plain_text(*answer)) : std::nullopt;
        if (number) tally_.add(*number, count);
    } else if (form_ == BallotForm::scores) {
        ScoreBallot ballot = answer ? scores_of(*answer) : ScoreBallot{};
        ballot.count = count;
        tally_.add(ballot);
    } else {
        tally_.add(answer ? ranking_of(*answer) : Ballot(), count);
    }
}

void PollTally::change(const Value& before, const Value& after) {
    withdraw(before);
    add(after);
}

bool PollTally::merge(const PollTally& other) {
    return other.question_ == question_ && other.values_ == values_ && tally_.merge(other.tally_);
}

PollResults PollTally::results_of(const TallyResult& counted, std::vector<PollOption> options) const {
    PollResults results;
    results.question = question_;
    results.method = tally_.rules().method;
    results.several = several_;
    results.voters = counted.voters;
    const bool rated = results.method == "score" || results.method == "star";
    const bool votes = results.method == "plurality" || results.method == "approval";
    results.in_points = rated || !counted.points.empty() || !counted.duels.empty();
    std::vector<std::int64_t> counts;
    for (OptionIndex option = 0; option < values_.size() && option < options.size(); ++option) {
        const auto [count, whole] = option_count(counted, tally_.rules(), option);
        const bool wins = std::find(counted.winners.begin(), counted.winners.end(), option) != counted.winners.end();
        results.options.push_back({std::move(options[option].value), std::move(options[option].text), count, share_of(count, whole),
                                   wins && !votes && counted.voters > 0});
        counts.push_back(count);
    }
    if (several_ || results.method != "plurality") return results;
    const std::vector<std::int64_t> shares = shares_of_sum(counts);
    for (std::size_t at = 0; at < shares.size(); ++at) results.options[at].share = shares[at];
    return results;
}

PollResults PollTally::results(std::vector<PollOption> options) const { return results_of(result(), std::move(options)); }

Value PollTally::results_json(std::vector<PollOption> options) const {
    const TallyResult counted = result();
    Value json = to_json(results_of(counted, std::move(options)));
    const Value told = to_json(counted, tally_.rules().names);
    for (const Value::Member& member : *told.as_object()) {
        if (!json.find(member.name)) json.set(member.name, member.value);
    }
    return json;
}

Value PollTally::election(const std::vector<std::pair<Value, std::int64_t>>& ballots) const {
    const PollRules& rules = tally_.rules();
    Value names = Value::array(), list = Value::array();
    for (const std::string& name : rules.names) names.push(Value(name));
    for (const auto& [answers, count] : ballots) {
        const Value* answer = answer_in(answers);
        Value cast = Value::array();
        if (form_ == BallotForm::numbers) {
            const auto number = answer ? parse_number(plain_text(*answer)) : std::nullopt;
            if (!number) continue;
            cast = Value(*number);
        } else if (form_ == BallotForm::scores) {
            cast = Value::object();
            const ScoreBallot scored = answer ? scores_of(*answer) : ScoreBallot{};
            for (std::size_t at = 0; at < scored.scores.size(); ++at) cast.set(std::to_string(at), static_cast<double>(scored.scores[at]));
        } else if (answer) {
            for (const OptionGroup& group : ranking_of(*answer).ranking) {
                Value indices = Value::array();
                // A choice that is none any more spoils the ballot.
                const bool known = std::all_of(group.begin(), group.end(), [&](OptionIndex option) { return option < values_.size(); });
                for (const OptionIndex option : known ? group : OptionGroup{}) indices.push(static_cast<double>(option));
                if (!known) indices.push(-1);
                cast.push(std::move(indices));
            }
        }
        list.push(Value::array({static_cast<double>(count), std::move(cast)}));
    }
    Value election = Value::object({{"ballots", std::move(list)}});
    if (form_ != BallotForm::numbers) election.set("candidates", std::move(names));
    if (rules.seats > 1) election.set("seats", static_cast<double>(rules.seats));
    Value written = given_rules_;
    if (rules.rules.plurality.over_vote == OverVote::every) written.set("overVote", "every");
    if (form_ == BallotForm::scores && rules.method != "date") written.set("maxScore", static_cast<double>(rules.rules.max_score));
    if (written.size() > 0) election.set("rules", std::move(written));
    if (!rules.seed.empty()) election.set("seed", Value(rules.seed));
    return election;
}

}  // namespace canvass::core
