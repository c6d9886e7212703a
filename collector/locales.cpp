#include "collector/locales.h"

#include <map>
#include <string>
#include <utility>

#include "core/json/json.h"

namespace canvass::collector {
namespace {

// Locale and JSON of each file; the build writes the rows.
constexpr std::pair<std::string_view, std::string_view> files[] = {
#include "locale_files.inc"
};

using Tables = std::map<std::string, std::shared_ptr<const core::Texts>, std::less<>>;

Tables read_tables() {
    Tables tables;
    for (const auto& [locale, words] : files) {
        auto texts = std::make_shared<core::Texts>();
        if (const auto json = core::parse_json(words)) texts->load(*json);
        tables.emplace(locale, std::move(texts));
    }
    return tables;
}

}  // namespace

std::shared_ptr<const core::Texts> texts_for(std::string_view locale) {
    static const Tables tables = read_tables();
    std::string name(locale);
    for (char& c : name) c = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    auto found = tables.find(name);
    if (found == tables.end()) found = tables.find(name.substr(0, name.find('-')));
    return found == tables.end() ? nullptr : found->second;
}

}  // namespace canvass::collector
