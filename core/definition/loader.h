// What the files of the definition codec share while one definition is read. Not for others.
#pragma once

#include <string>
#include <string_view>

#include "core/definition/codec.h"
#include "core/definition/properties.h"

namespace canvass::core {

// Reports what there is to say about the members of an object, whatever is read from it.
using Inspect = void (*)(const Value::Object& object, std::uint32_t owners, std::string_view pointer, Loader& loader);

struct Loader {
    const DefinitionLimits& limits;
    Definition& definition;
    Diagnostics& diagnostics;
    Inspect inspect;           // nullptr: properties get no notes
    Names names{};             // given so far, so that fresh ones differ
    int fresh_names[3] = {};  // of questions, panels, pages
    ElementIndex owner = no_element;  // whose template is being read

    void report(Code code, const std::string& pointer, std::string_view subject = {}, std::string_view detail = {},
                Severity severity = Severity::error);
    void report_limit(Code code, const std::string& pointer, std::string_view subject, std::size_t limit);
};

Condition read_condition(Loader& loader, std::string_view text, const std::string& pointer);

// `rules`: of the choices, numbered by them.
std::vector<Choice> read_choices(Loader& loader, const Value* list, const std::string& pointer,
                                 std::vector<ChoiceRule>& rules);
ChoiceSettings read_choice_settings(const Fields& fields, Kind kind);
RatingSettings read_rating_settings(const Fields& fields);
BooleanSettings read_boolean_settings(const Fields& fields);
SliderSettings read_slider_settings(const Fields& fields);
TextSettings text_settings(const Fields& fields, Kind kind);
FileSettings file_settings(const Fields& fields, Kind kind);
NumberFormat number_format(const Fields& fields);
std::vector<Validator> read_validators(const Fields& fields);
void read_triggers(const Fields& fields);
Layout::Fold read_fold(const Fields& fields, Property property);
Numbering read_numbering(const Fields& fields);
ClearInvisible clear_mode(const Fields& fields, Property property, ClearInvisible otherwise);
// Fills Definition::course.
void read_course(const Fields& fields);
Box<Poll> read_poll(const Fields& fields);
// Once the question's settings are known: a method that does not fit is reported and gives way to the usual one.
// Nothing in a page.
void settle_poll(Loader& loader, Element& question);
// Appends the elements of a list and all that they hold; `depth` counts the containers around them.
void read_elements(Loader& loader, const Value& list, const std::string& pointer, ElementIndex parent,
                   std::size_t depth);
// One question of a kind that is known already; `owners` are those of what holds it, besides the kind's own.
ElementIndex read_question(Loader& loader, const Value::Object& json, Kind kind, const std::string& pointer,
                           ElementIndex parent, std::size_t depth, std::uint32_t owners);
ElementIndex append_element(Loader& loader, Element&& element);
// The rows of a question: its settings and the templates below it.
void read_rows(const Fields& fields, ElementIndex question, std::size_t depth);
ElementIndex append_row(Loader& loader, std::string_view pointer);  // the root of a template
void read_matrix(const Fields& fields, RowSettings& settings, std::size_t depth);
void read_simple_matrix(const Fields& fields, RowSettings& settings);
ElementIndex read_page(Loader& loader, const Value::Object& json, const std::string& pointer);

// Fills Definition::names, named, reads, answer_of; notes names that nothing defines.
void connect(Loader& loader);
// Fills CarryForward::source and its kin; circles are reported and carry nothing.
void find_carry_sources(Loader& loader);
// Fills Definition::calculation_order and reports each circle of conditions once.
void order_and_find_cycles(Loader& loader);

// The whole way, with notes about properties if there is an `inspect`.
Result<LoadedDefinition> read_definition(const Value& json, const DefinitionLimits& limits, Inspect inspect);

// Every condition of an element with what it decides.
template <class F>
void for_each_condition(const Element& element, F&& visit) {
    visit(element.visible_if, Duty::visible);
    visit(element.enable_if, Duty::enabled);
    visit(element.required_if, Duty::required);
    for (const Formula& formula : element.formulas) {
        constexpr Duty duties[] = {Duty::default_value, Duty::set_value, Duty::set_value,
                                   Duty::reset_value,   Duty::row_count, Duty::row_count,
                                   Duty::texts,         Duty::texts};
        visit(formula.condition, duties[static_cast<std::size_t>(formula.use)]);
    }
    for (const Validator& validator : element.validators) visit(validator.expression, Duty::validators);
    if (const auto* text = std::get_if<TextSettings>(&element.settings)) {
        if (const InputRules* rules = text->rules.get()) {
            visit(rules->min_expression, Duty::nothing);
            visit(rules->max_expression, Duty::nothing);
        }
    }
    if (const auto* rows = row_settings_of(element)) visit(rows->rows_visible_if, Duty::choices);
    for (const ChoiceRule& rule : rules_of(element)) {
        visit(rule.visible_if, Duty::choices);
        visit(rule.enable_if, Duty::choices);
    }
}

}  // namespace canvass::core
