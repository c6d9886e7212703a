// Any bytes as a regular expression and, behind the first zero byte, a text: compiles or says why not, and matches
// in bounded time with the same outcome twice. What matches as it is matches without regard to case as well, unless
// something is negated.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "core/expression/regex.h"

using namespace canvass::core;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t end = input.find('\0');
    const std::string pattern = repaired_utf8(input.substr(0, end));
    const std::string text = end == std::string_view::npos ? std::string() : repaired_utf8(input.substr(end + 1));
    RegexLimits limits;
    limits.states = 2'000;
    const Result<Regex> regex = compile_regex(pattern, false, limits);
    const Result<Regex> caseless = compile_regex(pattern, true, limits);
    if (regex.has_value() != caseless.has_value()) std::abort();
    if (!regex) {
        if (regex.error().empty()) std::abort();
        return 0;
    }
    const bool matches = regex->matches(text);
    if (regex->matches(text) != matches) std::abort();
    const bool plain = pattern.find_first_of("^!\\") == std::string::npos;
    if (plain && matches && !caseless->matches(text)) std::abort();
    return 0;
}
