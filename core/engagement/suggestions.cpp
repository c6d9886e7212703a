#include "core/engagement/suggestions.h"

#include <string_view>

#include "core/engagement/facts.h"
#include "core/expression/environment.h"

namespace canvass::core {
namespace {

Value reasons(const Expression& condition, const Value& facts) {
    Value because = Value::object();
    for (const std::string_view name : dependencies(condition)) {
        const std::size_t dot = name.find('.');
        const Value* fact = facts.find(name.substr(0, dot));
        if (fact && dot != std::string_view::npos) fact = fact->find(name.substr(dot + 1));
        because.set(name, fact ? *fact : Value());
    }
    return because;
}

bool holds_with(const Expression& condition, const Value& facts, std::int64_t at) {
    ObjectEnvironment environment(facts, Clock{static_cast<double>(at), 0});
    return holds(condition, environment);
}

}  // namespace

std::vector<Suggestion> suggestions_for(const Model& model, const Standing& standing, std::int64_t at) {
    std::vector<Suggestion> suggestions;
    const Value facts = facts_of(standing, model);
    for (const SuggestionRule& rule : model.suggestions)
        if (!rule.on && holds_with(rule.when, facts, at))
            suggestions.push_back({&rule, standing.member, reasons(rule.when, facts)});
    return suggestions;
}

std::vector<Suggestion> suggestions_on(const Model& model, const Event& event, const Standing& before,
                                       const Standing& after) {
    std::vector<Suggestion> suggestions;
    const Value old_facts = facts_of(before, model);
    Value facts = facts_of(after, model);
    facts.set("scoreBefore", *old_facts.find("score"));
    Value details = event.details.is_object() ? event.details : Value::object();
    details.set("type", Value(model.types[event.type].name));
    facts.set("event", std::move(details));
    for (const SuggestionRule& rule : model.suggestions) {
        if (rule.on && *rule.on != event.type) continue;
        if (!holds_with(rule.when, facts, event.at)) continue;
        if (!rule.on && holds_with(rule.when, old_facts, event.at)) continue;
        suggestions.push_back({&rule, after.member, reasons(rule.when, facts)});
    }
    return suggestions;
}

}  // namespace canvass::core
