// The words of a command line after the command: files by position, options as --name VALUE or --name=VALUE,
// flags as --name. "-" is a file (standard input), "--" ends the options.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canvass::cli {

// What a command takes. Names without the dashes.
struct Usage {
    std::string_view text;  // one line, as a reminder
    std::vector<std::string_view> options;
    std::vector<std::string_view> flags;
};

class Arguments {
public:
    // Nothing, and a sentence on standard error, for words that the command does not take.
    static std::optional<Arguments> read(const std::vector<std::string>& words, const Usage& usage);

    const std::vector<std::string>& files() const { return files_; }
    bool has(std::string_view name) const { return find(name) != nullptr; }
    std::string_view option(std::string_view name) const;

private:
    const std::string* find(std::string_view name) const;

    std::vector<std::string> files_;
    std::vector<std::pair<std::string, std::string>> options_;
};

}  // namespace canvass::cli
