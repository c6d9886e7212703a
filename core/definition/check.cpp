// What a check says beyond loading: the members of every object (format.h), names that look like those that do not
// exist, where in an expression they stand, and questions that are named but not there.
#include <algorithm>

#include "core/base/number.h"
#include "core/base/utf8.h"
#include "core/definition/format.h"
#include "core/definition/likely_name.h"
#include "core/definition/loader.h"

namespace canvass::core {
namespace {

// What a pointer of our own points to; nullptr when it is not there.
const Value* value_at(const Value& json, std::string_view pointer) {
    const Value* at = &json;
    while (at && !pointer.empty()) {
        const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
        const std::string_view token = pointer.substr(0, end);
        pointer.remove_prefix(end);
        if (const Value::Array* items = at->as_array()) {
            const auto index = static_cast<std::size_t>(parse_number(token.substr(1)).value_or(-1));
            at = index < items->size() ? &(*items)[index] : nullptr;
        } else if (const Value::Object* members = at->as_object()) {
            const auto found = std::find_if(members->begin(), members->end(), [&](const Value::Member& member) {
                return pointer_to("", member.name) == token;
            });
            at = found == members->end() ? nullptr : &found->value;
        } else {
            at = nullptr;
        }
    }
    return at;
}

std::string likely_kind(std::string_view slip) {
    LikelyName likely(slip);
    for (const FormatClass& known : format_classes()) {
        if (kind_named(known.name)) likely.consider(known.name);
    }
    return std::string(likely.best());
}

std::string likely_question(const Definition& definition, std::string_view slip) {
    LikelyName likely(slip);
    for (const Element& element : definition.elements) {
        if (!is_container(element.kind)) likely.consider(element.value_name);
    }
    for (const CalculatedValue& calculated : definition.calculated) likely.consider(calculated.name);
    return std::string(likely.best());
}

// The place of a name in the expression that the diagnostic points to; -1 when it is not to be found.
int position_in(const Value& json, const Diagnostic& diagnostic) {
    const Value* expression = value_at(json, diagnostic.pointer);
    if (!expression) return -1;
    const std::string_view text = expression->text();
    const std::size_t at = text.find("{" + diagnostic.subject);
    return at == std::string_view::npos ? -1 : static_cast<int>(characters_in(text.substr(0, at + 1)));
}

void say_more(const Value& json, const Definition& definition, Diagnostic& diagnostic) {
    if (diagnostic.code == Code::unknown_kind) diagnostic.detail = likely_kind(diagnostic.subject);
    if (diagnostic.code != Code::unknown_reference) return;
    diagnostic.position = position_in(json, diagnostic);
    diagnostic.detail = likely_question(definition, diagnostic.subject);
}

// Members that name a question, a panel or a page, wherever they stand.
bool names_an_element(std::string_view member) noexcept {
    constexpr std::string_view names[] = {"choicesFromQuestion", "gotoName"};
    return std::find(std::begin(names), std::end(names), member) != std::end(names);
}

void find_strangers(Loader& loader, const Value& json, const std::string& pointer) {
    if (const Value::Array* items = json.as_array()) {
        for (std::size_t at = 0; at < items->size(); ++at) find_strangers(loader, (*items)[at], pointer_to(pointer, at));
    }
    const Value::Object* object = json.as_object();
    if (!object) return;
    for (const Value::Member& member : *object) {
        const std::string place = pointer_to(pointer, member.name);
        const std::string_view name = member.value.text();
        if (!names_an_element(member.name) || name.empty() || name.find('.') != std::string_view::npos) {
            find_strangers(loader, member.value, place);
        } else if (loader.definition.find(name) == no_element) {
            loader.report(Code::unknown_question, place, name, likely_question(loader.definition, name), Severity::note);
        }
    }
}

}  // namespace

Result<LoadedDefinition> check_definition(const Value& json, const DefinitionLimits& limits) {
    Result<LoadedDefinition> loaded = read_definition(json, limits, inspect_members);
    if (!loaded) return loaded;
    for (Diagnostic& diagnostic : loaded->diagnostics) say_more(json, loaded->definition, diagnostic);
    Loader loader{limits, loaded->definition, loaded->diagnostics, nullptr};
    find_strangers(loader, json, "");
    return loaded;
}

}  // namespace canvass::core
