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
    const core::Layout layout = layout_of(frame, view);
    const int columns = layout.columns;
    const float share = columns > 1 ? std::floor(frame.width() / static_cast<float>(columns)) - unit : 0;
    const float own = layout.image_width > 0 ? layout.image_width + 2 * unit : 0;  // a cell's, with its edges
    const float least = std::min(frame.width(), own > 0 ? own : std::max(18 * unit, share));
    const float height = layout.image_height > 0 ? layout.image_height + 1.5f * unit : least;
    const ui::Cells cells(frame, static_cast<int>(view.choices.size()), least, std::max(least, own > 0 ? own : 26 * unit), height + words);
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
