#include "core/definition/codec.h"
#include "shell/cli/clock.h"
#include "shell/cli/commands.h"
#include "shell/cli/input.h"
#include "shell/cli/output.h"
#include "shell/cli/shown.h"

namespace canvass::cli {
namespace {

// Nothing, and the sentence in `fault`, when a setting has a value that it cannot have.
std::optional<ReplaySettings> settings_of(const core::Value& request, ReplaySettings settings, std::string& fault) {
    const core::Value* locale = request.find("locale");
    const core::Value* now = request.find("now");
    const core::Value* seed = request.find("seed");
    const std::optional<core::Clock> clock = now ? clock_at(*now) : settings.clock;
    const std::optional<std::uint64_t> number = seed ? seed_of(*seed) : settings.seed;
    if (locale && !locale->is_string()) fault = "\"locale\" must be a text.";
    else if (now && !clock) fault = "\"now\" must be an ISO 8601 time or milliseconds.";
    else if (seed && !number) fault = "\"seed\" must be a whole number from 0 on.";
    if (!fault.empty()) return std::nullopt;
    if (locale) settings.locale = *locale->as_string();
    settings.clock = clock;
    settings.seed = number;
    return settings;
}

core::Diagnostics placed(core::Diagnostics diagnostics, const std::string& parent) {
    for (core::Diagnostic& diagnostic : diagnostics) diagnostic.pointer = parent + diagnostic.pointer;
    return diagnostics;
}

// The last state, or with "every": true {"states": […]}, one before the actions and one after each; or {"error"}.
// What is only wrong in places is said on standard error, and `status` tells of it.
core::Value outcome_of(const std::string& line, const std::string& where, const ReplaySettings& defaults,
                       int& status) {
    const auto tell = [&](const core::Diagnostics& faults) {
        say(where, faults);
        if (!faults.empty()) status = exit_faults;
    };
    const core::Result<core::Value> request = core::parse_json(line);
    if (!request) return error_line(request.error());
    const core::Value* definition = request->find("definition");
    const core::Value* actions = request->find("actions");
    if (!definition) return error_line("\"definition\" is missing.");
    if (actions && !actions->is_array()) return error_line("\"actions\" must be a list.");
    std::string fault;
    const std::optional<ReplaySettings> settings = settings_of(*request, defaults, fault);
    if (!settings) return error_line(fault);

    core::Result<core::LoadedDefinition> loaded = core::load_definition(*definition);
    if (!loaded) return error_line(placed(std::move(loaded.error()), "/definition"));
    core::Diagnostics faults;
    for (core::Diagnostic& diagnostic : loaded->diagnostics)
        if (diagnostic.severity == core::Severity::error) faults.push_back(std::move(diagnostic));
    tell(placed(std::move(faults), "/definition"));

    core::Session session =
        open_session(std::make_shared<const core::Definition>(std::move(loaded->definition)), *settings);
    const core::Value* every = request->find("every");
    core::Value states = core::Value::array();
    const auto keep_state = [&] {
        if (every && every->as_bool()) states.push(detailed_state(session));
    };
    keep_state();
    for (std::size_t i = 0; actions && i < actions->size(); ++i) {
        const std::string pointer = core::pointer_to("/actions", i);
        const core::Result<core::Action> action = core::action_from_json((*actions->as_array())[i]);
        if (!action) return error_line(placed(action.error(), pointer));
        tell(placed(replay(session, *action), pointer));
        keep_state();
    }
    if (states.size() > 0) return core::Value::object({{"states", std::move(states)}});
    return session.snapshot();
}

}  // namespace

int run_batch(const std::string& path, const ReplaySettings& defaults) {
    Input input(path);
    int status = exit_fine;
    std::size_t number = 0;
    while (const std::optional<std::string> line = input.read_line(core::JsonLimits().bytes)) {
        const core::Value state = outcome_of(*line, "line " + std::to_string(++number), defaults, status);
        if (state.find("error")) status = exit_faults;
        print_line(state);
    }
    if (input.fault().empty()) return status;
    say(input.fault());
    return exit_faults;
}

}  // namespace canvass::cli
