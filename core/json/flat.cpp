#include "core/json/flat.h"

#include <cmath>
#include <cstdint>
#include <cstring>

#include "core/base/utf8.h"
#include "core/json/builder.h"

namespace canvass::core {
namespace {

enum Tag : unsigned char { tag_null, tag_false, tag_true, tag_number, tag_string, tag_array, tag_object };

class FlatReader {
public:
    FlatReader(std::string_view buffer, const JsonLimits& limits) : buffer_(buffer), builder_(limits) {}

    Result<Value> read() {
        if (!value() || (at_ < buffer_.size() && !fault())) return failure(errors());
        return builder_.take();
    }

private:
    // The depth is the builder's to limit, before it comes here again.
    bool value() {
        if (at_ == buffer_.size()) return fault();
        switch (static_cast<unsigned char>(buffer_[at_++])) {
            case tag_null: return builder_.scalar(nullptr);
            case tag_false: return builder_.scalar(false);
            case tag_true: return builder_.scalar(true);
            case tag_number: return number();
            case tag_string: {
                std::string text;
                return string(text) && builder_.scalar(std::move(text));
            }
            case tag_array: return builder_.begin_array() && items() && builder_.end();
            case tag_object: return builder_.begin_object() && members() && builder_.end();
            default: --at_; return fault();
        }
    }

    bool number() {
        std::uint64_t bits = 0;
        if (!little_endian(8, bits)) return false;
        double number = 0;
        std::memcpy(&number, &bits, sizeof number);
        return std::isfinite(number) ? builder_.scalar(number) : fault("number < 1.8e308");
    }

    bool string(std::string& text) {
        std::uint64_t length = 0;
        if (!little_endian(4, length)) return false;
        if (length > buffer_.size() - at_) return fault();
        const std::string_view bytes = buffer_.substr(at_, static_cast<std::size_t>(length));
        text = is_utf8(bytes) ? std::string(bytes) : repaired_utf8(bytes);
        at_ += bytes.size();
        return true;
    }

    bool items() {
        std::uint64_t count = 0;
        if (!little_endian(4, count)) return false;
        while (count-- > 0)
            if (!value()) return false;
        return true;
    }

    bool members() {
        std::uint64_t count = 0;
        if (!little_endian(4, count)) return false;
        while (count-- > 0) {
            std::string name;
            if (!string(name) || !builder_.key(std::move(name)) || !value()) return false;
        }
        return true;
    }

    bool little_endian(std::size_t size, std::uint64_t& number) {
        if (size > buffer_.size() - at_) return fault();
        for (std::size_t i = size; i-- > 0;) number = number << 8 | static_cast<unsigned char>(buffer_[at_ + i]);
        at_ += size;
        return true;
    }

    bool fault(std::string_view expected = {}) {
        Diagnostic diagnostic;
        diagnostic.code = Code::json_syntax;
        diagnostic.position = static_cast<int>(at_);
        diagnostic.detail = expected;
        fault_.push_back(std::move(diagnostic));
        return false;
    }

    const Diagnostics& errors() const { return fault_.empty() ? builder_.errors() : fault_; }

    std::string_view buffer_;
    std::size_t at_ = 0;
    ValueBuilder builder_;
    Diagnostics fault_;
};

}  // namespace

Result<Value> read_flat(std::string_view buffer, const JsonLimits& limits) {
    if (buffer.size() / 8 > limits.bytes) {
        Diagnostic diagnostic;
        diagnostic.code = Code::too_large;
        diagnostic.subject = "bytes";
        diagnostic.limit = static_cast<long>(limits.bytes);
        return failure(std::move(diagnostic));
    }
    return FlatReader(buffer, limits).read();
}

}  // namespace canvass::core
