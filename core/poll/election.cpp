#include "core/poll/election.h"

#include <algorithm>
#include <cmath>

namespace canvass::core {
namespace {

constexpr std::size_t most_candidates = 10'000;

bool is_whole(const Value& value, double lowest, double highest) {
    const double number = value.as_number(-1);
    return value.is_number() && std::trunc(number) == number && number >= lowest && number <= highest;
}

// Never less than 1.
std::int64_t most_choices(const Ballot& ballot) {
    std::size_t most = 1;
    for (const OptionGroup& group : ballot.ranking) most = std::max(most, group.size());
    return static_cast<std::int64_t>(most);
}

class ElectionReader {
public:
    explicit ElectionReader(const Value& json) : json_(json) {}

    Result<Election> read() {
        if (!json_.is_object()) {
            fault(Code::wrong_type, "", "election", "an object with candidates and ballots");
            return failure(std::move(faults_));
        }
        candidates();
        seats();
        rules();
        seed();
        ballots();
        for (const Value::Member& member : *json_.as_object()) {
            const auto is_member = [&](std::string_view name) { return name == member.name; };
            constexpr std::string_view known[] = {"candidates", "seats", "ballots", "rules", "seed"};
            if (std::none_of(std::begin(known), std::end(known), is_member))
                note(pointer_to("", member.name), member.name);
        }
        if (!faults_.empty()) return failure(std::move(faults_));
        return std::move(election_);
    }

private:
    void fault(Code code, std::string pointer, std::string_view subject, std::string_view detail) {
        Diagnostic diagnostic;
        diagnostic.code = code;
        diagnostic.pointer = std::move(pointer);
        diagnostic.subject = subject;
        diagnostic.detail = detail;
        faults_.push_back(std::move(diagnostic));
    }

    void note(std::string pointer, std::string_view subject) {
        Diagnostic diagnostic;
        diagnostic.code = Code::unknown_property;
        diagnostic.severity = Severity::note;
        diagnostic.pointer = std::move(pointer);
        diagnostic.subject = subject;
        election_.notes.push_back(std::move(diagnostic));
    }

    const Value::Array* list(std::string_view name, std::string_view expected) {
        const Value* value = json_.find(name);
        if (!value) {
            fault(Code::missing_property, "", name, expected);
            return nullptr;
        }
        if (!value->is_array()) fault(Code::wrong_type, pointer_to("", name), name, expected);
        return value->as_array();
    }

    void candidates() {
        const Value::Array* names = list("candidates", "a list of names");
        if (!names) return;
        candidate_count_ = names->size();
        if (names->size() > most_candidates) {
            fault(Code::too_large, "/candidates", "candidates", "");
            faults_.back().limit = static_cast<long>(most_candidates);
            return;
        }
        std::vector<std::string_view> seen;
        for (std::size_t i = 0; i < names->size(); ++i) {
            const std::string* name = (*names)[i].as_string();
            const std::string pointer = pointer_to("/candidates", i);
            if (!name) {
                fault(Code::wrong_type, pointer, "candidates", "a name");
                continue;
            }
            election_.candidates.push_back(*name);
            const auto place = std::lower_bound(seen.begin(), seen.end(), *name);
            if (place != seen.end() && *place == *name)
                fault(Code::duplicate_name, pointer, *name, "");
            else
                seen.insert(place, *name);
        }
    }

    void seats() {
        const Value* seats = json_.find("seats");
        if (!seats) return;
        if (is_whole(*seats, 1, 1e6))
            election_.seats = static_cast<std::size_t>(seats->as_number());
        else
            fault(Code::wrong_type, "/seats", "seats", "a whole number from 1 on");
    }

    void rules() {
        const Value* rules = json_.find("rules");
        if (!rules) return;
        if (!rules->is_object()) return fault(Code::wrong_type, "/rules", "rules", "an object");
        for (const Value::Member& rule : *rules->as_object()) {
            if (rule.name != "overVote")
                note(pointer_to("/rules", rule.name), rule.name);
            else if (rule.value.text() == "every")
                election_.rules.over_vote = OverVote::every;
            else if (rule.value.text() != "invalid")
                fault(Code::unknown_value, "/rules/overVote", "overVote", "invalid, every");
        }
    }

    void seed() {
        const Value* seed = json_.find("seed");
        if (!seed) return;
        if (seed->is_string())
            election_.seed = *seed->as_string();
        else
            fault(Code::wrong_type, "/seed", "seed", "a text");
    }

    void ballots() {
        const Value::Array* ballots = list("ballots", "a list of [count, ranking]");
        if (!ballots) return;
        std::int64_t left = most_votes;
        for (std::size_t i = 0; i < ballots->size(); ++i) {
            const std::size_t faults = faults_.size();
            CountedBallot counted = ballot((*ballots)[i], i);
            if (faults_.size() != faults) continue;
            const std::int64_t choices = most_choices(counted.ballot);
            if (counted.count > left / choices)
                return fault(Code::ballot_invalid, "/ballots", "", "there are more votes than can be counted exactly");
            left -= counted.count * choices;
            election_.ballots.push_back(std::move(counted));
        }
    }

    CountedBallot ballot(const Value& json, std::size_t index) {
        const auto place = [&] { return pointer_to("/ballots", index); };
        CountedBallot counted;
        const Value::Array* pair = json.as_array();
        if (!pair || pair->size() != 2) {
            fault(Code::ballot_invalid, place(), "", "a ballot is a list of two: how many cast it, and its ranking");
            return counted;
        }
        const Value& count = pair->front();
        if (is_whole(count, 0, static_cast<double>(most_votes)))
            counted.count = static_cast<std::int64_t>(count.as_number());
        else
            fault(Code::ballot_invalid, pointer_to(place(), std::size_t{0}), "",
                  "how many cast it is not a whole number");

        const Value::Array* groups = pair->back().as_array();
        if (!groups) fault(Code::ballot_invalid, pointer_to(place(), 1), "", "its ranking is not a list of groups");
        for (std::size_t i = 0; groups && i < groups->size(); ++i) {
            const Value::Array* members = (*groups)[i].as_array();
            const auto group_place = [&] { return pointer_to(pointer_to(place(), 1), i); };
            if (!members) {
                fault(Code::ballot_invalid, group_place(), "", "a group is a list of candidate indices");
                continue;
            }
            OptionGroup group;
            for (std::size_t j = 0; j < members->size(); ++j) {
                const Value& option = (*members)[j];
                if (is_whole(option, 0, static_cast<double>(candidate_count_) - 1))
                    group.push_back(static_cast<OptionIndex>(option.as_number()));
                else
                    fault(Code::ballot_invalid, pointer_to(group_place(), j), "", "no candidate has that index");
            }
            counted.ballot.ranking.push_back(std::move(group));
        }
        return counted;
    }

    const Value& json_;
    Election election_;
    std::size_t candidate_count_ = 0;
    Diagnostics faults_;
};

}  // namespace

Result<Election> election_from_json(const Value& json) { return ElectionReader(json).read(); }

Result<TallyResult> tally(const Election& election, std::string_view method) {
    if (method != "plurality") {
        Diagnostic diagnostic;
        diagnostic.code = Code::unknown_poll_method;
        diagnostic.subject = method;
        diagnostic.detail = "plurality";
        return failure(std::move(diagnostic));
    }
    PluralityTally tally(election.candidates.size(), election.rules);
    for (const CountedBallot& counted : election.ballots) tally.add(counted.ballot, counted.count);
    return tally.result(election.seats);
}

}  // namespace canvass::core
