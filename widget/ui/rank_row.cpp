#include "widget/ui/rank_row.h"

#include <algorithm>
#include <cmath>

namespace canvass::widget::ui {

namespace {

bool mover(Frame& frame, const RankRow& row, const Box& box, bool up) {
    const Theme& theme = frame.theme();
    const bool enabled = row.enabled && (up ? row.place > 0 : row.place + 1 < row.count);
    const NodeId id = node_id(row.id, up ? "up" : "down");
    const Press press = frame.press(id, box, enabled);
    if (frame.paint().visible(box)) {
        const float reach = (up ? -0.75f : 0.75f) * theme.space;
        if (press.hovered) frame.paint().fill(box.grown(-2), theme.control_hover, theme.radius);
        frame.chevron(box.centre(), reach, !enabled ? theme.line : press.hovered ? theme.accent : theme.ink_muted);
        frame.focus_ring(press, box.grown(-4), theme.radius);
    }
    Node& node = frame.emit(id, Role::button, box,
                            frame.fill(frame.words(up ? core::Text::move_up : core::Text::move_down), row.label));
    if (!enabled) node.flags |= flag_disabled;
    return press.pressed;
}

}  // namespace

std::optional<int> rank_row(Frame& frame, const RankRow& row) {
    const Theme& theme = frame.theme();
    const Font font = frame.body(), bold = frame.body_bold();
    const float grip = theme.target * 0.75f, badge = theme.target * 0.7f;
    const float text_width = frame.width() - grip - badge - 2 * theme.target;
    const float text_height = frame.layout(row.label, font, text_width).height;
    const Box box = frame.take(std::max(theme.target, text_height + 1.5f * theme.space) + 2);
    const NodeId grip_id = node_id(row.id, "grip");
    const Box handle{box.x, box.y, grip, box.height};
    const Press held = frame.press(grip_id, handle, row.enabled);

    if (frame.paint().visible(box)) {
        frame.paint().fill(box, theme.control, theme.radius);
        frame.paint().outline(box, held.hovered ? theme.control_border : theme.line, theme.radius, theme.border);
        for (const float dx : {-3.0f, 3.0f})
            for (const float dy : {-6.0f, 0.0f, 6.0f})
                if (row.enabled)
                    frame.paint().disc({handle.centre().x + dx, handle.centre().y + dy}, 1.5f, theme.ink_muted);
        frame.centred_text({handle.right() - 0.75f * theme.space, box.y, badge, box.height}, bold, frame.number(row.place + 1), theme.accent);
        frame.text({handle.right() + badge, box.y + std::floor((box.height - text_height) / 2), text_width, 0}, font, row.label,
                   theme.ink);
    }
    if (row.enabled) {
        Node& node = frame.emit(grip_id, Role::grip, handle, row.label);
        node.value = static_cast<float>(row.place);
        node.step = box.height + theme.space;
    }
    frame.emit(node_id(row.id, "place"), Role::text, {handle.right(), box.y, text_width + badge, box.height},
               frame.join(frame.number(row.place + 1), ". ", row.label));
    const Box down{box.right() - theme.target, box.y + 1, theme.target, box.height - 2};
    const bool up_pressed = mover(frame, row, {down.x - theme.target, down.y, down.width, down.height}, true);
    const bool down_pressed = mover(frame, row, down, false);

    int place = row.place + (down_pressed ? 1 : 0) - (up_pressed ? 1 : 0);
    if (const float* dragged = row.enabled ? frame.input().value_for(grip_id) : nullptr)
        place = std::clamp(static_cast<int>(*dragged), 0, row.count - 1);
    if (place == row.place) return std::nullopt;
    const bool at_end = place == (up_pressed ? 0 : row.count - 1);
    if (up_pressed || down_pressed) frame.input().focus_on(node_id(row.id, up_pressed != at_end ? "up" : "down"));
    frame.memory().moved = row.id;
    return place;
}

}  // namespace canvass::widget::ui
