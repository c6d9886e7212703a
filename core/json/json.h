// JSON to Value and back.
//
// Reading: parse.cpp (native only) feeds nlohmann's SAX events into ValueBuilder; in the page the browser's
// own JSON.parse reads the text and hands the same events over in one flat buffer (flat.h). Both enforce the
// same limits and report every fault with its place. A repeated member name keeps the last value.
// Writing: one writer for all, so native and wasm give the same bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/value.h"

namespace canvass::core {

struct JsonLimits {
    std::size_t bytes = 4u << 20;    // of text
    std::size_t values = 1u << 20;   // nulls, scalars, arrays and objects together
    std::size_t depth = 100;
};

// Native only (target canvass::json).
Result<Value> parse_json(std::string_view text, const JsonLimits& limits = {});

// Compact; a Date as its ISO text, a number that is not finite as null.
std::string write_json(const Value& value);
// The same with members sorted by name at every level.
std::string write_canonical_json(const Value& value);

}  // namespace canvass::core
