#include <algorithm>

#include "core/base/number.h"
#include "core/definition/loader.h"

namespace canvass::core {
namespace {

// Scalars stand for their text, as site owners write "title": 2024.
std::string plain_text(const Value& value) {
    if (value.is_number()) return number_text(value.as_number());
    if (value.is_bool()) return value.as_bool() ? "true" : "false";
    return std::string(value.text());
}

void add_locale(Definition& definition, std::string_view locale) {
    auto& locales = definition.locales;
    if (std::find(locales.begin(), locales.end(), locale) == locales.end()) locales.emplace_back(locale);
}

}  // namespace

void Loader::report(Code code, const std::string& pointer, std::string_view subject, std::string_view detail,
                    Severity severity) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.severity = severity;
    diagnostic.pointer = pointer;
    diagnostic.subject = std::string(subject);
    diagnostic.detail = std::string(detail);
    diagnostics.push_back(std::move(diagnostic));
}

void Loader::report_limit(Code code, const std::string& pointer, std::string_view subject, std::size_t limit) {
    report(code, pointer, subject);
    diagnostics.back().limit = static_cast<long>(limit);
}

LocalizedText Fields::localized(Property property) const {
    LocalizedText text;
    const Value* value = (*this)[property];
    if (!value) return text;
    const auto add = [&](std::string_view locale, std::string words) {
        if (words.size() > loader_.limits.text_bytes) {
            loader_.report_limit(Code::too_large, place(property), "bytes", loader_.limits.text_bytes);
            words.clear();
        }
        text.add(locale, std::move(words));
    };
    const Value::Object* by_locale = value->as_object();
    if (!by_locale) {
        add("", plain_text(*value));
        return text;
    }
    for (const Value::Member& member : *by_locale) {
        const bool is_default = member.name == "default";
        if (!is_default) add_locale(loader_.definition, member.name);
        add(is_default ? std::string_view() : std::string_view(member.name), std::string(member.value.text()));
    }
    return text;
}

Condition read_condition(Loader& loader, std::string_view text, const std::string& pointer) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return {};
    auto take = [&](Diagnostics found) {
        for (Diagnostic& diagnostic : found) {
            diagnostic.pointer = pointer;
            loader.diagnostics.push_back(std::move(diagnostic));
        }
    };
    Result<Expression> expression = compile_expression(text);
    if (!expression) {
        take(std::move(expression.error()));
        return Condition::that_is_broken(std::string(text), pointer);
    }
    take(unknown_functions(*expression));
    return {std::move(*expression), pointer};
}

}  // namespace canvass::core
