// What the browser's JSON.parse read, in one binary buffer: the script writes it into wasm memory, read_flat
// turns it into a Value. It carries the same events as the native parser, within the same limits, so that no
// JSON parser is shipped in wasm.
//
// The buffer is exactly one value, with nothing after it. Every value begins with one tag byte:
//
//   0  null
//   1  false
//   2  true
//   3  number   f64
//   4  string   u32 length in bytes, then that many bytes of UTF-8
//   5  array    u32 count, then that many values
//   6  object   u32 count, then that many times: u32 length, that many bytes of UTF-8 (the name), a value
//
// u32 and f64 (IEEE 754) are little-endian and stand at any address: nothing is aligned or padded.
// Members come in the order in which JavaScript lists them (array indices first, in rising order, then as
// written); the native parser puts them in the same order.
//
// Ownership: the buffer is only read, and not kept.
// Errors: a buffer that is cut short, has an unknown tag, bytes after its end or a number that is not finite
// is `json_syntax` with `position` in the buffer; limits are as in json.h. The script holds the JSON text to
// JsonLimits::bytes; a buffer past 8 times that is refused (a list of one-digit numbers takes 4.5 times its text).
// Ill-formed UTF-8 becomes U+FFFD here, unpaired surrogates already in the script's TextEncoder.
#pragma once

#include <string_view>

#include "core/json/json.h"

namespace canvass::core {

Result<Value> read_flat(std::string_view buffer, const JsonLimits& limits = {});

}  // namespace canvass::core
