#include "core/poll/election.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>

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
            constexpr std::string_view known[] = {"candidates", "seats", "ballots", "rules", "seed",
                                                  "method", "sha256", "result"};
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
        const Value* counted = json_.find("ballots");
        const Value::Array* ballots = counted ? counted->as_array() : nullptr;
        const bool numbers = ballots && !ballots->empty() && ballots->front().size() == 2 && ballots->front().as_array() &&
                             ballots->front().as_array()->back().is_number();
        if (numbers && !json_.find("candidates")) return;
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
            if (!read_rule(rule.name, rule.value)) note(pointer_to("/rules", rule.name), rule.name);
        }
    }

    // One of these words; nothing, and a fault, for any other.
    std::optional<std::size_t> word(std::string_view rule, const Value& value, std::initializer_list<std::string_view> words) {
        std::size_t at = 0;
        std::string known;
        for (const std::string_view each : words) {
            if (value.text() == each) return at;
            ++at;
            known += (known.empty() ? "" : ", ") + std::string(each);
        }
        fault(Code::unknown_value, pointer_to("/rules", rule), rule, known);
        return std::nullopt;
    }

    void flag(std::string_view rule, const Value& value, bool& to) {
        if (value.is_bool()) to = value.as_bool();
        else fault(Code::wrong_type, pointer_to("/rules", rule), rule, "true or false");
    }

    // A whole number, or a text of one; null, "unlimited" and "null" are none.
    std::optional<std::size_t> number(std::string_view rule, const Value& value, double most) {
        if (value.is_null() || value.text() == "unlimited" || value.text() == "null") return std::nullopt;
        double given = value.as_number(-1);
        if (value.is_string() && !value.text().empty() && value.text().size() < 10) {
            given = 0;
            for (const char digit : value.text()) given = digit >= '0' && digit <= '9' && given >= 0 ? given * 10 + (digit - '0') : -1;
        }
        if (std::trunc(given) == given && given >= 0 && given <= most) return static_cast<std::size_t>(given);
        fault(Code::wrong_type, pointer_to("/rules", rule), rule, "a whole number from 0 on");
        return std::nullopt;
    }

    bool read_rule(std::string_view name, const Value& value) {
        ElectionRules& rules = election_.rules;
        RunoffRules& runoff = rules.runoff;
        if (name == "overVote") {
            if (word(name, value, {"invalid", "every"}) == 1u) rules.plurality.over_vote = OverVote::every;
        } else if (name == "overvote") {
            if (const auto way = word(name, value, {"alwaysSkipToNextRank", "exhaustImmediately", "exhaustIfMultipleContinuing"}))
                runoff.transfer.over_vote = static_cast<TransferRules::OverVote>(*way);
        } else if (name == "unranked") {
            if (word(name, value, {"last", "ignored"}) == 1u) rules.unranked = Unranked::ignored;
        } else if (name == "maxScore") {
            if (const auto most = number(name, value, 1000)) rules.max_score = static_cast<std::int32_t>(*most);
        } else if (name == "maxSkippedRanks") {
            runoff.transfer.most_skipped = number(name, value, 1e6);
        } else if (name == "exhaustOnDuplicate") {
            flag(name, value, runoff.transfer.exhaust_on_duplicate);
        } else if (name == "batchElimination") {
            flag(name, value, runoff.batch);
        } else if (name == "continueUntilTwo") {
            flag(name, value, runoff.until_two);
        } else if (name == "firstRoundDeterminesThreshold") {
            flag(name, value, runoff.first_round_threshold);
        } else if (name == "hareQuota") {
            flag(name, value, rules.stv.hare);
        } else if (name == "fractionalThreshold") {
            flag(name, value, rules.stv.fractional);
        } else if (name == "stopAfterRound") {
            runoff.stop_after = number(name, value, 1e6).value_or(0);
        } else if (name == "bottomsUpPercent") {
            runoff.lowest_share = static_cast<int>(number(name, value, 100).value_or(0));
        } else if (name == "decimals") {
            rules.stv.decimals = static_cast<int>(number(name, value, 6).value_or(5));
        } else if (name == "tiebreak") {
            const auto way = word(name, value, {"earlierRounds", "random", "useCandidateOrder"});
            runoff.earlier_rounds = way == 0u;
            if (way == 2u) runoff.tie_break = TieBreak::candidate_order;
            rules.stv.tie_break = runoff.tie_break;
        } else if (name == "tiebreakOrder") {
            options(name, value, runoff.tie_order);
        } else if (name == "excluded") {
            options(name, value, runoff.excluded);
        } else if (name == "undeclaredWriteIns") {
            if (!value.is_null()) runoff.write_ins = option(pointer_to("/rules", name), value);
        } else {
            return name == "mode" || name == "seats";  // what the method and the seats say
        }
        rules.stv.transfer = runoff.transfer;
        return true;
    }

    // A candidate by index or name.
    std::optional<OptionIndex> option(const std::string& pointer, const Value& value) {
        const auto& names = election_.candidates;
        const auto named = std::find(names.begin(), names.end(), value.text());
        if (value.is_string() && named != names.end()) return static_cast<OptionIndex>(named - names.begin());
        if (is_whole(value, 0, static_cast<double>(candidate_count_) - 1)) return static_cast<OptionIndex>(value.as_number());
        fault(Code::ballot_invalid, pointer, "", "no candidate has that index or name");
        return std::nullopt;
    }

    void options(std::string_view rule, const Value& value, OptionGroup& to) {
        const std::string pointer = pointer_to("/rules", rule);
        const Value::Array* list = value.as_array();
        if (!list) return fault(Code::wrong_type, pointer, rule, "a list of candidate indices");
        for (std::size_t at = 0; at < list->size(); ++at) {
            if (const auto found = option(pointer_to(pointer, at), (*list)[at])) to.push_back(*found);
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
            if (const Value::Array* pair = (*ballots)[i].as_array(); pair && pair->size() == 2 && pair->back().is_number()) {
                const std::int64_t count = count_of(pair->front(), i);
                if (faults_.size() != faults) continue;
                if (count > left) return too_many();
                left -= count;
                election_.numbers.emplace_back(count, pair->back().as_number());
                continue;
            }
            if (is_scored((*ballots)[i])) {
                ScoreBallot scored = scores((*ballots)[i], i);
                if (faults_.size() != faults) continue;
                if (scored.count > left / 1000) return too_many();
                left -= scored.count * 1000;
                election_.scores.push_back(std::move(scored));
                continue;
            }
            CountedBallot counted = ballot((*ballots)[i], i);
            if (faults_.size() != faults) continue;
            const std::int64_t choices = most_choices(counted.ballot);
            if (counted.count > left / choices) return too_many();
            left -= counted.count * choices;
            election_.ballots.push_back(std::move(counted));
        }
    }

    void too_many() {
        fault(Code::ballot_invalid, "/ballots", "", "there are more votes than can be counted exactly");
    }

    // [count, {"index": score}], or [count, [score, …]] where the rules name the most.
    bool is_scored(const Value& json) const {
        const Value::Array* pair = json.as_array();
        if (!pair || pair->size() != 2) return false;
        const Value::Array* list = pair->back().as_array();
        const Value* rules = json_.find("rules");
        const bool rates = rules && rules->find("maxScore");
        return pair->back().is_object() || (rates && list && !list->empty() && list->front().is_number());
    }

    std::int64_t count_of(const Value& json, std::size_t index) {
        if (is_whole(json, 0, static_cast<double>(most_votes))) return static_cast<std::int64_t>(json.as_number());
        fault(Code::ballot_invalid, pointer_to(pointer_to("/ballots", index), std::size_t{0}), "",
              "how many cast it is not a whole number");
        return 0;
    }

    ScoreBallot scores(const Value& json, std::size_t index) {
        const Value::Array& pair = *json.as_array();
        ScoreBallot scored{count_of(pair.front(), index), {}};
        const auto place = [&](std::string_view member) { return pointer_to(pointer_to(pointer_to("/ballots", index), 1), member); };
        const auto score = [&](std::string_view name, const Value& value) -> std::int32_t {
            if (is_whole(value, 0, 1000)) return static_cast<std::int32_t>(value.as_number());
            fault(Code::ballot_invalid, place(name), "", "a score is a whole number from 0 to 1000");
            return 0;
        };
        if (const Value::Array* list = pair.back().as_array()) {
            if (list->size() > candidate_count_) fault(Code::ballot_invalid, place(std::to_string(candidate_count_)), "", "no candidate has that index");
            for (std::size_t at = 0; at < list->size(); ++at) scored.scores.push_back(score(std::to_string(at), (*list)[at]));
            return scored;
        }
        scored.scores.assign(candidate_count_, 0);
        for (const Value::Member& member : *pair.back().as_object()) {
            std::size_t option = member.name.empty() || member.name.size() > 6 ? candidate_count_ : 0;
            for (const char digit : member.name) {
                option = digit >= '0' && digit <= '9' && option < candidate_count_ ? option * 10 + static_cast<std::size_t>(digit - '0') : candidate_count_;
            }
            if (option < candidate_count_) scored.scores[option] = score(member.name, member.value);
            else fault(Code::ballot_invalid, place(member.name), "", "no candidate has that index");
        }
        return scored;
    }

    CountedBallot ballot(const Value& json, std::size_t index) {
        const auto place = [&] { return pointer_to("/ballots", index); };
        CountedBallot counted;
        const Value::Array* pair = json.as_array();
        if (!pair || pair->size() != 2) {
            fault(Code::ballot_invalid, place(), "", "a ballot is a list of two: how many cast it, and its ranking");
            return counted;
        }
        counted.count = count_of(pair->front(), index);
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
                if (option.is_number() && option.as_number() == -1 && members->size() == 1)
                    group.push_back(over_vote_mark);
                else if (is_whole(option, 0, static_cast<double>(candidate_count_) - 1))
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

}  // namespace canvass::core
