#include <utility>

#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

// The answer with the choice added at its end or taken out, the others in the order in which they were chosen.
// "None" stands alone.
core::Value toggled(const ui::Frame& frame, const ElementView& view, const core::ChoiceView& choice) {
    const auto* settings = settings_of<core::ChoiceSettings>(frame, view);
    const auto is_none = [settings](const core::Value& value) {
        return settings && settings->none_item && value.text() == "none";
    };
    core::Value::Array items;
    if (const core::Value::Array* before = view.value.as_array()) items = *before;
    if (choice.selected) {
        std::erase(items, choice.value);
    } else {
        if (is_none(choice.value)) items.clear();
        else std::erase_if(items, is_none);
        items.push_back(choice.value);
    }
    return items.empty() ? core::Value() : core::Value(std::move(items));
}

}  // namespace

void checkbox(ui::Frame& frame, const ElementView& view) {
    bool first = true;
    for (const core::ChoiceView& shown : view.choices) {
        if (!first) frame.gap(1);
        first = false;
        if (!ui::checkbox(frame, row_of(frame, view, shown))) continue;
        frame.act(core::SetValue{view.name, toggled(frame, view, shown)});
    }
}

}  // namespace canvass::widget::views
