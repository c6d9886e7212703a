// Compiles while it reads: precedence climbing that emits each operand before its operator.
#include <algorithm>

#include "core/base/utf8.h"
#include "core/expression/expression.h"
#include "core/expression/lexer.h"
#include "core/expression/literal.h"
#include "core/expression/program.h"

namespace canvass::core {
namespace {

// Spellings of old that are replaced wherever they stand, in texts and names, too; all of the same length.
void modernise(std::string& text) {
    constexpr std::pair<std::string_view, std::string_view> spellings[] = {
        {"=>", ">="}, {"=<", "<="}, {"<>", "!="}, {"equals", "equal "}};
    for (const auto& [old, now] : spellings)
        for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + old.size()))
            text.replace(at, old.size(), now);
}

bool reads_variable(const Instruction& instruction) {
    return instruction.op == Op::variable || instruction.op == Op::as_stored;
}

class Parser {
public:
    Parser(Draft& program, const ExpressionLimits& limits)
        : program_(program), limits_(limits), lexer_(program.text) {}

    bool parse() {
        program_.instructions.reserve(8);
        if (!expression(1)) return false;
        // Nothing but null is no expression: there is nothing that could be run.
        return lexer_.at_end() && !is_null_since(0);
    }

    Diagnostic fault() const {
        Diagnostic diagnostic;
        diagnostic.code = refused_;
        diagnostic.position = static_cast<int>(characters_in(std::string_view(program_.text).substr(0, lexer_.furthest())));
        diagnostic.detail = program_.text;
        if (refused_ == Code::too_deep) diagnostic.limit = static_cast<long>(limits_.depth);
        if (refused_ == Code::too_large) diagnostic.limit = static_cast<long>(limits_.instructions);
        if (refused_ != Code::expression_syntax) diagnostic.subject = "steps";
        return diagnostic;
    }

private:
    // Of the program and the parser, to take back what turned out not to be.
    struct Mark {
        std::size_t instructions, constants, paths, calls;
        std::uint32_t stack;
    };

    class Level {
    public:
        explicit Level(Parser& parser) : parser_(parser) {
            if (++parser_.depth_ > parser_.limits_.depth) parser_.refuse(Code::too_deep);
        }
        ~Level() { --parser_.depth_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

    private:
        Parser& parser_;
    };

    std::uint32_t here() const { return static_cast<std::uint32_t>(program_.instructions.size()); }

    bool refuse(Code code) {
        if (!failed_) refused_ = code;
        failed_ = true;
        return false;
    }

    void emit(Op op, std::size_t argument = 0) {
        if (program_.instructions.size() >= limits_.instructions) refuse(Code::too_large);
        program_.instructions.push_back({op, static_cast<std::uint32_t>(argument)});
    }
    void push(Op op, std::size_t argument = 0) {
        emit(op, argument);
        if (++stack_ > program_.stack_size) program_.stack_size = stack_;
    }
    void pop(std::size_t operands) { stack_ -= static_cast<std::uint32_t>(operands); }
    void jump_here(std::uint32_t from) { program_.instructions[from].argument = here(); }

    Mark mark() const {
        return {program_.instructions.size(), program_.constants.size(), program_.paths.size(),
                program_.calls.size(), stack_};
    }
    void take_back(const Mark& mark) {
        cut(program_.instructions, mark.instructions);
        cut(program_.constants, mark.constants);
        cut(program_.paths, mark.paths);
        cut(program_.calls, mark.calls);
        stack_ = mark.stack;
    }
    template <class T>
    static void cut(std::vector<T>& items, std::size_t size) {
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(size), items.end());
    }

    bool is_null_since(std::size_t start) const {
        return program_.instructions.size() == start + 1 && program_.instructions.back().op == Op::null;
    }

    void constant(Value value, Op op = Op::constant) {
        program_.constants.push_back(std::move(value));
        push(op, program_.constants.size() - 1);
    }

    bool expression(int tightness) {
        lexer_.skip_blanks();
        if (!factor()) return false;
        while (const std::optional<Op> op = lexer_.take_operator(tightness)) {
            const bool tests = *op <= Op::and_;
            const std::uint32_t test = here();
            if (tests) emit(*op == Op::or_ ? Op::or_test : Op::and_test);
            lexer_.skip_blanks();
            if (*op >= Op::contains) {
                if (!factor_or_null()) return false;
            } else if (!expression(tightness_of(*op) + 1)) {
                // Nothing else can be made of an operator whose right side is none.
                return refuse(Code::expression_syntax);
            }
            if (tests) jump_here(test);
            emit(*op);
            pop(1);
        }
        if (tightness == 1) lexer_.skip_blanks();
        return !failed_;
    }

    bool factor() {
        const Level level(*this);
        if (failed_) return false;
        if (lexer_.take('(')) {
            if (!expression(1)) return false;
            lexer_.take(')');
            return !failed_;
        }
        const std::size_t start = lexer_.position();
        const std::string_view name = lexer_.take_name();
        if (!name.empty() && lexer_.take('(')) return call(name, start);
        lexer_.go_back(start);
        return negation() || (!failed_ && (atom() || list()));
    }

    // The right side of contains and its kin may be left out; it is null then.
    bool factor_or_null() {
        const std::size_t start = lexer_.position();
        const Mark before = mark();
        if (factor()) return true;
        if (failed_) return false;
        take_back(before);
        lexer_.go_back(start);
        push(Op::null);
        return !failed_;
    }

    bool negation() {
        const std::size_t start = lexer_.position();
        if (!lexer_.take('!') && !lexer_.take_word("negate")) return false;
        lexer_.skip_blanks();
        const Mark before = mark();
        if (factor()) {
            emit(Op::negate);
            return !failed_;
        }
        take_back(before);
        lexer_.go_back(start);
        return false;
    }

    bool atom() {
        if (!literal() && !variable()) return false;
        const std::size_t end = lexer_.position();
        lexer_.skip_blanks();
        if (lexer_.take_word("empty")) emit(Op::empty);
        else if (lexer_.take_word("notempty")) emit(Op::not_empty);
        else lexer_.go_back(end);
        return !failed_;
    }

    bool literal() {
        if (lexer_.take_exactly("undefined") || lexer_.take_exactly("null")) {
            push(Op::null);
        } else if (lexer_.take_word("true")) {
            constant(true);
        } else if (lexer_.take_word("false")) {
            constant(false);
        } else if (const std::optional<double> number = lexer_.take_number()) {
            constant(*number);
        } else if (const std::string_view word = lexer_.take_name(); !word.empty()) {
            constant(word, Op::word);
        } else if (std::optional<std::string> quoted = lexer_.take_quoted()) {
            constant(std::move(*quoted));
        } else {
            return false;
        }
        return true;
    }

    bool variable() {
        std::string_view name = lexer_.take_braced();
        if (name.empty()) return false;
        const bool as_stored = name.size() > 1 && name.front() == '#';
        if (as_stored) name.remove_prefix(1);
        Path path;
        path.text = name;
        path.property = name.front() == '$';
        const std::size_t colon = name.find(':');
        if (colon != std::string_view::npos && colon > 0) {
            if (std::optional<Value> literal = object_literal(name)) {
                path.literal = static_cast<std::int32_t>(program_.constants.size());
                program_.constants.push_back(std::move(*literal));
            }
        }
        program_.paths.push_back(path);
        push(as_stored ? Op::as_stored : Op::variable, program_.paths.size() - 1);
        return true;
    }

    bool list() {
        if (!lexer_.take('[')) return false;
        const Mark before = mark();
        std::size_t count = 0;
        if (!sequence(count, nullptr) || !lexer_.take(']')) return false;
        if (is_constant_list(before, count)) {
            Value::Array items(std::make_move_iterator(program_.constants.begin() + before.constants),
                               std::make_move_iterator(program_.constants.end()));
            take_back(before);
            constant(std::move(items));
            return !failed_;
        }
        pop(count);
        push(Op::array, count);
        return !failed_;
    }

    bool is_constant_list(const Mark& before, std::size_t count) const {
        return count > 0 && here() == before.instructions + count &&
               std::all_of(program_.instructions.begin() + before.instructions, program_.instructions.end(),
                           [](const Instruction& each) { return each.op == Op::constant; });
    }

    bool call(std::string_view name, std::size_t position) {
        CallSite site;
        site.name = name;
        site.function = find_function(name);
        site.position = static_cast<std::uint32_t>(position);
        std::size_t count = 0;
        if (!sequence(count, &site)) return false;
        lexer_.take(')');
        pop(count);
        if (name == "iif" && count >= 2) {
            push(Op::iif, count);
            return !failed_;
        }
        site.argument_count = static_cast<std::uint32_t>(count);
        program_.calls.push_back(site);
        push(Op::call, program_.calls.size() - 1);
        return !failed_;
    }

    // Expressions with commas between them; of a call when `site` is given. If the first is none or null, there
    // are no arguments at all, whatever follows.
    bool sequence(std::size_t& count, CallSite* site) {
        const Mark before = mark();
        const std::size_t start = lexer_.position();
        bool dropped = !expression(1);
        if (failed_) return false;
        if (dropped) {
            take_back(before);
            lexer_.go_back(start);
        }
        dropped = dropped || is_null_since(before.instructions);
        const bool branches = site && site->name == "iif" && !dropped;
        if (!dropped) count = 1;
        std::uint32_t to_second = 0, to_end[2] = {};
        for (std::size_t end = lexer_.position();; end = lexer_.position()) {
            lexer_.skip_blanks();
            if (!lexer_.take(',')) {
                lexer_.go_back(end);
                break;
            }
            if (branches && count == 1) {
                to_second = here();
                emit(Op::iif_test);
            }
            if (branches && (count == 2 || count == 3)) to_end[count - 2] = skip_to_end(count, to_second);
            const std::uint32_t begin = here();
            if (!expression(1)) return refuse(Code::expression_syntax);
            if (site && count >= 2 && count < 4) note_filter(*site, count - 2, begin);
            ++count;
        }
        if (dropped) {
            take_back(before);
            count = 0;
        }
        if (branches && count >= 2) {
            if (count == 2) {
                to_end[0] = skip_to_end(2, to_second);
                emit(Op::missing);
            }
            jump_here(to_end[0]);
            if (count > 3) jump_here(to_end[1]);
        }
        if (site && site->function && site->function->of_list) mark_list(before.instructions);
        return !failed_;
    }

    // Behind the second argument of iif, and behind the third when more follow, which nobody will need.
    std::uint32_t skip_to_end(std::size_t count, std::uint32_t to_second) {
        const std::uint32_t skip = here();
        emit(Op::iif_skip);
        if (count == 2) program_.instructions[to_second].argument = skip;
        return skip;
    }

    void note_filter(CallSite& site, std::size_t which, std::uint32_t begin) {
        site.arguments[which] = {begin, here()};
        const Op op = program_.instructions[begin].op;
        site.is_constant[which] = here() == begin + 1 && (op == Op::constant || op == Op::word);
    }

    // The list itself is wanted as it is stored, when the first argument is nothing but its name.
    void mark_list(std::size_t first) {
        if (first >= program_.instructions.size()) return;
        const Instruction& instruction = program_.instructions[first];
        if (reads_variable(instruction)) program_.paths[instruction.argument].original = true;
    }

    Draft& program_;
    const ExpressionLimits& limits_;
    Lexer lexer_;
    std::size_t depth_ = 0;
    std::uint32_t stack_ = 0;
    bool failed_ = false;
    Code refused_ = Code::expression_syntax;
};

// Each path once, with its steps.
void finish_paths(Draft& draft) {
    std::vector<Path> distinct;
    distinct.reserve(draft.paths.size());
    for (Instruction& instruction : draft.instructions) {
        if (!reads_variable(instruction)) continue;
        const Path& path = draft.paths[instruction.argument];
        const auto known = std::find_if(distinct.begin(), distinct.end(), [&](const Path& other) {
            return other.text == path.text && other.original == path.original;
        });
        instruction.argument = static_cast<std::uint32_t>(known - distinct.begin());
        if (known == distinct.end()) distinct.push_back(path);
    }
    draft.paths = std::move(distinct);
    for (Path& path : draft.paths) {
        const std::size_t first = draft.steps.size();
        split_path(path.text, draft.steps);
        if (path.property) draft.steps[first].name.remove_prefix(1);
        // Only how many; where they lie is known at last.
        path.steps = std::span<const PathStep>(draft.steps).subspan(first);
    }
}

}  // namespace

Result<Expression> compile_expression(std::string_view text, const ExpressionLimits& limits) {
    if (text.size() > limits.bytes) {
        Diagnostic diagnostic;
        diagnostic.code = Code::too_large;
        diagnostic.subject = "bytes";
        diagnostic.limit = static_cast<long>(limits.bytes);
        return failure(std::move(diagnostic));
    }
    Draft draft;
    draft.text = text;
    modernise(draft.text);
    Parser parser(draft, limits);
    if (!parser.parse()) return failure(parser.fault());
    finish_paths(draft);
    return Expression(packed(draft));
}

}  // namespace canvass::core
