// Choices that are pictures, in cells that wrap; the words stand below each.
#include <algorithm>
#include <cmath>

#include "core/session/pick.h"
#include "widget/ui/cells.h"
#include "widget/ui/image.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

void imagepicker(ui::Frame& frame, const ElementView& view) {
    const auto* settings = settings_of<core::ChoiceSettings>(frame, view);
    const float unit = frame.theme().space, words = frame.body().line_height + unit;
    const int columns = layout_of(frame, view).columns;
    const float share = columns > 1 ? std::floor(frame.width() / static_cast<float>(columns)) - unit : 0;
    const float least = std::min(frame.width(), std::max(18 * unit, share));
    const ui::Cells cells(frame, static_cast<int>(view.choices.size()), least, std::max(least, 26 * unit), least + words);
    for (std::size_t at = 0; at < view.choices.size(); ++at) {
        const core::ChoiceView& shown = view.choices[at];
        const ui::Choice choice = row_of(frame, view, shown);
        const ui::Box box = cells.at(static_cast<int>(at)), inside = box.grown(-unit);
        if (!shown.image.empty())
            ui::image(frame, node_id(choice.id, "image"), {inside.x, inside.y, inside.width, inside.height - words + unit / 2},
                      shown.image, {});
        const bool several = settings && settings->multiple;
        if (!ui::picture_cell(frame, box, choice, several ? Role::checkbox : Role::radio, words)) continue;
        frame.answer(view.name, several ? core::picked(view, *settings, shown) : shown.value);
    }
}

}  // namespace canvass::widget::views
