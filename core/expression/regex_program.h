// What a regular expression compiles to; for regex.cpp and regex_match.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/expression/regex.h"

namespace canvass::core {

enum class RegexOp : std::uint8_t { accept, unit, set, split, begin, end, word_edge, look };

struct RegexState {
    RegexOp op = RegexOp::accept;
    bool negated = false;     // set, word_edge, look
    char16_t argument = 0;    // the unit; how many ranges the set has; the number of the lookaround
    std::int32_t next = -1;
    std::int32_t other = -1;  // of split; of set: where its ranges begin
};

inline constexpr std::size_t most_looks = 32;  // a match keeps a bit of each for every place

struct Regex::Program {
    std::vector<RegexState> states;  // the first is accept
    std::vector<char16_t> ranges;    // first and last unit of each
    std::array<std::int32_t, most_looks> looks{};  // where each begins; what one holds inside comes before it
    std::uint32_t looks_behind = 0;  // a bit each
    std::size_t look_count = 0;
    std::int32_t start = 0;
    bool ignore_case = false;
};

}  // namespace canvass::core
