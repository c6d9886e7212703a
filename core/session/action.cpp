#include "core/session/action.h"

#include <array>

namespace canvass::core {
namespace {

// In the order of the variant, with the members that each has besides "do".
struct Form {
    std::string_view word;
    bool has_name;
    std::string_view content;  // "value", "text", "locale", "page", "seconds", "choices" or nothing
};
constexpr std::array<Form, std::variant_size_v<Action>> forms{{{"set", true, "value"},
                                                               {"comment", true, "value"},
                                                               {"clear", true, {}},
                                                               {"variable", true, "value"},
                                                               {"next", false, {}},
                                                               {"back", false, {}},
                                                               {"complete", false, {}},
                                                               {"locale", false, "locale"},
                                                               {"addRow", true, {}},
                                                               {"removeRow", true, {}},
                                                               {"start", false, {}},
                                                               {"preview", false, {}},
                                                               {"edit", false, "page"},
                                                               {"page", false, "page"},
                                                               {"tick", false, "seconds"},
                                                               {"advance", false, {}},
                                                               {"choices", true, "choices"}}};

Diagnostic fault(Code code, std::string_view member, std::string_view subject, std::string_view detail = {}) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.pointer = member.empty() ? std::string() : pointer_to("", member);
    diagnostic.subject = std::string(subject);
    diagnostic.detail = std::string(detail);
    return diagnostic;
}

Action make(std::size_t form, std::string name, Value content) {
    switch (form) {
        case 0: return SetValue{std::move(name), std::move(content)};
        case 1: return SetComment{std::move(name), std::string(content.text())};
        case 2: return ClearValue{std::move(name)};
        case 3: return SetVariable{std::move(name), std::move(content)};
        case 4: return NextPage{};
        case 5: return PreviousPage{};
        case 6: return Complete{};
        case 7: return SetLocale{std::string(content.text())};
        case 8: return AddRow{std::move(name)};
        case 9: return RemoveRow{std::move(name)};
        case 10: return StartSurvey{};
        case 11: return ShowPreview{};
        case 12: return EditAnswers{std::move(content)};
        case 13: return GoTo{std::move(content)};
        case 14: return Tick{content.as_number()};
        case 16: return SetChoices{std::move(name), std::move(content)};
        default: return Advance{};
    }
}

}  // namespace

Result<Action> action_from_json(const Value& json) {
    if (!json.is_object()) return failure(fault(Code::wrong_type, {}, {}, "{\"do\": …}"));
    const Value* word = json.find("do");
    if (!word) return failure(fault(Code::missing_property, {}, "do"));
    std::size_t form = 0;
    while (form < forms.size() && forms[form].word != word->text()) ++form;
    if (form == forms.size()) return failure(fault(Code::unknown_action, "do", word->text()));

    const Value* name = json.find("name");
    if (forms[form].has_name && !name) return failure(fault(Code::missing_property, {}, "name"));
    if (forms[form].has_name && name->text().empty()) return failure(fault(Code::wrong_type, "name", "name", "text"));
    const Value* content = forms[form].content.empty() ? nullptr : json.find(forms[form].content);
    if (!content && form == 1) content = json.find("text");
    const bool must_be_text = form == 1 || form == 7;
    if (must_be_text && !content) return failure(fault(Code::missing_property, {}, forms[form].content));
    if (must_be_text && !content->is_string() && !content->is_null()) {
        return failure(fault(Code::wrong_type, forms[form].content, forms[form].content, "text"));
    }
    const bool names_page = form == 12 || form == 13;
    if (names_page && (content ? !content->is_string() && !content->is_number() && !content->is_null() : form == 13)) {
        return failure(fault(content ? Code::wrong_type : Code::missing_property, content ? "page" : "", "page", "text | number"));
    }
    if (form == 14 && (!content || !content->is_number())) {
        return failure(fault(content ? Code::wrong_type : Code::missing_property, content ? "seconds" : "", "seconds", "number"));
    }
    return make(form, name ? std::string(name->text()) : std::string(), content ? *content : Value());
}

Value to_json(const Action& action) {
    const Form& form = forms[action.index()];
    Value json = Value::object({{"do", Value(form.word)}});
    if (const auto* set = std::get_if<SetValue>(&action)) {
        json.set("name", Value(set->name));
        json.set("value", set->value);
    } else if (const auto* comment = std::get_if<SetComment>(&action)) {
        json.set("name", Value(comment->name));
        json.set("value", Value(comment->text));
    } else if (const auto* clear = std::get_if<ClearValue>(&action)) {
        json.set("name", Value(clear->name));
    } else if (const auto* variable = std::get_if<SetVariable>(&action)) {
        json.set("name", Value(variable->name));
        json.set("value", variable->value);
    } else if (const auto* locale = std::get_if<SetLocale>(&action)) {
        json.set("locale", Value(locale->locale));
    } else if (const auto* add = std::get_if<AddRow>(&action)) {
        json.set("name", Value(add->name));
    } else if (const auto* remove = std::get_if<RemoveRow>(&action)) {
        json.set("name", Value(remove->name));
    } else if (const auto* edit = std::get_if<EditAnswers>(&action)) {
        if (!edit->place.is_null()) json.set("page", edit->place);
    } else if (const auto* go = std::get_if<GoTo>(&action)) {
        json.set("page", go->place);
    } else if (const auto* tick = std::get_if<Tick>(&action)) {
        json.set("seconds", Value(tick->seconds));
    } else if (const auto* given = std::get_if<SetChoices>(&action)) {
        json.set("name", Value(given->name));
        json.set("choices", given->choices);
    }
    return json;
}

}  // namespace canvass::core
