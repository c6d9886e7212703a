// Validators and triggers.
#include <algorithm>

#include "core/definition/loader.h"
#include "core/json/json.h"

namespace canvass::core {
namespace {

std::optional<double> bound(const Fields& fields, Property property) {
    if (!fields[property]) return std::nullopt;
    return fields.number(property, 0);
}

// Bounds of 0 are none, where lengths and counts are meant.
std::optional<double> count_bound(const Fields& fields, Property property) {
    const std::optional<double> given = bound(fields, property);
    return given && *given > 0 ? given : std::nullopt;
}

// The number of the type in a list of names, which are also written with "validator" or "trigger" behind them.
template <std::size_t N>
std::optional<std::size_t> type_in(const std::string_view (&names)[N], std::string_view type, std::string_view suffix) {
    if (type.size() > suffix.size() && type.substr(type.size() - suffix.size()) == suffix) {
        type.remove_suffix(suffix.size());
    }
    const auto found = std::find(std::begin(names), std::end(names), type);
    if (found == std::end(names)) return std::nullopt;
    return static_cast<std::size_t>(found - std::begin(names));
}

// Triggers of old surveys say {name} operator value instead of an expression.
Condition expression_of(Loader& loader, const Fields& fields, const std::string& pointer) {
    if (fields[Property::expression]) {
        return read_condition(loader, fields[Property::expression], pointer_to(pointer, "expression"));
    }
    if (!fields[Property::name]) return {};
    std::string operation = fields.text(Property::operator_name);
    if (operation.empty()) operation = "equal";
    std::string text = "{" + fields.text(Property::name) + "} " + operation;
    if (operation != "empty" && operation != "notempty") {
        if (!fields[Property::value]) return {};
        const Value& value = *fields[Property::value];
        text += value.is_string() ? " '" + std::string(value.text()) + "'" : " " + write_json(value);
    }
    const Value built(std::move(text));
    return read_condition(loader, &built, pointer_to(pointer, "name"));
}

// One that does not compile is reported and checks nothing.
Regex read_regex(Loader& loader, const Fields& fields, const std::string& pointer) {
    const std::string pattern = fields.text(Property::regex);
    if (pattern.empty()) return {};
    Result<Regex> regex = compile_regex(pattern, fields.flag(Property::case_insensitive, false));
    if (regex) return std::move(*regex);
    for (Diagnostic& diagnostic : regex.error()) {
        diagnostic.pointer = pointer_to(pointer, "regex");
        loader.diagnostics.push_back(std::move(diagnostic));
    }
    return {};
}

}  // namespace

std::vector<Validator> read_validators(Loader& loader, const Value* list, const std::string& pointer) {
    constexpr std::string_view types[] = {"numeric", "text", "answercount", "email", "expression", "regex"};
    std::vector<Validator> validators;
    if (!list) return validators;
    const Value::Array& items = *list->as_array();
    for (std::size_t at = 0; at < items.size(); ++at) {
        const std::string place = pointer_to(pointer, at);
        const Value::Object* object = items[at].as_object();
        if (!object) {
            loader.report(Code::wrong_type, place, "validators", "{\"type\": …}");
            continue;
        }
        const Fields fields = read_fields(*object, owner_bit(Owner::validator), place, loader);
        const std::optional<std::size_t> type = type_in(types, fields.text(Property::type), "validator");
        if (!type) {
            loader.report(Code::unknown_kind, pointer_to(place, "type"), fields.text(Property::type));
            continue;
        }
        Validator validator;
        validator.check = static_cast<Validator::Check>(*type);
        if (fields[Property::text]) validator.text = read_text(loader, fields[Property::text], pointer_to(place, "text"));
        validator.digits_allowed = fields.flag(Property::allow_digits, true);
        const std::string notice = fields.text(Property::notification);
        if (notice == "warning") validator.notice = Validator::Notice::warning;
        if (notice == "info") validator.notice = Validator::Notice::info;
        switch (validator.check) {
            case Validator::Check::numeric:
                validator.min = bound(fields, Property::min);
                validator.max = bound(fields, Property::max);
                break;
            case Validator::Check::text:
                validator.min = count_bound(fields, Property::min_length);
                validator.max = count_bound(fields, Property::max_length);
                break;
            case Validator::Check::answer_count:
                validator.min = count_bound(fields, Property::min_count);
                validator.max = count_bound(fields, Property::max_count);
                break;
            case Validator::Check::expression:
                validator.expression =
                    read_condition(loader, fields[Property::expression], pointer_to(place, "expression"));
                break;
            case Validator::Check::regex:
                validator.regex = read_regex(loader, fields, place);
                break;
            case Validator::Check::email: break;
        }
        validators.push_back(std::move(validator));
    }
    return validators;
}

void read_triggers(Loader& loader, const Value* list) {
    constexpr std::string_view types[] = {"complete", "setvalue", "copyvalue", "skip", "runexpression", "visible"};
    if (!list) return;
    const Value::Array& items = *list->as_array();
    for (std::size_t at = 0; at < items.size(); ++at) {
        const std::string place = pointer_to("/triggers", at);
        const Value::Object* object = items[at].as_object();
        if (!object) {
            loader.report(Code::wrong_type, place, "triggers", "{\"type\": …}");
            continue;
        }
        const Fields fields = read_fields(*object, owner_bit(Owner::trigger), place, loader);
        const std::optional<std::size_t> type = type_in(types, fields.text(Property::type), "trigger");
        if (!type) {
            loader.report(Code::unknown_kind, pointer_to(place, "type"), fields.text(Property::type));
            continue;
        }
        Trigger trigger;
        trigger.deed = static_cast<Trigger::Deed>(*type);
        trigger.expression = expression_of(loader, fields, place);
        trigger.to = fields.text(trigger.deed == Trigger::Deed::skip ? Property::go_to : Property::set_to);
        trigger.from = fields.text(Property::from);
        if (const Value* value = fields[Property::set_value]) trigger.value = *value;
        trigger.formula = read_condition(loader, fields[Property::run_expression], pointer_to(place, "runExpression"));
        trigger.to_variable = fields.flag(Property::is_variable, false);
        trigger.display_text = fields.flag(Property::copy_display, false);
        for (const Property property : {Property::shown_pages, Property::shown_questions}) {
            const Value* names = fields[property];
            for (std::size_t name = 0; names && name < names->size(); ++name) {
                trigger.shown.emplace_back((*names->as_array())[name].text());
            }
        }
        loader.definition.triggers.push_back(std::move(trigger));
    }
}

}  // namespace canvass::core
