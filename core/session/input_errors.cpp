// What the kind of input asks of an answer: bounds, steps, masks, sizes.
#include <cmath>

#include "core/base/number.h"
#include "core/expression/coerce.h"
#include "core/expression/dates.h"
#include "core/expression/decimal.h"
#include "core/expression/text.h"
#include "core/session/files.h"
#include "core/session/formats.h"
#include "core/session/masks.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

constexpr std::string_view last_date = "2999-12-31";

bool is_day_or_time(const TextSettings& settings) noexcept {
    return settings.input_type == "date" || settings.input_type == "datetime-local";
}

bool is_between_steps(double number, double step) {
    const int decimals = std::min(std::max(decimals_of(number), decimals_of(step)), 6);
    const double scale = std::pow(10.0, decimals);
    const double whole_step = std::round(step * scale);
    return whole_step > 0 && std::fmod(std::round(number * scale), whole_step) != 0;
}

}  // namespace

// An expression goes before the fixed bound. Dates end somewhere.
Value Session::State::bound_of(ElementIndex index, const TextSettings& settings, bool lowest) {
    Value bound;
    if (const InputRules* rules = settings.rules.get()) {
        const Condition& formula = lowest ? rules->min_expression : rules->max_expression;
        bound = lowest ? rules->min : rules->max;
        if (formula.given()) bound = in_form(index, result_of(formula, index));
    }
    if (is_empty(bound) && !lowest && is_day_or_time(settings)) bound = Value(last_date);
    return bound;
}

void Session::State::find_text_errors(ElementIndex index, const TextSettings& settings, Faults& found) {
    const Value& answer = answer_to(index);
    if (is_empty(answer)) return;
    const std::string text = to_text(answer);
    const LocalizedText none;
    const InputRules* rules = settings.rules.get();
    const auto add = [&](std::string words) { found.push_back({std::move(words)}); };
    const std::optional<double> number = number_of(answer);
    if (asks_number(settings) && !number) {
        add(std::string(word(Text::not_a_number)));
    }
    const bool dates = is_day_or_time(settings);
    for (const bool lowest : {true, false}) {
        const Value bound = bound_of(index, settings, lowest);
        if (is_empty(bound)) continue;
        const Operand low = lowest ? Operand(answer) : Operand(bound), high = lowest ? Operand(bound) : Operand(answer);
        const std::optional<double> low_number = number_of(low), high_number = number_of(high);
        const bool broken = dates ? date_from(low, options.clock).ms < date_from(high, options.clock).ms
                            : low_number && high_number ? *low_number < *high_number
                                                        : precedes(low, high);
        if (!broken) continue;
        std::string shown = to_text(bound);
        if (dates) shown = date_text(date_from(bound, options.clock), options.clock.utc_offset_minutes);
        if (settings.input_type == "date") shown.resize(std::min<std::size_t>(shown.size(), 15));  // without the time
        const LocalizedText& own = !rules ? none : lowest ? rules->min_error : rules->max_error;
        add(fill(own_or(own, lowest ? Text::min_value : Text::max_value, index), shown));
    }
    if (rules && rules->step > 0 && number && is_between_steps(*number, rules->step)) {
        add(fill(own_or(rules->step_error, Text::wrong_step, index), number_text(rules->step)));
    }
    const auto& validators = element(index).validators;
    const bool checked_anyway = std::any_of(validators.begin(), validators.end(), [](const Validator& validator) {
        return validator.check == Validator::Check::email;
    });
    if (settings.input_type == "email" && !checked_anyway && !is_email(text)) add(std::string(word(Text::not_an_email)));
    if (settings.max_length > 0 && utf16_length(text) > static_cast<std::size_t>(settings.max_length)) {
        add(fill(word(Text::too_long), number_text(settings.max_length)));
    }
    const Mask* mask = settings.mask();
    if (mask && !is_complete(*mask, typed_form(index, *mask), locale)) add(std::string(word(Text::wrong_format)));
}

void Session::State::find_file_errors(ElementIndex index, const FileSettings& settings, Faults& found) {
    const Value::Array* files = answer_to(index).as_array();
    if (!files) return;
    if (settings.max_files > 0 && files->size() > static_cast<std::size_t>(settings.max_files)) {
        found.push_back({fill(word(Text::too_many_files), number_text(settings.max_files))});
    }
    for (const Value& file : *files) {
        if (settings.max_bytes > 0 && bytes_in(file) > settings.max_bytes) {
            found.push_back({fill(word(Text::file_too_large), size_text(settings.max_bytes))});
        }
        if (!is_accepted(file, settings.accepted)) found.push_back({fill(word(Text::file_not_accepted), settings.accepted)});
    }
}

}  // namespace canvass::core
