// What the engine costs: expressions, loading, answering. Prints a figure a line; compare them within one run.
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "core/definition/codec.h"
#include "core/expression/expression.h"
#include "core/json/json.h"
#include "core/session/session.h"

namespace {

using namespace canvass::core;
using clock_type = std::chrono::steady_clock;

// Runs `work` for about 0.4 s and gives the mean seconds of one call.
template <class Work>
double seconds_of(Work&& work) {
    work();
    long calls = 0;
    const auto begin = clock_type::now();
    std::chrono::duration<double> spent{};
    do {
        work();
        ++calls;
        spent = clock_type::now() - begin;
    } while (spent.count() < 0.4);
    return spent.count() / static_cast<double>(calls);
}

const char* const expressions[] = {
    "{age} >= 21 and ({sex} = 'male' or {kids} > 1)", "{name} notempty", "{colours} contains 'red'",
    "{score} * 2 + 1 > 10", "iif({age} > 17, 'adult', 'minor') = 'adult'", "{a} = {b}", "!({age} < 18)",
    "{colours} anyof ['red', 'blue']", "{price} * {quantity} - {discount}", "{name} = 'Mira'", "{kids} empty",
    "{score} > 3 or {score} < 1", "({a} + {b}) / 2 >= 1.5", "{sex} <> 'male'", "{age} < 65 and {age} > 17",
    "round({price} * 1.19, 2)", "sum({a}, {b}, {score})", "{colours} allof ['red', 'green']", "{name} contains 'ir'",
    "{discount} = 0 and {quantity} >= 2"};

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

// `count` questions; every one but the first shows when the first is "yes", or depends on nothing.
std::string survey_text(int count, bool conditions) {
    std::string text = R"({"elements":[{"type":"radiogroup","name":"first","choices":["yes","no"]})";
    for (int index = 1; index < count; ++index) {
        const std::string name = "q" + std::to_string(index);
        text += R"(,{"type":"radiogroup","name":")" + name + R"(","title":"Question )" + name +
                R"(","choices":["a","b","c"])";
        if (conditions) text += R"(,"visibleIf":"{first} = 'yes'")";
        text += '}';
    }
    return text + "]}";
}

std::shared_ptr<const Definition> load(const std::string& text) {
    auto loaded = load_definition(*parse_json(text));
    return std::make_shared<const Definition>(std::move(loaded->definition));
}

void print(const char* what, double value, const char* unit) { std::printf("%-58s %12.3f %s\n", what, value, unit); }

}  // namespace

int main() {
    std::vector<Expression> compiled;
    const double parsing = seconds_of([&] {
        compiled.clear();
        for (const char* text : expressions) compiled.push_back(*compile_expression(text));
    });
    print("parse an expression", parsing / 20 * 1e6, "µs");

    const Value values = answers();
    ObjectEnvironment environment(values, Clock{});
    Scratch scratch;
    const double evaluating = seconds_of([&] {
        for (const Expression& expression : compiled) (void)evaluate(expression, environment, scratch);
    });
    print("evaluate an expression", evaluating / 20 * 1e6, "µs");

    const std::string text = survey_text(1000, true);
    const Value json = *parse_json(text);
    print("load 1,000 questions with conditions, JSON included", seconds_of([&] { (void)load(text); }) * 1e3, "ms");
    print("load 1,000 questions with conditions, JSON read before", seconds_of([&] { (void)load_definition(json); }) * 1e3, "ms");

    Session independent(load(survey_text(1000, false)));
    bool flip = false;
    const double alone = seconds_of([&] {
        flip = !flip;
        independent.apply(SetValue{"q500", flip ? "a" : "b"});
        (void)independent.view();
    });
    print("one answer, nothing depends on it (1,000 questions)", alone * 1e6, "µs");

    Session dependent(load(text));
    const double all = seconds_of([&] {
        flip = !flip;
        dependent.apply(SetValue{"first", flip ? "yes" : "no"});
        (void)dependent.view();
    });
    print("one answer on which 1,000 conditions depend, view included", all * 1e3, "ms");
}
