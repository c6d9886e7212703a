#include "core/base/hash.h"
#include "core/json/json.h"

namespace canvass::core {

std::string content_hash(const Value& value) { return hex(sha256(write_canonical_json(value))); }

}  // namespace canvass::core
