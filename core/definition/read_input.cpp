// The settings of questions that are typed, computed or chosen from a device.
#include <algorithm>
#include <iterator>

#include "core/definition/loader.h"
#include "core/expression/coerce.h"

namespace canvass::core {
namespace {

constexpr std::string_view numeric_types[] = {"number", "range"};
constexpr std::string_view time_types[] = {"date", "datetime-local", "month", "time", "week"};
constexpr std::string_view other_types[] = {"color", "email", "password", "tel", "text", "url"};

template <std::size_t N>
bool is_in(const std::string_view (&names)[N], std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

std::string input_type_of(const Fields& fields) {
    std::string type = fields.text(Property::input_type);
    for (char& letter : type) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter | 0x20) : letter;
    if (type.empty()) return "text";
    return type == "datetime" || type == "datetime_local" ? "datetime-local" : type;
}

// Bounds left over from another input type are none. "=today()" is an expression.
void read_bound(const Fields& fields, Property property, const std::string& type, Value& bound,
                Condition& expression) {
    const Value* value = fields[property];
    if (!value) return;
    if (!value->text().empty() && value->text().front() == '=') {
        expression = read_condition(fields.loader(), value->text().substr(1), fields.place(property));
        return;
    }
    const bool numeric = is_in(numeric_types, type);
    if (is_in(other_types, type)) return;
    if ((numeric || is_in(time_types, type)) && number_of(*value).has_value() != numeric) return;
    bound = *value;
}

std::optional<double> number_at(const Fields& fields, Property property) {
    return fields[property] ? number_of(*fields[property]) : std::nullopt;
}

std::optional<std::string> given_text(const Fields& fields, Property property) {
    if (!fields[property]) return std::nullopt;
    return fields.text(property);
}

Mask read_mask(const Fields& question, const std::string& input_type) {
    Mask mask;
    if (input_type != "text" && input_type != "tel") return mask;
    constexpr std::string_view kinds[] = {"none", "pattern", "numeric", "datetime", "currency"};
    mask.kind = static_cast<Mask::Kind>(question.choice(Property::mask_type, kinds));
    if (mask.kind == Mask::Kind::none) return mask;
    const Value::Object none;
    const Value* settings = question[Property::mask_settings];
    const std::string place = question.place(Property::mask_settings);
    const Fields fields(settings ? *settings->as_object() : none, owner_bit(Owner::mask), place, question.loader());
    mask.save_masked = fields.flag(Property::save_masked, false);
    fields.read(Property::pattern, mask.pattern);
    mask.negative_allowed = fields.flag(Property::allow_negative, true);
    mask.precision = fields.count(Property::precision, 2, 20);
    fields.read(Property::min, mask.first);
    fields.read(Property::max, mask.last);
    mask.min = number_at(fields, Property::min);
    mask.max = number_at(fields, Property::max);
    mask.decimal = given_text(fields, Property::decimal_separator);
    mask.thousands = given_text(fields, Property::thousands_separator);
    mask.symbol = given_text(fields, Property::currency_symbol);
    fields.read(Property::currency_pattern, mask.currency_pattern);
    if (fields[Property::prefix] || fields[Property::suffix]) {
        mask.currency_pattern = fields.text(Property::prefix) + "-#" + fields.text(Property::suffix);
    }
    return mask;
}

}  // namespace

TextSettings text_settings(const Fields& fields, Kind kind) {
    TextSettings settings;
    settings.input_type = input_type_of(fields);
    fields.read(Property::autocomplete, settings.autocomplete);
    fields.read(Property::placeholder, settings.placeholder);
    settings.max_length = fields.count(Property::max_length, -1);
    if (settings.max_length < 0) settings.max_length = fields.loader().definition.max_text_length;
    settings.rows = fields.count(Property::rows, 4, 1000);
    settings.line_breaks = fields.flag(Property::accept_return, true);
    if (kind == Kind::comment) return settings;
    InputRules rules;
    fields.read(Property::min_expression, rules.min_expression);
    fields.read(Property::max_expression, rules.max_expression);
    read_bound(fields, Property::min, settings.input_type, rules.min, rules.min_expression);
    read_bound(fields, Property::max, settings.input_type, rules.max, rules.max_expression);
    fields.read(Property::min_error_text, rules.min_error);
    fields.read(Property::max_error_text, rules.max_error);
    fields.read(Property::step_error_text, rules.step_error);
    if (settings.input_type == "number") rules.step = number_at(fields, Property::step).value_or(0);
    rules.mask = read_mask(fields, settings.input_type);
    const bool any = !rules.min.is_null() || !rules.max.is_null() || rules.min_expression.given() || rules.max_expression.given() || !rules.min_error.empty() ||
                     !rules.max_error.empty() || rules.step > 0 || rules.mask.kind != Mask::Kind::none;
    if (any) settings.rules = std::move(rules);
    return settings;
}

FileSettings file_settings(const Fields& fields, Kind kind) {
    FileSettings settings;
    settings.as_text = fields.flag(Property::store_as_text, true);
    if (kind == Kind::signaturepad) return settings;
    settings.multiple = fields.flag(Property::allow_multiple, false);
    settings.max_files = fields.count(Property::max_files, 1000);
    settings.max_bytes = std::max(fields.number(Property::max_size, 0), 0.0);
    if (const Value* types = fields[Property::accepted_types]) settings.accepted = to_text(*types);
    return settings;
}

NumberFormat number_format(const Fields& fields) {
    NumberFormat format;
    fields.read(Property::format, format.format);
    constexpr std::string_view styles[] = {"none", "decimal", "currency", "percent", "date"};
    format.style = static_cast<NumberFormat::Style>(fields.choice(Property::display_style, styles));
    fields.read(Property::currency, format.currency);
    format.min_digits = fields.count(Property::min_digits, -1, 20);
    format.max_digits = fields.count(Property::max_digits, -1, 20);
    if (format.min_digits >= 0 && format.max_digits >= 0 && format.min_digits > format.max_digits) {
        std::swap(format.min_digits, format.max_digits);
    }
    format.precision = fields.count(Property::precision, -1, 20);
    format.grouping = fields.flag(Property::grouping, true);
    return format;
}

}  // namespace canvass::core
