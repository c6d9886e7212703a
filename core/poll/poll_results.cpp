#include "core/poll/poll_results.h"

#include <cmath>

#include "core/base/number.h"
#include "core/json/json.h"

namespace canvass::core {
namespace {

class OptionList {
public:
    OptionList(const Definition& definition, std::string_view locale, const Texts& texts)
        : definition_(definition), locale_(locale), texts_(texts) {}

    void add(Value value, const LocalizedText& text, std::string_view fallback) {
        const std::string_view words = text.in(locale_, definition_.locale);
        options_.push_back(PollOption{std::move(value), std::string(words.empty() ? fallback : words)});
    }

    void add(const std::vector<Choice>& choices) {
        for (const Choice& choice : choices) add(choice.value, choice.text, plain_text(choice.value));
    }

    void add(const ChoiceSettings& settings) {
        add(settings.choices);
        if (settings.has(Special::other)) add("other", settings.text(ChoiceWords::Use::other), texts_[Text::other]);
        if (settings.has(Special::none)) add("none", settings.text(ChoiceWords::Use::none), texts_[Text::none]);
    }

    void add(const BooleanSettings& settings) {
        add(settings.value_true, settings.label_true, texts_[Text::yes]);
        add(settings.value_false, settings.label_false, texts_[Text::no]);
    }

    std::vector<PollOption> take() { return std::move(options_); }

private:
    static std::string plain_text(const Value& value) {
        return value.is_string() ? *value.as_string() : write_json(value);
    }

    const Definition& definition_;
    std::string_view locale_;
    const Texts& texts_;
    std::vector<PollOption> options_;
};

Diagnostics disagreement(std::string pointer, std::string_view subject, std::string_view expected) {
    Diagnostic diagnostic;
    diagnostic.code = Code::wrong_type;
    diagnostic.pointer = std::move(pointer);
    diagnostic.subject = subject;
    diagnostic.detail = expected;
    return {std::move(diagnostic)};
}

// Members of one object of the results; what is missing or of another kind is noted once for each.
class Members {
public:
    Members(const Value& json, std::string pointer, Diagnostics& faults)
        : json_(json), pointer_(std::move(pointer)), faults_(faults) {}

    std::string text(std::string_view name) {
        const Value* value = json_.find(name);
        if (value && value->is_string()) return *value->as_string();
        fault(name, "a text");
        return {};
    }

    std::int64_t count(std::string_view name) {
        const Value* value = json_.find(name);
        const double number = value ? value->as_number(-1) : -1;
        if (number >= 0 && number <= static_cast<double>(most_votes) && std::trunc(number) == number)
            return static_cast<std::int64_t>(number);
        fault(name, "a whole number");
        return 0;
    }

    std::int64_t percent(std::string_view name) {
        const Value* value = json_.find(name);
        const auto percent = value ? parse_number(value->text()) : std::nullopt;
        if (percent && *percent >= 0 && *percent <= 100) return static_cast<std::int64_t>(std::round(*percent * 10));
        fault(name, "a percentage such as \"33.3\"");
        return 0;
    }

    void fault(std::string_view name, std::string_view expected) {
        const Diagnostics found = disagreement(pointer_to(pointer_, name), name, expected);
        faults_.insert(faults_.end(), found.begin(), found.end());
    }

private:
    const Value& json_;
    std::string pointer_;
    Diagnostics& faults_;
};

}  // namespace

std::vector<PollOption> poll_options(const Element& question, const Definition& definition, std::string_view locale,
                                     const Texts& texts) {
    OptionList options(definition, locale, texts);
    if (const auto* choices = std::get_if<ChoiceSettings>(&question.settings)) options.add(*choices);
    if (const auto* rating = std::get_if<RatingSettings>(&question.settings)) options.add(rating->rates);
    if (const auto* boolean = std::get_if<BooleanSettings>(&question.settings)) options.add(*boolean);
    if (const auto* matrix = row_settings_of(question)) options.add(matrix->rows);
    return options.take();
}

Value to_json(const PollResults& results) {
    Value options = Value::array();
    for (const PollOptionResult& option : results.options) {
        Value json;
        json.set("value", option.value);
        json.set("text", option.text);
        json.set("count", static_cast<double>(option.count));
        json.set("share", percent_text(option.share));
        json.set("ahead", option.ahead);
        options.push(std::move(json));
    }
    Value json;
    json.set("question", results.question);
    json.set("method", results.method);
    json.set("several", results.several);
    json.set("inPoints", results.in_points);
    json.set("voters", static_cast<double>(results.voters));
    json.set("options", std::move(options));
    return json;
}

Result<PollResults> poll_results_from_json(const Value& json) {
    if (!json.is_object()) return failure(disagreement("", "results", "an object"));
    Diagnostics faults;
    Members members(json, "", faults);
    PollResults results;
    results.question = members.text("question");
    results.method = members.text("method");
    results.voters = members.count("voters");
    const Value* several = json.find("several");
    results.several = several && several->as_bool();
    const Value* in_points = json.find("inPoints");
    results.in_points = in_points && in_points->as_bool();
    const Value* options = json.find("options");
    const Value::Array* list = options ? options->as_array() : nullptr;
    if (!list) members.fault("options", "a list");
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        const Value& option = (*list)[i];
        Members of_option(option, pointer_to("/options", i), faults);
        const Value* value = option.find("value");
        if (!value) of_option.fault("value", "the value of the choice");
        const Value* ahead = option.find("ahead");
        results.options.push_back(PollOptionResult{value ? *value : Value(), of_option.text("text"), of_option.count("count"),
                                                   of_option.percent("share"), ahead && ahead->as_bool()});
    }
    if (!faults.empty()) return failure(std::move(faults));
    return results;
}

}  // namespace canvass::core
