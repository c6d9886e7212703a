// One number, or a range between two: no thumb passes the other, nor comes nearer or goes farther than its author allows.
#include <algorithm>
#include <cmath>

#include "widget/ui/slider.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

void slider(ui::Frame& frame, const ElementView& view) {
    const auto* settings = settings_of<core::SliderSettings>(frame, view);
    if (!settings) return;
    const core::Value::Array* given = view.value.as_array();
    const bool range = settings->range;
    const double span = view.max - view.min, least = std::min(settings->least, span);
    const double most = settings->most > 0 ? settings->most : span;
    // Where nothing is chosen, the thumbs stand in the middle.
    const double middle = std::ceil((span - most) / 2 / settings->step) * settings->step;
    const double spare = range && most < span ? std::min(middle, (span - least) / 2) : 0;
    const auto value_at = [&](std::size_t at) {
        const core::Value* value = !range ? &view.value : given && at < given->size() ? &(*given)[at] : nullptr;
        return value && value->is_number() ? value->as_number() : at == 0 ? view.min + spare : view.max - spare;
    };
    double values[] = {value_at(0), value_at(1)};
    const bool chosen = !view.value.is_null();

    ui::Slider thumb;
    thumb.min = view.min;
    thumb.max = view.max;
    thumb.step = settings->step;
    thumb.enabled = !view.read_only;
    thumb.required = view.required;
    thumb.invalid = !view.errors.empty();
    thumb.alone = !range;
    if (!range) {
        thumb.description = view.description;
        thumb.error = frame.sentences(view.errors);
        thumb.label_hidden = is_title_hidden(frame, view);
    }
    const double lit = range ? values[0] : view.min;
    const ui::Box track = ui::slider_track(frame, thumb, lit, chosen ? values[range ? 1 : 0] : lit);
    for (std::size_t at = 0; at < (range ? 2u : 1u); ++at) {
        thumb.id = at == 0 ? field_id(view) : node_id(node_id(0, view.name), "to");
        thumb.label = !range ? label_of(frame, view) : frame.words(at == 0 ? core::Text::range_from : core::Text::range_to);
        thumb.value = values[at];
        thumb.shown = chosen ? frame.number(values[at]) : std::string_view();
        const std::optional<double> moved = ui::slider_thumb(frame, track, thumb);
        if (!moved) continue;
        const double other = values[1 - at];
        if (!range) values[at] = *moved;
        else if (at == 0) values[at] = std::max(view.min, std::min(std::max(*moved, other - most), other - least));
        else values[at] = std::min(view.max, std::max(std::min(*moved, other + most), other + least));
        frame.answer(view.name, range ? core::Value::array({values[0], values[1]}) : core::Value(values[0]));
    }
}

}  // namespace canvass::widget::views
