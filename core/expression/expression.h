// The expression language of conditions, calculated values, triggers and validators, compiled once to a compact
// program and run as often as needed.
//
//   {age} >= 21 and ({sex} = 'male' or {kids} > 1)
//
// Precedence from loose to tight, all left-associative: or; and; comparisons; + −; * / %; ^; contains and anyof
// kinds; ! empty notempty and calls. A missing ")" is accepted.
// Ownership: an Expression is a cheap handle on an immutable program; copies share it.
// Errors: compiling gives a diagnostic (expression_syntax with the position, too_large, too_deep). Running
// never fails: what cannot be computed is null, a condition that is not true does not hold.
// The language is SurveyJS's (survey-core 3.1.1, probed); where the two differ stands in
// tests/conformance/expressions.mjs.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/expression/environment.h"
#include "core/expression/path.h"

namespace canvass::core {

struct Program;

struct ExpressionLimits {
    std::size_t bytes = 16 * 1024;      // of text
    std::size_t depth = 100;            // of brackets, calls and negations inside each other
    std::size_t instructions = 10'000;
};

class Expression {
public:
    explicit Expression(const Program* program) noexcept;  // takes over what packed() gave
    Expression(const Expression&) noexcept;
    Expression(Expression&&) noexcept;
    Expression& operator=(const Expression&) noexcept;
    Expression& operator=(Expression&&) noexcept;
    ~Expression();

    std::string_view text() const noexcept;
    // Every variable that is read, each once, in order of appearance.
    std::span<const Path> paths() const noexcept;
    bool calls_functions() const noexcept;
    // It may give another result later although no variable has changed.
    bool depends_on_time() const noexcept;

    const Program& program() const noexcept { return *program_; }

private:
    const Program* program_;
};

Result<Expression> compile_expression(std::string_view text, const ExpressionLimits& limits = {});

// One unknown_function diagnostic for each call of a function that is not built in; a host may know it.
Diagnostics unknown_functions(const Expression& expression);

// The names that the expression reads ("panel[0].q1", "$q1.isVisible"), each once, in order of appearance.
std::vector<std::string_view> dependencies(const Expression& expression);

// The result, owned. Missing is null.
Value evaluate(const Expression& expression, Environment& environment);
// The result without a copy; valid as long as the scratch and what the environment lent.
Operand evaluate(const Expression& expression, Environment& environment, Scratch& scratch);
// Whether a condition holds: its result equals true as JavaScript's == sees it (true, 1, "1"). Conditions of
// choices, rows, triggers and validators are of this kind.
bool holds(const Expression& expression, Environment& environment);
// The result if it is true or false, otherwise nothing: visibleIf and requiredIf want exactly true, enableIf
// disables only by exactly false.
std::optional<bool> decides(const Expression& expression, Environment& environment);

// The expression with all brackets: "(({a} + 1) > 5)".
std::string print(const Expression& expression);

}  // namespace canvass::core
