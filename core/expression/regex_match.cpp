#include <utility>

#include "core/expression/regex_program.h"
#include "core/expression/text.h"

namespace canvass::core {
namespace {

using Op = RegexOp;
using States = std::vector<std::int32_t>;

constexpr std::int64_t most_steps = 50'000'000;

bool is_word(char16_t unit) noexcept {
    return (unit >= '0' && unit <= '9') || (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || unit == '_';
}

class Match {
public:
    Match(const Regex::Program& program, const std::vector<char16_t>& text)
        : program_(program), text_(text), seen_(program.states.size(), -1),
          holds_(program.look_count == 0 ? 0 : text.size() + 1) {}

    bool found() {
        for (std::size_t look = 0; look < program_.look_count; ++look) {
            run(program_.looks[look], (program_.looks_behind >> look & 1u) != 0, 1u << look);
        }
        return run(program_.start, false, 0);
    }

private:
    // Through the whole text, beginning anew at every place. Notes the places where the end is reached under `mark`;
    // without a mark it stops at the first.
    bool run(std::int32_t start, bool forward, std::uint32_t mark) {
        States now, next;
        const std::size_t length = text_.size();
        ++time_;
        for (std::size_t step = 0; step <= length; ++step) {
            const std::size_t place = forward ? step : length - step;
            add(now, start);
            steps_ += static_cast<std::int64_t>(now.size());
            for (std::size_t at = 0; at < now.size(); ++at) {
                const RegexState& state = state_at(now[at]);
                if (state.op == Op::accept) {
                    if (mark == 0) return true;
                    holds_[place] |= static_cast<std::int32_t>(mark);
                } else if (passes(state, place)) {
                    add(now, state.next);
                    if (state.op == Op::split) add(now, state.other);
                }
            }
            steps_ += static_cast<std::int64_t>(now.size());
            if (step == length || steps_ > most_steps) return false;
            ++time_;
            const char16_t unit = text_[forward ? place : place - 1];
            for (const std::int32_t at : now) {
                const RegexState& state = state_at(at);
                if (takes(state, unit)) add(next, state.next);
            }
            now.swap(next);
            next.clear();
        }
        return false;
    }

    void add(States& list, std::int32_t state) {
        std::int32_t& seen = seen_[static_cast<std::size_t>(state)];
        if (seen == time_) return;
        seen = time_;
        list.push_back(state);
    }

    bool passes(const RegexState& state, std::size_t place) const {
        switch (state.op) {
            case Op::split: return true;
            case Op::begin: return place == 0;
            case Op::end: return place == text_.size();
            case Op::word_edge: {
                const bool before = place > 0 && is_word(text_[place - 1]);
                const bool after = place < text_.size() && is_word(text_[place]);
                return (before != after) != state.negated;
            }
            case Op::look: return ((static_cast<std::uint32_t>(holds_[place]) >> state.argument & 1u) != 0) != state.negated;
            default: return false;
        }
    }

    bool takes(const RegexState& state, char16_t unit) const {
        if (state.op != Op::unit && state.op != Op::set) return false;
        bool found = lists(state, unit);
        if (!found && program_.ignore_case) {
            const auto small = static_cast<char16_t>(lower(unit)), large = static_cast<char16_t>(upper(unit));
            // No letter outside of ASCII is the other case of one inside.
            const bool together = ((small | large) < 0x80) == (unit < 0x80);
            found = together && (lists(state, small) || lists(state, large));
        }
        return found != state.negated;
    }

    bool lists(const RegexState& state, char16_t unit) const {
        if (state.op == Op::unit) return unit == state.argument;
        const char16_t* range = program_.ranges.data() + state.other;
        for (const char16_t* end = range + 2 * state.argument; range < end; range += 2) {
            if (unit >= range[0] && unit <= range[1]) return true;
        }
        return false;
    }

    const RegexState& state_at(std::int32_t state) const { return program_.states[static_cast<std::size_t>(state)]; }

    const Regex::Program& program_;
    const std::vector<char16_t>& text_;
    States seen_;                         // by state: when it was last put into a list
    States holds_;                        // by place: a bit for each lookaround
    std::int32_t time_ = 0;
    std::int64_t steps_ = 0;
};

}  // namespace

Regex::Regex() noexcept = default;
Regex::Regex(std::shared_ptr<const Program> program) noexcept : program_(std::move(program)) {}
Regex::Regex(const Regex&) noexcept = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(const Regex&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

bool Regex::matches(std::string_view text) const {
    return program_ && Match(*program_, utf16_units(text)).found();
}

}  // namespace canvass::core
