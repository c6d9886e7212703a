#include "core/session/formats.h"

namespace canvass::core {
namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";
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

bool is_url(std::string_view text) noexcept {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || !is_letter(text.front())) return false;
    for (const char c : text.substr(0, colon)) {
        if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') return false;
    }
    std::string_view rest = text.substr(colon + 1);
    while (!rest.empty() && rest.front() == '/') rest.remove_prefix(1);
    return !rest.empty() && rest.find_first_of(blanks) == std::string_view::npos;
}

}  // namespace canvass::core
