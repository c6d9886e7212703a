#include "core/poll/methods.h"

#include <algorithm>

#include "core/poll/meek.h"

namespace canvass::core {
namespace {

constexpr std::string_view methods[] = {
    "plurality",       "approval",       "score",          "star",               "date",
    "number",          "nps",            "csat",           "ces",                "borda",
    "dowdall",         "irv",            "stv",            "meek",               "copeland",
    "minimax_winning", "minimax_margin", "minimax_opposition", "ranked_pairs_winning", "ranked_pairs_margin",
    "schulze_winning", "schulze_margin", "schulze_ratio"};

bool is_one_of(std::string_view method, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), method) != names.end();
}

Diagnostics about(Code code, std::string_view subject, std::string detail) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.subject = subject;
    diagnostic.detail = std::move(detail);
    return {std::move(diagnostic)};
}

}  // namespace

std::string method_named(std::string_view given) {
    std::string name(given);
    std::replace(name.begin(), name.end(), '-', '_');
    if (name == "fptp") name = "plurality";
    if (is_one_of(name, {"schulze", "ranked_pairs", "minimax"})) name += "_winning";
    if (name == "range") name = "score";
    if (name == "stv_meek") name = "meek";
    const bool known = std::find(std::begin(methods), std::end(methods), name) != std::end(methods);
    return known ? name : std::string();
}

BallotForm form_of(std::string_view method) noexcept {
    if (is_one_of(method, {"score", "star", "date"})) return BallotForm::scores;
    return is_one_of(method, {"number", "nps", "csat", "ces"}) ? BallotForm::numbers : BallotForm::ranking;
}

namespace {

// Ballots cast once by who ranks each option alone, or equal ones too, side by side; and the rest.
struct Packed {
    BallotColumns columns;
    std::vector<CountedBallot> rest;
};

Packed packed(const std::vector<CountedBallot>& ballots, std::size_t options, bool strict) {
    Packed packed{BallotColumns(options), {}};
    packed.columns.reserve(ballots.size());
    for (const CountedBallot& counted : ballots) {
        const std::vector<OptionGroup>& ranking = counted.ballot.ranking;
        const bool fits = counted.count == 1 && (!strict || std::all_of(ranking.begin(), ranking.end(), [](const OptionGroup& group) {
                              return group.size() == 1;
                          }));
        if (!fits || !packed.columns.add(counted.ballot)) packed.rest.push_back(counted);
    }
    return packed;
}

// So many ballots that packing them is made good.
bool are_many(const std::vector<CountedBallot>& ballots) { return ballots.size() > 1000; }

}  // namespace

Result<TallyResult> tally(const Election& election, std::string_view method) {
    std::string name = method_named(method);
    if (name.empty()) {
        std::string known;
        for (const std::string_view each : methods) known += (known.empty() ? "" : ", ") + std::string(each);
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
    const BallotForm form = form_of(name);
    const bool has[] = {!election.ballots.empty(), !election.scores.empty(), !election.numbers.empty()};
    const char* const wants[] = {"this method counts rankings: [count, [[index, …], …]]",
                                 "this method counts scores: [count, {index: score}]", "this method counts numbers: [count, number]"};
    const auto wanted = static_cast<std::size_t>(form);
    for (std::size_t kind = 0; kind < std::size(has); ++kind) {
        if (kind != wanted && has[kind]) return failure(about(Code::ballot_invalid, "", wants[wanted]));
    }
    PollRules rules{std::move(name), election.candidates, election.seats, election.rules, election.seed};
    const std::size_t options = rules.names.size();
    if (rules.method == "irv" && are_many(election.ballots)) {
        const Packed ballots = packed(election.ballots, options, true);
        return instant_runoff(ballots.rest, ballots.columns, rules.names, election.rules.runoff, rules.seed);
    }
    if (is_one_of(rules.method, {"irv", "stv", "meek"})) return count_transfers(election.ballots, rules);
    const bool duels = !is_one_of(rules.method, {"plurality", "approval", "borda", "dowdall"}) && form == BallotForm::ranking;
    RunningTally tally(std::move(rules));
    if (duels && are_many(election.ballots)) {
        const Packed ballots = packed(election.ballots, options, false);
        tally.add(ballots.columns);
        for (const CountedBallot& counted : ballots.rest) tally.add(counted.ballot, counted.count);
        return tally.result();
    }
    for (const CountedBallot& counted : election.ballots) tally.add(counted.ballot, counted.count);
    for (const ScoreBallot& ballot : election.scores) tally.add(ballot);
    for (const auto& [count, number] : election.numbers) tally.add(number, count);
    return tally.result();
}

}  // namespace canvass::core
