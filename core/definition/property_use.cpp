// What the engine does with each member of the format, found by asking a check about a definition that has them all.
#include <algorithm>
#include <iterator>

#include "core/definition/codec.h"
#include "core/definition/format.h"

namespace canvass::core {
namespace {

// Where objects of a class stand: under `member` of an element of the kind, or of the survey if there is none.
struct Place {
    std::string_view class_name;
    std::string_view kind;
    std::string_view member;
    std::string_view type;    // what the object's "type" says; of masks, what the element's "maskType" does
    bool in_list = true;
};

constexpr Place places[] = {
    {"page", "", "pages", ""},
    {"calculatedvalue", "", "calculatedValues", ""},
    {"htmlconditionitem", "", "completedHtmlOnCondition", ""},
    {"urlconditionitem", "", "navigateToUrlOnCondition", ""},
    {"canvass", "", "canvass", "", false},
    {"visibletrigger", "", "triggers", "visible"},
    {"completetrigger", "", "triggers", "complete"},
    {"setvaluetrigger", "", "triggers", "setvalue"},
    {"copyvaluetrigger", "", "triggers", "copyvalue"},
    {"skiptrigger", "", "triggers", "skip"},
    {"runexpressiontrigger", "", "triggers", "runexpression"},
    {"numericvalidator", "text", "validators", "numeric"},
    {"textvalidator", "text", "validators", "text"},
    {"answercountvalidator", "checkbox", "validators", "answercount"},
    {"regexvalidator", "text", "validators", "regex"},
    {"emailvalidator", "text", "validators", "email"},
    {"expressionvalidator", "text", "validators", "expression"},
    {"choiceitem", "radiogroup", "choices", ""},
    {"checkboxitem", "checkbox", "choices", ""},
    {"buttongroupitemvalue", "buttongroup", "choices", ""},
    {"imageitemvalue", "imagepicker", "choices", ""},
    {"ratingitem", "rating", "rateValues", ""},
    {"itemvalue", "matrix", "rows", ""},
    {"matrixcolumn", "matrix", "columns", ""},
    {"sliderlabel", "slider", "customLabels", ""},
    {"imagemaparea", "imagemap", "areas", ""},
    {"matrixdropdowncolumn", "matrixdynamic", "columns", ""},
    {"multipletextitem", "multipletext", "items", ""},
    {"panellayoutcolumn", "panel", "gridLayoutColumns", ""},
    {"choicesbyurl", "dropdown", "choicesByUrl", "", false},
    {"patternmask", "text", "maskSettings", "pattern", false},
    {"datetimemask", "text", "maskSettings", "datetime", false},
    {"numericmask", "text", "maskSettings", "numeric", false},
    {"currencymask", "text", "maskSettings", "currency", false},
    {"poll", "radiogroup", "poll", "", false},
};

constexpr std::string_view no_member = "no member has this name";

const Place* place_of(std::string_view class_name) noexcept {
    const auto* found = std::find_if(std::begin(places), std::end(places),
                                     [&](const Place& place) { return place.class_name == class_name; });
    return found == std::end(places) ? nullptr : found;
}

// Puts an object where its class stands and tells the pointer to it.
Value survey_with(const FormatClass& known, Value object, std::string& pointer) {
    Value survey = Value::object();
    const Place* place = place_of(known.name);
    if (known.name == "survey") return object;
    if (!place) {
        object.set("type", known.name);
        pointer = "/elements/0";
        survey.set("elements", Value::array({std::move(object)}));
        return survey;
    }
    const bool mask = place->member == "maskSettings";
    if (!place->type.empty() && !mask) object.set("type", place->type);
    pointer = pointer_to("", place->member);
    if (place->in_list) pointer += "/0";
    Value inner = place->in_list ? Value::array({std::move(object)}) : std::move(object);
    if (place->kind.empty()) {
        survey.set(place->member, std::move(inner));
        return survey;
    }
    pointer = "/elements/0" + pointer;
    Value element = Value::object();
    element.set("type", place->kind);
    element.set("name", "q");
    if (mask) element.set("maskType", place->type);
    element.set(place->member, std::move(inner));
    survey.set("elements", Value::array({std::move(element)}));
    return survey;
}

// The notes of one code among the members of the object.
std::vector<std::string> names_noted(const Diagnostics& diagnostics, Code code, const std::string& pointer) {
    std::vector<std::string> names;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.code == code && diagnostic.pointer == pointer_to(pointer, diagnostic.subject)) {
            names.push_back(diagnostic.subject);
        }
    }
    return names;
}

bool is_concrete(const FormatClass& known) noexcept {
    if (kind_named(known.name) || place_of(known.name)) return true;
    return std::none_of(format_classes().begin(), format_classes().end(),
                        [&](const FormatClass& other) { return other.base == known.name; });
}

bool has(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

ClassUse use_of(const FormatClass& known) {
    ClassUse use;
    use.known = &known;
    use.concrete = is_concrete(known);
    Value object = Value::object();
    for (const FormatClass* at = &known; at; at = format_class(at->base)) {
        for (const FormatMember& member : members_of(*at)) {
            const auto same = [&](const PropertyUse& said) { return said.member.name == member.name; };
            if (std::any_of(use.properties.begin(), use.properties.end(), same)) continue;
            use.properties.push_back({member});
            object.set(member.name, nullptr);
        }
    }
    object.set(no_member, nullptr);
    std::string pointer;
    const Value survey = survey_with(known, std::move(object), pointer);
    const Result<LoadedDefinition> loaded = check_definition(survey);
    const Diagnostics& diagnostics = loaded ? loaded->diagnostics : loaded.error();
    const auto left_out = [&](const Diagnostic& diagnostic) {
        return diagnostic.code == Code::unknown_kind && diagnostic.pointer == pointer_to(pointer, "type");
    };
    use.read = has(names_noted(diagnostics, Code::unknown_property, pointer), no_member) &&
               std::none_of(diagnostics.begin(), diagnostics.end(), left_out);
    const std::vector<std::string> kept = names_noted(diagnostics, Code::property_not_acted, pointer);
    for (PropertyUse& property : use.properties) property.acted = use.read && !has(kept, property.member.name);
    return use;
}

}  // namespace canvass::core
