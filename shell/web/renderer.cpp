#include "shell/web/renderer.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "shell/web/imports.h"
#include "widget/hash.h"

namespace canvass::web {
namespace {

std::uint32_t id_of(const ImTextureData& texture) { return static_cast<std::uint32_t>(texture.GetTexID()); }

// True: what it shows has changed.
bool bring_up_to_date(ImTextureData& texture) {
    static std::uint32_t last_id = 0;
    switch (texture.Status) {
        case ImTextureStatus_WantCreate:
            gl_texture_create(++last_id, texture.Width, texture.Height, texture.GetPixels());
            texture.SetTexID(last_id);
            texture.SetStatus(ImTextureStatus_OK);
            return true;
        case ImTextureStatus_WantUpdates: {
            const ImTextureRect& changed = texture.UpdateRect;
            gl_texture_update(id_of(texture), changed.x, changed.y, changed.w, changed.h,
                              texture.GetPixelsAt(changed.x, changed.y), texture.Width);
            texture.SetStatus(ImTextureStatus_OK);
            return true;
        }
        case ImTextureStatus_WantDestroy:
            if (texture.UnusedFrames == 0) break;
            gl_texture_destroy(id_of(texture));
            texture.SetTexID(ImTextureID_Invalid);
            texture.SetStatus(ImTextureStatus_Destroyed);
            break;
        case ImTextureStatus_OK:
        case ImTextureStatus_Destroyed: break;
    }
    return false;
}

std::int32_t rounded(float number) { return static_cast<std::int32_t>(std::floor(number + 0.5f)); }

// Where the same thing lies in the content, although the window has moved: rounding differs by less than this tells.
std::int32_t in_content(float y, float top) { return rounded((y + top) * 64); }

std::uint64_t hash_of(const ImDrawVert& vertex, float top) {
    struct {
        float x;
        std::int32_t y;
        ImVec2 place;
        std::uint32_t colour, nothing;
    } const seen{vertex.pos.x, in_content(vertex.pos.y, top), vertex.uv, vertex.col, 0};
    return widget::hash_bytes(&seen, sizeof seen);
}

// How a command is clipped in the band that begins there.
std::uint64_t hash_of_clip(const ImDrawCmd& command, float begin, float height, float top) {
    struct {
        std::int32_t y0, y1;
        float x0, x1;
        std::uint64_t texture;
    } const clip{in_content(std::max(command.ClipRect.y, begin), top), in_content(std::min(command.ClipRect.w, begin + height), top),
                 command.ClipRect.x, command.ClipRect.z, static_cast<std::uint64_t>(command.GetTexID())};
    return widget::hash_bytes(&clip, sizeof clip);
}

}  // namespace

// What lies in each band: its triangles, in the order in which they are drawn, and how they are clipped.
void Bands::look(const ImDrawData& data, float top, float height) {
    const ImVec2 size = data.DisplaySize;
    const float surface[] = {size.x, data.FramebufferScale.y};
    found_.assign(static_cast<std::size_t>(std::max(0.0f, std::ceil(size.y / height))), widget::hash_bytes(surface, sizeof surface));
    const float last = static_cast<float>(found_.size()) - 1;
    for (const ImDrawList* const list : data.CmdLists) {
        vertices_.clear();
        for (const ImDrawVert& vertex : list->VtxBuffer) vertices_.push_back(hash_of(vertex, top));
        for (const ImDrawCmd& command : list->CmdBuffer) {
            clips_.clear();
            for (std::size_t band = 0; band < found_.size(); ++band)
                clips_.push_back(hash_of_clip(command, height * static_cast<float>(band), height, top));
            const ImDrawIdx* index = list->IdxBuffer.Data + command.IdxOffset;
            for (unsigned at = 0; at + 2 < command.ElemCount; at += 3, index += 3) {
                float low = size.y, high = 0;
                std::uint64_t corners[4];
                for (int corner = 0; corner < 3; ++corner) {
                    const unsigned vertex = command.VtxOffset + index[corner];
                    const float y = list->VtxBuffer.Data[vertex].pos.y;
                    low = std::min(low, y);
                    high = std::max(high, y);
                    corners[corner] = vertices_[vertex];
                }
                low = std::max(low, command.ClipRect.y);
                high = std::min(high, command.ClipRect.w);
                const auto from = static_cast<std::size_t>(std::max(0.0f, std::floor(low / height)));
                for (std::size_t band = from; static_cast<float>(band) <= std::min(last, high / height); ++band) {
                    corners[3] = clips_[band];
                    found_[band] = widget::hash_bytes(corners, sizeof corners, found_[band]);
                }
            }
        }
    }
}

void Bands::draw(const ImDrawData& data, float height, std::size_t band) const {
    const ImVec2 scale = data.FramebufferScale, size = data.DisplaySize;
    const std::int32_t width = rounded(size.x * scale.x), whole = rounded(size.y * scale.y);
    const std::int32_t top = rounded(height * static_cast<float>(band) * scale.y);
    // The last one as well is as high as the others: another size would be another framebuffer.
    const std::int32_t bottom = rounded(height * static_cast<float>(band + 1) * scale.y);
    gl_begin(width, bottom - top, top, whole, size.x, size.y);
    for (const ImDrawList* const list : data.CmdLists) {
        if (list->VtxBuffer.empty()) continue;
        gl_list(list->VtxBuffer.Data, static_cast<std::uint32_t>(list->VtxBuffer.size_in_bytes()), list->IdxBuffer.Data,
                static_cast<std::uint32_t>(list->IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const auto x0 = static_cast<std::int32_t>(command.ClipRect.x * scale.x);
            const auto x1 = static_cast<std::int32_t>(command.ClipRect.z * scale.x);
            const std::int32_t y0 = std::max(top, static_cast<std::int32_t>(command.ClipRect.y * scale.y));
            const std::int32_t y1 = std::min(bottom, static_cast<std::int32_t>(command.ClipRect.w * scale.y));
            if (x1 <= x0 || y1 <= y0 || command.ElemCount == 0) continue;
            gl_draw(static_cast<std::uint32_t>(command.GetTexID()), x0, y0 - top, x1 - x0, y1 - y0, command.ElemCount,
                    command.IdxOffset * static_cast<std::uint32_t>(sizeof(ImDrawIdx)),
                    command.VtxOffset * static_cast<std::uint32_t>(sizeof(ImDrawVert)));
        }
    }
    gl_end(first_ + static_cast<std::int32_t>(band));
}

void Bands::paint(const ImDrawData& data, ImFontAtlas& atlas, float top, float height) {
    bool anew = false;
    for (ImTextureData* const texture : atlas.TexList) anew |= bring_up_to_date(*texture);
    look(data, top, height);
    const std::int32_t before = first_;
    first_ = rounded(top / height);
    for (std::size_t band = 0; band < found_.size(); ++band) {
        const std::int64_t at = first_ + static_cast<std::int64_t>(band) - before;
        const bool known = at >= 0 && at < static_cast<std::int64_t>(shown_.size());
        if (anew || !known || shown_[static_cast<std::size_t>(at)] != found_[band]) draw(data, height, band);
    }
    shown_.swap(found_);
}

}  // namespace canvass::web
