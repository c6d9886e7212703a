// What the engine costs: expressions, loading, answering, memory. Prints one JSON object: the cases, so that another
// engine can be asked the same, and the figures. Built natively and, on demand, with the page's own flags for Node.
//
// Times are seconds of processor time, so that what else the machine does counts little. Memory is what operator new
// gave out and still holds, with the allocator's header.
#include <malloc.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <new>
#include <string>
#include <vector>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#endif

#include "core/base/number.h"
#include "core/definition/codec.h"
#include "core/expression/expression.h"
#include "core/json/json.h"
#include "core/session/session.h"

namespace {

std::size_t bytes_held = 0;

constexpr std::size_t header = 8;  // of an allocation: glibc's and emmalloc's

}  // namespace

// Not inlined: the linker would make calloc() of it and what follows, after the libraries are chosen.
[[gnu::noinline]] void* operator new(std::size_t size) {
    void* memory = std::malloc(size);
    if (!memory) std::abort();
    bytes_held += malloc_usable_size(memory) + header;
    return memory;
}
void operator delete(void* memory) noexcept {
    if (!memory) return;
    bytes_held -= malloc_usable_size(memory) + header;
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

#ifdef __EMSCRIPTEN__
EM_JS(double, processor_seconds, (), {
    const used = process.cpuUsage();
    return (used.user + used.system) / 1e6;
});
#else
static double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
#endif

namespace {

using namespace canvass::core;

constexpr int questions = 1000;

// Mean seconds of one call, in the best of three batches that are each long enough to be timed, once the compiler of
// the engine that runs this is warm.
template <class Work>
double seconds_of(Work&& work) {
    const double start = processor_seconds();
    for (int call = 0; call < 3 || processor_seconds() - start < 0.1; ++call) work();
    double best = 1e9;
    for (int repeat = 0; repeat < 3; ++repeat) {
        for (long calls = 1;; calls *= 2) {
            const double begin = processor_seconds();
            for (long call = 0; call < calls; ++call) work();
            const double spent = processor_seconds() - begin;
            if (spent < 0.05) continue;
            if (spent / static_cast<double>(calls) < best) best = spent / static_cast<double>(calls);
            break;
        }
    }
    return best;
}

const char* const expressions[] = {
    "{age} >= 21 and ({sex} = 'male' or {kids} > 1)", "{name} notempty", "{colours} contains 'red'",
    "{score} * 2 + 1 > 10", "iif({age} > 17, 'adult', 'minor') = 'adult'", "{a} = {b}", "!({age} < 18)",
    "{colours} anyof ['red', 'blue']", "{price} * {quantity} - {discount}", "{name} = 'Mira'", "{kids} empty",
    "{score} > 3 or {score} < 1", "({a} + {b}) / 2 >= 1.5", "{sex} <> 'male'", "{age} < 65 and {age} > 17",
    "round({price} * 1.19, 2)", "sum({a}, {b}, {score})", "{colours} allof ['red', 'green']", "{name} contains 'ir'",
    "{discount} = 0 and {quantity} >= 2"};
constexpr double expression_count = std::size(expressions);

Value answers() {
    return Value::object({{"age", 34},
                          {"sex", "female"},
                          {"kids", 2},
                          {"name", "Mira"},
                          {"colours", Value::array({"red", "green"})},
                          {"score", 4},
                          {"a", 1},
                          {"b", 2},
                          {"price", 9.5},
                          {"quantity", 3},
                          {"discount", 0}});
}

// Every question but the first shows when the first is "yes" or another one "b"; or depends on nothing.
Value survey(bool conditions) {
    Value elements = Value::array();
    for (int at = 0; at < questions; ++at) {
        const std::string name = at == 0 ? "first" : "q" + number_text(at);
        Value question = Value::object({{"type", "radiogroup"}, {"name", Value(name)}});
        question.set("title", Value("Question " + name));
        question.set("choices", at == 0 ? Value::array({"yes", "no"}) : Value::array({"a", "b", "c"}));
        if (conditions && at > 1) {
            question.set("visibleIf", Value("{first} = 'yes' or {q" + number_text(at / 2) + "} = 'b'"));
        }
        elements.push(std::move(question));
    }
    return Value::object({{"elements", std::move(elements)}});
}

std::shared_ptr<const Definition> load(const Value& json) {
    auto loaded = load_definition(json);
    return std::make_shared<const Definition>(std::move(loaded->definition));
}

}  // namespace

int main() {
    Value texts = Value::array();
    for (const char* text : expressions) texts.push(Value(text));
    const Value values = answers(), plain = survey(false), conditioned = survey(true);
    Value figures = Value::object();

    std::vector<Expression> compiled;
    figures.set("parse", seconds_of([&] {
                             compiled.clear();
                             for (const char* text : expressions) compiled.push_back(*compile_expression(text));
                         }) / expression_count);

    ObjectEnvironment environment(values, Clock{});
    figures.set("evaluate", seconds_of([&] {
                                Scratch scratch;
                                for (const Expression& each : compiled) (void)evaluate(each, environment, scratch);
                            }) / expression_count);

    figures.set("load", seconds_of([&] {
                    Session session(load(conditioned));
                    (void)session.view();
                }));

    Session alone(load(plain));
    bool flip = false;
    figures.set("alone", seconds_of([&] {
                    flip = !flip;
                    alone.apply(SetValue{"q500", flip ? "a" : "b"});
                    (void)alone.view();
                }));

    const std::size_t before = bytes_held;
    Session dependent(load(conditioned));
    (void)dependent.view();
    figures.set("memory", static_cast<double>(bytes_held - before));

    figures.set("dependent", seconds_of([&] {
                    flip = !flip;
                    dependent.apply(SetValue{"first", flip ? "yes" : "no"});
                }));
    figures.set("dependent_view", seconds_of([&] {
                    flip = !flip;
                    dependent.apply(SetValue{"first", flip ? "yes" : "no"});
                    (void)dependent.view();
                }));

    const Value output = Value::object({{"expressions", std::move(texts)},
                                        {"values", values},
                                        {"plain", plain},
                                        {"conditioned", conditioned},
                                        {"figures", std::move(figures)}});
    std::puts(write_json(output).c_str());
}
