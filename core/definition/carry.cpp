// Whose choices stand in for whose: the sources of choicesFromQuestion, and the circles among them.
#include "core/definition/loader.h"

namespace canvass::core {
namespace {

bool answers_with_list(Kind kind) noexcept { return kind == Kind::matrixdynamic || kind == Kind::paneldynamic; }

// In a template its own questions come first, then those of the survey.
ElementIndex source_of(const Definition& definition, const Element& element, const std::string& name) {
    for (ElementIndex at = element.owner + 1; element.owner != no_element; ++at) {
        if (static_cast<std::size_t>(at) == definition.elements.size()) break;
        const Element& beside = definition.at(at);
        if (beside.owner == no_element) break;
        if (beside.owner == element.owner && beside.name == name) return at;
    }
    return definition.find(name);
}

CarryForward* carry_of(Element& element) noexcept {
    auto* settings = std::get_if<ChoiceSettings>(&element.settings);
    return settings ? settings->carry.get() : nullptr;
}

// The way from an element along its sources until it meets itself; empty when it ends, or meets another
// twice.
std::vector<ElementIndex> way_round(Definition& definition, ElementIndex start) {
    std::vector<ElementIndex> way{start};
    for (ElementIndex at = start; way.size() <= definition.elements.size();) {
        const CarryForward* carry = carry_of(definition.elements[static_cast<std::size_t>(at)]);
        if (!carry || carry->source == no_element || carry->circular) return {};
        at = carry->source;
        way.push_back(at);
        if (at == start) return way;
    }
    return {};
}

}  // namespace

void find_carry_sources(Loader& loader) {
    Definition& definition = loader.definition;
    const auto place = [](const Element& element) {
        return pointer_to(element.pointer, "choicesFromQuestion");
    };
    std::vector<ElementIndex> carrying;
    for (std::size_t at = 0; at < definition.elements.size(); ++at) {
        Element& element = definition.elements[at];
        CarryForward* carry = carry_of(element);
        if (!carry) continue;
        const ElementIndex source = source_of(definition, element, carry->name);
        if (source == no_element) {
            loader.report(Code::unknown_reference, place(element), carry->name, {}, Severity::note);
            continue;
        }
        carry->rows = answers_with_list(definition.at(source).kind);
        if (!carry->rows && !std::holds_alternative<ChoiceSettings>(definition.at(source).settings)) continue;
        carry->source = source;
        carrying.push_back(static_cast<ElementIndex>(at));
    }
    for (const ElementIndex at : carrying) {
        const std::vector<ElementIndex> way = way_round(definition, at);
        if (way.empty()) continue;
        std::string names;
        for (const ElementIndex step : way) {
            if (!names.empty()) names += " → ";
            names += definition.at(step).name;
        }
        const Element& element = definition.at(at);
        loader.report(Code::circular_expression, place(element), element.name, names);
        for (const ElementIndex step : way) {
            carry_of(definition.elements[static_cast<std::size_t>(step)])->circular = true;
        }
    }
}

}  // namespace canvass::core
