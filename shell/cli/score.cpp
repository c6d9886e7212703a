#include <memory>

#include "core/engagement/model.h"
#include "core/engagement/score_json.h"
#include "shell/cli/clock.h"
#include "shell/cli/commands.h"
#include "shell/cli/input.h"
#include "shell/cli/output.h"

namespace canvass::cli {
namespace {

std::optional<core::Model> model_of(std::string_view name) {
    if (const core::Value* ready = core::ready_model(name)) return *core::model_from_json(*ready);
    core::Diagnostics diagnostics;
    const std::string path(name);
    const std::optional<core::Value> json = read_json(path, {}, diagnostics);
    if (!json) return std::nullopt;
    core::Result<core::Model> model = core::model_from_json(*json);
    if (model) return std::move(*model);
    say(path, model.error());
    return std::nullopt;
}

// What happened after `at` is left out; false when the line has a fault, which is said.
bool take(core::Ledger& ledger, const std::string& line, const std::string& where, std::int64_t at) {
    const core::Result<core::Value> json = core::parse_json(line);
    if (!json) {
        say(where, json.error());
        return false;
    }
    const core::Result<core::Report> report = core::report_from_json(*json, ledger.model());
    if (!report) {
        say(where, report.error());
        return false;
    }
    const auto* event = std::get_if<core::Event>(&*report);
    if (event && event->at > at) return true;
    if (ledger.apply(*report) != core::Ledger::Outcome::full) return true;
    core::Diagnostic full;
    full.code = core::Code::event_refused;
    full.detail = "there are too many";
    say(where, {full});
    return false;
}

}  // namespace

int score(const Words& words) {
    const Usage usage{"canvass score [--model NAME|FILE] [--at TIME] [EVENTS]", {"model", "at"}, {}};
    const std::optional<Arguments> arguments = Arguments::read(words, usage);
    if (!arguments) return exit_usage;
    std::optional<core::Clock> clock = system_clock();
    if (arguments->has("at") && !(clock = clock_at(arguments->option("at")))) {
        say("--at must be an ISO 8601 time or milliseconds.");
        return exit_usage;
    }
    if (!(clock->now_ms >= 0 && clock->now_ms < static_cast<double>(core::latest_time))) {
        say("--at must lie between 1970 and 2099.");
        return exit_usage;
    }
    if (arguments->files().size() > 1) {
        say("Name one file.\nUsage: " + std::string(usage.text));
        return exit_usage;
    }
    std::optional<core::Model> model = model_of(arguments->has("model") ? arguments->option("model") : "canvass");
    if (!model) return exit_faults;

    core::Ledger ledger(std::make_shared<const core::Model>(std::move(*model)));
    const auto at = static_cast<std::int64_t>(clock->now_ms);
    Input input(arguments->files().empty() ? "-" : arguments->files().front());
    int status = exit_fine;
    std::size_t number = 0;
    while (const std::optional<std::string> line = input.read_line(core::JsonLimits().bytes)) {
        ++number;
        if (line->find_first_not_of(" \t") == std::string::npos) continue;
        if (!take(ledger, *line, "line " + std::to_string(number), at)) status = exit_faults;
    }
    if (!input.fault().empty()) {
        say(input.fault());
        return exit_faults;
    }
    print_line(core::report_to_json(ledger, at));
    return status;
}

}  // namespace canvass::cli
