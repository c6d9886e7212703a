// Any text as a model in the first line and events in those after it: faults are named, what is taken leaves the same
// bits in reverse order, and the report can be written.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <vector>

#include "core/engagement/fingerprint.h"
#include "core/engagement/score_json.h"
#include "core/json/json.h"

using namespace canvass::core;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto next_line = [&] {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        return line;
    };
    const auto json = parse_json(next_line());
    if (!json) return 0;
    auto model = model_from_json(*json);
    if (!model && !has_errors(model.error())) std::abort();
    if (!model) model = model_from_json(*ready_model("canvass"));
    const auto shared = std::make_shared<const Model>(std::move(*model));

    std::vector<Report> reports;
    std::int64_t at = 0;
    while (!text.empty()) {
        const auto line = parse_json(next_line());
        if (!line) continue;
        auto report = report_from_json(*line, *shared);
        if (!report) {
            if (!has_errors(report.error())) std::abort();
            continue;
        }
        if (const auto* event = std::get_if<Event>(&*report)) at = std::max(at, event->at);
        reports.push_back(std::move(*report));
    }
    Ledger forward(shared), backward(shared);
    for (const Report& report : reports) forward.apply(report);
    for (auto report = reports.rbegin(); report != reports.rend(); ++report) backward.apply(*report);
    // Of two different events with one id, the first counts: order matters for those alone.
    std::vector<EventKey> keys;
    for (const Report& report : reports)
        if (const auto* event = std::get_if<Event>(&report)) keys.push_back(event->key);
    std::sort(keys.begin(), keys.end());
    const bool unique = std::adjacent_find(keys.begin(), keys.end()) == keys.end();
    if (unique && fingerprint(forward) != fingerprint(backward)) std::abort();
    write_json(report_to_json(forward, at));
    return 0;
}
