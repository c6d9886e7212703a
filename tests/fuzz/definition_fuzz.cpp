// Any JSON as a survey definition: whatever is in it, it loads or says why, and every fault points somewhere.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/definition/codec.h"
#include "core/json/json.h"

using namespace canvass::core;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = parse_json(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!json) return 0;
    const auto loaded = check_definition(*json);
    for (const Diagnostic& diagnostic : loaded ? loaded->diagnostics : loaded.error()) {
        if (!diagnostic.pointer.empty() && diagnostic.pointer.front() != '/') std::abort();
        describe(diagnostic);
    }
    return 0;
}
