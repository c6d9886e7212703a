#include "core/session/pick.h"
#include "widget/ui/columns.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

void checkbox(ui::Frame& frame, const ElementView& view) {
    const auto* settings = settings_of<core::ChoiceSettings>(frame, view);
    if (!settings) return;
    ui::Columns columns = columns_of(frame, view);
    for (const core::ChoiceView& shown : view.choices) {
        columns.next();
        if (ui::checkbox(frame, row_of(frame, view, shown))) frame.answer(view.name, core::picked(view, *settings, shown));
        comment_on(frame, view, shown);
    }
    columns.finish();
}

}  // namespace canvass::widget::views
