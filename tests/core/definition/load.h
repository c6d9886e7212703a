// Definitions of tests, written as JSON with ' for ".
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "core/definition/codec.h"
#include "core/json/json.h"

namespace canvass::core {

inline Value json_of(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    Result<Value> json = parse_json(text);
    REQUIRE(json);
    return std::move(*json);
}

inline LoadedDefinition load(const std::string& text) {
    Result<LoadedDefinition> loaded = check_definition(json_of(text));
    REQUIRE(loaded);
    return std::move(*loaded);
}

inline std::shared_ptr<const Definition> definition_of(const std::string& text) {
    return std::make_shared<const Definition>(std::move(load(text).definition));
}

// The first diagnostic of that code; nullptr when there is none.
inline const Diagnostic* find(const Diagnostics& diagnostics, Code code) {
    const auto found = std::find_if(diagnostics.begin(), diagnostics.end(),
                                    [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
    return found == diagnostics.end() ? nullptr : &*found;
}

}  // namespace canvass::core
