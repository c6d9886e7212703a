// The host page's fonts. A face is a family with its weight and style, as the page numbers them; all widgets in
// one face share its atlas, whose first font is the regular one and whose second is the bold one.
//
// Glyphs come from the browser's 2D canvas on demand (imports.h). The size of a font is that of its em, and the
// line box is as high as the em with the text centred in it, as CSS does with line-height: 1.
#pragma once

#include <cstdint>

struct ImFontAtlas;

namespace canvass::web {

// Made on first use; lives as long as the program, since other widgets may want the face again.
ImFontAtlas& atlas_of(std::uint32_t face);
// Every glyph is asked for anew: a font arrived, or code points were given out anew.
void forget_glyphs();
// The textures are gone with their GL context; the pixels are still here.
void forget_textures();

}  // namespace canvass::web
