#include "widget/ui/slider.h"

#include <algorithm>
#include <cmath>

namespace canvass::widget::ui {

namespace {

// The overlay's stylesheet gives the native thumb the same width.
constexpr float thumb_radius = 14;

float place_of(const Box& track, const Slider& slider, double value) {
    const double span = slider.max > slider.min ? slider.max - slider.min : 1;
    const double share = std::clamp((value - slider.min) / span, 0.0, 1.0);
    return track.x + thumb_radius + static_cast<float>(share) * (track.width - 2 * thumb_radius);
}

}  // namespace

Box slider_track(Frame& frame, const Slider& ends, double from, double to) {
    const Theme& theme = frame.theme();
    const Font small = frame.small();
    frame.take(frame.body().line_height);  // for the values over their thumbs
    const Box box = frame.take(theme.target);
    const Box labels = frame.take(small.line_height);
    if (!frame.paint().visible({box.x, box.y, box.width, labels.bottom() - box.y})) return box;
    constexpr float thickness = 6;
    const float y = box.centre().y - thickness / 2, right = place_of(box, ends, to);
    const float left = ends.alone ? box.x : place_of(box, ends, from);
    frame.paint().fill({box.x, y, box.width, thickness}, theme.control_border, thickness / 2);
    if (to > from) frame.paint().fill({left, y, right - left, thickness}, theme.accent, thickness / 2);
    // As wide as they are: a number has no direction that would move it to its end of the scale.
    const std::string_view first = frame.number(ends.min), last = frame.number(ends.max);
    const float width = frame.layout(last, small, 1e6f).width;
    frame.text({labels.x, labels.y, frame.layout(first, small, 1e6f).width, 0}, small, first, theme.ink_muted);
    frame.text({labels.right() - width, labels.y, width, 0}, small, last, theme.ink_muted);
    return box;
}

std::optional<double> slider_thumb(Frame& frame, const Box& track, const Slider& slider) {
    const Theme& theme = frame.theme();
    const float x = place_of(track, slider, slider.value);
    const Box thumb{x - thumb_radius, track.y, 2 * thumb_radius, track.height};
    const Press press = frame.press(slider.id, thumb, slider.enabled);
    if (frame.paint().visible(track)) {
        const Colour colour = !slider.enabled ? theme.ink_muted : press.hovered ? theme.accent_hover : theme.accent;
        const Point centre = thumb.centre();
        const bool chosen = !slider.shown.empty();
        frame.paint().disc(centre, thumb_radius - 2, chosen ? colour : theme.control);
        frame.paint().circle(centre, thumb_radius - 3, chosen ? theme.accent_ink : slider.invalid ? theme.error : colour, 2);
        const Font bold = frame.body_bold();
        const float width = frame.layout(slider.shown, bold, 1e6f).width;
        const float left = std::clamp(x - width / 2, track.x, std::max(track.x, track.right() - width));
        frame.text({left, track.y - bold.line_height, width, 0}, bold, slider.shown, theme.ink);
        if (press.ring) frame.paint().circle(centre, thumb_radius + 3, theme.focus, 2);
    }
    Node& node = frame.emit(slider.id, Role::slider, track, slider.label);
    node.value = static_cast<float>(slider.value);
    node.min = static_cast<float>(slider.min);
    node.max = static_cast<float>(slider.max);
    node.step = static_cast<float>(slider.step);
    if (!slider.enabled) node.flags |= flag_disabled;
    if (slider.required) node.flags |= flag_required;
    if (slider.invalid) node.flags |= flag_invalid;
    if (slider.label_hidden) node.flags |= flag_label_hidden;
    if (!slider.alone) node.flags |= flag_several;
    node.description = frame.keep(slider.description);
    node.error = frame.keep(slider.error);
    node.text = frame.keep(slider.shown);
    const float* moved = slider.enabled ? frame.input().value_for(slider.id) : nullptr;
    if (!moved) return std::nullopt;
    const double steps = std::round((static_cast<double>(*moved) - slider.min) / slider.step);
    const double value = std::clamp(slider.min + steps * slider.step, slider.min, slider.max);
    return std::round(value * 1e9) / 1e9;
}

}  // namespace canvass::widget::ui
