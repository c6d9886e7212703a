#include "collector/options.h"

#include <arpa/inet.h>

#include <charconv>
#include <optional>

namespace canvass::collector {
namespace {

using Failure = tl::unexpected<std::string>;

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// "127.0.0.1:8080", "[::1]:8080", "localhost:8080", ":8080" and "8080" (both loopback).
bool read_address(std::string_view text, Options& options) {
    const auto colon = text.rfind(':');
    std::string_view host = colon == std::string_view::npos ? "" : text.substr(0, colon);
    const auto port = number_in<std::uint16_t>(colon == std::string_view::npos ? text : text.substr(colon + 1));
    if (!port) return false;
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    options.port = *port;
    if (host.empty() || host == "localhost") return true;
    options.address = host;
    in6_addr binary{};
    return inet_pton(AF_INET, options.address.c_str(), &binary) == 1 ||
           inet_pton(AF_INET6, options.address.c_str(), &binary) == 1;
}

template <class Number>
bool read_number(std::string_view text, Number& number) {
    const auto read = number_in<Number>(text);
    if (!read || *read == 0) return false;
    number = *read;
    return true;
}

// False: not a value for this option. Nothing: no such option.
std::optional<bool> read_option(std::string_view name, const std::string& value, Options& options) {
    if (name == "--db")
        options.database = value;
    else if (name == "--definitions")
        options.definitions = value;
    else if (name == "--static")
        options.files = value;
    else if (name == "--score-key")
        options.score_key = value;
    else if (name == "--score-model")
        options.score_model = value;
    else if (name == "--score-pages")
        return value == "off" || (options.score_pages = value == "on");
    else if (name == "--allow-origin")
        options.origins.push_back(value);
    else if (name == "--listen")
        return read_address(value, options);
    else if (name == "--max-body")
        return read_number(value, options.most_body_bytes);
    else if (name == "--max-connections")
        return read_number(value, options.most_connections);
    else if (name == "--max-streams")
        return read_number(value, options.most_streams);
    else
        return std::nullopt;
    return !value.empty();
}

Failure refused(const std::string& name, const std::string& value) {
    return Failure(value.empty() ? name + " needs a value" : name + " cannot be " + value);
}

}  // namespace

const std::string_view usage =
    "usage: canvass-collector serve --db FILE --definitions DIR [option ...]\n"
    "  --db FILE             SQLite database; created if its folder exists\n"
    "  --definitions DIR     every *.json in it is a survey\n"
    "  --listen ADDR         address:port, or a port of the loopback address; port 0 takes a free one\n"
    "                        (default 127.0.0.1:8080)\n"
    "  --static DIR          serve these files too\n"
    "  --score-key FILE      count engagement; the file holds the key that asking for it needs\n"
    "  --score-pages on      whoever has a member's token may report what a page may report, see that member's\n"
    "                        score and opt out (default off)\n"
    "  --score-model NAME    canvass, orbit, trust, or a file (default canvass)\n"
    "  --allow-origin ORIGIN pages of this origin may use the collector; can be repeated (default: *)\n"
    "  --max-body BYTES      largest response accepted (default 262144)\n"
    "  --max-connections N   (default 1000)\n"
    "  --max-streams N       live results, of these connections (default 500)\n";

tl::expected<Options, std::string> parse_options(const std::vector<std::string>& arguments) {
    if (arguments.empty() || arguments[0] != "serve") return Failure("the command is missing: serve");
    Options options;
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        const std::string& name = arguments[i];
        const std::string value = i + 1 < arguments.size() ? arguments[i + 1] : "";
        const auto understood = read_option(name, value, options);
        if (!understood) return Failure("unknown option " + name);
        if (!*understood) return refused(name, value);
    }
    if (options.database.empty()) return Failure("--db is missing");
    if (options.definitions.empty()) return Failure("--definitions is missing");
    if (!options.score_model.empty() && options.score_key.empty()) return Failure("--score-model needs --score-key");
    if (options.score_pages && options.score_key.empty()) return Failure("--score-pages needs --score-key");
    return options;
}

}  // namespace canvass::collector
