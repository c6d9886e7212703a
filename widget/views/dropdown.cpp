// One of many in a list that the native control opens, or several of them: chips for what is chosen, and a field with
// suggestions for what is not.
#include "core/session/pick.h"
#include "widget/ui/chips.h"
#include "widget/ui/text_field.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

ui::TextField field_of(ui::Frame& frame, const ElementView& view) {
    ui::TextField field = described_field(frame, view);
    if (field.placeholder.empty()) field.placeholder = frame.words(core::Text::choose);
    return field;
}

// Every choice, or those that are not chosen yet.
TextRange options_of(ui::Frame& frame, const ElementView& view, bool all) {
    TextRange options = frame.keep({});
    for (const core::ChoiceView& shown : view.choices) {
        if (!all && (shown.selected || !shown.enabled)) continue;
        options.length += frame.keep({shown.enabled ? &option_enabled : &option_disabled, 1}).length;
        options.length += frame.keep(shown.text).length;
    }
    return options;
}

}  // namespace

void dropdown(ui::Frame& frame, const ElementView& view) {
    ui::TextField field = field_of(frame, view);
    int chosen = -1;
    for (std::size_t at = 0; at < view.choices.size(); ++at)
        if (view.choices[at].selected) chosen = static_cast<int>(at);
    if (chosen >= 0) field.value = view.choices[static_cast<std::size_t>(chosen)].text;
    field.options = options_of(frame, view, true);
    const std::optional<int> now = ui::select(frame, field, chosen);
    if (!now || *now >= static_cast<int>(view.choices.size())) return;
    if (*now < 0) frame.answer(view.name, {});
    else frame.answer(view.name, view.choices[static_cast<std::size_t>(*now)].value);
}

void tagbox(ui::Frame& frame, const ElementView& view) {
    const auto* settings = settings_of<core::ChoiceSettings>(frame, view);
    if (!settings) return;
    const NodeId adds = field_id(view);
    ui::Chips chips(frame);
    for (const core::ChoiceView& shown : view.choices) {
        if (!shown.selected || shown.role == core::ChoiceView::Role::select_all) continue;
        const std::string_view name = frame.join(frame.words(core::Text::remove_row), ": ", shown.text);
        if (!chips.chip(choice_id(frame, view, shown), shown.text, name, !view.read_only)) continue;
        frame.answer(view.name, core::picked(view, *settings, shown));
        frame.input().focus_on(adds);
    }
    chips.finish();
    if (view.read_only) return;
    ui::TextField field = field_of(frame, view);
    field.options = options_of(frame, view, false);
    const std::string* typed = ui::text_field(frame, field);
    if (!typed) return;
    for (const core::ChoiceView& shown : view.choices)
        if (shown.text == *typed && !shown.selected && shown.enabled)
            return frame.answer(view.name, core::picked(view, *settings, shown));
}

}  // namespace canvass::widget::views
