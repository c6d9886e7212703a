#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/box.h"
#include "core/expression/expression.h"

namespace canvass::core {

// An expression of the definition, or none. `broken`: it did not compile.
class Condition {
public:
    Condition() noexcept = default;
    Condition(Expression expression, std::string pointer)
        : written_(Written{std::move(expression), {}, std::move(pointer)}) {}
    static Condition that_is_broken(std::string text, std::string pointer) {
        Condition condition;
        condition.written_ = Written{std::nullopt, std::move(text), std::move(pointer)};
        return condition;
    }

    bool given() const noexcept { return static_cast<bool>(written_); }
    bool broken() const noexcept { return given() && !written_->expression; }
    // nullptr: there is none that could run.
    const Expression* expression() const noexcept {
        return given() && written_->expression ? &*written_->expression : nullptr;
    }
    // As it is written, and where; empty when there is none.
    std::string_view text() const noexcept {
        if (!given()) return {};
        return written_->expression ? written_->expression->text() : std::string_view(written_->text);
    }
    std::string_view pointer() const noexcept { return given() ? std::string_view(written_->pointer) : std::string_view(); }

private:
    struct Written {
        std::optional<Expression> expression;
        std::string text;  // of one that is broken
        std::string pointer;
    };
    Box<Written> written_;
};

}  // namespace canvass::core
