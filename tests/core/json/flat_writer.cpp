#include "tests/core/json/flat_writer.h"

#include <cstdint>
#include <cstring>

namespace canvass::test {

std::string u32(std::uint32_t number) {
    std::string bytes;
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(number >> shift);
    return bytes;
}

std::string f64(double number) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    return u32(static_cast<std::uint32_t>(bits)) + u32(static_cast<std::uint32_t>(bits >> 32));
}

std::string flat(const core::Value& value) {
    const auto text = [](const std::string& bytes) { return u32(static_cast<std::uint32_t>(bytes.size())) + bytes; };
    const auto count = [&] { return u32(static_cast<std::uint32_t>(value.size())); };
    if (value.is_bool()) return std::string(1, value.as_bool() ? 2 : 1);
    if (value.is_number()) return '\3' + f64(value.as_number());
    if (value.is_string()) return '\4' + text(*value.as_string());
    if (const auto* items = value.as_array()) {
        std::string bytes = '\5' + count();
        for (const core::Value& item : *items) bytes += flat(item);
        return bytes;
    }
    if (const auto* members = value.as_object()) {
        std::string bytes = '\6' + count();
        for (const auto& member : *members) bytes += text(member.name) + flat(member.value);
        return bytes;
    }
    return std::string(1, '\0');
}

}  // namespace canvass::test
