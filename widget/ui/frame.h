// The context of one pass over the views: what primitives paint with, emit into, and where the next one goes.
//
// Layout is one column from the top down: take() gives the next box and moves on. Boxes are the content's
// (box.h). Nothing here allocates once its buffers have grown.
// Ownership: borrows everything for the length of the pass.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/texts.h"
#include "widget/model.h"
#include "widget/semantics.h"
#include "widget/theme.h"
#include "widget/ui/animation.h"
#include "widget/ui/input.h"
#include "widget/ui/painter.h"
#include "widget/ui/text_layout.h"
#include "widget/widget.h"

namespace canvass::widget::ui {

// How high something is that the shell shows itself.
struct Measured {
    NodeId id = 0;
    float height = 0;
};

// Which row of a question stands before the others; one that is not there is the last.
struct ShownTab {
    NodeId question = 0, row = 0;
};

// What a widget keeps from frame to frame for its primitives.
struct Memory {
    Memory(ImFontAtlas& atlas, TextPlatform& platform) : painter(atlas), layouts(platform, painter) {}

    Painter painter;
    TextLayouts layouts;
    Semantics semantics;
    Input input;
    Animations animations;
    Reactions reactions;
    std::vector<std::unique_ptr<std::string>> composed;  // Frame::fill() and its like: one each, reused
    std::vector<Measured> measured;
    std::vector<NodeId> folds;   // what was folded or unfolded, against what its definition says
    std::vector<ShownTab> tabs;
    NodeId asked = 0;     // what removes a row, and was pressed, and asks first
    NodeId moved = 0;     // what changed its place last: it is told once
    std::vector<const core::ChoiceView*> order;  // of a ranking, while it is laid out
    NodeId place = 0;     // in the survey, as last seen: for the focus after a page turn
    // What leads to another page was pressed, or an answer may turn it, and what came of it was not yet seen.
    enum class Turn : std::uint8_t { none, asked, offered } turn = Turn::none;
};

class Frame {
public:
    Frame(Memory& memory, const Theme& theme, const Model& model, float width);

    const Theme& theme() const noexcept { return theme_; }
    const Model& model() const noexcept { return model_; }
    std::string_view words(core::Text text) const noexcept { return (*model_.texts)[text]; }
    Painter& paint() noexcept { return memory_.painter; }
    Input& input() noexcept { return memory_.input; }
    Animations& animations() noexcept { return memory_.animations; }
    Memory& memory() noexcept { return memory_; }

    // Type.
    Font body() const noexcept { return font(1, false); }
    Font body_bold() const noexcept { return font(1, true); }
    Font small() const noexcept { return font(theme_.small_scale, false); }
    Font heading() const noexcept { return font(theme_.heading_scale, true); }
    Font subtitle() const noexcept { return font((theme_.heading_scale + theme_.title_scale) / 2, true); }
    Font title() const noexcept { return font(theme_.title_scale, true); }
    const TextLayout& layout(std::string_view text, const Font& font, float width) {
        return memory_.layouts.layout(text, font, width);
    }
    // Paints lines from the top of the box; returns their height.
    float text(const Box& box, const Font& font, std::string_view text, Colour colour);
    void centred_text(const Box& box, const Font& font, std::string_view text, Colour colour);

    // Column.
    float x() const noexcept { return x_; }
    float y() const noexcept { return y_; }
    float width() const noexcept { return width_; }
    bool narrow() const noexcept;
    float margin() const noexcept;  // around the content
    Box take(float height);
    void gap(float units) { y_ += theme_.space * units; }
    void inset(float left, float right);  // undone by the opposite call
    // Goes on below the top of another column; returns where it was. Its height stays 0.
    Box go_to(const Box& column);

    // Semantics: the node of what lies at the box, under the open group.
    Node& emit(NodeId id, Role role, const Box& box, std::string_view label);
    TextRange keep(std::string_view text) { return memory_.semantics.keep(text); }
    NodeId open(NodeId group);  // returns the group that was open
    void close(NodeId previous) { parent_ = previous; }

    Press press(NodeId id, const Box& box, bool enabled) {
        return memory_.input.press(id, memory_.painter.placed(box), enabled);
    }
    // Icons. A chevron points down, with a negative reach up.
    void cross(Point centre, float reach, Colour colour);
    void chevron(Point centre, float reach, Colour colour);
    void focus_ring(const Press& press, const Box& box, float radius);

    // Texts put together; they live until the pass ends.
    std::string_view fill(std::string_view pattern, std::string_view first, std::string_view second = {},
                          std::string_view third = {});
    std::string_view join(std::string_view first, std::string_view between, std::string_view second);
    std::string_view sentences(const std::vector<std::string>& parts);
    std::string_view number(double value);

    void act(core::Action action);
    // The whole answer of a question.
    void answer(const std::string& question, core::Value value);
    void request(Request request) { memory_.reactions.requests.push_back(request); }

private:
    Font font(float scale, bool bold) const noexcept;
    std::string& compose();

    Memory& memory_;
    const Theme& theme_;
    const Model& model_;
    float surface_width_;
    float x_ = 0, y_ = 0, width_ = 0;
    NodeId parent_ = 0;
    std::size_t composed_ = 0;
};

}  // namespace canvass::widget::ui
