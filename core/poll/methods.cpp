#include "core/poll/methods.h"

#include <algorithm>

#include "core/poll/condorcet.h"
#include "core/poll/meek.h"
#include "core/poll/numbers.h"
#include "core/poll/positional.h"
#include "core/poll/rated.h"
#include "core/poll/stv.h"

namespace canvass::core {
namespace {

void tell_ballots(const Election& election, TallyResult& result) {
    for (const CountedBallot& counted : election.ballots) {
        result.ballots += counted.count;
        if (counted.ballot.first_choices().empty()) result.abstentions += counted.count;
    }
    result.voters = result.ballots - result.abstentions;
}

TallyResult plurality(const Election& election, std::string) {
    PluralityTally tally(election.candidates.size(), election.rules.plurality);
    for (const CountedBallot& counted : election.ballots) tally.add(counted.ballot, counted.count);
    return tally.result(election.seats);
}

TallyResult approval(const Election& election, std::string) {
    ApprovalTally tally(election.candidates.size());
    for (const CountedBallot& counted : election.ballots) tally.add(counted.ballot, counted.count);
    return tally.result(election.seats);
}

ScoreTally scores_of(const Election& election) {
    ScoreTally tally(election.candidates.size(), election.rules.max_score);
    for (const ScoreBallot& ballot : election.scores) tally.add(ballot);
    return tally;
}

TallyResult score(const Election& election, std::string) { return scores_of(election).score(election.seats); }
TallyResult date(const Election& election, std::string) {
    ScoreTally tally(election.candidates.size(), 2);
    for (const ScoreBallot& ballot : election.scores) tally.add(ballot);
    return tally.date(election.seats);
}
TallyResult numbers(const Election& election, std::string method) {
    NumberTally tally;
    TallyResult result;
    for (const auto& [count, number] : election.numbers) {
        tally.add(number, count);
        result.ballots += count;
    }
    result.measures = tally.result(method);
    result.invalid = static_cast<std::int64_t>(result.measures.find("invalid")->as_number());
    result.voters = result.ballots - result.invalid;
    result.method = std::move(method);
    return result;
}
TallyResult star(const Election& election, std::string) {
    return scores_of(election).star(election.candidates, election.seed);
}

TallyResult positional(const Election& election, std::string method) {
    const bool borda = method == "borda";
    const std::size_t options = election.candidates.size();
    Points points = borda ? borda_points(options) : dowdall_points(options);
    for (const CountedBallot& counted : election.ballots) {
        (borda ? add_borda : add_dowdall)(points, counted.ballot, counted.count, election.rules.unranked);
    }
    TallyResult result = result_of_order(std::move(method), order_by_points(points), election.seats);
    for (const Int128 each : points.points) result.points.push_back(decimal_text(each, points.unit));
    tell_ballots(election, result);
    return result;
}

std::vector<OptionGroup> order_of(const Pairwise& duels, std::string_view method) {
    const auto ends = [&](std::string_view with) {
        return method.size() >= with.size() && method.substr(method.size() - with.size()) == with;
    };
    const Strength strength = ends("margin")       ? Strength::margins
                              : ends("ratio")      ? Strength::ratio
                              : ends("opposition") ? Strength::opposition
                                                   : Strength::winning;
    const auto begins = [&](std::string_view with) { return method.substr(0, with.size()) == with; };
    if (begins("copeland")) return copeland(duels);
    if (begins("minimax")) return minimax(duels, strength);
    return begins("schulze") ? schulze(duels, strength) : ranked_pairs(duels, strength);
}

TallyResult condorcet(const Election& election, std::string method) {
    Pairwise duels(election.candidates.size(), election.rules.unranked);
    for (const CountedBallot& counted : election.ballots) duels.add(counted.ballot, counted.count);
    TallyResult result = result_of_order(method, order_of(duels, method), election.seats);
    for (OptionIndex a = 0; a < duels.options(); ++a) {
        for (OptionIndex b = 0; b < duels.options(); ++b) result.duels.push_back(duels.preferring(a, b));
    }
    tell_ballots(election, result);
    return result;
}

TallyResult irv(const Election& election, std::string) {
    return instant_runoff(election.ballots, election.candidates, election.rules.runoff, election.seed);
}

TallyResult stv(const Election& election, std::string) {
    return single_transferable_vote(election.ballots, election.candidates, election.seats, election.rules.stv, election.seed);
}

TallyResult stv_meek(const Election& election, std::string) {
    return meek(election.ballots, election.candidates, election.seats, election.rules.stv.transfer, election.seed);
}

struct Method {
    std::string_view name;
    TallyResult (*run)(const Election&, std::string);
};

constexpr Method methods[] = {
    {"plurality", plurality}, {"approval", approval}, {"score", score}, {"star", star}, {"date", date}, {"number", numbers}, {"nps", numbers}, {"csat", numbers}, {"ces", numbers}, {"borda", positional},
    {"dowdall", positional}, {"irv", irv}, {"stv", stv}, {"meek", stv_meek}, {"copeland", condorcet}, {"minimax_winning", condorcet},
    {"minimax_margin", condorcet}, {"minimax_opposition", condorcet}, {"ranked_pairs_winning", condorcet},
    {"ranked_pairs_margin", condorcet}, {"schulze_winning", condorcet}, {"schulze_margin", condorcet},
    {"schulze_ratio", condorcet}};

Diagnostics about(Code code, std::string_view subject, std::string detail) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.subject = subject;
    diagnostic.detail = std::move(detail);
    return {std::move(diagnostic)};
}

}  // namespace

Result<TallyResult> tally(const Election& election, std::string_view method) {
    std::string name(method);
    std::replace(name.begin(), name.end(), '-', '_');
    if (name == "fptp") name = "plurality";
    if (name == "schulze" || name == "ranked_pairs" || name == "minimax") name += "_winning";
    if (name == "range") name = "score";
    if (name == "stv_meek") name = "meek";
    const auto found = std::find_if(std::begin(methods), std::end(methods), [&](const Method& each) { return each.name == name; });
    if (found == std::end(methods)) {
        std::string known;
        for (const Method& each : methods) known += (known.empty() ? "" : ", ") + std::string(each.name);
        return failure(about(Code::unknown_poll_method, method, std::move(known)));
    }
    if (name == "dowdall" && election.candidates.size() > most_dowdall_options) {
        Diagnostics faults = about(Code::too_large, "candidates", {});
        faults.front().limit = static_cast<long>(most_dowdall_options);
        return failure(std::move(faults));
    }
    std::int64_t votes = 0, most = most_votes;
    for (const CountedBallot& counted : election.ballots) votes += counted.count;
    if (name == "dowdall") most = std::int64_t{1} << 44;
    if (name == "stv") most = (std::int64_t{1} << 43);  // times 10^6, see StvRules::decimals
    if (name == "meek") most = most_meek_votes;
    if (votes > most) return failure(about(Code::ballot_invalid, "", "there are more votes than can be counted exactly"));
    const bool scored = name == "score" || name == "star" || name == "date", measured = found->run == numbers;
    const bool has[] = {!election.ballots.empty(), !election.scores.empty(), !election.numbers.empty()};
    const char* const wants[] = {"this method counts rankings: [count, [[index, …], …]]",
                                 "this method counts scores: [count, {index: score}]", "this method counts numbers: [count, number]"};
    for (std::size_t kind = 0; kind < std::size(has); ++kind) {
        const std::size_t wanted = measured ? 2 : scored ? 1 : 0;
        if (kind != wanted && has[kind]) return failure(about(Code::ballot_invalid, "", wants[wanted]));
    }
    return found->run(election, name);
}

}  // namespace canvass::core
