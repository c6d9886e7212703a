#include "core/session/pick.h"

#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

using Role = ChoiceView::Role;


// The choice that a part of the answer belongs to; what is none was written for "other".
const ChoiceView* owner_of(const ElementView& view, const Value& given) {
    const ChoiceView* other = nullptr;
    for (const ChoiceView& shown : view.choices) {
        if (shown.role == Role::select_all) continue;
        if (are_equal(shown.value, given, exact)) return &shown;
        if (shown.role == Role::other) other = &shown;
    }
    return other;
}

}  // namespace

Value picked(const ElementView& view, const ChoiceSettings& settings, const ChoiceView& choice) {
    Value::Array after;
    if (choice.role == Role::select_all) {
        for (const ChoiceView& shown : view.choices) {
            const bool kept = shown.enabled ? !choice.selected : shown.selected;
            if (shown.role == Role::plain && kept) after.push_back(shown.value);
        }
    } else {
        const Value::Array* before = view.value.as_array();
        for (std::size_t at = 0; before && at < before->size(); ++at) {
            const Value& given = (*before)[at];
            const ChoiceView* owner = owner_of(view, bare(settings, given));
            const bool alone = choice.role == Role::exclusive || (owner && owner->role == Role::exclusive);
            if (owner != &choice && (choice.selected || !alone)) after.push_back(given);
        }
        if (!choice.selected) after.push_back(choice.value);
    }
    if (after.empty()) return {};
    Value value(std::move(after));
    wrap(settings, value);
    return value;
}

Value written(const ElementView& view, const ChoiceSettings& settings, std::string_view text) {
    Value words(text.empty() ? std::string_view("other") : text);
    // Who writes what is a choice means the choice.
    if (const ChoiceView* owner = owner_of(view, words); owner && owner->role != Role::other)
        words = owner->value;
    const Value::Array* before = view.value.as_array();
    if (!before) return words;
    Value::Array after;
    for (const Value& given : *before) {
        const ChoiceView* owner = owner_of(view, bare(settings, given));
        after.push_back(owner && owner->role == Role::other ? words : given);
    }
    Value value(std::move(after));
    wrap(settings, value);
    return value;
}

Value commented(const ElementView& view, const ChoiceSettings& settings, const ChoiceView& choice,
                std::string_view text) {
    Value value = view.value;
    const auto comment_on = [&](Value& given) {
        if (!are_equal(bare(settings, given), choice.value, exact)) return;
        if (!given.is_object()) given = Value::object({{"value", choice.value}});
        if (text.empty()) given.erase("comment");
        else given.set("comment", Value(text));
    };
    if (Value::Array* items = value.as_array()) {
        for (Value& given : *items) comment_on(given);
        return value;
    }
    comment_on(value);
    return text.empty() ? Value(bare(settings, value)) : value;
}

}  // namespace canvass::core
