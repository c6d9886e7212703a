// A text of a definition: one string for every language, or one per locale. "default" is the locale of the
// definition itself. Falls back locale → its language ("de-AT" → "de") → default → the first there is.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/box.h"

namespace canvass::core {

class LocalizedText {
public:
    using Entry = std::pair<std::string, std::string>;  // locale ("" is the default), words

    LocalizedText() noexcept = default;
    explicit LocalizedText(std::vector<Entry> entries) : entries_(std::move(entries)) {}

    bool empty() const noexcept { return !entries_; }
    void add(std::string_view locale, std::string words) { entries_.made().emplace_back(locale, std::move(words)); }
    std::span<const Entry> entries() const noexcept { return entries_ ? std::span<const Entry>(*entries_) : std::span<const Entry>(); }
    // The view lives as long as this text. `default_locale` is the definition's own ("en" if it names none).
    std::string_view in(std::string_view locale, std::string_view default_locale = "en") const noexcept;
    friend bool operator==(const LocalizedText& a, const LocalizedText& b) {
        return std::equal(a.entries().begin(), a.entries().end(), b.entries().begin(), b.entries().end());
    }

private:
    Box<std::vector<Entry>> entries_;
};

}  // namespace canvass::core
