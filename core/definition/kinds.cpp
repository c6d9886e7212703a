#include <algorithm>
#include <array>

#include "core/definition/definition.h"

namespace canvass::core {
namespace {

constexpr std::array<std::string_view, 24> names{
    "page",     "panel",  "text",    "comment",     "radiogroup", "checkbox", "rating",       "boolean", "dropdown",
    "tagbox",   "ranking", "imagepicker", "expression", "slider",  "signaturepad", "file",    "html",    "image",
    "paneldynamic", "matrixdynamic", "matrixdropdown", "matrix", "multipletext", "(row)"};

}  // namespace

std::string_view name_of(Kind kind) noexcept { return names[static_cast<std::size_t>(kind)]; }

std::optional<Kind> kind_named(std::string_view name) noexcept {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Kind>(found - names.begin());
}

const Condition* Element::formula(Formula::Use use) const noexcept {
    for (const Formula& formula : formulas) {
        if (formula.use == use) return &formula.condition;
    }
    return nullptr;
}

ElementIndex Definition::find(std::string_view name) const noexcept {
    const std::int32_t number = names.find(name);
    return number < 0 ? no_element : named[static_cast<std::size_t>(number)];
}

}  // namespace canvass::core
