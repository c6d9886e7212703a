#include "collector/http.h"

#include <array>
#include <cctype>
#include <cstdio>
#include <ctime>

namespace canvass::collector {
namespace {

int hex_digit(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Calls use(item) for each trimmed item of a comma-separated list, until it returns true.
template <class Use>
bool any_item(std::string_view list, Use use) {
    while (!list.empty()) {
        const auto end = list.find(',');
        if (use(trimmed(list.substr(0, end)))) return true;
        if (end == std::string_view::npos) return false;
        list.remove_prefix(end + 1);
    }
    return false;
}

}  // namespace

std::string_view Request::path() const noexcept {
    const std::string_view whole = target;
    return whole.substr(0, whole.find('?'));
}

std::string_view Request::header(std::string_view name) const noexcept {
    for (const auto& [key, value] : headers) {
        if (equal_ignoring_case(key, name)) return value;
    }
    return {};
}

std::optional<std::string> percent_decoded(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        if (i + 2 >= text.size()) return std::nullopt;
        const int high = hex_digit(text[i + 1]);
        const int low = hex_digit(text[i + 2]);
        if (high < 0 || low < 0 || (high == 0 && low == 0)) return std::nullopt;
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return decoded;
}

std::optional<std::vector<std::string>> path_segments(std::string_view path) {
    if (path.empty() || path.front() != '/') return std::nullopt;
    path.remove_prefix(1);
    std::vector<std::string> segments;
    for (;;) {
        const auto end = path.find('/');
        auto segment = percent_decoded(path.substr(0, end));
        if (!segment) return std::nullopt;
        segments.push_back(std::move(*segment));
        if (end == std::string_view::npos) return segments;
        path.remove_prefix(end + 1);
    }
}

bool is_json(const Request& request) {
    const auto type = request.header("Content-Type");
    return equal_ignoring_case(trimmed(type.substr(0, type.find(';'))), "application/json");
}

bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::tolower(static_cast<unsigned char>(a[i])) != std::tolower(static_cast<unsigned char>(b[i])))
            return false;
    }
    return true;
}

std::string_view trimmed(std::string_view text) noexcept {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

bool accepts_encoding(std::string_view accept_encoding, std::string_view name) {
    return any_item(accept_encoding, [name](std::string_view item) {
        const auto semicolon = item.find(';');
        if (!equal_ignoring_case(trimmed(item.substr(0, semicolon)), name)) return false;
        if (semicolon == std::string_view::npos) return true;
        const std::string_view weight = trimmed(item.substr(semicolon + 1));
        // "q=0", "q=0.", "q=0.000" refuse; anything else has a digit other than zero.
        return weight.find_first_of("123456789") != std::string_view::npos;
    });
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
    return any_item(if_none_match, [etag](std::string_view item) {
        if (item.starts_with("W/")) item.remove_prefix(2);
        return item == "*" || item == etag;
    });
}

std::string http_date(std::int64_t seconds_since_1970) {
    static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto seconds = static_cast<std::time_t>(seconds_since_1970);
    std::tm time{};
    gmtime_r(&seconds, &time);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days[static_cast<std::size_t>(time.tm_wday)], time.tm_mday,
                  months[static_cast<std::size_t>(time.tm_mon)], time.tm_year + 1900, time.tm_hour, time.tm_min,
                  time.tm_sec);
    return text.data();
}

Reply json_reply(std::string body, int status) {
    Reply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    reply.body = std::move(body);
    return reply;
}

}  // namespace canvass::collector
