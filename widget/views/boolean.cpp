#include <algorithm>

#include "widget/ui/cells.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

// Side by side while they are wide enough for their words.
void side_by_side(ui::Frame& frame, const ElementView& view, bool backwards) {
    const std::size_t count = view.choices.size();
    float width = 1.25f * frame.theme().target;
    for (const core::ChoiceView& shown : view.choices)
        width = std::max(width, ui::cell_width(frame, shown.text) + 2 * frame.theme().space);
    const float most = frame.narrow() ? frame.width() : std::max(width, 20 * frame.theme().space);
    const ui::Cells cells(frame, static_cast<int>(count), width, most, frame.theme().target);
    for (std::size_t i = 0; i < count; ++i) {
        const core::ChoiceView& shown = view.choices[backwards ? count - 1 - i : i];
        if (ui::label_cell(frame, cells.at(static_cast<int>(i)), row_of(frame, view, shown))) frame.answer(view.name, shown.value);
    }
}

}  // namespace

// Yes stands before no.
void boolean(ui::Frame& frame, const ElementView& view) { side_by_side(frame, view, true); }
void buttongroup(ui::Frame& frame, const ElementView& view) { side_by_side(frame, view, false); }

}  // namespace canvass::widget::views
