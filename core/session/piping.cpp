// Answers put into texts: {name} becomes what a person would call the answer.
#include "core/definition/references.h"
#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

constexpr int most_nested = 4;
constexpr Equality exact{.ignore_order = false, .ignore_case = false, .trim = false};

}  // namespace

// What is not there stays as it is written.
std::string Session::State::piped(std::string_view text, ElementIndex around) {
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
        if (!found.there) continue;
        result += text.substr(written, reference.begin - written);
        result += found.question != no_element
                      ? display_text(found.question, found.value)
                      : to_text(found.value);
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
            if (!text.empty()) text += ", ";
            text += display_text_of_one(index, part);
        }
    } else {
        text = display_text_of_one(index, value);
    }
    --displays_nested;
    return text;
}

std::string Session::State::display_text_of_one(ElementIndex index, const Operand& value) {
    const Element& question = element(index);
    if (const auto* boolean = std::get_if<BooleanSettings>(&question.settings)) {
        const bool is_true = are_equal(value, boolean->value_true, exact);
        return is_true ? own_or(boolean->label_true, Text::yes, index) : own_or(boolean->label_false, Text::no, index);
    }
    if (const std::vector<Choice>* choices = choices_of(index)) {
        for (const Choice& choice : *choices) {
            if (are_equal(choice.value, value, exact)) return text_of_choice(choice, index);
        }
    }
    if (const auto* choices = std::get_if<ChoiceSettings>(&question.settings)) {
        const std::string_view written = comment_to(index);
        if (choices->other_item && value.text() == "other" && !written.empty()) return std::string(written);
        std::string text;
        for_each_extra(*choices, [&](std::string_view extra, const LocalizedText& own, Text fallback) {
            if (value.text() == extra) text = own_or(own, fallback, index);
        });
        if (!text.empty()) return text;
    }
    return to_text(value);
}

std::string Session::State::own_or(const LocalizedText& own, Text fallback, ElementIndex around) {
    std::string text = piped(own, around);
    return text.empty() ? std::string(word(fallback)) : text;
}

}  // namespace canvass::core
