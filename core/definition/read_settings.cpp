// The parts of a question that belong to its kind: choices, rates, polls.
#include <algorithm>

#include "core/base/date.h"
#include "core/base/number.h"
#include "core/definition/loader.h"

namespace canvass::core {
namespace {

// "1|one" is the value "1" with the text "one".
void split_value(Choice& choice) {
    const std::string_view whole = choice.value.text();
    const std::size_t bar = whole.find('|');
    if (bar == std::string_view::npos) return;
    if (choice.text.empty()) choice.text.by_locale.emplace_back("", std::string(whole.substr(bar + 1)));
    choice.value = Value(std::string(whole.substr(0, bar)));
}

}  // namespace

std::vector<Choice> read_choices(Loader& loader, const Value* list, const std::string& pointer) {
    std::vector<Choice> choices;
    if (!list) return choices;
    const Value::Array& items = *list->as_array();
    if (items.size() > loader.limits.choices) {
        loader.report_limit(Code::too_large, pointer, "choices", loader.limits.choices);
    }
    const std::size_t count = std::min(items.size(), loader.limits.choices);
    choices.reserve(count);
    for (std::size_t at = 0; at < count; ++at) {
        Choice choice;
        const Value::Object* object = items[at].as_object();
        if (!object) {
            if (items[at].is_null() || items[at].is_array()) {
                loader.report(Code::wrong_type, pointer_to(pointer, at), "choices", "text | number | {\"value\": …}");
                continue;
            }
            choice.value = items[at];
        } else {
            const std::string place = pointer_to(pointer, at);
            const Fields fields = read_fields(*object, owner_bit(Owner::choice), place, loader);
            const Value* value = fields[Property::value];
            if (!value) value = fields[Property::text];
            if (!value) {
                loader.report(Code::missing_property, place, "value");
                continue;
            }
            choice.value = *value;
            choice.text = read_text(loader, fields[Property::text], pointer_to(place, "text"));
            choice.visible_if =
                read_condition(loader, fields[Property::visible_if], pointer_to(place, "visibleIf"));
            choice.enable_if = read_condition(loader, fields[Property::enable_if], pointer_to(place, "enableIf"));
        }
        split_value(choice);
        choices.push_back(std::move(choice));
    }
    return choices;
}

std::optional<Poll> read_poll(Loader& loader, const Value* value, const std::string& pointer) {
    if (!value) return std::nullopt;
    const Fields fields = read_fields(*value->as_object(), owner_bit(Owner::poll), pointer, loader);
    Poll poll;
    if (fields[Property::method]) {
        poll.method = fields.text(Property::method);
        if (poll.method != "plurality") {
            loader.report(Code::unknown_poll_method, pointer_to(pointer, "method"), poll.method);
        }
    }
    if (fields[Property::results]) {
        constexpr std::string_view allowed[] = {"always", "onVote", "onClose", "staff"};
        const auto found = std::find(std::begin(allowed), std::end(allowed), fields.text(Property::results));
        if (found == std::end(allowed)) {
            loader.report(Code::unknown_value, pointer_to(pointer, "results"), "results",
                          "always | onVote | onClose | staff");
        } else {
            poll.results = static_cast<Poll::Results>(found - std::begin(allowed));
        }
    }
    poll.change_vote = fields.flag(Property::change_vote, true);
    if (fields[Property::closes]) {
        poll.closes = parse_iso(fields.text(Property::closes), 0);
        if (!poll.closes) {
            loader.report(Code::unknown_value, pointer_to(pointer, "closes"), "closes", "2026-12-31T18:00:00Z");
        }
    }
    poll.seed = fields.text(Property::seed);
    return poll;
}

}  // namespace canvass::core
