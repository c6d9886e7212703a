// Results on standard output, one JSON value a line; sentences for people on standard error.
#pragma once

#include <string>
#include <string_view>

#include "core/base/diagnostic.h"
#include "core/base/value.h"

namespace canvass::cli {

inline constexpr int exit_fine = 0;
inline constexpr int exit_faults = 1;  // of the input
inline constexpr int exit_usage = 2;  // also when the output cannot be written

// Flushed at once, so that a program can talk to this one line by line. Ends the program when that fails.
void print(std::string_view text);
void print_line(const core::Value& value);

void say(std::string_view sentence);
// "survey.json: /pages/0/elements/1: Error: …", a line each.
void say(std::string_view where, const core::Diagnostics& diagnostics, std::string_view locale = "en");

// {"error": "…"}: the sentences of what went wrong, in one.
core::Value error_line(const core::Diagnostics& diagnostics);
core::Value error_line(std::string_view sentence);

}  // namespace canvass::cli
