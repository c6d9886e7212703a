// Scores of a simulated community, as JSON: built natively and for Node, so that scores.mjs can compare the bytes.
#include <cstdio>
#include <memory>

#include "core/engagement/score_json.h"
#include "core/json/json.h"
#include "tests/core/engagement/simulated_community.h"

using namespace canvass::core;
using namespace canvass::core::engagement_tests;

int main() {
    constexpr std::int64_t begin = 19'723 * ms_per_day;  // 2024-01-01
    constexpr int days = 420;
    const auto model = std::make_shared<const Model>(model_from_json(*ready_model("canvass")).value());
    Ledger ledger(model);
    for (const Event& event : simulated_community(400, days, begin, *model, 11).events) {
        ledger.apply(event);
        if (event.key.low % 50 == 0) ledger.undo(event.key);
    }
    ledger.opt_out("member-3");
    std::puts(write_json(report_to_json(ledger, begin + days * ms_per_day - 1)).c_str());
}
