#include "shell/web/renderer.h"

#include "imgui.h"
#include "shell/web/imports.h"

namespace canvass::web {
namespace {

std::uint32_t id_of(const ImTextureData& texture) { return static_cast<std::uint32_t>(texture.GetTexID()); }

void bring_up_to_date(ImTextureData& texture) {
    static std::uint32_t last_id = 0;
    switch (texture.Status) {
        case ImTextureStatus_WantCreate:
            gl_texture_create(++last_id, texture.Width, texture.Height, texture.GetPixels());
            texture.SetTexID(last_id);
            texture.SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantUpdates: {
            const ImTextureRect& changed = texture.UpdateRect;
            gl_texture_update(id_of(texture), changed.x, changed.y, changed.w, changed.h,
                              texture.GetPixelsAt(changed.x, changed.y), texture.Width);
            texture.SetStatus(ImTextureStatus_OK);
            break;
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
}

void draw(const ImDrawList& list, const ImDrawCmd& command, ImVec2 origin, ImVec2 scale) {
    const auto x0 = static_cast<std::int32_t>((command.ClipRect.x - origin.x) * scale.x);
    const auto y0 = static_cast<std::int32_t>((command.ClipRect.y - origin.y) * scale.y);
    const auto x1 = static_cast<std::int32_t>((command.ClipRect.z - origin.x) * scale.x);
    const auto y1 = static_cast<std::int32_t>((command.ClipRect.w - origin.y) * scale.y);
    if (x1 <= x0 || y1 <= y0 || command.ElemCount == 0 || list.VtxBuffer.empty()) return;
    gl_draw(static_cast<std::uint32_t>(command.GetTexID()), x0, y0, x1 - x0, y1 - y0, command.ElemCount,
            command.IdxOffset * static_cast<std::uint32_t>(sizeof(ImDrawIdx)),
            command.VtxOffset * static_cast<std::uint32_t>(sizeof(ImDrawVert)));
}

}  // namespace

void paint(const ImDrawData& data, ImFontAtlas& atlas) {
    for (ImTextureData* const texture : atlas.TexList) bring_up_to_date(*texture);
    const ImVec2 scale = data.FramebufferScale;
    gl_begin(static_cast<std::int32_t>(data.DisplaySize.x * scale.x + 0.5f),
             static_cast<std::int32_t>(data.DisplaySize.y * scale.y + 0.5f), data.DisplaySize.x, data.DisplaySize.y);
    for (const ImDrawList* const list : data.CmdLists) {
        gl_list(list->VtxBuffer.Data, static_cast<std::uint32_t>(list->VtxBuffer.size_in_bytes()), list->IdxBuffer.Data,
                static_cast<std::uint32_t>(list->IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& command : list->CmdBuffer) draw(*list, command, data.DisplayPos, scale);
    }
}

}  // namespace canvass::web
