#include "shell/cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "core/json/json.h"

namespace canvass::cli {
namespace {

bool write(std::FILE* file, std::string_view text) {
    return std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
}

}  // namespace

void print(std::string_view text) {
    if (write(stdout, text)) return;
    say(std::string("The output cannot be written: ") + std::strerror(errno) + ".");
    std::_Exit(exit_usage);
}

void print_line(const core::Value& value) { print(core::write_json(value) + '\n'); }

void say(std::string_view sentence) { write(stderr, std::string(sentence) + '\n'); }

void say(std::string_view where, const core::Diagnostics& diagnostics, std::string_view locale) {
    for (const core::Diagnostic& diagnostic : diagnostics) {
        std::string line(where);
        line += ": ";
        if (!diagnostic.pointer.empty()) line += diagnostic.pointer + ": ";
        if (diagnostic.severity == core::Severity::note) line += "note: ";
        say(line + core::describe(diagnostic, locale));
    }
}

core::Value error_line(const core::Diagnostics& diagnostics) {
    std::string sentences;
    for (const core::Diagnostic& diagnostic : diagnostics) {
        if (!sentences.empty()) sentences += ' ';
        if (!diagnostic.pointer.empty()) sentences += diagnostic.pointer + ": ";
        sentences += core::describe(diagnostic);
    }
    return error_line(sentences);
}

core::Value error_line(std::string_view sentence) {
    core::Value line;
    line.set("error", sentence);
    return line;
}

}  // namespace canvass::cli
