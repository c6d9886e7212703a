// What a refused request is told: {"errors": [{"code", "message", "pointer"?, "position"?}]}. Codes are stable,
// for programs; messages are sentences for people, in the language of the answers where both are known.
// The core's diagnostics and the collector's own problems look alike.
#pragma once

#include <string>
#include <string_view>

#include "collector/http.h"
#include "core/base/diagnostic.h"

namespace canvass::collector {

// What the collector itself can say; everything about the content of a response comes from the core.
enum class Problem {
    bad_request,
    not_found,
    unknown_definition,
    unknown_poll,
    method_not_allowed,
    body_too_large,
    headers_too_large,
    not_json,
    no_member,
    key_needed,
    unknown_member,
    id_taken,
    already_voted,
    poll_closed,
    results_hidden,       // staff only
    results_after_close,  // not yet
    too_many_streams,
    not_stored,
    internal,
};

Reply refusal(Problem problem, std::string_view pointer = {}, std::string_view locale = "en");
Reply refusal(int status, const core::Diagnostics& diagnostics, std::string_view locale = "en");

}  // namespace canvass::collector
