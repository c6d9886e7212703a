// Between answers and what people type and see: masks, line breaks, formats of computed values.
#include <algorithm>

#include "core/expression/coerce.h"
#include "core/expression/dates.h"
#include "core/session/masks.h"
#include "core/session/number_text.h"
#include "core/session/state.h"

namespace canvass::core {

// What an answer is stored as: what a mask adds is left out unless it is to be kept, and so are line breaks that
// the author does not want.
Value Session::State::as_stored(ElementIndex index, Value answer) {
    const auto* settings = std::get_if<TextSettings>(&element(index).settings);
    if (element(index).kind == Kind::slider && answer.is_array()) {
        const SliderSettings slider = slider_at(index);
        for (Value& end : *answer.as_array()) end = slider_answer(slider, std::move(end));
    }
    if (!settings) return answer;
    if (const Mask* mask = settings->mask()) return stored_behind(*mask, std::move(answer), locale);
    if (!settings->line_breaks && answer.is_string()) {
        std::string text(answer.text());
        text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }), text.end());
        return Value(std::move(text));
    }
    return answer;
}

Value Session::State::typed_form(ElementIndex index, const Mask& mask) const {
    const Value& answer = answer_to(index);
    return answer.is_string() ? typed_answer(mask, answer.text(), locale) : answer;
}

// What was typed into a mask becomes the answer when the page is left.
void Session::State::store_typed_form(ElementIndex index) {
    const auto* settings = std::get_if<TextSettings>(&element(index).settings);
    const Mask* mask = settings ? settings->mask() : nullptr;
    if (mask && !is_empty(answer_to(index))) set_answer_of(index, typed_form(index, *mask));
}

// Expressions compute with what stands behind a mask.
Operand Session::State::answer_as_read(ElementIndex index, Scratch& scratch) const {
    const Value& answer = answer_to(index);
    if (const auto* slider = std::get_if<SliderSettings>(&element(index).settings)) {
        const bool moves = element(index).formula(Formula::Use::lowest) || element(index).formula(Formula::Use::highest);
        if (!moves && !answer.is_null()) return scratch.keep(slider_answer(*slider, answer));
    }
    const auto* settings = std::get_if<TextSettings>(&element(index).settings);
    const Mask* mask = settings ? settings->mask() : nullptr;
    if (!mask || !mask->save_masked || !answer.is_string()) return answer;
    Value inside = unmasked(*mask, answer.text(), locale);
    return inside.is_null() ? Operand() : scratch.keep(std::move(inside));
}

std::string Session::State::shown_text(ElementIndex index, const Operand& value) const {
    const Element& question = element(index);
    if (is_empty(value)) return {};
    if (const auto* settings = std::get_if<TextSettings>(&question.settings)) {
        const Mask* mask = settings->mask();
        return mask ? masked(*mask, value.to_value(), locale) : std::string();
    }
    const auto* format = std::get_if<NumberFormat>(&question.settings);
    if (!format) return {};
    std::string text = to_text(value, options.clock.utc_offset_minutes);
    if (format->style == NumberFormat::Style::date) {
        const Date date = date_from(value, options.clock);
        if (is_date(date)) text = short_date(date, options.clock.utc_offset_minutes, locale);
    } else if (format->style != NumberFormat::Style::none) {
        if (value.is_number()) text = number_text(value.number(), *format, locale);
    }
    const std::string_view own = format->format.in(locale, definition->locale);
    return own.empty() ? text : fill(own, text);
}

}  // namespace canvass::core
