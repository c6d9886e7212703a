// What scoring costs, and whom it finds: a simulated community of 10,000 members over two years. Prints one JSON object.
// Built natively and, on demand, for Node. Times are seconds of processor time.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <vector>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#endif

#include "core/engagement/fingerprint.h"
#include "core/engagement/leaderboard.h"
#include "core/engagement/score_json.h"
#include "core/json/json.h"
#include "tests/core/engagement/detection.h"

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
using namespace canvass::core::engagement_tests;

constexpr std::int64_t begin = 19'723 * ms_per_day;  // 2024-01-01
constexpr std::size_t members = 10'000;
constexpr int days = 730;

// The model of five types that the figures are about.
std::shared_ptr<const Model> five_types() {
    Value types = Value::object();
    for (const char* name : {"posted", "replied", "liked", "answered", "helped"}) types.set(name, Value::object({{"weight", 2}}));
    return std::make_shared<const Model>(model_from_json(Value::object({{"name", "five"}, {"types", types}})).value());
}

std::vector<Entry> entries_for(Ledger& ledger, const Community& community, std::size_t types) {
    std::vector<Entry> entries;
    entries.reserve(community.events.size());
    for (const Event& event : community.events) {
        entries.push_back(ledger.entry_of(event));
        entries.back().type = static_cast<std::uint16_t>(event.type % types);
    }
    return entries;
}

double take_all(const std::shared_ptr<const Model>& model, const Community& community) {
    double best = 1e9;
    for (int turn = 0; turn < 3; ++turn) {
        Ledger ledger(model);
        const std::vector<Entry> entries = entries_for(ledger, community, model->types.size());
        const double start = processor_seconds();
        ledger.apply(entries);
        best = std::min(best, processor_seconds() - start);
    }
    return best;
}

Value told(const Detection& detection) {
    return Value::object({{"precision", detection.ours.precision()},
                          {"recall", detection.ours.recall()},
                          {"f1", detection.ours.f1()},
                          {"windowF1", detection.window.f1()},
                          {"monthlyF1", detection.monthly.f1()}});
}

}  // namespace

int main() {
    const auto canvass = std::make_shared<const Model>(model_from_json(*ready_model("canvass")).value());
    const auto five = five_types();
    const Community community = simulated_community(members, days, begin, *canvass, 1);
    const auto count = static_cast<double>(community.events.size());
    const std::int64_t at = begin + days * ms_per_day - 1;
    Value out = Value::object({{"events", count}});

    out.set("eventsPerSecondFive", count / take_all(five, community));
    out.set("eventsPerSecondCanvass", count / take_all(canvass, community));

    Ledger small(five);
    small.apply(entries_for(small, community, 5));
    const Ledger::Bytes bytes = small.bytes();
    out.set("bytesPerMemberFive", static_cast<double>(bytes.accounts) / members);
    out.set("bytesPerName", static_cast<double>(bytes.names) / members);
    out.set("bytesPerEvent", static_cast<double>(bytes.events) / count);

    Ledger ledger(canvass);
    const std::vector<Entry> entries = entries_for(ledger, community, canvass->types.size());
    Leaderboard board(ledger);
    double start = processor_seconds();
    for (const Entry& entry : entries) {
        ledger.apply(entry);
        board.refresh(entry.member);
    }
    const double with_board = processor_seconds() - start;
    Ledger alone(canvass);
    entries_for(alone, community, canvass->types.size());
    start = processor_seconds();
    for (const Entry& entry : entries) alone.apply(entry);
    out.set("leaderboardMicroseconds", (with_board - (processor_seconds() - start)) / count * 1e6);
    out.set("fingerprint", Value(fingerprint(ledger)));

    const double before = processor_seconds();
    const std::vector<Standing> standings = standings_of(ledger, at);
    out.set("standingMicroseconds", (processor_seconds() - before) / static_cast<double>(standings.size()) * 1e6);

    const Detections found = detect(community, canvass, begin);
    out.set("fading", told(found.fading));
    out.set("newcomers", told(found.newcomers));
    out.set("carriers", told(found.carriers));
    std::puts(write_json(out).c_str());
}
