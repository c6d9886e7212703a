// Any bytes as an expression: compiles or says why not, runs twice to the same result, prints. Behind the first
// zero byte stand the variables, as JSON.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "core/expression/expression.h"
#include "core/json/json.h"

using namespace canvass::core;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t end = input.find('\0');
    const std::string text = repaired_utf8(input.substr(0, end));
    Value variables = Value::object();
    if (end != std::string_view::npos)
        if (Result<Value> parsed = parse_json(input.substr(end + 1))) variables = std::move(*parsed);

    const Result<Expression> expression = compile_expression(text);
    if (!expression) {
        if (expression.error().empty()) std::abort();
        return 0;
    }
    ObjectEnvironment environment(variables, Clock{1'795'369'200'000, 60});
    const std::string first = write_json(evaluate(*expression, environment));
    if (write_json(evaluate(*expression, environment)) != first) std::abort();
    print(*expression);
    dependencies(*expression);
    unknown_functions(*expression);
    return 0;
}
