#include "widget/ui/frame.h"

#include <algorithm>
#include <cmath>

#include "core/base/number.h"

namespace canvass::widget::ui {

Frame::Frame(Memory& memory, const Theme& theme, const Model& model, float width)
    : memory_(memory), theme_(theme), model_(model), surface_width_(width) {
    width_ = std::floor(std::min(theme.max_width, std::max(width - 2 * margin(), theme.target)));
    x_ = std::floor(std::max((width - width_) / 2, 0.0f));
}

bool Frame::narrow() const noexcept { return surface_width_ < 30 * theme_.text_size; }

float Frame::margin() const noexcept { return theme_.inset >= 0 ? theme_.inset : theme_.space * (narrow() ? 2 : 4); }

Font Frame::font(float scale, bool bold) const noexcept {
    const float size = std::round(theme_.text_size * scale);
    // Large type needs less air between its lines.
    const float spacing = scale > 1.25f ? 1 + (theme_.line_spacing - 1) / 2 : theme_.line_spacing;
    return {size, std::round(size * spacing), bold};
}

float Frame::text(const Box& box, const Font& font, std::string_view text, Colour colour) {
    if (text.empty()) return 0;
    const TextLayout& layout = this->layout(text, font, box.width);
    if (!memory_.painter.visible({box.x, box.y, box.width, layout.height})) return layout.height;
    float y = box.y;
    for (const TextLine& line : layout.lines) {
        const bool from_right = line.right_to_left != memory_.painter.mirrored();
        const float x = from_right ? box.right() - line.width : box.x;
        memory_.painter.text({x, y, line.width, font.line_height}, font,
                             std::string_view(layout.shaped).substr(line.offset, line.length), colour);
        y += font.line_height;
    }
    return layout.height;
}

void Frame::centred_text(const Box& box, const Font& font, std::string_view text, Colour colour) {
    const TextLayout& layout = this->layout(text, font, box.width);
    float y = box.y + std::floor((box.height - layout.height) / 2);
    for (const TextLine& line : layout.lines) {
        memory_.painter.text({box.x + (box.width - line.width) / 2, y, line.width, font.line_height}, font,
                             std::string_view(layout.shaped).substr(line.offset, line.length), colour);
        y += font.line_height;
    }
}

Box Frame::take(float height) {
    const Box box{x_, y_, width_, height};
    y_ += height;
    return box;
}

void Frame::inset(float left, float right) {
    x_ += left;
    width_ -= left + right;
}

Box Frame::go_to(const Box& column) {
    const Box before{x_, y_, width_, 0};
    x_ = column.x;
    y_ = column.y;
    width_ = column.width;
    return before;
}

Node& Frame::emit(NodeId id, Role role, const Box& box, std::string_view label) {
    const Box placed = memory_.painter.placed(box);
    Node& node = memory_.semantics.append(id, role);
    node.parent = parent_;
    node.x = placed.x;
    node.y = placed.y;
    node.width = placed.width;
    node.height = placed.height;
    node.font_size = body().size;
    node.label = keep(label);
    if (memory_.input.focus() == id) node.flags |= flag_focused;
    return node;
}

NodeId Frame::open(NodeId group) {
    const NodeId previous = parent_;
    parent_ = group;
    return previous;
}

void Frame::focus_ring(const Press& press, const Box& box, float radius) {
    if (press.ring) memory_.painter.outline(box.grown(4), theme_.focus, radius + 4, 2);
}

void Frame::cross(Point centre, float reach, Colour colour) {
    const Point falling[] = {{-reach, -reach}, {reach, reach}}, rising[] = {{-reach, reach}, {reach, -reach}};
    paint().stroke(centre, falling, colour, 2);
    paint().stroke(centre, rising, colour, 2);
}

void Frame::chevron(Point centre, float reach, Colour colour) {
    const Point tip[] = {{-reach, -0.5f * reach}, {0, 0.5f * reach}, {reach, -0.5f * reach}};
    paint().stroke(centre, tip, colour, 2);
}

std::string& Frame::compose() {
    std::vector<std::unique_ptr<std::string>>& pool = memory_.composed;
    if (composed_ == pool.size()) pool.push_back(std::make_unique<std::string>());
    std::string& text = *pool[composed_++];
    text.clear();
    return text;
}

std::string_view Frame::fill(std::string_view pattern, std::string_view first, std::string_view second,
                             std::string_view third) {
    const std::string_view parts[] = {first, second, third};
    std::string& out = compose();
    while (!pattern.empty()) {
        if (pattern.size() >= 3 && pattern[0] == '{' && pattern[1] >= '0' && pattern[1] <= '2' && pattern[2] == '}') {
            out += parts[pattern[1] - '0'];
            pattern.remove_prefix(3);
        } else {
            out += pattern[0];
            pattern.remove_prefix(1);
        }
    }
    return out;
}

std::string_view Frame::join(std::string_view first, std::string_view between, std::string_view second) {
    std::string& out = compose();
    out += first;
    out += between;
    out += second;
    return out;
}

std::string_view Frame::sentences(const std::vector<std::string>& parts) {
    if (parts.empty()) return {};
    if (parts.size() == 1) return parts[0];
    std::string& out = compose();
    for (const std::string& part : parts) {
        if (!out.empty()) out += ' ';
        out += part;
    }
    return out;
}

std::string_view Frame::number(double value) {
    std::string& out = compose();
    out += core::number_text(value);
    return out;
}

// Not repeated in every view that answers.
[[gnu::noinline]] void Frame::act(core::Action action) { memory_.reactions.actions.push_back(std::move(action)); }

[[gnu::noinline]] void Frame::answer(const std::string& question, core::Value value) {
    act(core::SetValue{question, std::move(value)});
}

}  // namespace canvass::widget::ui
