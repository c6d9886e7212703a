#pragma once

#include <optional>
#include <string>

#include "core/expression/expression.h"

namespace canvass::core {

// An expression of the definition. Empty text: there is none. `broken`: it did not compile.
struct Condition {
    std::string text;
    std::optional<Expression> expression;
    std::string pointer;

    bool given() const noexcept { return !text.empty(); }
    bool broken() const noexcept { return given() && !expression; }
};

}  // namespace canvass::core
