#include "core/session/pick.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

void checkbox(ui::Frame& frame, const ElementView& view) {
    const auto* settings = settings_of<core::ChoiceSettings>(frame, view);
    if (!settings) return;
    bool first = true;
    for (const core::ChoiceView& shown : view.choices) {
        if (!first) frame.gap(1);
        first = false;
        if (!ui::checkbox(frame, row_of(frame, view, shown))) continue;
        frame.answer(view.name, core::picked(view, *settings, shown));
    }
}

}  // namespace canvass::widget::views
