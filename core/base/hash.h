// SHA-256 (FIPS 180-4): the content hash of a definition, the seal over published ballots.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/value.h"

namespace canvass::core {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);
std::string hex(const Sha256& digest);

// SHA-256, in hex, of the value's JSON with members sorted by name: the same for the same content, whatever
// parser read it and in whatever order.
std::string content_hash(const Value& value);

// The same, kept with what it is of and worked out when first asked for: most pages never ask, and it takes as long as
// a tenth of loading. Ownership: a value type. Where several threads share one, text() is called once before they do.
class ContentHash {
public:
    ContentHash() = default;
    explicit ContentHash(const Value& value);

    const std::string& text() const;

private:
    mutable std::string text_;  // the canonical JSON until it is asked for
    mutable bool worked_out_ = true;
};

}  // namespace canvass::core
