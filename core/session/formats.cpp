#include "core/session/formats.h"

#include <algorithm>
#include <string>

namespace canvass::core {
namespace {

constexpr std::string_view barred_in_names = "<>()[].,;:@\" \t\r\n\f\v";
constexpr std::string_view barred_in_hosts = "<>()=[].,;:@\" \t\r\n\f\v";

// One or more parts between dots, each free of the barred letters; `shortest` characters in the last.
bool is_dotted(std::string_view text, std::string_view barred, std::size_t least_parts, std::size_t shortest) {
    std::size_t parts = 0;
    for (;;) {
        const std::size_t dot = text.find('.');
        const std::string_view part = text.substr(0, dot);
        if (part.empty() || part.find_first_of(barred) != std::string_view::npos) return false;
        ++parts;
        if (dot == std::string_view::npos) return parts >= least_parts && part.size() >= shortest;
        text.remove_prefix(dot + 1);
    }
}

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool is_email(std::string_view text) noexcept {
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos || at == 0) return false;
    const std::string_view name = text.substr(0, at);
    const bool quoted = name.size() > 2 && name.front() == '"' && name.back() == '"' &&
                        name.find('\n') == std::string_view::npos;
    if (!quoted && !is_dotted(name, barred_in_names, 1, 1)) return false;
    return is_dotted(text.substr(at + 1), barred_in_hosts, 2, 2);
}

bool is_safe_address(std::string_view text) noexcept {
    if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; })) return false;
    if (!text.empty() && text.front() == ' ') return false;
    const std::size_t end = text.find_first_of(":/?#");
    if (end == std::string_view::npos || text[end] != ':') return true;
    std::string scheme(text.substr(0, end));
    for (char& c : scheme) c = static_cast<char>(is_letter(c) ? c | 0x20 : c);
    return scheme == "http" || scheme == "https";
}

}  // namespace canvass::core
