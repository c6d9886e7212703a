#include "shell/cli/replay.h"

#include <cmath>

#include "shell/cli/clock.h"

namespace canvass::cli {
namespace {

bool is_ordinary(const core::Diagnostic& diagnostic) {
    return diagnostic.severity == core::Severity::note || diagnostic.code == core::Code::answer_required ||
           diagnostic.code == core::Code::answer_invalid;
}

}  // namespace

core::Session open_session(std::shared_ptr<const core::Definition> definition, const ReplaySettings& settings) {
    core::SessionOptions options;
    options.locale = settings.locale;
    options.clock = settings.clock.value_or(system_clock());
    options.seed = settings.seed.value_or(options.seed);
    return core::Session(std::move(definition), std::move(options));
}

core::Diagnostics replay(core::Session& session, const core::Action& action) {
    core::Outcome outcome = session.apply(action);
    core::Diagnostics faults;
    for (core::Diagnostic& diagnostic : outcome.diagnostics)
        if (!is_ordinary(diagnostic)) faults.push_back(std::move(diagnostic));
    return faults;
}

std::optional<std::uint64_t> seed_of(const core::Value& value) {
    const double seed = value.as_number(-1);
    if (seed < 0 || seed > 9'007'199'254'740'991 || std::trunc(seed) != seed) return std::nullopt;
    return static_cast<std::uint64_t>(seed);
}

}  // namespace canvass::cli
