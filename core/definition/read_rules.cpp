// Validators and triggers.
#include <algorithm>

#include "core/definition/loader.h"
#include "core/expression/coerce.h"
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

// The place of its type in a list of names, which are also written with "validator" or "trigger" behind them; -1 for any
// other, which is reported.
int type_in(const Fields& fields, std::span<const std::string_view> names, std::string_view suffix) {
    std::string_view type = fields[Property::type] ? fields[Property::type]->text() : std::string_view();
    if (type.size() > suffix.size() && type.substr(type.size() - suffix.size()) == suffix) {
        type.remove_suffix(suffix.size());
    }
    const auto found = std::find(names.begin(), names.end(), type);
    if (found != names.end()) return static_cast<int>(found - names.begin());
    fields.loader().report(Code::unknown_kind, pointer_to(fields.pointer(), "type"), fields.text(Property::type));
    return -1;
}

// Triggers of old surveys say {name} operator value instead of an expression.
Condition expression_of(const Fields& fields) {
    if (fields[Property::expression]) return fields.condition(Property::expression);
    if (!fields[Property::name]) return {};
    std::string operation = fields.text(Property::operator_name);
    if (operation.empty()) operation = "equal";
    std::string text = "{" + fields.text(Property::name) + "} " + operation;
    if (operation != "empty" && operation != "notempty") {
        if (!fields[Property::value]) return {};
        const Value& value = *fields[Property::value];
        const std::string_view words = value.text();
        const bool as_it_stands = words == "true" || words == "false" || number_of(value);
        text += value.is_string() ? as_it_stands ? " " + std::string(words) : " '" + std::string(words) + "'"
                                  : " " + write_json(value);
    }
    return read_condition(fields.loader(), text, fields.place(Property::name));
}

// One that does not compile is reported and checks nothing.
Regex read_regex(const Fields& fields) {
    const std::string pattern = fields.text(Property::regex);
    if (pattern.empty()) return {};
    Result<Regex> regex = compile_regex(pattern, fields.flag(Property::case_insensitive, false));
    if (regex) return std::move(*regex);
    for (Diagnostic& diagnostic : regex.error()) {
        diagnostic.pointer = fields.place(Property::regex);
        fields.loader().diagnostics.push_back(std::move(diagnostic));
    }
    return {};
}

}  // namespace

std::vector<Validator> read_validators(const Fields& question) {
    constexpr std::string_view types[] = {"numeric", "text", "answercount", "email", "expression", "regex"};
    constexpr std::string_view notices[] = {"error", "warning", "info"};
    std::vector<Validator> validators;
    const Value* list = question[Property::validators];
    if (!list) return validators;
    Loader& loader = question.loader();
    const Value::Array& items = *list->as_array();
    for (std::size_t at = 0; at < items.size(); ++at) {
        const std::string place = pointer_to(question.place(Property::validators), at);
        const Value::Object* object = items[at].as_object();
        if (!object) {
            loader.report(Code::wrong_type, place, "validators", "{\"type\": …}");
            continue;
        }
        const Fields fields(*object, owner_bit(Owner::validator), place, loader);
        const int type = type_in(fields, types, "validator");
        if (type < 0) continue;
        Validator validator;
        validator.check = static_cast<Validator::Check>(type);
        fields.read(Property::text, validator.text);
        validator.digits_allowed = fields.flag(Property::allow_digits, true);
        validator.notice = static_cast<Validator::Notice>(fields.choice(Property::notification, notices));
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
                    fields.condition(Property::expression);
                break;
            case Validator::Check::regex:
                validator.regex = read_regex(fields);
                break;
            case Validator::Check::email: break;
        }
        validators.push_back(std::move(validator));
    }
    return validators;
}

void read_triggers(const Fields& survey) {
    constexpr std::string_view types[] = {"complete", "setvalue", "copyvalue", "skip", "runexpression", "visible"};
    const Value* list = survey[Property::triggers];
    if (!list) return;
    Loader& loader = survey.loader();
    const Value::Array& items = *list->as_array();
    for (std::size_t at = 0; at < items.size(); ++at) {
        const std::string place = pointer_to("/triggers", at);
        const Value::Object* object = items[at].as_object();
        if (!object) {
            loader.report(Code::wrong_type, place, "triggers", "{\"type\": …}");
            continue;
        }
        const Fields fields(*object, owner_bit(Owner::trigger), place, loader);
        const int type = type_in(fields, types, "trigger");
        if (type < 0) continue;
        Trigger trigger;
        trigger.deed = static_cast<Trigger::Deed>(type);
        trigger.expression = expression_of(fields);
        fields.read(trigger.deed == Trigger::Deed::skip ? Property::go_to : Property::set_to, trigger.to);
        fields.read(Property::from, trigger.from);
        if (const Value* value = fields[Property::set_value]) trigger.value = *value;
        fields.read(Property::run_expression, trigger.formula);
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
