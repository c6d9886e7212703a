// A compiled expression: instructions in the order they run (operands before their operator), the values and
// names they use beside them. The parser makes a Draft; a Program is immutable.
#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/value.h"
#include "core/expression/functions.h"
#include "core/expression/path.h"

namespace canvass::core {

enum class Op : std::uint8_t {
    constant,     // argument: of constants
    word,         // a constant written without quotes
    null,
    missing,      // stands for an argument that was not written
    variable,     // argument: of paths
    as_stored,    // a variable with "#": texts are not converted
    array,        // argument: number of items
    call,         // argument: of calls
    negate,
    empty,
    not_empty,
    // Leave the operand and jump to the argument when it decides the result alone.
    and_test,
    or_test,
    // iif(condition, a, b): takes the condition and jumps to b when it is false; jumps behind b; the end, with
    // the number of arguments.
    iif_test,
    iif_skip,
    iif,
    // Binary operators from here on, in the order of their precedence.
    or_,
    and_,
    less,
    less_or_equal,
    greater,
    greater_or_equal,
    equal,
    not_equal,
    plus,
    minus,
    multiply,
    divide,
    modulo,
    power,
    contains,
    not_contains,
    any_of,
    all_of,
    none_of,
};

struct Instruction {
    Op op;
    std::uint32_t argument = 0;
};

struct Range {
    std::uint32_t begin = 0, end = 0;
};

struct CallSite {
    std::string_view name;
    const Function* function = nullptr;  // nullptr: not built in
    std::uint32_t position = 0;
    std::uint32_t argument_count = 0;
    Range arguments[2];                  // the third and the fourth: list functions run them as filters
    bool is_constant[2] = {};
};

struct Draft {
    std::string text;  // all names borrow from it
    std::vector<Instruction> instructions;
    std::vector<Value> constants;
    std::vector<Path> paths;
    std::vector<PathStep> steps;
    std::vector<CallSite> calls;
    std::uint32_t stack_size = 0;
};

// Lies in one block of memory with all that it refers to, and counts the expressions that share it.
struct Program {
    std::string_view text;  // all names borrow from it
    std::span<const Instruction> instructions;
    std::span<Value> constants;
    std::span<const Path> paths;  // each once
    std::span<const CallSite> calls;
    std::uint32_t stack_size = 0;
    mutable std::atomic<std::uint32_t> owners{1};
};

const Program* packed(Draft& draft);
void destroy(const Program* program) noexcept;

}  // namespace canvass::core
