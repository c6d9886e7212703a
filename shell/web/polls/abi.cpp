// A module of its own, which a page loads when somebody wants to check a result: counts the published ballots again
// (core/poll/publication.h). The message goes in and the answer comes out as in the widget's module (shell/web/abi.cpp).
#include "core/json/diagnostics_json.h"
#include "core/json/flat.h"
#include "core/json/json.h"
#include "core/poll/publication.h"

#define CANVASS_EXPORT(name) __attribute__((export_name(#name), used))

namespace {

using canvass::core::Value;

constexpr canvass::core::JsonLimits ballot_limits{std::size_t{64} << 20, std::size_t{1} << 24, 16};

std::string input, output;

Value checked(std::string_view published) {
    const auto election = canvass::core::read_flat(published, ballot_limits);
    if (!election) return canvass::core::to_json(election.error());
    const auto verdict = canvass::core::verify(*election);
    if (!verdict) return canvass::core::to_json(verdict.error());
    return Value::object({{"unchanged", verdict->unchanged}, {"resultMatches", verdict->result_right}});
}

}  // namespace

extern "C" {

CANVASS_EXPORT(canvass_input) char* canvass_input(std::uint32_t size) {
    input.resize(size);
    return input.data();
}

CANVASS_EXPORT(canvass_output) const char* canvass_output() { return output.data(); }

// {unchanged, resultMatches}, or {errors} of what is no publication.
CANVASS_EXPORT(canvass_verify) std::uint32_t canvass_verify(std::uint32_t length) {
    output = write_json(checked(std::string_view(input).substr(0, length)));
    return static_cast<std::uint32_t>(output.size());
}
}
