#include "core/base/texts.h"

#include <array>

namespace canvass::core {
namespace {

struct Word {
    std::string_view key;
    std::string_view english;
};

// In the order of Text. assets/locales/en.json says the same.
constexpr std::array<Word, static_cast<std::size_t>(Text::count)> words{{
    {"next", "Next"},
    {"back", "Back"},
    {"submit", "Submit"},
    {"required", "Response required."},
    {"other", "Other (describe)"},
    {"none", "None"},
    {"otherRequired", "Response required: enter another value."},
    {"yes", "Yes"},
    {"no", "No"},
    {"minSelected", "Please select at least {0} option(s)."},
    {"maxSelected", "Please select no more than {0} option(s)."},
    {"tooLong", "Please enter no more than {0} character(s)."},
    {"notANumber", "The value should be numeric."},
    {"notAnEmail", "Please enter a valid e-mail address."},
    {"minValue", "The value should not be less than {0}"},
    {"maxValue", "The value should not be greater than {0}"},
    {"commentLabel", "Please leave a comment"},
    {"optional", "optional"},
    {"progress", "Page {0} of {1}"},
    {"thanks", "Thank you. Your answers have been recorded."},
    {"sending", "Sending…"},
    {"sent", "Sent."},
    {"kept", "We cannot reach the server. Your answers are kept on this device and will be sent later."},
    {"refused", "Your answers were not accepted: {0}"},
    {"resultsTitle", "Results"},
    {"voters", "{0} votes"},
    {"voterOne", "1 vote"},
    {"resultsAfterVote", "The results appear once you have voted."},
    {"resultsLoading", "Loading the results…"},
    {"resultsRow", "{0}: {1} votes, {2} percent"},
    {"resultsRowOne", "{0}: 1 vote, {2} percent"},
    {"resultsFailed", "The results cannot be reached."},
    {"resultsRowPoints", "{0}: {1} points, {2} percent"},
    {"ahead", "ahead"},
    {"yourChoice", "your choice"},
    {"errorsTitle", "{0} answers need a look"},
    {"surveyFaults", "{0} faults in this survey"},
    {"loadFailed", "This survey could not be loaded: {0}"},
    {"wasmFailed", "This survey could not be started in this browser."},
    {"retry", "Try again"},
    {"refuse", "Refuse to answer"},
    {"dontKnow", "Don't know"},
    {"selectAll", "Select All"},
    {"requiredPanel", "Response required: answer at least one question."},
    {"tooShort", "Please enter at least {0} character(s)."},
    {"lengthBetween", "Please enter at least {0} and no more than {1} characters."},
    {"noDigits", "Numbers are not allowed."},
    {"namedMin", "The '{0}' should be at least {1}"},
    {"namedMax", "The '{0}' should be at most {1}"},
    {"namedBetween", "The '{0}' should be at least {1} and at most {2}"},
    {"valueWord", "value"},
    {"expressionFalse", "The expression: {0} should return 'true'."},
    {"wrongStep", "Please enter a value that matches the step size of {0}."},
    {"wrongFormat", "Please complete the value to match the required format."},
    {"addRow", "Add"},
    {"removeRow", "Remove"},
    {"confirmRemove", "Remove this entry and what is in it?"},
    {"keepRow", "Keep"},
    {"noRows", "There are no entries yet."},
    {"rowNumber", "Entry {0}"},
    {"total", "Total"},
    {"fileTooLarge", "The file size should not exceed {0}."},
    {"tooManyFiles", "The maximum number of files you can upload is {0}."},
    {"fileNotAccepted", "This kind of file is not accepted. Accepted: {0}"},
    {"start", "Start"},
    {"preview", "Preview"},
    {"edit", "Edit"},
    {"questionsProgress", "Answered {0}/{1} questions"},
    {"timeLeft", "Time left: {0}"},
    {"timeSpent", "Time spent: {0}"},
    {"minRows", "Please fill in at least {0} row(s)."},
    {"everyRow", "Response required: answer questions in all rows."},
    {"differentRows", "Each row must have a unique value."},
    {"uniqueValue", "This value should be unique."},
    {"choose", "Choose…"},
    {"rangeFrom", "From"},
    {"rangeTo", "To"},
    {"moveUp", "{0}: move up"},
    {"moveDown", "{0}: move down"},
    {"placeOf", "{0} is now number {1} of {2}"},
    {"charactersUsed", "{0} of {1} characters"},
}};

Diagnostic note(Code code, std::string_view key) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.severity = Severity::note;
    diagnostic.subject = std::string(key);
    return diagnostic;
}

}  // namespace

std::string_view key_of(Text text) noexcept { return words[static_cast<std::size_t>(text)].key; }

Texts::Texts() {
    words_.reserve(words.size());
    for (const Word& word : words) words_.emplace_back(word.english);
}

Diagnostics Texts::load(const Value& json) {
    const Value::Object* members = json.as_object();
    Diagnostics diagnostics;
    if (!members) {
        Diagnostic diagnostic;
        diagnostic.code = Code::wrong_type;
        diagnostic.detail = "{\"next\": \"…\"}";
        diagnostics.push_back(std::move(diagnostic));
        return diagnostics;
    }
    std::array<bool, words.size()> given{};
    for (const Value::Member& member : *members) {
        std::size_t index = 0;
        while (index < words.size() && words[index].key != member.name) ++index;
        if (index == words.size() || !member.value.is_string()) {
            Diagnostic diagnostic =
                note(index == words.size() ? Code::unknown_property : Code::wrong_type, member.name);
            diagnostic.pointer = pointer_to("", member.name);
            if (diagnostic.code == Code::wrong_type) diagnostic.detail = "text";
            diagnostics.push_back(std::move(diagnostic));
            continue;
        }
        given[index] = true;
        words_[index] = member.value.text();
    }
    for (std::size_t index = 0; index < words.size(); ++index) {
        if (!given[index]) diagnostics.push_back(note(Code::missing_property, words[index].key));
    }
    return diagnostics;
}

std::string_view Texts::operator[](Text text) const noexcept {
    const auto index = static_cast<std::size_t>(text);
    return index < words_.size() ? std::string_view(words_[index]) : std::string_view();
}

std::string fill(std::string_view pattern, std::string_view first, std::string_view second,
                 std::string_view third) {
    const std::string_view parts[] = {first, second, third};
    std::string text;
    text.reserve(pattern.size() + first.size() + second.size() + third.size());
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool placeholder = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 1] >= '0' &&
                                 pattern[at + 1] <= '2' && pattern[at + 2] == '}';
        if (!placeholder) {
            text += pattern[at];
            continue;
        }
        text += parts[pattern[at + 1] - '0'];
        at += 2;
    }
    return text;
}

}  // namespace canvass::core
