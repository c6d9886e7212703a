// How questions and panels are numbered: which are, where numbering starts again, and what a number looks like.
// Source of the rules: survey-core 3.1.1, probed.
#include <algorithm>

#include "core/base/number.h"
#include "core/base/utf8.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter & 0x80); }

// The number that stands `steps` after the one that is written: "(A)" and 2 are "(C)", "Q08." and 2 are "Q10.".
[[gnu::noinline]] std::string numbered(std::string_view first, int steps) {
    const bool digits = std::any_of(first.begin(), first.end(), is_digit);
    const auto counts = [&](char letter) { return digits ? is_digit(letter) : is_letter(letter); };
    std::size_t end = first.size();
    while (end > 0 && !counts(first[end - 1])) --end;
    std::size_t begin = end;
    // Of letters only the last counts.
    while (begin > 0 && counts(first[begin - 1]) && (digits || begin == end || (first[begin] & 0xC0) == 0x80)) --begin;
    const std::string_view written = first.substr(begin, end - begin);
    const bool framed = begin > 0 || end < first.size();
    const std::string_view behind = framed || written.empty() ? first.substr(end) : std::string_view();
    std::string text(first.substr(0, begin));
    if (digits) {
        double number = 0;
        for (const char digit : written) number = number * 10 + (digit - '0');
        if (number == 0) number = 1;
        const std::string counted = number_text(number + steps);
        if (counted.size() < written.size()) text.append(written.size() - counted.size(), '0');
        text += counted;
    } else if (written.empty()) {
        text += number_text(1 + steps);
    } else {
        char32_t letter = static_cast<unsigned char>(written[0]);
        if (written.size() > 1) letter &= 0x7Fu >> written.size();
        for (const char byte : written.substr(1)) letter = letter << 6 | (byte & 0x3F);
        append_utf8(text, letter + static_cast<char32_t>(steps));
    }
    text += behind;
    return text;
}

}  // namespace

const Numbering* Session::State::numbering_of(ElementIndex container) const {
    const std::int32_t at = element(container).numbering;
    return at < 0 ? nullptr : &definition->numberings[static_cast<std::size_t>(at)];
}

bool Session::State::counts_anew(ElementIndex panel) const {
    if (element(panel).kind != Kind::panel && element(panel).kind != Kind::paneldynamic) return false;
    const Numbering* own = numbering_of(panel);
    const bool as_around = !own || own->numbers == QuestionNumbers::as_around;
    const QuestionNumbers mode = as_around ? definition->numbering.numbers : own->numbers;
    return mode == QuestionNumbers::recursive || mode == QuestionNumbers::on_panel;
}

void Session::State::number_elements() {
    numbers.assign(elements.size(), 0);
    if (definition->numbering.numbers != QuestionNumbers::off) number_pages();
    for (ElementIndex at = 0; !definition->numberings.empty() && at < count(); ++at) {
        const Numbering* own = element(at).kind == Kind::paneldynamic && is_live(at) ? numbering_of(at) : nullptr;
        if (!own || (own->numbers != QuestionNumbers::on_panel && own->numbers != QuestionNumbers::recursive)) continue;
        for (const ElementIndex root : rows_of(at).roots) number_inside(root, 1);
    }
}

void Session::State::number_pages() {
    int next = 1;
    for (const ElementIndex at : definition->pages) {
        if (of(at).present) next = number_inside(at, next);
        // A preview numbers its pages as they were; a start page stands alone.
        const bool joined = definition->course.at_once == ShownAtOnce::survey && !is_on_start_page(at);
        if (definition->numbering.numbers == QuestionNumbers::on_page && !joined) next = 1;
    }
}

int Session::State::number_inside(ElementIndex container, int next) {
    for (const ElementIndex child : children_of(container)) {
        if (!of(child).present || is_left_out(child)) continue;
        const Element& described = element(child);
        const bool inner = is_container(described.kind);
        const Numbering* own = numbering_of(child);
        const bool anew = counts_anew(child);
        const bool counted = inner ? (described.number_shown || anew) && !described.title.empty()
                                   : described.number_shown && described.layout.title != Layout::Place::hidden && !is_display(described.kind);
        // The questions in its panels are counted with those of the survey, instead of itself.
        if (counted && own && described.kind == Kind::paneldynamic && own->numbers == QuestionNumbers::across_survey) {
            for (const ElementIndex root : rows_of(child).roots) next = number_inside(root, next);
            continue;
        }
        if (counted) numbers[static_cast<std::size_t>(child)] = next++;
        if (!inner) continue;
        if (own && own->numbers == QuestionNumbers::off) continue;
        const int after = number_inside(child, anew ? 1 : next);
        if (!anew) next = after;
    }
    return next;
}

// What the numbers beside this element start with.
std::string_view Session::State::number_start(ElementIndex index) const {
    ElementIndex at = parent_of(index);
    for (; at != no_element && element(at).kind != Kind::page; at = parent_of(at)) {
        if (const Numbering* own = numbering_of(at); own && !own->start.empty()) return own->start;
    }
    std::string_view start = definition->numbering.start;
    for (const ElementIndex each : definition->pages) {
        const Numbering* own = is_offered(each) ? numbering_of(each) : nullptr;
        if (own && !own->start.empty()) start = own->start;
        if (each == at) break;
    }
    return start;
}

std::string Session::State::number_text_of(ElementIndex index) const {
    const int number = numbers[static_cast<std::size_t>(index)];
    if (number == 0) return {};
    const std::string_view start = number_start(index);
    std::string text = start.empty() ? number_text(number) + "." : numbered(start, number - 1);
    ElementIndex around = parent_of(index);
    if (around != no_element && element(around).kind == Kind::row) around = parent_of(around);
    const Numbering* own = around == no_element ? nullptr : numbering_of(around);
    const bool alone = own && own->numbers == QuestionNumbers::on_panel;
    if (around == no_element || alone || !counts_anew(around)) return text;
    if (element(around).kind == Kind::paneldynamic && numbers[static_cast<std::size_t>(around)] == 0) return text;
    // A panel without a number lends that of the one around it.
    while (numbers[static_cast<std::size_t>(around)] == 0 && parent_of(around) != no_element) around = parent_of(around);
    std::string outer = number_text_of(around);
    if (!outer.empty() && outer.back() != '.' && (is_digit(text.front()) || is_letter(text.front()))) outer += '.';
    return outer + text;
}

}  // namespace canvass::core
