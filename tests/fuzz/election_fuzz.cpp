// Any text as a file of ballots: by every method it is counted or every fault is named, and percentages add up.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <string_view>

#include "core/json/json.h"
#include "core/poll/ballot_file.h"
#include "core/poll/methods.h"

using namespace canvass::core;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    auto json = parse_json(text);
    if (!json) json = election_from_text(text);
    if (!json) return 0;
    const auto election = election_from_json(*json);
    if (!election) {
        if (!has_errors(election.error())) std::abort();
        return 0;
    }
    if (election->candidates.size() > 40) return 0;
    for (const char* method : {"plurality", "approval", "score", "star", "date", "number", "nps",
                               "csat", "ces", "borda", "dowdall", "irv", "stv", "meek", "copeland",
                               "minimax_winning", "minimax_margin", "minimax_opposition", "ranked_pairs_winning",
                               "ranked_pairs_margin", "schulze_winning", "schulze_margin", "schulze_ratio"}) {
        const auto result = tally(*election, method);
        if (!result) continue;
        write_json(to_json(*result, election->candidates));
        if (std::string_view(method) != "plurality") continue;
        const auto shares = shares_of_sum(result->rounds.front().votes);
        const auto sum = std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
        if (sum != 0 && sum != 1000) std::abort();
    }
    return 0;
}
