#include "shell/web/types/shapes.h"

#include "core/definition/codec.h"
#include "core/json/diagnostics_json.h"
#include "core/poll/poll_results.h"
#include "core/session/response.h"
#include "core/session/session.h"
#include "shell/web/types/names.h"

namespace canvass::web {
namespace {

using core::Value;

// In the samples, "any" as a member's name stands for every name.
constexpr std::string_view any_name = "any";

std::string type_of(const Value& full, const Value* sparse, int depth);

std::string members_of(const Value& full, const Value* sparse, int depth) {
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    std::string text = "{\n";
    for (const auto& [name, value] : *full.as_object()) {
        const Value* const other = sparse != nullptr ? sparse->find(name) : nullptr;
        const bool optional = sparse != nullptr && other == nullptr;
        // "do" tells the actions apart.
        const std::string type = name == "do" ? quoted(value.text()) : type_of(value, other, depth + 1);
        text += indent + "  " + name + (optional ? "?: " : ": ") + type + ";\n";
    }
    return text + indent + "}";
}

// A member that the sparse sample lacks is optional; a null may be any JSON.
std::string type_of(const Value& full, const Value* sparse, int depth) {
    if (full.is_bool()) return "boolean";
    if (full.is_number()) return "number";
    if (full.is_string() || full.is_date()) return "string";
    if (const auto* const items = full.as_array()) {
        const Value* const other = sparse != nullptr && sparse->size() != 0 ? &sparse->as_array()->front() : nullptr;
        return items->empty() ? "unknown[]" : type_of(items->front(), other, depth) + "[]";
    }
    if (const auto* const members = full.as_object()) {
        if (members->empty()) return "Record<string, unknown>";
        if (members->front().name == any_name) {
            return "Record<string, " + type_of(members->front().value, nullptr, depth) + ">";
        }
        return members_of(full, sparse, depth);
    }
    return "unknown";
}

std::string named(const std::string& comment, const std::string& name, const Value& full, const Value& sparse) {
    return "\n/** " + comment + " */\nexport type " + name + " = " + type_of(full, &sparse, 0) + ";\n";
}

std::string actions() {
    const std::string name(any_name);
    const core::Action all[] = {core::SetValue{name, nullptr}, core::SetComment{name, name}, core::ClearValue{name},
                                core::SetVariable{name, nullptr}, core::NextPage{}, core::PreviousPage{},
                                core::Complete{}, core::SetLocale{name}, core::AddRow{name}, core::RemoveRow{name},
                                core::StartSurvey{}, core::ShowPreview{},
                                core::EditAnswers{name}, core::GoTo{name}, core::Tick{1}, core::Advance{},
                                core::SetChoices{name, nullptr}};
    static_assert(std::size(all) == std::variant_size_v<core::Action>, "an action is missing above");
    std::string text = "\n/** What can happen to a survey. */\nexport type Action =";
    for (const core::Action& action : all) text += "\n  | " + type_of(to_json(action), nullptr, 1);
    return text + ";\n";
}

std::string response() {
    core::Response sparse;
    core::Response full;
    full.hidden = Value::object();
    full.member = "m";
    return named("A finished set of answers; `id` is the idempotency key from end to end.", "SurveyResponse",
                 to_json(full), to_json(sparse));
}

std::string diagnostics() {
    core::Diagnostic full;
    full.position = 1;
    core::Diagnostic sparse;
    return named("What is wrong with an input: a stable code, the place as a JSON pointer, a sentence.", "Diagnostic",
                 core::to_json(full), core::to_json(sparse)) +
           "\n/** All that was found in an input. */\nexport interface Diagnostics {\n  errors: Diagnostic[];\n"
           "  notes: Diagnostic[];\n}\n";
}

std::string snapshot() {
    const Value question = Value::object({{"type", "text"}, {"name", Value(any_name)}, {"isRequired", true}});
    const Value calculated = Value::object({{"name", Value(any_name)}, {"expression", "{nothing}"}});
    const Value source = Value::object({{"elements", Value::array({question})},
                                        {"calculatedValues", Value::array({calculated})}});
    core::Session session(std::make_shared<core::Definition>(std::move(core::load_definition(source)->definition)));
    session.apply(core::Complete{});
    const Value running = session.snapshot();
    Value over = running;
    over.set("navigateTo", "/");  // where a definition says so
    return named("Where a session stands.", "Snapshot", over, running);
}

std::string poll_results() {
    core::PollResults results;
    results.options.push_back({nullptr, "", 0, 0, false});
    return named("The results of a poll; shares are percentages with one decimal.", "PollResults", to_json(results),
                 to_json(results));
}

}  // namespace

std::string shapes() {
    return "// Written by shell/web/types/generate.cpp from the C++ sources; not to be edited.\n" + actions() +
           response() + snapshot() + poll_results() + diagnostics();
}

}  // namespace canvass::web
