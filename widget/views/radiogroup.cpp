#include "widget/ui/choice.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

void radiogroup(ui::Frame& frame, const ElementView& view) {
    bool first = true;
    for (const core::ChoiceView& shown : view.choices) {
        if (!first) frame.gap(1);
        first = false;
        ui::Choice choice;
        choice.id = choice_id(frame, view, shown);
        choice.label = shown.text;
        choice.chosen = shown.selected;
        choice.enabled = shown.enabled && !view.read_only;
        if (ui::radio(frame, choice)) frame.act(core::SetValue{view.name, shown.value});
    }
}

}  // namespace canvass::widget::views
