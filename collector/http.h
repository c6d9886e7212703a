// A request and a reply as the rest of the collector sees them: plain values, no library types.
// Ownership: value types. Errors: parsing helpers return nothing for what is malformed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canvass::collector {

class Subscription;

enum class Method { get, head, post, options, other };

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
    Method method = Method::get;
    std::string target;  // as it came: path and query
    Headers headers;
    std::string body;

    std::string_view path() const noexcept;                         // still percent-encoded
    std::string_view header(std::string_view name) const noexcept;  // "" when absent; names in any case
};

// One of three bodies: text, a file, or events for as long as the client listens. The connection adds
// Content-Length, Date and Connection, and leaves the body out of an answer to HEAD.
struct Reply {
    int status = 200;
    Headers headers;
    std::string body;
    std::optional<std::filesystem::path> file;
    std::shared_ptr<Subscription> events;
};

// JSON that nobody keeps.
Reply json_reply(std::string body, int status = 200);

// Must be called exactly once, at once or later, on the collector's thread.
using Answer = std::function<void(Reply)>;
using Handler = std::function<void(const Request&, Answer)>;

// "%C3%BC" → "ü". Nothing for a broken escape or a NUL.
std::optional<std::string> percent_decoded(std::string_view text);
// Splits at '/', then decodes: "/a%2Fb/c" → {"a/b", "c"}. Nothing when the path does not begin with '/' or an
// escape is broken.
std::optional<std::vector<std::string>> path_segments(std::string_view path);

bool is_json(const Request& request);  // by its Content-Type

bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept;
std::string_view trimmed(std::string_view text) noexcept;

// Does a list like "gzip, br;q=0.5" accept the name? With q=0 it does not.
bool accepts_encoding(std::string_view accept_encoding, std::string_view name);
// If-None-Match against one ETag, weakly compared (RFC 9110, 13.1.2).
bool matches_etag(std::string_view if_none_match, std::string_view etag);
// "Sun, 06 Nov 1994 08:49:37 GMT"
std::string http_date(std::int64_t seconds_since_1970);

}  // namespace canvass::collector
