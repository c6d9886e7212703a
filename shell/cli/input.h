// Files, standard input (the file "-") and the lines in them, with a limit on how much is read.
// Errors: a sentence in `fault`; nothing is printed here.
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/json/json.h"

namespace canvass::cli {

class Input {
public:
    explicit Input(const std::string& path);

    // Empty while all is well; otherwise what is wrong with the file.
    const std::string& fault() const { return fault_; }

    // Everything up to the end. Nothing when the file cannot be read or is longer than the limit.
    std::optional<std::string> read_all(std::size_t limit);

    // The next line without its end; nothing after the last. A line past the limit is read over and given as
    // far as the limit plus one byte, so that a limit on its text refuses it.
    std::optional<std::string> read_line(std::size_t limit);

private:
    struct Close {
        void operator()(std::FILE* file) const;
    };
    void fail(const char* what);

    std::string path_;
    std::unique_ptr<std::FILE, Close> file_;
    std::string fault_;
};

// A whole file as JSON. Faults of the file and of its JSON are printed as sentences and given back in
// `diagnostics` (empty for a file that could not be read at all).
std::optional<core::Value> read_json(const std::string& path, const core::JsonLimits& limits,
                                     core::Diagnostics& diagnostics, std::string_view locale = "en");

}  // namespace canvass::cli
