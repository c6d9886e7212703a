#include "core/definition/references.h"

namespace canvass::core {
namespace {

std::string_view trimmed(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

std::vector<Reference> references_in(std::string_view text) {
    std::vector<Reference> references;
    constexpr std::size_t none = std::string_view::npos;
    std::size_t open = none;
    for (std::size_t at = text.find('{'); at < text.size(); ++at) {
        if (text[at] == '{') {
            open = at;
        } else if (text[at] == '}' && open != none) {
            const std::string_view inside = text.substr(open + 1, at - open - 1);
            const std::string_view name = trimmed(inside);
            if (!name.empty() && inside.find(':') == none) references.push_back({open, at + 1, name});
            open = none;
        }
    }
    return references;
}

}  // namespace canvass::core
