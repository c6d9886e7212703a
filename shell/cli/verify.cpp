#include "core/json/diagnostics_json.h"
#include "core/poll/publication.h"
#include "shell/cli/commands.h"
#include "shell/cli/input.h"
#include "shell/cli/output.h"

namespace canvass::cli {
namespace {

constexpr core::JsonLimits file_limits{std::size_t{512} << 20, std::size_t{1} << 26, 16};

int refused(const std::string& path, const core::Diagnostics& faults) {
    say(path, faults);
    print_line(core::to_json(faults));
    return exit_faults;
}

}  // namespace

int publish(const Words& words) {
    const Usage usage{"canvass publish --method NAME FILE", {"method"}, {}};
    const std::optional<Arguments> arguments = Arguments::read(words, usage);
    if (!arguments) return exit_usage;
    if (arguments->files().size() != 1 || !arguments->has("method")) {
        say("Name a method and one file of ballots.\nUsage: " + std::string(usage.text));
        return exit_usage;
    }
    const std::string& path = arguments->files().front();
    core::Diagnostics faults;
    const std::optional<core::Value> json = read_json(path, file_limits, faults);
    if (!json) return exit_faults;
    const core::Result<core::Value> published = core::publish(*json, arguments->option("method"));
    if (!published) return refused(path, published.error());
    print_line(*published);
    return exit_fine;
}

int verify(const Words& words) {
    const Usage usage{"canvass verify FILE", {}, {}};
    const std::optional<Arguments> arguments = Arguments::read(words, usage);
    if (!arguments) return exit_usage;
    if (arguments->files().size() != 1) {
        say("Name one file of published ballots.\nUsage: " + std::string(usage.text));
        return exit_usage;
    }
    const std::string& path = arguments->files().front();
    core::Diagnostics faults;
    const std::optional<core::Value> json = read_json(path, file_limits, faults);
    if (!json) return exit_faults;
    const core::Result<core::Verdict> verdict = core::verify(*json);
    if (!verdict) return refused(path, verdict.error());
    if (!verdict->unchanged) say(path + ": the ballots or the rules are not those that were sealed.");
    if (!verdict->result_right) say(path + ": the ballots do not give the result that is told.");
    print_line(core::Value::object({{"matches", verdict->right()},
                                    {"unchanged", verdict->unchanged},
                                    {"resultMatches", verdict->result_right},
                                    {"result", verdict->result}}));
    return verdict->right() ? exit_fine : exit_faults;
}

}  // namespace canvass::cli
