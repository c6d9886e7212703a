#include <algorithm>

#include "widget/ui/cells.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

void boolean(ui::Frame& frame, const ElementView& view) {
    if (view.choices.size() != 2) return;
    float width = 2 * frame.theme().target;
    for (const core::ChoiceView& shown : view.choices)
        width = std::max(width, ui::cell_width(frame, shown.text) + 2 * frame.theme().space);
    const float most = frame.narrow() ? frame.width() : std::max(width, 20 * frame.theme().space);
    const ui::Cells cells(frame, 2, width, most, frame.theme().target);

    for (int i = 0; i < 2; ++i) {
        const core::ChoiceView& shown = view.choices[static_cast<std::size_t>(1 - i)];  // yes stands before no
        ui::Choice choice;
        choice.id = choice_id(frame, view, shown);
        choice.label = shown.text;
        choice.chosen = shown.selected;
        choice.enabled = shown.enabled && !view.read_only;
        if (ui::label_cell(frame, cells.at(i), choice)) frame.act(core::SetValue{view.name, shown.value});
    }
}

}  // namespace canvass::widget::views
