#include "core/base/localized_text.h"

#include <algorithm>

namespace canvass::core {
namespace {

char folded(char letter) noexcept {
    if (letter == '_') return '-';
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool same_tag(std::string_view a, std::string_view b) noexcept {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return folded(x) == folded(y); });
}

// "zh-Hant-TW" → "zh-Hant" → "zh" → ""
std::string_view parent_tag(std::string_view tag) noexcept {
    const std::size_t cut = tag.find_last_of("-_");
    return cut == std::string_view::npos ? std::string_view() : tag.substr(0, cut);
}

}  // namespace

std::string_view LocalizedText::in(std::string_view locale, std::string_view default_locale) const noexcept {
    const std::span<const Entry> by_locale = entries();
    const auto find = [&](std::string_view tag) {
        return std::find_if(by_locale.begin(), by_locale.end(),
                            [&](const auto& entry) { return same_tag(entry.first, tag); });
    };
    for (std::string_view wish : {locale, std::string_view(), default_locale}) {
        auto found = find(wish);
        while (found == by_locale.end() && !wish.empty()) {
            wish = parent_tag(wish);
            if (!wish.empty()) found = find(wish);
        }
        if (found != by_locale.end()) return found->second;
    }
    return by_locale.empty() ? std::string_view() : std::string_view(by_locale.front().second);
}

}  // namespace canvass::core
