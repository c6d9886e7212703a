#include <random>

#include "core/base/hash.h"
#include "core/base/number.h"
#include "core/definition/codec.h"
#include "core/session/response.h"
#include "shell/cli/clock.h"
#include "shell/cli/commands.h"
#include "shell/cli/input.h"
#include "shell/cli/output.h"

namespace canvass::cli {
namespace {

const Usage usage{
    "canvass run DEFINITION --actions FILE [--locale L] [--now TIME] [--seed N], or canvass run --batch [FILE] …",
    {"actions", "locale", "now", "seed"},
    {"batch"}};

int refuse(const std::string& reason) {
    say(reason + "\nUsage: " + std::string(usage.text));
    return exit_usage;
}

std::shared_ptr<const core::Definition> read_definition(const std::string& path, int& status) {
    core::Diagnostics diagnostics;
    const std::optional<core::Value> json = read_json(path, {}, diagnostics);
    if (!json) return nullptr;
    core::Result<core::LoadedDefinition> loaded = core::load_definition(*json);
    const core::Diagnostics& found = loaded ? loaded->diagnostics : loaded.error();
    for (const core::Diagnostic& diagnostic : found)
        if (diagnostic.severity == core::Severity::error) say(path, {diagnostic});
    if (core::has_errors(found)) status = exit_faults;
    return loaded ? std::make_shared<const core::Definition>(std::move(loaded->definition)) : nullptr;
}

core::Result<core::Action> read_action(const std::string& line) {
    core::Result<core::Value> json = core::parse_json(line);
    if (!json) return core::failure(std::move(json.error()));
    return core::action_from_json(*json);
}

// Chosen by the seed where there is one, so that the same command gives the same output.
std::string response_id(double now_ms, const std::optional<std::uint64_t>& seed) {
    std::random_device chance;
    std::string source = core::number_text(seed ? static_cast<double>(*seed) : chance());
    if (!seed) source += ' ' + core::number_text(chance()) + ' ' + core::number_text(chance());
    const core::Sha256 digest = core::sha256(source);
    std::array<std::uint8_t, 10> bytes{};
    std::copy_n(digest.begin(), bytes.size(), bytes.begin());
    return core::uuid_v7(now_ms, bytes);
}

// Nothing, and a reason in `fault`, for a time or a seed that is none.
std::optional<ReplaySettings> settings_of(const Arguments& arguments, std::string& fault) {
    ReplaySettings settings;
    settings.locale = arguments.option("locale");
    if (arguments.has("now")) {
        settings.clock = clock_at(arguments.option("now"));
        if (!settings.clock) fault = "--now must be an ISO 8601 time or milliseconds.";
    }
    if (arguments.has("seed")) {
        const std::optional<double> number = core::parse_number(arguments.option("seed"));
        settings.seed = seed_of(number ? core::Value(*number) : core::Value());
        if (!settings.seed) fault = "--seed must be a whole number from 0 on.";
    }
    return fault.empty() ? std::optional(settings) : std::nullopt;
}

}  // namespace

int run(const Words& words) {
    const std::optional<Arguments> arguments = Arguments::read(words, usage);
    if (!arguments) return exit_usage;
    std::string fault;
    std::optional<ReplaySettings> settings = settings_of(*arguments, fault);
    if (!settings) return refuse(fault);
    if (arguments->has("batch")) {
        if (arguments->files().size() > 1 || arguments->has("actions"))
            return refuse("--batch takes one file, or none.");
        return run_batch(arguments->files().empty() ? "-" : arguments->files().front(), *settings);
    }
    if (arguments->files().size() != 1 || !arguments->has("actions"))
        return refuse("Name one definition and the file of actions.");
    const std::string& path = arguments->files().front();
    const std::string actions_path(arguments->option("actions"));
    if (path == "-" && actions_path == "-") return refuse("Only one of the two files can be standard input.");

    if (!settings->clock) settings->clock = system_clock();
    int status = exit_fine;
    const std::shared_ptr<const core::Definition> definition = read_definition(path, status);
    if (!definition) return exit_faults;
    core::Session session = open_session(definition, *settings);

    Input input(actions_path);
    std::size_t number = 0;
    while (const std::optional<std::string> line = input.read_line(core::JsonLimits().bytes)) {
        const std::string where = actions_path + ":" + std::to_string(++number);
        const core::Result<core::Action> action = read_action(*line);
        const bool completed_before = session.state() == core::SessionState::completed;
        const core::Diagnostics faults = action ? replay(session, *action) : action.error();
        if (!faults.empty()) {
            say(where, faults);
            status = exit_faults;
        }
        print_line(action ? session.snapshot() : error_line(faults));
        if (!completed_before && session.state() == core::SessionState::completed) {
            const core::Date now{settings->clock->now_ms};
            print_line(core::to_json(response_of(session, response_id(now.ms, settings->seed), now, now)));
        }
    }
    if (input.fault().empty()) return status;
    say(input.fault());
    return exit_faults;
}

}  // namespace canvass::cli
