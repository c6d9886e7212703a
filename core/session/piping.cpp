// Answers put into texts: {name} becomes what a person would call the answer.
#include "core/definition/references.h"
#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

constexpr int most_nested = 4;

std::string escaped(std::string_view words) {
    std::string markup;
    for (const char c : words) {
        if (c == '<') markup += "&lt;";
        else if (c == '&') markup += "&amp;";
        else if (c == '"') markup += "&quot;";
        else if (c == '\'') markup += "&#39;";
        else markup += c;
    }
    return markup;
}

}  // namespace

// What is to be said or copied: of several answers in one there is nothing while none is given.
bool Session::State::is_there(const Found& found) const {
    if (!found.whole || found.question == no_element || !is_empty(found.value)) return found.there;
    const Kind kind = element(found.question).kind;
    return kind != Kind::matrix && kind != Kind::multipletext;
}

// What is not there stays as it is written.
std::string Session::State::piped(std::string_view text, ElementIndex around, bool is_markup) {
    if (text.find('{') == std::string_view::npos) return std::string(text);
    std::string result;
    std::size_t written = 0;
    const ElementIndex outer = scope;
    const bool outer_piping = piping;
    scope = around;
    piping = true;
    for (const Reference& reference : references_in(text)) {
        Scratch scratch;
        const PathOf path(reference.name);
        const Found found = look_up(path.path(), scratch);
        if (!is_there(found)) continue;
        result += text.substr(written, reference.begin - written);
        const bool displayed = found.question != no_element && (around == no_element || !element(around).values_in_texts);
        const std::string said = displayed                ? display_text(found.question, found.value)
                                 : is_empty(found.value) ? std::string()
                                                         : to_text(found.value);
        result += is_markup ? escaped(said) : said;
        written = reference.end;
    }
    scope = outer;
    piping = outer_piping;
    result += text.substr(written);
    return result;
}

std::string Session::State::piped(const LocalizedText& text, ElementIndex around) {
    return piped(text.in(locale, definition->locale), around);
}

std::string Session::State::piped_markup(const LocalizedText& text, ElementIndex around) {
    return piped(text.in(locale, definition->locale), around, true);
}

std::string Session::State::title_of(ElementIndex index) {
    if (of(index).block >= 0 && block_of(index).row != total_row) {
        // A row of a matrix is called what the definition calls it.
        const Block& block = block_of(index);
        const RowSettings& settings = row_settings(block.owner);
        const bool is_row = block.root == index || settings.shape == RowSettings::Shape::keyed_answer;
        if (is_row && !settings.rows.empty()) {
            return text_of_choice(settings.rows[static_cast<std::size_t>(block.row)], block.owner);
        }
    }
    std::string title = piped(element(index).title, index);
    return title.empty() && !is_container(element(index).kind) ? element(index).name : title;
}

std::string Session::State::text_of_choice(const Choice& choice, ElementIndex question) {
    std::string text = piped(choice.text, question);
    return text.empty() ? to_text(choice.value) : text;
}

std::string Session::State::display_text(ElementIndex index, const Operand& value) {
    if (is_empty(value)) return {};
    // Choice texts may show answers whose choice texts show answers …
    if (displays_nested >= most_nested) return to_text(value);
    ++displays_nested;
    std::string text;
    if (value.is_array()) {
        for (const Value& part : value.array()) {
            if (!text.empty()) text += choice_settings(index) ? ", " : ",";
            text += display_text_of_one(index, part);
        }
    } else {
        text = display_text_of_one(index, value);
    }
    --displays_nested;
    return text;
}

std::string Session::State::display_text_of_one(ElementIndex index, const Operand& value) {
    std::string shown = shown_text(index, value);
    if (!shown.empty()) return shown;
    if (const auto* boolean = std::get_if<BooleanSettings>(&element(index).settings)) {
        if (value.text() == "indeterminate") return {};
        const bool is_true = are_equal(value, boolean->value_true, exact) ||
                             (value.text() == "true" && boolean->value_false.text() != "true");
        return is_true ? own_or(boolean->label_true, Text::yes, index) : own_or(boolean->label_false, Text::no, index);
    }
    Scratch scratch;
    const Operand plain = bare_answer(index, value, scratch);
    const ChoiceSettings* settings = choice_settings(index);
    if (settings && !settings->multiple && element(index).values_in_texts) return to_text(plain);
    for (const Choice& choice : choices_of(index)) {
        if (are_equal(choice.value, plain, exact)) return text_of_choice(choice, index);
    }
    if (settings) {
        const std::string written = plain.text() == "other" ? other_text(index) : std::string();
        if (!written.empty()) return written;
        for (const SpecialChoice& special : special_choices) {
            const bool there = special.special == Special::other || settings->has(special.special);
            if (there && plain.text() == special.value) {
                return own_or(settings->text(special.words), special.fallback, index);
            }
        }
    }
    return to_text(plain);
}

std::string Session::State::own_or(const LocalizedText& own, Text fallback, ElementIndex around) {
    std::string text = piped(own, around);
    return text.empty() ? std::string(word(fallback)) : text;
}

}  // namespace canvass::core
