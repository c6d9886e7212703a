#include <algorithm>

#include "widget/ui/columns.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

ui::Columns columns_of(ui::Frame& frame, const ElementView& view) {
    const int count = static_cast<int>(view.choices.size());
    int columns = layout_of(frame, view).columns;
    float least = 20 * frame.theme().space;
    if (columns == 0) {
        columns = count;
        for (const core::ChoiceView& shown : view.choices) least = std::max(least, ui::choice_width(frame, shown.text));
    }
    const int most = std::min(count, ui::columns_that_fit(frame, least));
    return {frame, count, std::max(1, std::min(columns, most))};
}

void radiogroup(ui::Frame& frame, const ElementView& view) {
    ui::Columns columns = columns_of(frame, view);
    for (const core::ChoiceView& shown : view.choices) {
        columns.next();
        if (ui::radio(frame, row_of(frame, view, shown))) frame.answer(view.name, shown.value);
        comment_on(frame, view, shown);
    }
    columns.finish();
}

}  // namespace canvass::widget::views
