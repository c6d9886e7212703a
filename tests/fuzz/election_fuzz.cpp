// Any JSON as a file of ballots: it is counted or every fault is named, and percentages add up.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <string_view>

#include "core/json/json.h"
#include "core/poll/election.h"

using namespace canvass::core;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = parse_json(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!json) return 0;
    const auto election = election_from_json(*json);
    if (!election) {
        if (!has_errors(election.error())) std::abort();
        return 0;
    }
    const auto result = tally(*election, "plurality");
    const auto shares = shares_of_sum(result.value().rounds.front().votes);
    const auto sum = std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
    if (sum != 0 && sum != 1000) std::abort();
    write_json(to_json(*result, election->candidates));
    return 0;
}
