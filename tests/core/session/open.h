// A session of a definition that has nothing wrong with it.
#pragma once

#include <memory>
#include <string_view>

#include <catch2/catch_test_macros.hpp>

#include "core/definition/codec.h"
#include "core/json/json.h"
#include "core/session/session.h"

namespace canvass::core {

inline Session open(std::string_view text) {
    Result<LoadedDefinition> loaded = load_definition(*parse_json(text));
    REQUIRE(loaded);
    CHECK(loaded->diagnostics.empty());
    return Session(std::make_shared<const Definition>(std::move(loaded->definition)));
}

}  // namespace canvass::core
