#include "collector/static_files.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <stdexcept>

#include "collector/problem.h"

namespace canvass::collector {
namespace fs = std::filesystem;
namespace {

constexpr const char* content_security_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; "
    "require-trusted-types-for 'script'";

struct MediaType {
    std::string_view extension, type;
};
constexpr std::array media_types{
    MediaType{".html", "text/html; charset=utf-8"},
    MediaType{".js", "text/javascript; charset=utf-8"},
    MediaType{".mjs", "text/javascript; charset=utf-8"},
    MediaType{".css", "text/css; charset=utf-8"},
    MediaType{".wasm", "application/wasm"},
    MediaType{".json", "application/json"},
    MediaType{".map", "application/json"},
    MediaType{".webmanifest", "application/manifest+json"},
    MediaType{".svg", "image/svg+xml"},
    MediaType{".png", "image/png"},
    MediaType{".jpg", "image/jpeg"},
    MediaType{".jpeg", "image/jpeg"},
    MediaType{".gif", "image/gif"},
    MediaType{".webp", "image/webp"},
    MediaType{".avif", "image/avif"},
    MediaType{".ico", "image/x-icon"},
    MediaType{".woff2", "font/woff2"},
    MediaType{".txt", "text/plain; charset=utf-8"},
    MediaType{".md", "text/plain; charset=utf-8"},
    MediaType{".ts", "text/plain; charset=utf-8"},
};

// The path below the root that a request names; nothing for names that are never served.
std::optional<fs::path> relative_path(std::string_view request_path) {
    const auto segments = path_segments(request_path);
    if (!segments) return std::nullopt;
    fs::path path;
    for (std::size_t i = 0; i < segments->size(); ++i) {
        const std::string& segment = (*segments)[i];
        const bool last = i + 1 == segments->size();
        if (segment.empty() && !last) return std::nullopt;
        if (segment.starts_with('.') || segment.find_first_of("/\\") != std::string::npos) return std::nullopt;
        path /= segment;
    }
    return path;
}

struct Version {
    std::string etag;
    std::string last_modified;
};

std::optional<Version> version_of(const fs::path& file, std::string_view encoding) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    if (error) return std::nullopt;
    const auto written = fs::last_write_time(file, error);
    if (error) return std::nullopt;
    const auto time = std::chrono::file_clock::to_sys(written).time_since_epoch();
    std::array<char, 64> etag{};
    std::snprintf(etag.data(), etag.size(), "\"%llx-%llx%.*s\"", static_cast<unsigned long long>(time.count()),
                  static_cast<unsigned long long>(size), static_cast<int>(encoding.size()), encoding.data());
    return Version{etag.data(), http_date(std::chrono::duration_cast<std::chrono::seconds>(time).count())};
}

bool not_modified(const Request& request, const Version& version) {
    const auto etags = request.header("If-None-Match");
    return etags.empty() ? request.header("If-Modified-Since") == version.last_modified
                         : matches_etag(etags, version.etag);
}

}  // namespace

std::string_view media_type(const fs::path& file) {
    const std::string extension = file.extension().string();
    for (const MediaType& known : media_types) {
        if (equal_ignoring_case(known.extension, extension)) return known.type;
    }
    return "application/octet-stream";
}

StaticFiles::StaticFiles(const fs::path& root) {
    std::error_code error;
    root_ = fs::canonical(root, error);
    if (error || !fs::is_directory(root_, error)) {
        throw std::runtime_error(root.string() + ": " + (error ? error.message() : "it is not a folder"));
    }
}

std::optional<fs::path> StaticFiles::inside(const fs::path& file) const {
    std::error_code error;
    fs::path real = fs::canonical(file, error);
    if (error) return std::nullopt;
    const auto relative = real.lexically_relative(root_);
    if (relative.empty() || *relative.begin() == "..") return std::nullopt;
    return real;
}

Reply StaticFiles::get(const Request& request) const {
    const auto relative = relative_path(request.path());
    if (!relative) return refusal(Problem::not_found);
    fs::path named = root_ / *relative;  // its name tells the type, wherever links lead
    auto file = inside(named);
    if (!file) return refusal(Problem::not_found);

    std::error_code error;
    if (fs::is_directory(*file, error)) {
        if (!request.path().ends_with('/')) {
            Reply reply;
            reply.status = 301;
            reply.headers = {{"Location", std::string(request.path()) + "/"}};
            return reply;
        }
        named /= "index.html";
        file = inside(named);
    }
    if (!file || !fs::is_regular_file(*file, error)) return refusal(Problem::not_found);

    Reply reply;
    const auto type = media_type(named);
    reply.headers = {{"Content-Type", std::string(type)}, {"Cache-Control", "no-cache"}};
    if (type.starts_with("text/html") || type == "image/svg+xml") {
        reply.headers.emplace_back("Content-Security-Policy", content_security_policy);
        reply.headers.emplace_back("Referrer-Policy", "strict-origin-when-cross-origin");
    }
    std::string_view encoding;
    const auto compressed = inside(named += ".br");
    if (compressed && fs::is_regular_file(*compressed, error)) {
        reply.headers.emplace_back("Vary", "Accept-Encoding");
        if (accepts_encoding(request.header("Accept-Encoding"), "br")) {
            file = compressed;
            encoding = "-br";
            reply.headers.emplace_back("Content-Encoding", "br");
        }
    }
    const auto version = version_of(*file, encoding);
    if (!version) return refusal(Problem::not_found);
    reply.headers.emplace_back("ETag", version->etag);
    reply.headers.emplace_back("Last-Modified", version->last_modified);
    if (not_modified(request, *version)) {
        reply.status = 304;
        return reply;
    }
    reply.file = std::move(*file);
    return reply;
}

}  // namespace canvass::collector
