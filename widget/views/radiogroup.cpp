#include "widget/views/views.h"

namespace canvass::widget::views {

void radiogroup(ui::Frame& frame, const ElementView& view) {
    bool first = true;
    for (const core::ChoiceView& shown : view.choices) {
        if (!first) frame.gap(1);
        first = false;
        if (ui::radio(frame, row_of(frame, view, shown))) frame.answer(view.name, shown.value);
    }
}

}  // namespace canvass::widget::views
