// Serves the files of one folder: a demo page, or the widget itself.
//
// Only regular files inside the folder are served, wherever links lead; names that begin with a dot are not.
// A folder answers with its index.html. A file "x.br" beside "x" goes out to clients that accept Brotli.
// Pages (HTML, SVG) get a strict Content-Security-Policy.
// Threads: any; nothing is kept between requests, so files may change at any time.
#pragma once

#include <filesystem>
#include <string>

#include "collector/http.h"

namespace canvass::collector {

class StaticFiles {
public:
    // Throws std::runtime_error when the folder cannot be opened.
    explicit StaticFiles(const std::filesystem::path& root);

    // For GET and HEAD.
    Reply get(const Request& request) const;

private:
    std::optional<std::filesystem::path> inside(const std::filesystem::path& file) const;

    std::filesystem::path root_;
};

// "text/javascript; charset=utf-8" for ".js"; application/octet-stream for what is not known.
std::string_view media_type(const std::filesystem::path& file);

}  // namespace canvass::collector
