// Regular expressions as JavaScript writes them, matched in time proportional to text × program: all ways through
// the program are followed at once, so no pattern is catastrophic. Whether a text matches is all that is told,
// hence greedy and lazy quantifiers are one and the same and groups hold nothing.
//
// Supported: everything of ECMAScript without flags or with "i", lookahead and lookbehind included, by UTF-16 units
// as there. Not supported: back-references (they need backtracking), octal escapes.
// Without case: Latin, Greek and Cyrillic letters (text.h).
// Errors: compiling gives regex_syntax with the position, regex_unsupported, too_large or too_deep. A match that
// would take more than `most_steps` counts as none.
// Source of the method: Thompson 1968, "Regular Expression Search Algorithm", run from the end of the text to its
// beginning; lookarounds are decided for every place in a pass of their own before.
// Ownership: a Regex is a cheap handle on an immutable program; copies share it.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "core/base/result.h"

namespace canvass::core {

class Regex {
public:
    struct Program;

    Regex() noexcept;
    explicit Regex(std::shared_ptr<const Program> program) noexcept;
    // Defined in the core, which has no RTTI: code that has it must not look into the shared count.
    Regex(const Regex&) noexcept;
    Regex(Regex&&) noexcept;
    Regex& operator=(const Regex&) noexcept;
    Regex& operator=(Regex&&) noexcept;
    ~Regex();

    explicit operator bool() const noexcept { return program_ != nullptr; }
    // Whether some part of the text matches. False for a regex that was never compiled.
    bool matches(std::string_view text) const;

private:
    std::shared_ptr<const Program> program_;
};

struct RegexLimits {
    std::size_t bytes = 16 * 1024;   // of the pattern
    std::size_t depth = 50;          // of groups inside each other
    std::size_t states = 20'000;     // a{1,100} takes 200
};

Result<Regex> compile_regex(std::string_view pattern, bool ignore_case = false, const RegexLimits& limits = {});

}  // namespace canvass::core
