#include "widget/ui/text.h"

#include <algorithm>
#include <cmath>

namespace canvass::widget::ui {

namespace {

float icon_radius(const Frame& frame) { return std::round(frame.body().size * 0.56f); }

// An exclamation mark or a check mark in a disc.
void mark(Frame& frame, Point centre, float radius, Colour ground, Colour ink, Tone tone) {
    Painter& paint = frame.paint();
    paint.disc(centre, radius, ground);
    const float unit = radius / 9;
    if (tone == Tone::good) {
        const Point check[] = {{-4 * unit, 0.2f * unit}, {-1 * unit, 3 * unit}, {4 * unit, -3 * unit}};
        paint.stroke(centre, check, ink, 2 * unit);
    } else {
        const Point stem[] = {{0, -4.5f * unit}, {0, 1 * unit}};
        paint.stroke(centre, stem, ink, 2 * unit);
        paint.disc({centre.x, centre.y + 4 * unit}, 1.2f * unit, ink);
    }
}

}  // namespace

void text(Frame& frame, NodeId id, std::string_view text, const Font& font, Colour colour) {
    if (text.empty()) return;
    const Box box = frame.take(frame.layout(text, font, frame.width()).height);
    frame.text(box, font, text, colour);
    frame.emit(id, Role::text, box, text).font_size = font.size;
}

void heading(Frame& frame, NodeId id, std::uint32_t level, std::string_view text, const Font& font) {
    if (text.empty()) return;
    const Box box = frame.take(frame.layout(text, font, frame.width()).height);
    frame.text(box, font, text, frame.theme().ink);
    Node& node = frame.emit(id, Role::heading, box, text);
    node.level = level;
    node.font_size = font.size;
}

void caption(Frame& frame, std::string_view text, const Font& font, Colour colour) {
    if (text.empty()) return;
    const Box box = frame.take(frame.layout(text, font, frame.width()).height);
    frame.text(box, font, text, colour);
}

void marked_caption(Frame& frame, std::string_view text, std::string_view mark, const Font& font) {
    if (text.empty()) return;
    constexpr float unbroken = 1e6f;
    const float mark_width = frame.layout(mark, font, unbroken).width, gap = std::floor(font.size / 4);
    const float text_width = frame.width() - mark_width - gap;
    const TextLayout& layout = frame.layout(text, font, text_width);
    const Box box = frame.take(layout.height);
    if (!frame.paint().visible(box)) return;
    const TextLine& last = layout.lines.back();
    const bool from_right = last.right_to_left != frame.paint().mirrored();
    const float indent = from_right ? mark_width + gap : 0;
    frame.text({box.x + indent, box.y, text_width, 0}, font, text, frame.theme().ink);
    const float x = from_right ? box.right() - last.width - mark_width - gap : box.x + last.width + gap;
    frame.text({x, box.bottom() - font.line_height, mark_width, 0}, font, mark, frame.theme().error);
}

void error_caption(Frame& frame, std::string_view text) {
    const Font font = frame.small();
    const float indent = font.size + frame.theme().space;
    frame.inset(indent, 0);
    const Box box = frame.take(frame.layout(text, font, frame.width()).height);
    frame.inset(-indent, 0);
    if (!frame.paint().visible(box)) return;
    const float radius = font.size / 2;
    mark(frame, {box.x - indent + radius, box.y + font.line_height / 2}, radius, frame.theme().error,
         frame.theme().surface, Tone::bad);
    frame.text(box, font, text, frame.theme().error);
}

Inset notice_inset(const Frame& frame, Tone tone) {
    const float pad = 2 * frame.theme().space;
    const float icon = tone == Tone::plain ? 0 : 2 * icon_radius(frame) + 1.5f * frame.theme().space;
    return {pad + icon, pad};
}

void notice(Frame& frame, NodeId id, Role role, Tone tone, std::string_view text, float room_below) {
    const Theme& theme = frame.theme();
    const Font font = frame.body();
    const Inset inset = notice_inset(frame, tone);
    const float pad = inset.right, radius = icon_radius(frame);
    const float text_width = frame.width() - inset.left - inset.right;
    const float pad_below = room_below > 0 ? theme.space / 2 : pad;
    const Box box = frame.take(pad + frame.layout(text, font, text_width).height + pad_below);
    const Box ground{box.x, box.y, box.width, box.height + room_below};
    if (frame.paint().visible(ground)) {
        frame.paint().fill(ground, tone == Tone::bad ? theme.error_soft : theme.accent_soft, theme.radius);
        const Point centre{box.x + pad + radius, box.y + pad + font.line_height / 2};
        if (tone != Tone::plain)
            mark(frame, centre, radius, tone == Tone::bad ? theme.error : theme.success, theme.surface, tone);
        frame.text({box.x + inset.left, box.y + pad, text_width, 0}, font, text, theme.ink);
    }
    frame.emit(id, role, box, text);
}

void progress(Frame& frame, NodeId id, float value, float max, std::string_view label) {
    const Theme& theme = frame.theme();
    const Font font = frame.small();
    const float bar = 6, gap = theme.space;
    const float label_height = frame.layout(label, font, frame.width()).height;
    const Box box = frame.take(label_height + gap + bar);
    const float share = max > 0 ? std::clamp(value / max, 0.0f, 1.0f) : 0;
    if (frame.paint().visible(box)) {
        frame.text(box, font, label, theme.ink_muted);
        const Box track{box.x, box.bottom() - bar, box.width, bar};
        frame.paint().fill(track, theme.line, bar / 2);
        if (share > 0)
            frame.paint().fill({track.x, track.y, std::max(bar, track.width * share), bar}, theme.accent, bar / 2);
    }
    Node& node = frame.emit(id, Role::progress, box, label);
    node.value = value;
    node.max = max;
}

}  // namespace canvass::widget::ui
