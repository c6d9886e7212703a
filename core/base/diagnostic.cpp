#include "core/base/diagnostic.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "core/base/number.h"
#include "core/base/sentence.h"

namespace canvass::core {
namespace {

// In the sentences {s} is the subject, {d} the detail, {l} the limit and {p} the position counted from 1.
// A part in [brackets] is left out when what it would name is not known. A detail that is a sentence ends this one.
constexpr Sentence rows[] = {
    {Code::json_syntax, "json-syntax",
     "This is not valid JSON[: line {l}, column {s}][; expected: {d}].",
     "Das ist kein gültiges JSON[: Zeile {l}, Spalte {s}][; erwartet: {d}]."},
    {Code::too_large, "too-large",
     "This is too large: no more than {l} {s} are read.",
     "Das ist zu groß: gelesen werden höchstens {l} {s}."},
    {Code::too_deep, "too-deep",
     "This is nested too deeply: no more than {l} levels are read.",
     "Das ist zu tief verschachtelt: mehr als {l} Ebenen werden nicht gelesen."},
    {Code::wrong_type, "wrong-type",
     "The value[ of “{s}”] is of the wrong kind[; expected: {d}].",
     "Der Wert[ von „{s}“] ist von der falschen Art[; erwartet: {d}]."},
    {Code::missing_property, "missing-property",
     "“{s}” is missing here[; expected: {d}].",
     "Hier fehlt „{s}“[; erwartet: {d}]."},
    {Code::unknown_property, "unknown-property",
     "“{s}” is not a known property here[; perhaps “{d}” is meant]. It is kept, but does nothing.",
     "„{s}“ ist hier keine bekannte Eigenschaft[; vielleicht ist „{d}“ gemeint]. Sie bleibt erhalten, bewirkt aber nichts."},
    {Code::unknown_kind, "unknown-kind",
     "“{s}” is not a kind of question that can be shown[; perhaps “{d}” is meant].",
     "„{s}“ ist keine Frageart, die angezeigt werden kann[; vielleicht ist „{d}“ gemeint]."},
    {Code::unknown_value, "unknown-value",
     "“{s}” has a value that is not allowed[; allowed: {d}].",
     "„{s}“ hat einen Wert, der nicht erlaubt ist[; erlaubt: {d}]."},
    {Code::duplicate_name, "duplicate-name",
     "The name “{s}” is used more than once; every question needs a name of its own.",
     "Der Name „{s}“ kommt mehrfach vor; jede Frage braucht einen eigenen Namen."},
    {Code::missing_name, "missing-name",
     "This has no name; answers could not be told apart without one.",
     "Hier fehlt der Name; ohne ihn ließen sich Antworten nicht zuordnen."},
    {Code::expression_syntax, "expression-syntax",
     "The expression “{d}” cannot be understood[ from character {p} on].",
     "Der Ausdruck „{d}“ ist[ ab Zeichen {p}] nicht zu verstehen."},
    {Code::unknown_function, "unknown-function",
     "There is no function “{s}”[ (character {p} of the expression)].",
     "Eine Funktion „{s}“ gibt es nicht[ (Zeichen {p} des Ausdrucks)]."},
    {Code::unknown_reference, "unknown-reference",
     "An expression reads “{s}”[ (character {p})], but no question, value or variable has that name[; perhaps “{d}” is meant].",
     "Ein Ausdruck liest „{s}“[ (Zeichen {p})], aber keine Frage, kein Wert und keine Variable heißt so[; vielleicht ist „{d}“ gemeint]."},
    {Code::circular_expression, "circular-expression",
     "These conditions depend on one another in a circle: {d}.",
     "Diese Bedingungen hängen im Kreis voneinander ab: {d}."},
    {Code::regex_syntax, "regex-syntax",
     "The regular expression “{d}” cannot be understood[ from character {p} on].",
     "Der reguläre Ausdruck „{d}“ ist[ ab Zeichen {p}] nicht zu verstehen."},
    {Code::regex_unsupported, "regex-unsupported",
     "The regular expression “{d}” uses {s}, which is not supported.",
     "Der reguläre Ausdruck „{d}“ verwendet {s}; das wird nicht unterstützt."},
    {Code::unknown_question, "unknown-question",
     "There is no question “{s}”[; perhaps “{d}” is meant].",
     "Eine Frage „{s}“ gibt es nicht[; vielleicht ist „{d}“ gemeint]."},
    {Code::answer_required, "answer-required",
     "“{s}” needs an answer.",
     "„{s}“ braucht eine Antwort."},
    {Code::answer_invalid, "answer-invalid",
     "The answer to “{s}” is not accepted[: {d}].",
     "Die Antwort auf „{s}“ wird nicht angenommen[: {d}]."},
    {Code::unknown_action, "unknown-action",
     "“{s}” is not an action[; known: {d}].",
     "„{s}“ ist keine Aktion[; bekannt: {d}]."},
};

// What limits count and what values are, wherever a sentence says so.
constexpr std::pair<std::string_view, std::string_view> words[] = {
    {"bytes", "Bytes"}, {"values", "Werte"}, {"elements", "Elemente"}, {"choices", "Auswahlmöglichkeiten"},
    {"steps", "Schritte"}, {"candidates", "Kandidaten"}, {"rows", "Zeilen"}, {"panels", "Felder"},
    {"text", "Text"}, {"number", "Zahl"}, {"expression", "Ausdruck"}};

constexpr bool rows_follow_the_codes() {
    for (std::size_t i = 0; i < std::size(rows); ++i)
        if (static_cast<std::size_t>(rows[i].code) != i) return false;
    return static_cast<Code>(std::size(rows)) == Code::property_not_acted;
}
static_assert(rows_follow_the_codes());

const Sentence& row_of(Code code) {
    return code < Code::property_not_acted ? rows[static_cast<std::size_t>(code)] : sentence_elsewhere(code);
}

bool is_german(std::string_view locale) {
    const auto is = [&](std::size_t at, char lower) { return (locale[at] | 0x20) == lower; };
    return locale.size() >= 2 && is(0, 'd') && is(1, 'e') &&
           (locale.size() == 2 || locale[2] == '-' || locale[2] == '_');
}

bool is_letter(char letter) { return letter >= 'a' && letter <= 'z'; }

// The words that are known, in German; everything between them stays.
std::string in_german(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::size_t end = 1;
        while (end < text.size() && is_letter(text[end]) == is_letter(text[0])) ++end;
        std::string_view part = text.substr(0, end);
        for (const auto& [english, german] : words)
            if (part == english) part = german;
        out += part;
        text.remove_prefix(end);
    }
    return out;
}

// Whether a detail describes values, and is not itself one that an input holds or may hold.
bool describes_values(Code code) {
    return code == Code::wrong_type || code == Code::missing_property || code == Code::answer_type ||
           code == Code::response_invalid;
}

std::string filling(const Diagnostic& diagnostic, char placeholder, bool german) {
    switch (placeholder) {
        case 's': return german && diagnostic.code == Code::too_large ? in_german(diagnostic.subject) : diagnostic.subject;
        case 'd': return german && describes_values(diagnostic.code) ? in_german(diagnostic.detail) : diagnostic.detail;
        case 'l': return number_text(static_cast<double>(diagnostic.limit));
        default: return diagnostic.position < 0 ? "" : number_text(diagnostic.position + 1.0);
    }
}

std::string filled(std::string_view sentence, const Diagnostic& diagnostic, bool german) {
    std::string out;
    std::size_t part_begin = 0;
    bool part_known = true;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        const char letter = sentence[at];
        if (letter == '[') {
            part_begin = out.size();
            part_known = true;
        } else if (letter == ']') {
            if (!part_known) out.resize(part_begin);
        } else if (letter == '{') {
            const std::string text = filling(diagnostic, sentence[at + 1], german);
            part_known = part_known && !text.empty();
            out += text;
            at += 2;
        } else if (letter != '.' || out.empty() || (out.back() != '.' && out.back() != '!' && out.back() != '?')) {
            out += letter;
        }
    }
    return out;
}

}  // namespace

std::string_view name_of(Code code) noexcept { return row_of(code).name; }

std::string describe(const Diagnostic& diagnostic, std::string_view locale) {
    const Sentence& row = row_of(diagnostic.code);
    const bool german = is_german(locale);
    return filled(german ? row.german : row.english, diagnostic, german);
}

bool has_errors(const Diagnostics& diagnostics) noexcept {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.severity == Severity::error;
    });
}

std::string pointer_to(std::string_view parent, std::string_view token) {
    std::string pointer;
    pointer.reserve(parent.size() + 1 + token.size());
    pointer = parent;
    pointer += '/';
    std::size_t written = 0;
    for (std::size_t at = 0; at < token.size(); ++at) {
        if (token[at] != '~' && token[at] != '/') continue;
        pointer.append(token, written, at - written);
        pointer += token[at] == '~' ? "~0" : "~1";
        written = at + 1;
    }
    pointer.append(token, written, token.size() - written);
    return pointer;
}

std::string pointer_to(std::string_view parent, std::size_t index) {
    return pointer_to(parent, number_text(static_cast<double>(index)));
}

}  // namespace canvass::core
