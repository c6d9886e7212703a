#include <algorithm>
#include <array>

#include "core/definition/definition.h"

namespace canvass::core {
namespace {

constexpr std::array<std::string_view, 25> names{
    "page",     "panel",  "text",    "comment",     "radiogroup", "checkbox", "rating",       "boolean", "dropdown",
    "tagbox",   "ranking", "imagepicker", "expression", "slider",  "signaturepad", "file",    "html",    "image",
    "buttongroup", "paneldynamic", "matrixdynamic", "matrixdropdown", "matrix", "multipletext", "(row)"};

const LocalizedText no_text;

}  // namespace

std::string_view name_of(Kind kind) noexcept { return names[static_cast<std::size_t>(kind)]; }

std::optional<Kind> kind_named(std::string_view name) noexcept {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Kind>(found - names.begin());
}

const LocalizedText& ChoiceSettings::text(ChoiceWords::Use use) const noexcept {
    for (const ChoiceWords& given : words) {
        if (given.use == use) return given.text;
    }
    return no_text;
}

const RowSettings* row_settings_of(const Element& element) noexcept {
    const auto* settings = std::get_if<Box<RowSettings>>(&element.settings);
    return settings ? settings->get() : nullptr;
}

std::span<const Choice> choices_of(const Element& element) noexcept {
    if (const auto* settings = std::get_if<ChoiceSettings>(&element.settings)) return settings->choices;
    if (const auto* rating = std::get_if<RatingSettings>(&element.settings)) return rating->rates;
    return {};
}

std::span<const ChoiceRule> rules_of(const Element& element) noexcept {
    if (const auto* settings = std::get_if<ChoiceSettings>(&element.settings)) return settings->rules;
    if (const auto* rating = std::get_if<RatingSettings>(&element.settings)) return rating->rules;
    if (const RowSettings* rows = row_settings_of(element)) return rows->rules;
    return {};
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
