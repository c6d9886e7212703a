// The command line of canvass-collector.
// Errors: a sentence that says what is wrong.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace canvass::collector {

struct Options {
    std::filesystem::path database;
    std::filesystem::path definitions;
    std::filesystem::path files;  // static files; empty: none
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;         // 0: any that is free
    std::filesystem::path score_key;  // holds the key for scores; empty: there are none
    bool score_pages = false;         // members' pages may report events of theirs and ask for their own score
    std::string score_model;          // a name or a file; empty: "canvass"
    std::vector<std::string> origins;  // that may embed the widget; empty: every one
    std::uint64_t most_body_bytes = 262'144;
    std::size_t most_connections = 1000;
    std::size_t most_streams = 500;
};

extern const std::string_view usage;

// The arguments after the program's name.
tl::expected<Options, std::string> parse_options(const std::vector<std::string>& arguments);

}  // namespace canvass::collector
