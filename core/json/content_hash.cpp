#include "core/base/hash.h"
#include "core/json/json.h"

namespace canvass::core {

std::string content_hash(const Value& value) { return hex(sha256(write_canonical_json(value))); }

ContentHash::ContentHash(const Value& value) : text_(write_canonical_json(value)), worked_out_(false) {}

const std::string& ContentHash::text() const {
    if (!worked_out_) text_ = hex(sha256(text_));
    worked_out_ = true;
    return text_;
}

}  // namespace canvass::core
