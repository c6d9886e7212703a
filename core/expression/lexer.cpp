#include "core/expression/lexer.h"

#include "core/expression/decimal.h"
#include "core/expression/text.h"

namespace canvass::core {
namespace {

struct Sign {
    std::string_view text;
    Op op;
};

// Where one begins with another, the longer stands first.
constexpr Sign signs[] = {
    {"||", Op::or_},
    {"&&", Op::and_},
    {"<=", Op::less_or_equal},
    {">=", Op::greater_or_equal},
    {"==", Op::equal},
    {"=", Op::equal},
    {"!=", Op::not_equal},
    {"<", Op::less},
    {">", Op::greater},
    {"+", Op::plus},
    {"-", Op::minus},
    {"*=", Op::contains},
    {"*", Op::multiply},
    {"/", Op::divide},
    {"%", Op::modulo},
    {"^", Op::power},
};
constexpr Sign words[] = {
    {"or", Op::or_},
    {"and", Op::and_},
    {"anyof", Op::any_of},
    {"allof", Op::all_of},
    {"contains", Op::contains},
    {"contain", Op::contains},
    {"notcontains", Op::not_contains},
    {"notcontain", Op::not_contains},
    {"noneof", Op::none_of},
    {"notequal", Op::not_equal},
    {"equal", Op::equal},
    {"lessorequal", Op::less_or_equal},
    {"less", Op::less},
    {"greaterorequal", Op::greater_or_equal},
    {"greater", Op::greater},
    {"power", Op::power},
};

bool is_letter(char letter) {
    const char small = static_cast<char>(letter | 0x20);
    return (small >= 'a' && small <= 'z') || letter == '_';
}
bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

}  // namespace

int tightness_of(Op op) {
    if (op <= Op::and_) return op == Op::or_ ? 1 : 2;
    if (op <= Op::not_equal) return 3;
    if (op <= Op::minus) return 4;
    if (op <= Op::modulo) return 5;
    return op == Op::power ? 6 : 7;
}

bool Lexer::fail() {
    if (at_ > furthest_) furthest_ = at_;
    return false;
}

void Lexer::skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] >= '\t' && text_[at_] <= '\r' && text_[at_] != '\v' &&
                                                        text_[at_] != '\f')))
        ++at_;
}

bool Lexer::take(char letter) {
    if (peek() != letter || at_end()) return fail();
    ++at_;
    return true;
}

bool Lexer::take_word(std::string_view word) {
    if (!equal_without_case(text_.substr(at_, word.size()), word)) return fail();
    at_ += word.size();
    return true;
}

bool Lexer::take_exactly(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return fail();
    at_ += word.size();
    return true;
}

std::optional<Op> Lexer::take_operator(int tightness) {
    const std::size_t start = at_;
    skip_blanks();
    const auto found = [&](const Sign& sign) -> std::optional<Op> {
        if (tightness_of(sign.op) >= tightness) return sign.op;
        at_ = start;
        return std::nullopt;
    };
    if (is_letter(peek())) {
        for (const Sign& sign : words)
            if ((sign.text.front() == (peek() | 0x20)) && take_word(sign.text)) return found(sign);
    } else {
        for (const Sign& sign : signs)
            if (sign.text.front() == peek() && take_exactly(sign.text)) return found(sign);
    }
    fail();
    at_ = start;
    return std::nullopt;
}

std::string_view Lexer::take_name() {
    const std::size_t start = at_;
    if (!is_letter(peek())) return {};
    while (is_letter(peek()) || is_digit(peek())) ++at_;
    return text_.substr(start, at_ - start);
}

std::size_t Lexer::digits_end(std::size_t from) const {
    while (from < text_.size() && is_digit(text_[from])) ++from;
    return from;
}

// 0x12 | -?12.34 | -?12, a whole number without leading zeros
std::optional<double> Lexer::take_number() {
    if (peek() == '0' && peek(1) == 'x' && is_digit(peek(2))) {
        const std::size_t end = digits_end(at_ + 2);
        const double number = number_from(text_.substr(at_, end - at_));
        at_ = end;
        return number;
    }
    const bool negative = peek() == '-';
    const std::size_t start = at_ + (negative ? 1 : 0);
    std::size_t end = digits_end(start);
    if (end == start) return std::nullopt;
    if (end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1])) end = digits_end(end + 1);
    else if (text_[start] == '0') end = start + 1;
    const double number = number_from(text_.substr(start, end - start));
    at_ = end;
    return negative ? -number : number;
}

std::optional<std::string> Lexer::take_quoted() {
    const char quote = peek();
    if (quote != '\'' && quote != '"') return std::nullopt;
    std::string text;
    for (std::size_t next = at_ + 1; next < text_.size(); ++next) {
        const char letter = text_[next];
        const bool escapes = letter == '\\' && next + 1 < text_.size() &&
                             (text_[next + 1] == '\'' || text_[next + 1] == '"');
        if (escapes) {
            text += text_[++next];
        } else if (letter == quote) {
            at_ = next + 1;
            return text;
        } else if (letter == '\'' || letter == '"') {
            break;
        } else {
            text += letter;
        }
    }
    fail();
    return std::nullopt;
}

std::string_view Lexer::take_braced() {
    if (peek() != '{') return {};
    const std::size_t end = text_.find_first_of("{}", at_ + 1);
    if (end == std::string_view::npos || text_[end] == '{' || end == at_ + 1) {
        fail();
        return {};
    }
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return name;
}

}  // namespace canvass::core
