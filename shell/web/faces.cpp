#include "shell/web/faces.h"

#include <memory>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"
#include "shell/web/imports.h"

namespace canvass::web {
namespace {

struct Face {
    Face() { atlas.Flags |= ImFontAtlasFlags_NoMouseCursors; }  // the page has a pointer of its own

    std::uint32_t id = 0;
    ImFontAtlas atlas;
};

std::vector<std::unique_ptr<Face>>& faces() {
    static std::vector<std::unique_ptr<Face>> all;
    return all;
}

// ImFontConfig::FontNo carries the face and, in its lowest bit, the weight.
std::uint32_t face_of(const ImFontConfig& source) { return source.FontNo >> 1; }
std::uint32_t bold(const ImFontConfig& source) { return source.FontNo & 1; }

// Words and baselines begin on whole device pixels, so that their pictures are not smeared over two.
float on_pixel(float position) { return ImFloor(position + 0.5f); }

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar code) { return code >= ' '; }

float density_of(const ImFontConfig& source, const ImFontBaked& baked) {
    return source.RasterizerDensity * baked.RasterizerDensity;
}

// Browsers round these to whole pixels of the density: of the page's own text, and of what they measure for us.
bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
    const float density = density_of(*source, *baked);
    float ascent = 0, descent = 0;
    glyph_metrics(face_of(*source), bold(*source), baked->Size * density, &ascent, &descent);
    baked->Ascent = (baked->Size + (ascent - descent) / density) / 2;
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code, ImFontGlyph* glyph,
                float* advance) {
    if (code < ' ') return false;
    const float density = density_of(*source, *baked);
    const float pixels = baked->Size * density;
    if (advance != nullptr) {
        const float width = glyph_advance(code, face_of(*source), bold(*source), pixels);
        *advance = on_pixel(width) / density;
        return width >= 0;
    }
    GlyphBox box{};
    if (glyph_draw(code, face_of(*source), bold(*source), pixels, &box) == 0) return false;
    glyph->Codepoint = code;
    glyph->AdvanceX = on_pixel(box.advance) / density;
    if (box.width == 0) return true;

    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, box.width, box.height);
    if (id == ImFontAtlasRectId_Invalid) return false;
    ImTextureRect* const place = ImFontAtlasPackGetRect(atlas, id);
    auto& bytes = atlas->Builder->TempBuffer;
    bytes.resize(box.width * box.height * 4);
    glyph_pixels(bytes.Data);
    const float baseline = on_pixel(baked->Ascent * density) / density;
    glyph->X0 = box.left / density;
    glyph->Y0 = baseline - box.top / density;
    glyph->X1 = glyph->X0 + static_cast<float>(box.width) / density;
    glyph->Y1 = glyph->Y0 + static_cast<float>(box.height) / density;
    glyph->Visible = true;
    glyph->Colored = box.coloured != 0;
    glyph->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, place, bytes.Data, ImTextureFormat_RGBA32,
                                       box.width * 4);
    return true;
}

const ImFontLoader& browser_font_loader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "browser";
        made.FontSrcContainsGlyph = contains_glyph;
        made.FontBakedInit = init_baked;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return loader;
}

void add_font(ImFontAtlas& atlas, std::uint32_t number) {
    static char no_font_file = 0;
    ImFontConfig config;
    config.FontNo = number;
    config.SizePixels = 16;
    config.FontData = &no_font_file;
    config.FontDataSize = 1;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = config.OversampleV = 1;
    atlas.AddFont(&config);
}

}  // namespace

ImFontAtlas& atlas_of(std::uint32_t id) {
    for (const auto& face : faces()) {
        if (face->id == id) return face->atlas;
    }
    auto& face = *faces().emplace_back(std::make_unique<Face>());
    face.id = id;
    add_font(face.atlas, id << 1);
    add_font(face.atlas, id << 1 | 1);
    return face.atlas;
}

void forget_glyphs() {
    for (const auto& face : faces()) {
        if (face->atlas.Builder != nullptr) ImFontAtlasBuildDiscardBakes(&face->atlas, 0);
    }
}

void forget_textures() {
    for (const auto& face : faces()) {
        for (ImTextureData* const texture : face->atlas.TexList) {
            if (texture->TexID == ImTextureID_Invalid) continue;
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                                              : ImTextureStatus_WantCreate);
        }
    }
}

}  // namespace canvass::web

// ImGui's own name for the loader it begins with (widget/imgui_config.h).
const ImFontLoader* ImGuiFreeType::GetFontLoader() { return &canvass::web::browser_font_loader(); }
