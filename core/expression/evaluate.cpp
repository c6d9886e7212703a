#include "core/expression/evaluate.h"

#include <cmath>

#include "core/expression/arithmetic.h"
#include "core/expression/coerce.h"
#include "core/expression/expression.h"

namespace canvass::core {
namespace {

constexpr std::uint32_t usual_stack = 16;
constexpr int deepest_filter = 8;

// Never inlined: two registers hold what a call returns; inlined, it went through memory in halves.
[[gnu::noinline]] Operand variable_value(const Program& program, const Instruction& instruction, Environment& environment,
                       Scratch& scratch) {
    const Path& path = program.paths[instruction.argument];
    const Operand stored = read_variable(environment, path, scratch);
    if (stored.is_missing()) return path.literal < 0 ? Operand::null() : Operand(program.constants[path.literal]);
    if (instruction.op == Op::as_stored || !stored.is_string()) return stored;
    Operand value = converted(stored, scratch);
    value.set_ordered(stored.ordered());
    return value;
}

Operand list_of(std::span<const Operand> items, Scratch& scratch) {
    Value::Array list;
    list.reserve(items.size());
    for (const Operand& item : items) list.push_back(item.to_value());
    return scratch.keep(Value(std::move(list)));
}

Operand called(const Program& program, const CallSite& site, std::span<const Operand> arguments,
               Environment& environment, Scratch& scratch, int depth) {
    if (site.function) return site.function->run({arguments, environment, scratch, program, site, depth});
    Operand result;
    return environment.call(site.name, arguments, scratch, result) ? result : Operand::null();
}

Operand conjunction(Op op, const Operand& a, const Operand& b, Scratch& scratch) {
    const Operand left = filled(a, b, scratch);
    const bool is_left = is_truthy(left) == (op == Op::or_);
    return is_left ? left : filled(b, left, scratch);
}

bool is_arithmetic(Op op) { return op >= Op::plus && op <= Op::power; }

Arithmetic arithmetic_of(Op op) {
    return static_cast<Arithmetic>(static_cast<int>(op) - static_cast<int>(Op::plus));
}

Operand arithmetic(Op op, const Operand& a, const Operand& b, Scratch& scratch) {
    const Operand left = filled(a, b, scratch);
    return calculate(arithmetic_of(op), left, filled(b, left, scratch), scratch);
}

bool equals_in_any_order(Operand a, Operand b, const Clock& clock) {
    a.set_ordered(false);
    b.set_ordered(false);
    return equals(a, b, clock);
}

bool numbers_relate(Op op, double a, double b) {
    switch (op) {
        case Op::less: return a < b;
        case Op::less_or_equal: return a <= b;
        case Op::greater: return a > b;
        case Op::greater_or_equal: return a >= b;
        default: return (a == b) == (op == Op::equal);
    }
}

// Combines what needs no conversion: two numbers, and two flags of which the first was not found to decide.
bool plain(Op op, Operand& a, const Operand& b, Scratch& scratch) {
    if (a.is_number() && b.is_number()) {
        if (op >= Op::less && op <= Op::not_equal) a = Operand::boolean(numbers_relate(op, a.number(), b.number()));
        else if (is_arithmetic(op) && !std::isnan(a.number() + b.number())) a = calculate(arithmetic_of(op), a, b, scratch);
        else return false;
        return true;
    }
    if (op > Op::and_ || !a.is_boolean() || !b.is_boolean()) return false;
    a = b;
    return true;
}

bool relation(Op op, const Operand& a, const Operand& b, const Clock& clock) {
    switch (op) {
        case Op::less: return is_less(a, b, clock);
        case Op::less_or_equal: return equals_in_any_order(a, b, clock) || is_less(a, b, clock);
        case Op::greater: return is_greater(a, b, clock);
        case Op::greater_or_equal: return equals_in_any_order(a, b, clock) || is_greater(a, b, clock);
        case Op::equal: return equals(a, b, clock);
        case Op::not_equal: return !equals(a, b, clock);
        case Op::contains: return contains(a, b);
        case Op::not_contains: return not_contains(a, b);
        case Op::any_of: return any_of(a, b);
        case Op::all_of: return all_of(a, b);
        default: return !any_of(a, b);
    }
}

[[gnu::noinline]] Operand combined(Op op, const Operand& a, const Operand& b, Environment& environment, Scratch& scratch) {
    Operand result;
    if (op <= Op::and_) result = conjunction(op, a, b, scratch);
    else if (is_arithmetic(op)) result = arithmetic(op, a, b, scratch);
    else
        result = Operand::boolean(relation(op, a, b, a.is_date() || b.is_date() ? environment.clock() : Clock()));
    result.set_ordered(a.ordered() || b.ordered());
    return result;
}

// The first operand alone decides when it is not empty: an empty one takes its form from the second.
bool is_decided(Op op, const Operand& value) {
    if (value.is_boolean()) return value.flag() == (op == Op::or_test);
    return !is_empty(value) && is_truthy(value) == (op == Op::or_test);
}

Operand run_on(Operand* stack, const Program& program, Range range, Environment& environment, Scratch& scratch,
               int depth) {
    Operand* top = stack;  // behind the last operand
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
        Instruction instruction = program.instructions[at];
        // What follows a constant is mostly what takes it: no jump between the two.
        while (instruction.op <= Op::word) {
            new (top++) Operand(program.constants[instruction.argument]);
            if (++at == range.end) return *stack;
            instruction = program.instructions[at];
        }
        switch (instruction.op) {
            case Op::null: *top++ = Operand::null(); break;
            case Op::missing: *top++ = Operand(); break;
            case Op::variable:
            case Op::as_stored: new (top++) Operand(variable_value(program, instruction, environment, scratch)); break;
            case Op::array:
                top -= instruction.argument;
                *top = list_of({top, instruction.argument}, scratch);
                ++top;
                break;
            case Op::call: {
                const CallSite& site = program.calls[instruction.argument];
                top -= site.argument_count;
                *top = called(program, site, {top, site.argument_count}, environment, scratch, depth);
                ++top;
                break;
            }
            case Op::negate: top[-1] = Operand::boolean(!is_truthy(top[-1])); break;
            case Op::empty: top[-1] = Operand::boolean(is_empty(top[-1])); break;
            case Op::not_empty: top[-1] = Operand::boolean(!is_empty(top[-1])); break;
            case Op::and_test:
            case Op::or_test:
                if (is_decided(instruction.op, top[-1])) at = instruction.argument;
                break;
            case Op::iif_test:
                if (!is_truthy(*--top)) at = instruction.argument;
                break;
            case Op::iif_skip: at = instruction.argument - 1; break;
            case Op::iif: top[-1].set_ordered(false); break;
            default:
                --top;
                if (plain(instruction.op, top[-1], top[0], scratch)) break;
                top[-1] = combined(instruction.op, top[-1], top[0], environment, scratch);
        }
    }
    return *stack;
}

}  // namespace

Operand run(const Program& program, Range range, Environment& environment, Scratch& scratch, int depth) {
    if (depth > deepest_filter) return {};
    if (program.stack_size <= usual_stack) {
        // Not built: every operand is written before it is read.
        alignas(Operand) unsigned char stack[usual_stack * sizeof(Operand)];
        return run_on(reinterpret_cast<Operand*>(stack), program, range, environment, scratch, depth);
    }
    std::vector<Operand> stack(program.stack_size);
    return run_on(stack.data(), program, range, environment, scratch, depth);
}

Operand evaluate(const Expression& expression, Environment& environment, Scratch& scratch) {
    const Program& program = expression.program();
    const Range whole{0, static_cast<std::uint32_t>(program.instructions.size())};
    return run(program, whole, environment, scratch, 0);
}

Value evaluate(const Expression& expression, Environment& environment) {
    Scratch scratch;
    return evaluate(expression, environment, scratch).to_value();
}

bool holds(const Expression& expression, Environment& environment) {
    Scratch scratch;
    return is_true(evaluate(expression, environment, scratch));
}

std::optional<bool> decides(const Expression& expression, Environment& environment) {
    Scratch scratch;
    const Operand result = evaluate(expression, environment, scratch);
    return result.is_boolean() ? std::optional(result.flag()) : std::nullopt;
}

}  // namespace canvass::core
