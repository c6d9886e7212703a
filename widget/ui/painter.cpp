#include "widget/ui/painter.h"

#include <cfloat>

#include "imgui.h"
#include "imgui_internal.h"
#include "widget/hash.h"

namespace canvass::widget::ui {

namespace {

ImU32 packed(Colour colour) { return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha); }

}  // namespace

struct Painter::Lists {
    ImDrawListSharedData shared;
    ImDrawList list{&shared};
    ImDrawData data;
};

Painter::Painter(ImFontAtlas& atlas) : atlas_(atlas), lists_(std::make_unique<Lists>()) {
    ImFontAtlasAddDrawListSharedData(&atlas_, &lists_->shared);
    ++atlas_.RefCount;
    ImDrawListSharedData& shared = lists_->shared;
    shared.FontAtlas = &atlas_;
    shared.CurveTessellationTol = 1.25f;
    shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
}

Painter::~Painter() {
    --atlas_.RefCount;
    ImFontAtlasRemoveDrawListSharedData(&atlas_, &lists_->shared);
}

void Painter::begin(const Window& window) {
    window_ = window;
    const float pixel = 1 / window.pixel_ratio;
    ImDrawListSharedData& shared = lists_->shared;
    shared.InitialFringeScale = pixel;
    shared.SetCircleTessellationMaxError(0.2f * pixel);

    ImFontAtlasUpdateNewFrame(&atlas_, atlas_.Builder ? atlas_.Builder->FrameCount + 1 : 1, true);
    ImFontAtlasUpdateDrawListsSharedData(&atlas_);
    for (ImFont* font : atlas_.Fonts) font->CurrentRasterizerDensity = window.pixel_ratio;

    ImDrawList& list = lists_->list;
    list._ResetForNewFrame();
    list.PushTexture(atlas_.TexRef);
    list.PushClipRect(ImVec2(0, 0), ImVec2(window.width, window.height));
}

void Painter::finish() {
    ImDrawData& data = lists_->data;
    data.Clear();
    data.Valid = true;
    data.DisplaySize = ImVec2(window_.width, window_.height);
    data.FramebufferScale = ImVec2(window_.pixel_ratio, window_.pixel_ratio);
    data.Textures = &atlas_.TexList;
    for (ImTextureData* texture : atlas_.TexList)
        texture->RefCount = static_cast<unsigned short>(atlas_.RefCount);
    data.AddDrawList(&lists_->list);
}

bool Painter::visible(const Box& box) const noexcept {
    constexpr float overhang = 8;  // focus rings, glyphs taller than their line
    return window_.painted && box.bottom() + overhang > window_.top &&
           box.y - overhang < window_.top + window_.height;
}

Box Painter::placed(const Box& box) const noexcept {
    Box place = box;
    if (window_.mirrored) place.x = window_.width - box.right();
    return place;
}

void Painter::fill(const Box& box, Colour colour, float radius) {
    const Box at = placed(box);
    const ImVec2 from(at.x, at.y - window_.top);
    lists_->list.AddRectFilled(from, from + ImVec2(at.width, at.height), packed(colour), radius);
}

void Painter::outline(const Box& box, Colour colour, float radius, float thickness) {
    const Box at = placed(box).grown(-thickness / 2);
    const ImVec2 from(at.x, at.y - window_.top);
    lists_->list.PathRect(from, from + ImVec2(at.width, at.height), ImMax(0.0f, radius - thickness / 2));
    lists_->list.PathStroke(packed(colour), ImDrawFlags_Closed, thickness);
}

void Painter::disc(Point centre, float radius, Colour colour) {
    const Box at = placed({centre.x, centre.y, 0, 0});
    lists_->list.AddCircleFilled(ImVec2(at.x, at.y - window_.top), radius, packed(colour));
}

void Painter::circle(Point centre, float radius, Colour colour, float thickness) {
    const Box at = placed({centre.x, centre.y, 0, 0});
    lists_->list.AddCircle(ImVec2(at.x, at.y - window_.top), radius, packed(colour), 0, thickness);
}

void Painter::arc(Point centre, float radius, float from, float to, Colour colour, float thickness) {
    const Box at = placed({centre.x, centre.y, 0, 0});
    lists_->list.PathArcTo(ImVec2(at.x, at.y - window_.top), radius, from, to);
    lists_->list.PathStroke(packed(colour), ImDrawFlags_None, thickness);
}

void Painter::stroke(Point centre, std::span<const Point> offsets, Colour colour, float thickness) {
    const Box at = placed({centre.x, centre.y, 0, 0});
    for (const Point& offset : offsets)
        lists_->list.PathLineTo(ImVec2(at.x + offset.x, at.y - window_.top + offset.y));
    lists_->list.PathStroke(packed(colour), ImDrawFlags_None, thickness);
}

void Painter::area(Point centre, std::span<const Point> offsets, Colour colour) {
    const Box at = placed({centre.x, centre.y, 0, 0});
    for (const Point& offset : offsets)
        lists_->list.PathLineTo(ImVec2(at.x + offset.x, at.y - window_.top + offset.y));
    lists_->list.PathFillConvex(packed(colour));
}

void Painter::clip(const Box& box) {
    const Box at = placed(box);
    const ImVec2 from(at.x, at.y - window_.top);
    lists_->list.PushClipRect(from, from + ImVec2(at.width, at.height), true);
}

void Painter::unclip() { lists_->list.PopClipRect(); }

ImFont* Painter::face(const Font& font) const noexcept {
    return atlas_.Fonts[font.bold && atlas_.Fonts.Size > 1 ? 1 : 0];
}

void Painter::text(const Box& line, const Font& font, std::string_view shaped, Colour colour) {
    const Box at = placed(line);
    ImFont* const used = face(font);
    // As in CSS: the line's height is shared out evenly above and below the font's own extent.
    const ImFontBaked* baked = used->GetFontBaked(font.size);
    const float leading = (font.line_height - (baked->Ascent - baked->Descent)) / 2;
    const ImVec2 from(at.x, at.y - window_.top + ImFloor(leading + 0.5f));
    lists_->list.AddText(used, font.size, from, packed(colour), shaped.data(), shaped.data() + shaped.size());
}

float Painter::width_of(const Font& font, std::string_view shaped) {
    return face(font)->CalcTextSizeA(font.size, FLT_MAX, 0, shaped.data(), shaped.data() + shaped.size()).x;
}

ImDrawData* Painter::draw_data() const noexcept { return &lists_->data; }

std::uint64_t Painter::hash() const noexcept {
    const ImDrawList& list = lists_->list;
    const auto hashed = [](const auto& items, std::uint64_t seed) {
        return hash_bytes(items.Data, static_cast<std::size_t>(items.size_in_bytes()), seed);
    };
    std::uint64_t hash = hash_bytes(&window_, offsetof(Window, mirrored));
    hash = hashed(list.VtxBuffer, hash);
    hash = hashed(list.IdxBuffer, hash);
    for (const ImDrawCmd& command : list.CmdBuffer)
        hash = hash_bytes(&command.ClipRect, sizeof command.ClipRect, hash + command.ElemCount);
    return hash;
}

bool Painter::textures_changed() const noexcept {
    for (const ImTextureData* texture : atlas_.TexList)
        if (texture->Status != ImTextureStatus_OK) return true;
    return false;
}

}  // namespace canvass::widget::ui
