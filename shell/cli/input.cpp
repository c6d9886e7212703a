#include "shell/cli/input.h"

#include <cerrno>
#include <cstring>

#include "shell/cli/output.h"

namespace canvass::cli {

void Input::Close::operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
}

Input::Input(const std::string& path)
    : path_(path == "-" ? "standard input" : path), file_(path == "-" ? stdin : std::fopen(path.c_str(), "rb")) {
    if (!file_) fail("cannot be opened");
}

void Input::fail(const char* what) {
    fault_ = path_ + " " + what + ": " + std::strerror(errno) + ".";
}

std::optional<std::string> Input::read_all(std::size_t limit) {
    if (!file_) return std::nullopt;
    std::string text;
    char block[1 << 16];
    while (const std::size_t size = std::fread(block, 1, sizeof block, file_.get())) {
        text.append(block, size);
        if (text.size() > limit) {
            fault_ = path_ + " is too large: no more than " + std::to_string(limit) + " bytes are read.";
            return std::nullopt;
        }
    }
    if (std::ferror(file_.get())) {
        fail("cannot be read");
        return std::nullopt;
    }
    return text;
}

std::optional<std::string> Input::read_line(std::size_t limit) {
    if (!file_) return std::nullopt;
    std::string line;
    int letter = 0;
    bool any = false;
    while ((letter = std::getc(file_.get())) != EOF && letter != '\n') {
        any = true;
        if (line.size() <= limit) line += static_cast<char>(letter);
    }
    if (letter == EOF && std::ferror(file_.get())) fail("cannot be read");
    if (letter == EOF && !any) return std::nullopt;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
}

std::optional<core::Value> read_json(const std::string& path, const core::JsonLimits& limits,
                                     core::Diagnostics& diagnostics, std::string_view locale) {
    Input input(path);
    const std::optional<std::string> text = input.read_all(limits.bytes);
    if (!text) {
        say(input.fault());
        return std::nullopt;
    }
    core::Result<core::Value> json = core::parse_json(*text, limits);
    if (json) return std::move(*json);
    diagnostics = std::move(json.error());
    say(path, diagnostics, locale);
    return std::nullopt;
}

}  // namespace canvass::cli
