// A text of a definition: one string for every language, or one per locale. "default" is the locale of the
// definition itself. Falls back locale → its language ("de-AT" → "de") → default → the first there is.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canvass::core {

struct LocalizedText {
    std::vector<std::pair<std::string, std::string>> by_locale;  // "" is the default

    bool empty() const noexcept { return by_locale.empty(); }
    // The view lives as long as this text. `default_locale` is the definition's own ("en" if it names none).
    std::string_view in(std::string_view locale, std::string_view default_locale = "en") const noexcept;
};

}  // namespace canvass::core
