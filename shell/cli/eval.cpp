#include "core/expression/expression.h"
#include "shell/cli/clock.h"
#include "shell/cli/commands.h"
#include "shell/cli/input.h"
#include "shell/cli/output.h"

namespace canvass::cli {
namespace {

// {"value"} or {"error"}.
core::Value answer(const std::string& line, const std::optional<core::Clock>& fixed_clock) {
    const core::Result<core::Value> request = core::parse_json(line);
    if (!request) return error_line(request.error());
    const core::Value* text = request->find("expression");
    if (!text || !text->is_string()) return error_line("\"expression\" must be a text.");
    const core::Value nothing = core::Value::object();
    const core::Value* values = request->find("values");
    if (!values || values->is_null()) values = &nothing;
    if (!values->is_object()) return error_line("\"values\" must be an object.");
    const core::Value* now = request->find("now");
    const std::optional<core::Clock> clock = now           ? clock_at(*now)
                                             : fixed_clock ? fixed_clock
                                                           : std::optional(system_clock());
    if (!clock) return error_line("\"now\" must be an ISO 8601 time or milliseconds.");

    const core::Result<core::Expression> expression = core::compile_expression(text->text());
    if (!expression) return error_line(expression.error());
    core::ObjectEnvironment environment(*values, *clock);
    core::Value result;
    result.set("value", core::evaluate(*expression, environment));
    return result;
}

}  // namespace

int eval(const Words& words) {
    const Usage usage{"canvass eval [FILE] [--now TIME]", {"now"}, {}};
    const std::optional<Arguments> arguments = Arguments::read(words, usage);
    if (!arguments) return exit_usage;
    std::optional<core::Clock> clock;
    if (arguments->has("now") && !(clock = clock_at(arguments->option("now")))) {
        say("--now must be an ISO 8601 time or milliseconds.");
        return exit_usage;
    }
    if (arguments->files().size() > 1) {
        say("Name one file.\nUsage: " + std::string(usage.text));
        return exit_usage;
    }

    Input input(arguments->files().empty() ? "-" : arguments->files().front());
    int status = exit_fine;
    while (const std::optional<std::string> line = input.read_line(core::JsonLimits().bytes)) {
        const core::Value result = answer(*line, clock);
        if (result.find("error")) status = exit_faults;
        print_line(result);
    }
    if (input.fault().empty()) return status;
    say(input.fault());
    return exit_faults;
}

}  // namespace canvass::cli
