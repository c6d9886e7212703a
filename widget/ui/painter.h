// Shapes and shaped text, as Dear ImGui draw lists. With the text layouts the only one that knows ImGui.
//
// Coordinates are the content's (box.h); the painter moves them into the window and mirrors them. What lies
// outside the window must be left out by the caller: ask visible() once for each thing painted.
// Ownership: the atlas is the caller's and outlives the painter. The draw data stays valid until begin().
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "widget/theme.h"
#include "widget/ui/box.h"

struct ImDrawData;
struct ImFont;
struct ImFontAtlas;

namespace canvass::widget::ui {

struct Font {
    float size = 16;
    float line_height = 24;
    bool bold = false;
};

struct Window {
    float width = 0, top = 0, height = 0;
    float pixel_ratio = 1;
    bool mirrored = false;
    bool painted = true;  // false: laid out for input only
};

class Painter {
public:
    explicit Painter(ImFontAtlas& atlas);
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    void begin(const Window& window);
    void finish();

    bool visible(const Box& box) const noexcept;
    // Where a box lies on the surface, still in content height: mirrored where reading starts at the right.
    Box placed(const Box& box) const noexcept;
    bool mirrored() const noexcept { return window_.mirrored; }

    void fill(const Box& box, Colour colour, float radius = 0);
    void outline(const Box& box, Colour colour, float radius, float thickness);
    void disc(Point centre, float radius, Colour colour);
    void circle(Point centre, float radius, Colour colour, float thickness);
    // Angles in radians, clockwise from the right.
    void arc(Point centre, float radius, float from, float to, Colour colour, float thickness);
    // Points are offsets from the centre and are not mirrored: a check mark looks the same everywhere.
    void stroke(Point centre, std::span<const Point> offsets, Colour colour, float thickness);
    void area(Point centre, std::span<const Point> offsets, Colour colour);  // convex, clockwise
    void clip(const Box& box);
    void unclip();

    // One shaped line, its box as high as the font's line.
    void text(const Box& line, const Font& font, std::string_view shaped, Colour colour);
    float width_of(const Font& font, std::string_view shaped);

    ImDrawData* draw_data() const noexcept;
    std::uint64_t hash() const noexcept;
    // A texture of the atlas waits for the renderer.
    bool textures_changed() const noexcept;

private:
    struct Lists;
    ImFont* face(const Font& font) const noexcept;

    ImFontAtlas& atlas_;
    std::unique_ptr<Lists> lists_;
    Window window_;
};

}  // namespace canvass::widget::ui
