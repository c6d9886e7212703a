// The whole of a file; nothing when it cannot be read.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace canvass::collector {

inline std::optional<std::string> content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string content(std::istreambuf_iterator<char>(stream), {});
    if (!stream) return std::nullopt;
    return content;
}

}  // namespace canvass::collector
