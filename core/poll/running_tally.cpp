#include "core/poll/running_tally.h"

#include <utility>

#include "core/poll/condorcet.h"
#include "core/poll/meek.h"
#include "core/poll/methods.h"

namespace canvass::core {
namespace {

using Count = std::variant<PluralityTally, ApprovalTally, ScoreTally, NumberTally, PositionalTally, CondorcetTally, BallotBox>;

Count empty_count(const PollRules& rules) {
    const std::string_view method = rules.method;
    const std::size_t options = rules.names.size();
    if (method == "plurality") return PluralityTally(options, rules.rules.plurality);
    if (method == "approval") return ApprovalTally(options);
    if (method == "score" || method == "star") return ScoreTally(options, rules.rules.max_score);
    if (method == "date") return ScoreTally(options, 2);
    if (method == "number" || method == "nps" || method == "csat" || method == "ces") return NumberTally();
    if (method == "borda") return PositionalTally{borda_points(options)};
    if (method == "dowdall") return PositionalTally{dowdall_points(options)};
    if (method == "irv" || method == "stv" || method == "meek") return BallotBox();
    return CondorcetTally{Pairwise(options, rules.rules.unranked)};
}

bool merged(PluralityTally& to, const PluralityTally& from) { return to.merge(from); }
bool merged(ApprovalTally& to, const ApprovalTally& from) { return to.merge(from); }
bool merged(ScoreTally& to, const ScoreTally& from) { return to.merge(from); }
bool merged(NumberTally& to, const NumberTally& from) {
    to.merge(from);
    return true;
}
bool merged(PositionalTally& to, const PositionalTally& from) {
    for (std::size_t at = 0; at < to.points.points.size(); ++at) to.points.points[at] += from.points.points[at];
    to.ballots += from.ballots;
    to.abstentions += from.abstentions;
    return true;
}
bool merged(CondorcetTally& to, const CondorcetTally& from) {
    if (!to.duels.merge(from.duels)) return false;
    to.abstentions += from.abstentions;
    return true;
}
bool merged(BallotBox& to, const BallotBox& from) {
    for (const auto& [ranking, count] : from.ballots) to.ballots[ranking] += count;
    return true;
}

void tell_voters(TallyResult& result, std::int64_t ballots, std::int64_t abstentions) {
    result.ballots = ballots;
    result.abstentions = abstentions;
    result.voters = ballots - abstentions;
}

bool ends(std::string_view method, std::string_view with) {
    return method.size() >= with.size() && method.substr(method.size() - with.size()) == with;
}

std::vector<OptionGroup> order_of(const Pairwise& duels, std::string_view method) {
    const Strength strength = ends(method, "margin")       ? Strength::margins
                              : ends(method, "ratio")      ? Strength::ratio
                              : ends(method, "opposition") ? Strength::opposition
                                                           : Strength::winning;
    if (method == "copeland") return copeland(duels);
    if (method.substr(0, 7) == "minimax") return minimax(duels, strength);
    return method.substr(0, 7) == "schulze" ? schulze(duels, strength) : ranked_pairs(duels, strength);
}

struct ResultOf {
    const PollRules& rules;

    TallyResult operator()(const PluralityTally& tally) const { return tally.result(rules.seats); }
    TallyResult operator()(const ApprovalTally& tally) const { return tally.result(rules.seats); }
    TallyResult operator()(const ScoreTally& tally) const {
        if (rules.method == "star") return tally.star(rules.names, rules.seed);
        return rules.method == "date" ? tally.date(rules.seats) : tally.score(rules.seats);
    }
    TallyResult operator()(const NumberTally& tally) const {
        TallyResult result;
        result.method = rules.method;
        result.measures = tally.result(rules.method);
        result.voters = static_cast<std::int64_t>(result.measures.find("count")->as_number());
        result.invalid = static_cast<std::int64_t>(result.measures.find("invalid")->as_number());
        result.ballots = result.voters + result.invalid;
        return result;
    }
    TallyResult operator()(const PositionalTally& tally) const {
        TallyResult result = result_of_order(rules.method, order_by_points(tally.points), rules.seats);
        for (const Int128 each : tally.points.points) result.points.push_back(decimal_text(each, tally.points.unit));
        tell_voters(result, tally.ballots, tally.abstentions);
        return result;
    }
    TallyResult operator()(const CondorcetTally& tally) const {
        const Pairwise& duels = tally.duels;
        TallyResult result = result_of_order(rules.method, order_of(duels, rules.method), rules.seats);
        for (OptionIndex a = 0; a < duels.options(); ++a) {
            for (OptionIndex b = 0; b < duels.options(); ++b) result.duels.push_back(duels.preferring(a, b));
        }
        tell_voters(result, duels.ballots(), tally.abstentions);
        return result;
    }
    TallyResult operator()(const BallotBox& box) const {
        std::vector<CountedBallot> ballots;
        ballots.reserve(box.ballots.size());
        for (const auto& [ranking, count] : box.ballots) ballots.push_back({count, Ballot{ranking}});
        return count_transfers(ballots, rules);
    }
};

}  // namespace

TallyResult count_transfers(const std::vector<CountedBallot>& ballots, const PollRules& rules) {
    const StvRules& stv = rules.rules.stv;
    if (rules.method == "irv") return instant_runoff(ballots, rules.names, rules.rules.runoff, rules.seed);
    if (rules.method == "meek") return meek(ballots, rules.names, rules.seats, stv.transfer, rules.seed);
    return single_transferable_vote(ballots, rules.names, rules.seats, stv, rules.seed);
}

RunningTally::RunningTally(PollRules rules) : rules_(std::move(rules)), count_(empty_count(rules_)) {}

void RunningTally::add(const Ballot& ballot, std::int64_t count) {
    const auto abstains = [&] { return ballot.first_choices().empty(); };
    if (auto* votes = std::get_if<PluralityTally>(&count_)) {
        votes->add(ballot, count);
    } else if (auto* approvals = std::get_if<ApprovalTally>(&count_)) {
        approvals->add(ballot, count);
    } else if (auto* positional = std::get_if<PositionalTally>(&count_)) {
        (rules_.method == "borda" ? add_borda : add_dowdall)(positional->points, ballot, count, rules_.rules.unranked);
        positional->ballots += count;
        if (abstains()) positional->abstentions += count;
    } else if (auto* condorcet = std::get_if<CondorcetTally>(&count_)) {
        condorcet->duels.add(ballot, count);
        if (abstains()) condorcet->abstentions += count;
    } else if (auto* box = std::get_if<BallotBox>(&count_)) {
        const auto at = box->ballots.try_emplace(ballot.ranking).first;
        if ((at->second += count) == 0) box->ballots.erase(at);
    }
}

void RunningTally::add(const BallotColumns& ballots) {
    if (auto* votes = std::get_if<PluralityTally>(&count_)) return votes->add(ballots);
    if (auto* approvals = std::get_if<ApprovalTally>(&count_)) return approvals->add(ballots);
    if (auto* condorcet = std::get_if<CondorcetTally>(&count_)) {
        condorcet->duels.add(ballots);
        condorcet->abstentions += ballots.firsts().none;
        return;
    }
    for (std::size_t at = 0; at < static_cast<std::size_t>(ballots.ballots()); ++at) add(ballots.ballot(at));
}

void RunningTally::add(const ScoreBallot& ballot) {
    if (auto* scores = std::get_if<ScoreTally>(&count_)) scores->add(ballot);
}

void RunningTally::add(double number, std::int64_t count) {
    if (auto* numbers = std::get_if<NumberTally>(&count_)) numbers->add(number, count);
}

bool RunningTally::merge(const RunningTally& other) {
    if (other.rules_.method != rules_.method || other.rules_.names != rules_.names) return false;
    return std::visit([&](auto& to) { return merged(to, std::get<std::decay_t<decltype(to)>>(other.count_)); }, count_);
}

TallyResult RunningTally::result() const { return std::visit(ResultOf{rules_}, count_); }

}  // namespace canvass::core
