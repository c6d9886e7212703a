#include "widget/ui/cells.h"

#include <algorithm>
#include <cmath>

namespace canvass::widget::ui {

namespace {

constexpr float pi = 3.14159265f;

// Five kites from the centre to the tips, and a disc over the seams between them.
void fill_star(Frame& frame, Point centre, float radius, Colour colour) {
    constexpr float inner = 0.45f;
    const auto corner = [radius](int number) {
        const float angle = -pi / 2 + static_cast<float>(number) * pi / 5;
        const float reach = number % 2 == 0 ? radius : radius * inner;
        return Point{std::cos(angle) * reach, std::sin(angle) * reach};
    };
    for (int tip = 0; tip < 10; tip += 2) {
        const Point kite[] = {{0, 0}, corner(tip - 1), corner(tip), corner(tip + 1)};
        frame.paint().area(centre, kite, colour);
    }
    frame.paint().disc(centre, radius * inner, colour);
}

void paint_star(Frame& frame, Point centre, float radius, bool lit, bool hovered) {
    const Theme& theme = frame.theme();
    fill_star(frame, centre, radius, lit || hovered ? theme.accent : theme.control_border);
    if (!lit) fill_star(frame, centre, 0.78f * radius, theme.control);
}

void paint_face(Frame& frame, Point centre, float radius, float mood, const Choice& choice, bool hovered) {
    const Theme& theme = frame.theme();
    const Colour ink = choice.chosen ? theme.accent_ink : hovered ? theme.accent : theme.ink_muted;
    if (choice.chosen) frame.paint().disc(centre, radius, theme.accent);
    else frame.paint().circle(centre, radius - 1, ink, 2);
    for (const float side : {-1.0f, 1.0f})
        frame.paint().disc({centre.x + side * radius * 0.34f, centre.y - radius * 0.2f}, radius * 0.12f, ink);

    // The mouth bends from a frown through a line to a smile.
    const float bend = (mood - 0.5f) * 2 * radius * 0.3f;
    Point mouth[9];
    for (int i = 0; i < 9; ++i) {
        const float t = static_cast<float>(i - 4) / 4;
        mouth[i] = {t * radius * 0.45f, radius * 0.38f + bend * (0.5f - t * t)};
    }
    frame.paint().stroke(centre, mouth, ink, 2);
}

}  // namespace

Cells::Cells(Frame& frame, int count, float least_width, float most_width, float height)
    : count_(std::max(count, 1)), gap_(frame.theme().space * 0.75f), height_(height) {
    const float width = frame.width();
    const int most = std::max(1, static_cast<int>((width + gap_) / (std::min(least_width, width) + gap_)));
    const int row_count = (count_ + most - 1) / most;
    per_row_ = (count_ + row_count - 1) / row_count;
    const float share = (width - gap_ * static_cast<float>(per_row_ - 1)) / static_cast<float>(per_row_);
    width_ = std::min(share, most_width);
    area_ = frame.take((height + gap_) * static_cast<float>(rows()) - gap_);
}

Box Cells::at(int index) const noexcept {
    const int row = index / per_row_, column = index % per_row_;
    const float from = static_cast<float>(column) * (width_ + gap_);
    const float left = std::round(from), right = std::round(from + width_);
    return {area_.x + left, area_.y + static_cast<float>(row) * (height_ + gap_), right - left, height_};
}

float Cells::row_width() const noexcept {
    return std::round(static_cast<float>(per_row_) * (width_ + gap_) - gap_);
}

float cell_width(Frame& frame, std::string_view label) {
    constexpr float unbroken = 1e6f;
    return frame.layout(label, frame.body(), unbroken).width + 2 * frame.theme().space;
}

bool label_cell(Frame& frame, const Box& box, const Choice& choice) {
    const Theme& theme = frame.theme();
    const Press press = frame.press(choice.id, box, choice.enabled);
    if (frame.paint().visible(box)) {
        const Colour chosen = !choice.enabled ? theme.ink_muted : press.hovered ? theme.accent_hover : theme.accent;
        const Colour ground = choice.chosen ? chosen : press.hovered ? theme.accent_soft : theme.control;
        const Colour edge = choice.chosen ? chosen : press.hovered ? theme.accent : theme.control_border;
        const Colour ink = choice.chosen ? theme.accent_ink : choice.enabled ? theme.ink : theme.ink_muted;
        frame.paint().fill(box, ground, theme.radius);
        frame.paint().outline(box, edge, theme.radius, theme.border);
        frame.centred_text(box.grown(-theme.space / 2), choice.chosen ? frame.body_bold() : frame.body(),
                           choice.label, ink);
        frame.focus_ring(press, box, theme.radius);
    }
    emit_choice(frame, box, choice, Role::radio);
    return press.pressed;
}

bool star_cell(Frame& frame, const Box& box, const Choice& choice, bool lit) {
    const Press press = frame.press(choice.id, box, choice.enabled);
    if (frame.paint().visible(box)) {
        paint_star(frame, box.centre(), std::min(box.width, box.height) * 0.42f, lit, press.hovered);
        frame.focus_ring(press, box.grown(-4), frame.theme().radius);
    }
    emit_choice(frame, box, choice, Role::radio);
    return press.pressed;
}

bool face_cell(Frame& frame, const Box& box, const Choice& choice, float mood) {
    const Press press = frame.press(choice.id, box, choice.enabled);
    if (frame.paint().visible(box)) {
        paint_face(frame, box.centre(), std::min(box.width, box.height) * 0.41f, mood, choice, press.hovered);
        frame.focus_ring(press, box.grown(-4), frame.theme().radius);
    }
    emit_choice(frame, box, choice, Role::radio);
    return press.pressed;
}

bool picture_cell(Frame& frame, const Box& box, const Choice& choice, Role role, float words) {
    const Theme& theme = frame.theme();
    const Press press = frame.press(choice.id, box, choice.enabled);
    if (frame.paint().visible(box)) {
        const Colour calm = press.hovered ? theme.control_border : theme.line;
        frame.paint().fill(box, choice.chosen ? theme.accent_soft : theme.control, theme.radius);
        frame.paint().outline(box, choice.chosen ? theme.accent : calm, theme.radius, choice.chosen ? 2 : theme.border);
        frame.centred_text({box.x, box.bottom() - words, box.width, words}, choice.chosen ? frame.body_bold() : frame.body(),
                           choice.label, choice.enabled ? theme.ink : theme.ink_muted);
        frame.focus_ring(press, box, theme.radius);
    }
    emit_choice(frame, box, choice, role);
    return press.pressed;
}

}  // namespace canvass::widget::ui
