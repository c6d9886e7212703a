// What counting a million ballots costs, beside a plain loop that only reads as much memory. Prints one JSON object of
// milliseconds of processor time, each the best of several turns. Built natively and for Node.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#endif

#include "core/poll/condorcet.h"
#include "core/poll/irv.h"
#include "core/poll/plurality.h"
#include "core/poll/rated.h"

#ifdef __EMSCRIPTEN__
EM_JS(double, processor_seconds, (), {
    const used = process.cpuUsage();
    return (used.user + used.system) / 1e6;
});
#else
static double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
#endif

namespace {

using namespace canvass::core;

constexpr std::size_t ballots = 1'000'000;

std::int64_t seen = 0;  // so that nothing is left out

// Printed at once: wasm without a file system has no other way.
template <class Work>
void measure(const char* name, int turns, int times, Work work) {
    double best = 1e9;
    for (int turn = 0; turn < turns; ++turn) {
        const double start = processor_seconds();
        for (int time = 0; time < times; ++time) seen += work();
        best = std::min(best, (processor_seconds() - start) * 1e3 / times);
    }
    std::printf("%s\"%s\": %.4f", std::strcmp(name, "read_10") == 0 ? "{" : ", ", name, best);
}

std::vector<std::string> names_of(std::size_t options) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < options; ++at) names.push_back(std::string(1, static_cast<char>('a' + at)));
    return names;
}

// Voters lean to the front of the options, more or less, and rank as many as they like.
BallotColumns ranked(std::size_t options, std::size_t least) {
    std::mt19937 random(7);
    BallotColumns columns(options);
    columns.reserve(ballots);
    Ballot ballot;
    std::vector<std::pair<std::uint32_t, OptionIndex>> order(options);
    for (std::size_t at = 0; at < ballots; ++at) {
        for (OptionIndex option = 0; option < options; ++option) order[option] = {random() % 1000 + option * 40, option};
        std::sort(order.begin(), order.end());
        ballot.ranking.resize(least + random() % (options - least + 1));
        for (std::size_t rank = 0; rank < ballot.ranking.size(); ++rank) ballot.ranking[rank].assign(1, order[rank].second);
        columns.add(ballot);
    }
    return columns;
}

BallotColumns approved(std::size_t options, bool one) {
    std::mt19937 random(8);
    BallotColumns columns(options);
    columns.reserve(ballots);
    Ballot ballot{{{}}};
    for (std::size_t at = 0; at < ballots; ++at) {
        ballot.ranking[0].clear();
        for (OptionIndex option = 0; option < options && !one; ++option) {
            if (random() % 3 == 0) ballot.ranking[0].push_back(option);
        }
        if (ballot.ranking[0].empty()) ballot.ranking[0].push_back(static_cast<OptionIndex>(random() % options));
        columns.add(ballot);
    }
    return columns;
}

std::int64_t read(const std::vector<std::uint64_t>& memory) {
    return static_cast<std::int64_t>(std::accumulate(memory.begin(), memory.end(), std::uint64_t{0}));
}

std::int64_t every_condorcet_result(const Pairwise& duels) {
    std::size_t groups = copeland(duels).size();
    for (const Strength strength : {Strength::winning, Strength::margins, Strength::opposition}) groups += minimax(duels, strength).size();
    for (const Strength strength : {Strength::winning, Strength::margins}) groups += ranked_pairs(duels, strength).size();
    for (const Strength strength : {Strength::winning, Strength::margins, Strength::ratio}) groups += schulze(duels, strength).size();
    return static_cast<std::int64_t>(groups);
}

}  // namespace

int main() {
    const std::vector<std::string> ten = names_of(10);
    const std::vector<std::uint64_t> memory(ballots * 20 / 8, 1);
    const std::vector<std::uint64_t> half(ballots * 10 / 8, 1);
    measure("read_10", 9, 1, [&] { return read(half); });
    measure("read_20", 9, 1, [&] { return read(memory); });
    {
        const BallotColumns votes = approved(10, true);
        measure("plurality", 9, 1, [&] {
            PluralityTally tally(10);
            tally.add(votes);
            return tally.result().voters;
        });
    }
    {
        const BallotColumns votes = approved(10, false);
        measure("approval", 9, 1, [&] {
            ApprovalTally tally(10);
            tally.add(votes);
            return tally.result().voters;
        });
    }
    {
        const BallotColumns votes = ranked(10, 1);
        const RunoffRules rules;
        measure("irv", 5, 1, [&] { return static_cast<std::int64_t>(instant_runoff({}, votes, ten, rules, "bench").rounds.size()); });
    }
    const BallotColumns votes = ranked(20, 1);
    measure("pairwise", 5, 1, [&] {
        Pairwise duels(20);
        duels.add(votes);
        return static_cast<std::int64_t>(schulze(duels, Strength::winning).size());
    });
    Pairwise duels(20);
    duels.add(votes);
    const Ballot last = votes.ballot(ballots - 1);
    measure("one_ballot", 5, 100, [&] {
        duels.add(last);
        return every_condorcet_result(duels);
    });
    std::printf(", \"seen\": %lld}\n", static_cast<long long>(seen % 1000));
    return 0;
}
