#include "core/definition/codec.h"
#include "core/json/diagnostics_json.h"
#include "core/poll/poll_tally.h"
#include "shell/cli/commands.h"
#include "shell/cli/input.h"
#include "shell/cli/output.h"

namespace canvass::cli {
namespace {

core::Diagnostics faults_of(const core::Value& json) {
    core::Result<core::LoadedDefinition> loaded = core::check_definition(json);
    if (!loaded) return std::move(loaded.error());
    const core::Diagnostics polls = check_polls(loaded->definition);
    loaded->diagnostics.insert(loaded->diagnostics.end(), polls.begin(), polls.end());
    return std::move(loaded->diagnostics);
}

}  // namespace

int check(const Words& words) {
    const Usage usage{"canvass check DEFINITION [--locale L]", {"locale"}, {}};
    const std::optional<Arguments> arguments = Arguments::read(words, usage);
    if (!arguments) return exit_usage;
    if (arguments->files().size() != 1) {
        say("Name one definition.\nUsage: " + std::string(usage.text));
        return exit_usage;
    }
    const std::string& path = arguments->files().front();
    const std::string_view locale = arguments->option("locale");

    core::Diagnostics diagnostics;
    const std::optional<core::Value> json = read_json(path, {}, diagnostics, locale);
    if (!json && diagnostics.empty()) return exit_faults;
    if (json) {
        diagnostics = faults_of(*json);
        say(path, diagnostics, locale);
    }
    print_line(core::to_json(diagnostics, locale));
    return core::has_errors(diagnostics) ? exit_faults : exit_fine;
}

}  // namespace canvass::cli
