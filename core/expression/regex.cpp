#include "core/expression/regex.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/expression/regex_program.h"
#include "core/expression/text.h"

namespace canvass::core {
namespace {

using Op = RegexOp;

constexpr int unbounded = -1;

// First and last unit of each range.
constexpr std::u16string_view digits = u"09", words = u"09AZ__az", line_ends = u"\n\n\r\r\u2028\u2029",
                              blanks = u"\u0009\u000D  \u00A0\u00A0\u1680\u1680\u2000\u200A\u2028\u2029\u202F\u202F"
                                       u"\u205F\u205F\u3000\u3000\uFEFF\uFEFF";

// Parts of the pattern. Children are linked by `next` in their order.
struct Node {
    enum class Kind : std::uint8_t { leaf, sequence, choice, repeat, look };
    Kind kind = Kind::leaf;
    Op op = Op::unit;           // leaf
    bool negated = false;       // leaf, look
    bool behind = false;        // look
    char16_t argument = 0;      // leaf
    int ranges = -1;            // leaf: where a set's begin
    int min = 0, max = 0;       // repeat
    int child = -1, next = -1;
    int number = -1;            // look: among the program's, once it is there
};

class Compiler {
public:
    Compiler(std::string_view pattern, bool ignore_case, const RegexLimits& limits)
        : pattern_(utf16_units(pattern)), limits_(limits) {
        program_->ignore_case = ignore_case;
        error_.detail = std::string(pattern);
    }

    Result<Regex> compile() {
        if (pattern_.size() > limits_.bytes) too_much(Code::too_large, "bytes", limits_.bytes);
        const int root = choice();
        if (!failed_ && at_ < pattern_.size()) fail();  // a closing bracket
        program_->states.push_back({});
        if (!failed_) program_->start = emit(root, 0);
        if (failed_) return failure(std::move(error_));
        return Regex(std::move(program_));
    }

private:
    // The first fault counts; at the end of the pattern everything unwinds.
    void fail(Code code = Code::regex_syntax) {
        if (!failed_) {
            error_.code = code;
            error_.position = static_cast<int>(at_);
        }
        failed_ = true;
        at_ = pattern_.size();
    }

    void too_much(Code code, const char* what, std::size_t limit) {
        if (failed_) return;
        fail(code);
        error_.subject = what;
        error_.limit = static_cast<long>(limit);
        error_.position = -1;
    }

    void unsupported(const char* what) {
        if (!failed_) error_.subject = what;
        fail(Code::regex_unsupported);
    }

    bool more() const { return at_ < pattern_.size(); }
    char16_t peek(std::size_t ahead = 0) const { return at_ + ahead < pattern_.size() ? pattern_[at_ + ahead] : u'\0'; }
    bool take(char16_t unit) {
        if (!more() || pattern_[at_] != unit) return false;
        ++at_;
        return true;
    }

    int add(Node node) {
        nodes_.push_back(node);
        return static_cast<int>(nodes_.size()) - 1;
    }
    int leaf(Op op, char16_t argument = 0, bool negated = false) {
        Node node;
        node.op = op;
        node.argument = argument;
        node.negated = negated;
        return add(node);
    }
    Node& at(int node) { return nodes_[static_cast<std::size_t>(node)]; }

    // --- reading

    int choice() {
        int first = sequence();
        if (peek() != '|' || !more()) return first;
        Node node;
        node.kind = Node::Kind::choice;
        node.child = first;
        for (int last = first; take('|');) {
            const int way = sequence();
            at(last).next = way;
            last = way;
        }
        return add(node);
    }

    int sequence() {
        Node node;
        node.kind = Node::Kind::sequence;
        for (int last = -1; more() && peek() != '|' && peek() != ')';) {
            const int part = term();
            (last < 0 ? node.child : at(last).next) = part;
            last = part;
        }
        return add(node);
    }

    int term() {
        const std::size_t begin = at_;
        bool repeatable = true;
        int node = -1;
        if (take('^')) node = leaf(Op::begin), repeatable = false;
        else if (take('$')) node = leaf(Op::end), repeatable = false;
        else if (take('(')) node = group(repeatable);
        else if (take('[')) node = set();
        else if (take('.')) node = any_but_line_ends();
        else if (take('\\')) node = escape(repeatable);
        else if (quantifier()) at_ = begin, fail();
        else node = leaf(Op::unit, pattern_[at_++]);
        const std::size_t place = at_;
        const std::optional<Node> repeat = failed_ ? std::nullopt : quantifier();
        if (!repeat) return node;
        if (!repeatable) at_ = place, fail();
        Node repeated = *repeat;
        repeated.child = node;
        return add(repeated);
    }

    std::optional<Node> quantifier() {
        Node node;
        node.kind = Node::Kind::repeat;
        node.max = unbounded;
        if (take('+')) node.min = 1;
        else if (take('?')) node.max = 1;
        else if (!take('*') && !bounds(node)) return std::nullopt;
        take('?');
        return node;
    }

    // "{2}", "{2,}", "{2,5}"; any other bracket stands for itself.
    bool bounds(Node& node) {
        const std::size_t begin = at_;
        const std::optional<int> min = take('{') ? count() : std::nullopt;
        std::optional<int> max = min;
        if (min && take(',')) max = peek() == '}' ? std::optional<int>(unbounded) : count();
        if (!max || !take('}')) {
            at_ = begin;
            return false;
        }
        node.min = *min;
        node.max = *max;
        if (node.max != unbounded && node.max < node.min) at_ = begin, fail();
        return true;
    }

    std::optional<int> count() {
        if (peek() < '0' || peek() > '9') return std::nullopt;
        int number = 0;
        while (peek() >= '0' && peek() <= '9') {
            number = std::min(number * 10 + (pattern_[at_++] - '0'), 1'000'000);
        }
        return number;
    }

    int group(bool& repeatable) {
        Node look;
        look.kind = Node::Kind::look;
        bool looks = false;
        if (take('?')) {
            look.behind = peek() == '<' && (peek(1) == '=' || peek(1) == '!');
            if (look.behind) ++at_;
            if (peek() == '=' || peek() == '!') {
                looks = true;
                repeatable = !look.behind;
                look.negated = pattern_[at_++] == '!';
            } else if (take('<')) {
                const std::size_t begin = at_;
                while (more() && peek() != '>') ++at_;
                if (at_ == begin || !take('>')) fail();
            } else if (!take(':')) {
                fail();
            }
        }
        if (++depth_ > limits_.depth) too_much(Code::too_deep, "", limits_.depth);
        const int inside = choice();
        --depth_;
        if (!take(')')) fail();
        if (!looks) return inside;
        look.child = inside;
        return add(look);
    }

    int escape(bool& repeatable) {
        const char16_t letter = peek();
        if (!more()) fail();
        if (letter == 'b' || letter == 'B') {
            ++at_;
            repeatable = false;
            return leaf(Op::word_edge, 0, letter == 'B');
        }
        if (letter >= '1' && letter <= '9') unsupported("\\1");
        if (letter == 'k' && peek(1) == '<') unsupported("\\k<…>");
        const std::size_t begin = program_->ranges.size();
        if (add_class(letter)) return close_set(begin, false);
        return leaf(Op::unit, escaped());
    }

    // What stands behind a backslash and means one unit.
    char16_t escaped() {
        constexpr std::string_view letters = "tnvfr0", meanings("\t\n\v\f\r\0", 6);
        const char16_t letter = peek();
        if (!more()) fail();
        else ++at_;
        const std::size_t known = letter < 0x80 ? letters.find(static_cast<char>(letter)) : std::string_view::npos;
        if (known != std::string_view::npos) return static_cast<char16_t>(meanings[known]);
        if (letter == 'x' || letter == 'u') return hexadecimal(letter);
        if (letter == 'c' && (peek() | 0x20) >= 'a' && (peek() | 0x20) <= 'z') return pattern_[at_++] & 31;
        return letter;
    }

    // The letter itself when its two or four digits are not there.
    char16_t hexadecimal(char16_t letter) {
        const std::size_t length = letter == 'x' ? 2 : 4;
        unsigned value = 0;
        for (std::size_t digit = 0; digit < length; ++digit) {
            const unsigned unit = peek(digit), small = unit | 0x20;
            if (unit >= '0' && unit <= '9') value = value * 16 + (unit - '0');
            else if (small >= 'a' && small <= 'f') value = value * 16 + (small - 'a' + 10);
            else return letter;
        }
        at_ += length;
        return static_cast<char16_t>(value);
    }

    void add_range(unsigned first, unsigned last) {
        program_->ranges.push_back(static_cast<char16_t>(first));
        program_->ranges.push_back(static_cast<char16_t>(last));
    }
    void add_ranges(std::u16string_view ranges) {
        for (std::size_t range = 0; range < ranges.size(); range += 2) add_range(ranges[range], ranges[range + 1]);
    }
    void add_others(std::u16string_view ranges) {
        unsigned next = 0;
        for (std::size_t range = 0; range < ranges.size(); range += 2) {
            if (ranges[range] > next) add_range(next, ranges[range] - 1u);
            next = ranges[range + 1] + 1u;
        }
        if (next <= 0xFFFF) add_range(next, 0xFFFF);
    }
    int close_set(std::size_t begin, bool negated) {
        const int node = leaf(Op::set, static_cast<char16_t>((program_->ranges.size() - begin) / 2), negated);
        at(node).ranges = static_cast<int>(begin);
        return node;
    }
    int any_but_line_ends() {
        const std::size_t begin = program_->ranges.size();
        add_ranges(line_ends);
        return close_set(begin, true);
    }

    // \d, \w, \s and their opposites.
    bool add_class(char16_t letter) {
        const char16_t small = letter | 0x20;
        if (small != 'd' && small != 'w' && small != 's') return false;
        ++at_;
        const std::u16string_view ranges = small == 'd' ? digits : small == 'w' ? words : blanks;
        if (small == letter) add_ranges(ranges);
        else add_others(ranges);
        return true;
    }

    // A unit, or nothing when a whole class was added.
    std::optional<char16_t> set_item() {
        if (!take('\\')) return pattern_[at_++];
        if (peek() >= '1' && peek() <= '9') unsupported("\\1");
        if (add_class(peek())) return std::nullopt;
        return take('b') ? u'\b' : escaped();
    }

    int set() {
        const bool negated = take('^');
        const std::size_t begin = program_->ranges.size();
        while (more() && peek() != ']') {
            const std::size_t place = at_;
            const std::optional<char16_t> first = set_item();
            std::optional<char16_t> last = first;
            if (peek() == '-' && at_ + 1 < pattern_.size() && peek(1) != ']') {
                ++at_;
                last = set_item();
                if (!first || !last) add_range('-', '-');
            }
            if (first && last && *last < *first) at_ = place, fail();
            if (first && last) add_range(*first, *last);
            else if (first) add_range(*first, *first);
            else if (last) add_range(*last, *last);
        }
        if (!take(']')) fail();
        return close_set(begin, negated);
    }

    // --- writing: the states that lead through a part to `next`, in the order in which the text is read

    std::int32_t state(Op op, std::int32_t next, std::int32_t other = -1, char16_t argument = 0, bool negated = false) {
        program_->states.push_back({op, negated, argument, next, other});
        return static_cast<std::int32_t>(program_->states.size()) - 1;
    }

    std::int32_t emit(int index, std::int32_t next) {
        // Counts what leaves no state, too: ((){99}){99}.
        if (++emitted_ > limits_.states) too_much(Code::too_large, "steps", limits_.states);
        if (failed_) return next;
        const Node node = at(index);
        switch (node.kind) {
            case Node::Kind::leaf: return state(node.op, next, node.ranges, node.argument, node.negated);
            case Node::Kind::sequence: return emit_sequence(node.child, next);
            case Node::Kind::choice: {
                std::int32_t ways = emit(node.child, next);
                for (int way = at(node.child).next; way >= 0; way = at(way).next) {
                    ways = state(Op::split, ways, emit(way, next));
                }
                return ways;
            }
            case Node::Kind::repeat: return emit_repeat(node, next);
            case Node::Kind::look: break;
        }
        return state(Op::look, next, -1, emit_look(index), node.negated);
    }

    std::int32_t emit_sequence(int first, std::int32_t next) {
        std::vector<int> parts;
        for (int part = first; part >= 0; part = at(part).next) parts.push_back(part);
        if (forward_) std::reverse(parts.begin(), parts.end());
        for (const int part : parts) next = emit(part, next);
        return next;
    }

    std::int32_t emit_repeat(const Node& node, std::int32_t next) {
        std::int32_t entry = next;
        if (node.max == unbounded) {
            entry = state(Op::split, next, next);
            const std::int32_t inside = emit(node.child, entry);
            program_->states[static_cast<std::size_t>(entry)].other = inside;
        }
        for (int more_often = node.min; more_often < node.max && !failed_; ++more_often) {
            entry = state(Op::split, next, emit(node.child, entry));
        }
        for (int once = 0; once < node.min && !failed_; ++once) entry = emit(node.child, entry);
        return entry;
    }

    char16_t emit_look(int index) {
        if (at(index).number < 0) {
            const bool outer = std::exchange(forward_, at(index).behind);
            const std::int32_t start = emit(at(index).child, 0);
            forward_ = outer;
            if (program_->look_count == most_looks) unsupported("> 32 × (?=…)");
            if (failed_) return 0;
            if (at(index).behind) program_->looks_behind |= 1u << program_->look_count;
            program_->looks[program_->look_count] = start;
            at(index).number = static_cast<int>(program_->look_count++);
        }
        return static_cast<char16_t>(at(index).number);
    }

    std::vector<char16_t> pattern_;
    const RegexLimits& limits_;
    std::size_t at_ = 0, depth_ = 0, emitted_ = 0;
    std::vector<Node> nodes_;
    std::shared_ptr<Regex::Program> program_ = std::make_shared<Regex::Program>();
    bool forward_ = false;  // inside lookbehind; else the text is read backwards
    bool failed_ = false;
    Diagnostic error_;
};

}  // namespace

Result<Regex> compile_regex(std::string_view pattern, bool ignore_case, const RegexLimits& limits) {
    return Compiler(pattern, ignore_case, limits).compile();
}

}  // namespace canvass::core
