// Short ways to ask an expression.
#pragma once

#include <string>
#include <string_view>

#include "core/expression/coerce.h"
#include "core/expression/expression.h"
#include "core/json/json.h"

namespace canvass::core::test {

// 2026-11-22T17:40:00Z, a Sunday
inline constexpr Clock test_clock{1'795'369'200'000, 0};

inline Value json(std::string_view text) {
    Result<Value> value = parse_json(text);
    return value ? std::move(*value) : Value("not JSON: " + std::string(text));
}

// The result as JSON, or the code of the fault: "expression-syntax@4".
inline std::string result(std::string_view expression, std::string_view variables = "{}",
                          const Clock& clock = test_clock) {
    const Result<Expression> compiled = compile_expression(expression);
    if (!compiled) {
        const Diagnostic& fault = compiled.error().front();
        return std::string(name_of(fault.code)) + "@" + std::to_string(fault.position);
    }
    const Value values = json(variables);
    ObjectEnvironment environment(values, clock);
    return write_json(evaluate(*compiled, environment));
}

inline std::string tree(std::string_view expression) {
    const Result<Expression> compiled = compile_expression(expression);
    return compiled ? print(*compiled) : "error";
}

}  // namespace canvass::core::test
