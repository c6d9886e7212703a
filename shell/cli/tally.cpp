#include "core/json/diagnostics_json.h"
#include "core/poll/election.h"
#include "shell/cli/commands.h"
#include "shell/cli/input.h"
#include "shell/cli/output.h"

namespace canvass::cli {
namespace {

// A million ballots of twenty options each, one by one.
constexpr core::JsonLimits file_limits{std::size_t{512} << 20, std::size_t{1} << 26, 16};

}  // namespace

int tally(const Words& words) {
    const Usage usage{"canvass tally --method plurality FILE", {"method"}, {}};
    const std::optional<Arguments> arguments = Arguments::read(words, usage);
    if (!arguments) return exit_usage;
    if (arguments->files().size() != 1 || !arguments->has("method")) {
        say("Name a method and one file of ballots.\nUsage: " + std::string(usage.text));
        return exit_usage;
    }
    const std::string& path = arguments->files().front();

    core::Diagnostics faults;
    const std::optional<core::Value> json = read_json(path, file_limits, faults);
    if (!json) {
        if (!faults.empty()) print_line(core::to_json(faults));
        return exit_faults;
    }
    const core::Result<core::Election> election = core::election_from_json(*json);
    if (!election) {
        say(path, election.error());
        print_line(core::to_json(election.error()));
        return exit_faults;
    }
    say(path, election->notes);
    const core::Result<core::TallyResult> result = core::tally(*election, arguments->option("method"));
    if (!result) {
        say("--method", result.error());
        return exit_usage;
    }
    print_line(core::to_json(*result, election->candidates));
    return exit_fine;
}

}  // namespace canvass::cli
