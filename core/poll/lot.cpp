#include "core/poll/lot.h"

#include <algorithm>

#include "core/base/hash.h"

namespace canvass::core {
namespace {

Sha256 lot_of(const std::string& name, std::string_view seed) {
    std::string text(seed);
    text += '\0';
    text += name;
    return sha256(text);
}

}  // namespace

OptionIndex best_by_lot(const OptionGroup& options, const std::vector<std::string>& names, std::string_view seed) {
    return *std::max_element(options.begin(), options.end(), [&](OptionIndex a, OptionIndex b) {
        return lot_of(names[a], seed) < lot_of(names[b], seed);
    });
}

OptionIndex worst_by_lot(const OptionGroup& options, const std::vector<std::string>& names, std::string_view seed) {
    return *std::min_element(options.begin(), options.end(), [&](OptionIndex a, OptionIndex b) {
        return lot_of(names[a], seed) < lot_of(names[b], seed);
    });
}

}  // namespace canvass::core
