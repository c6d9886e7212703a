#include "widget/ui/choice.h"

#include <algorithm>
#include <cmath>

namespace canvass::widget::ui {

namespace {

constexpr float mark_share = 1.25f;  // of the text size

void paint_radio(Frame& frame, Point centre, float radius, const Choice& choice, bool hovered) {
    const Theme& theme = frame.theme();
    const Colour colour = choice.enabled ? theme.accent : theme.ink_muted;
    if (choice.chosen) {
        frame.paint().disc(centre, radius, colour);
        frame.paint().disc(centre, radius * 0.4f, theme.accent_ink);
        return;
    }
    frame.paint().disc(centre, radius, theme.control);
    frame.paint().circle(centre, radius - 0.75f, hovered ? theme.accent : theme.control_border, 1.5f);
}

void paint_check(Frame& frame, Point centre, float radius, const Choice& choice, bool hovered) {
    const Theme& theme = frame.theme();
    const Box box{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
    const float corner = std::min(theme.radius, 5.0f);
    if (choice.chosen) {
        frame.paint().fill(box, choice.enabled ? theme.accent : theme.ink_muted, corner);
        const Point check[] = {{-0.5f * radius, 0.02f * radius}, {-0.12f * radius, 0.38f * radius},
                               {0.52f * radius, -0.38f * radius}};
        frame.paint().stroke(centre, check, theme.accent_ink, 2);
        return;
    }
    frame.paint().fill(box, theme.control, corner);
    frame.paint().outline(box, hovered ? theme.accent : theme.control_border, corner, 1.5f);
}

constexpr float track = 1.75f;  // a switch is so many times as wide as it is high

void paint_toggle(Frame& frame, Point centre, float radius, const Choice& choice, bool hovered) {
    const Theme& theme = frame.theme();
    const Box box{centre.x - track * radius, centre.y - radius, 2 * track * radius, 2 * radius};
    const Colour on = choice.enabled ? theme.accent : theme.ink_muted;
    const Colour off = hovered ? theme.accent : theme.control_border;
    const float way = (track - 1) * radius;
    frame.paint().fill(box, choice.chosen ? on : theme.control, radius);
    if (!choice.chosen) frame.paint().outline(box, off, radius, 1.5f);
    frame.paint().disc({centre.x + (choice.chosen ? way : -way), centre.y}, radius * 0.6f, choice.chosen ? theme.accent_ink : off);
}

float pad_of(const Frame& frame) { return 1.75f * frame.theme().space; }
float mark_radius(const Frame& frame) { return std::round(frame.body().size * mark_share) / 2; }

// From the edge of a row to its label.
float indent_of(const Frame& frame, float mark) { return pad_of(frame) + mark + 1.5f * frame.theme().space; }

bool row(Frame& frame, const Choice& choice, Role role) {
    const Theme& theme = frame.theme();
    const Font font = frame.body();
    const float pad = pad_of(frame), radius = mark_radius(frame);
    const float mark = 2 * radius * (role == Role::toggle ? track : 1);
    const float indent = indent_of(frame, mark);
    const float text_width = frame.width() - indent - pad;
    const float text_height = frame.layout(choice.label, font, text_width).height;
    const Box box = frame.take(std::max(theme.target, text_height + 2.5f * theme.space));
    const Press press = frame.press(choice.id, box, choice.enabled);

    if (frame.paint().visible(box)) {
        const Colour ground = choice.chosen ? theme.accent_soft : press.hovered ? theme.control_hover : theme.control;
        const Colour edge = choice.chosen ? theme.accent : press.hovered ? theme.control_border : theme.line;
        frame.paint().fill(box, ground, theme.radius);
        frame.paint().outline(box, edge, theme.radius, theme.border);
        const Point centre{box.x + pad + mark / 2, box.y + box.height / 2};
        const auto paint = role == Role::radio ? paint_radio : role == Role::toggle ? paint_toggle : paint_check;
        paint(frame, centre, radius, choice, press.hovered);
        const float top = box.y + std::floor((box.height - text_height) / 2);
        frame.text({box.x + indent, top, text_width, 0}, font, choice.label,
                   choice.enabled ? theme.ink : theme.ink_muted);
        frame.focus_ring(press, box, theme.radius);
    }

    emit_choice(frame, box, choice, role);
    return press.pressed;
}

}  // namespace

float choice_width(Frame& frame, std::string_view label) {
    constexpr float unbroken = 1e6f;
    return indent_of(frame, 2 * mark_radius(frame)) + frame.layout(label, frame.body(), unbroken).width + pad_of(frame) + 1;
}

void emit_choice(Frame& frame, const Box& box, const Choice& choice, Role role) {
    Node& node = frame.emit(choice.id, role, box, choice.label);
    if (choice.chosen) node.flags |= flag_checked;
    if (!choice.enabled) node.flags |= flag_disabled;
    if (choice.required) node.flags |= flag_required;
    if (!choice.error.empty()) node.flags |= flag_invalid;
    node.description = frame.keep(choice.description);
    node.error = frame.keep(choice.error);
}

bool radio(Frame& frame, const Choice& choice) { return row(frame, choice, Role::radio); }
bool checkbox(Frame& frame, const Choice& choice) { return row(frame, choice, Role::checkbox); }
bool toggle(Frame& frame, const Choice& choice) { return row(frame, choice, Role::toggle); }

bool mark_cell(Frame& frame, const Box& box, const Choice& choice, Role role) {
    const Press press = frame.press(choice.id, box, choice.enabled);
    if (frame.paint().visible(box)) {
        const float radius = mark_radius(frame);
        if (press.hovered) frame.paint().fill(box.grown(-2), frame.theme().control_hover, frame.theme().radius);
        (role == Role::radio ? paint_radio : paint_check)(frame, box.centre(), radius, choice, press.hovered);
        frame.focus_ring(press, box.grown(-6), frame.theme().radius);
    }
    emit_choice(frame, box, choice, role);
    return press.pressed;
}

}  // namespace canvass::widget::ui
