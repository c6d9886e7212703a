#include "core/json/diagnostics_json.h"
#include "core/poll/ballot_file.h"
#include "core/poll/methods.h"
#include "shell/cli/commands.h"
#include "shell/cli/input.h"
#include "shell/cli/output.h"

namespace canvass::cli {
namespace {

// A million ballots of twenty options each, one by one.
constexpr core::JsonLimits file_limits{std::size_t{512} << 20, std::size_t{1} << 26, 16};

// The result, or what is wrong; sentences about it go to standard error.
std::optional<core::Value> counted(const core::Value& json, std::string_view method, const std::string& where,
                                   core::Diagnostics& faults) {
    const core::Result<core::Election> election = core::election_from_json(json);
    if (!election) {
        faults = election.error();
        say(where, faults);
        return std::nullopt;
    }
    say(where, election->notes);
    const core::Result<core::TallyResult> result = core::tally(*election, method);
    if (result) return core::to_json(*result, election->candidates);
    faults = result.error();
    say(where, faults);
    return std::nullopt;
}

// JSON, or the text of another program: core/poll/ballot_file.h.
std::optional<core::Value> read_election(const std::string& path, core::Diagnostics& faults) {
    Input input(path);
    const std::optional<std::string> text = input.read_all(file_limits.bytes);
    if (!text) {
        say(input.fault());
        return std::nullopt;
    }
    core::Result<core::Value> election =
        core::is_ballot_file(*text) ? core::election_from_text(*text) : core::parse_json(*text, file_limits);
    if (election) return std::move(*election);
    faults = election.error();
    say(path, faults);
    return std::nullopt;
}

bool is_method(std::string_view method) {
    const core::Result<core::TallyResult> result = core::tally(core::Election(), method);
    if (!result) say("--method", result.error());
    return result.has_value();
}

// One election a line, one result a line; a fault in one does not stop the rest.
int tally_lines(const std::string& path, std::string_view method) {
    Input input(path);
    int status = exit_fine;
    int number = 0;
    while (const std::optional<std::string> line = input.read_line(file_limits.bytes)) {
        const std::string where = path + ":" + std::to_string(++number);
        core::Diagnostics faults;
        std::optional<core::Value> result;
        const core::Result<core::Value> json = core::parse_json(*line, file_limits);
        if (json) result = counted(*json, method, where, faults);
        else say(where, faults = json.error());
        if (!result) status = exit_faults;
        print_line(result ? *result : core::Value::object({{"error", core::to_json(faults)}}));
    }
    if (input.fault().empty()) return status;
    say(input.fault());
    return exit_faults;
}

}  // namespace

int tally(const Words& words) {
    const Usage usage{"canvass tally --method NAME [--batch] FILE", {"method"}, {"batch"}};
    const std::optional<Arguments> arguments = Arguments::read(words, usage);
    if (!arguments) return exit_usage;
    if (arguments->files().size() != 1 || !arguments->has("method")) {
        say("Name a method and one file of ballots.\nUsage: " + std::string(usage.text));
        return exit_usage;
    }
    const std::string& path = arguments->files().front();
    const std::string_view method = arguments->option("method");
    if (!is_method(method)) return exit_usage;
    if (arguments->has("batch")) return tally_lines(path, method);

    core::Diagnostics faults;
    const std::optional<core::Value> json = read_election(path, faults);
    const std::optional<core::Value> result = json ? counted(*json, method, path, faults) : std::nullopt;
    if (!result) {
        if (!faults.empty()) print_line(core::to_json(faults));
        return exit_faults;
    }
    print_line(*result);
    return exit_fine;
}

}  // namespace canvass::cli
