// Reads the smallest pieces of an expression where the parser stands: the language has no reserved words and
// no word boundaries ("1 order 2" is 1 or der 2 …), so what a piece is depends on what the parser expects.
// Words match without case.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/expression/program.h"

namespace canvass::core {

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::size_t position() const { return at_; }
    void go_back(std::size_t position) { at_ = position; }
    bool at_end() const { return at_ == text_.size(); }
    // The furthest place that was looked at in vain.
    std::size_t furthest() const { return furthest_ > at_ ? furthest_ : at_; }

    void skip_blanks();
    bool take(char letter);
    bool take_word(std::string_view word);        // any case
    bool take_exactly(std::string_view word);

    // A binary operator that binds at least as tight as `tightness`, with blanks before it.
    std::optional<Op> take_operator(int tightness);

    // Letters and "_", then digits in between: a word or a function's name. "" when there is none.
    std::string_view take_name();
    std::optional<double> take_number();
    // What is between quotes, with \' and \" undone; nothing when they do not close.
    std::optional<std::string> take_quoted();
    // What is between braces, as it is written; "" when there is nothing or they do not close.
    std::string_view take_braced();

private:
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    std::size_t digits_end(std::size_t from) const;
    bool fail();

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t furthest_ = 0;
};

// 1 (or) to 7 (contains and anyof kinds).
int tightness_of(Op op);

}  // namespace canvass::core
