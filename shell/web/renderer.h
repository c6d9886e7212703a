// Draws ImGui's draw lists by naming buffers in wasm memory to the page, which owns GL (src/renderer.ts).
#pragma once

struct ImDrawData;
struct ImFontAtlas;

namespace canvass::web {

// Brings the atlas's textures up to date first.
void paint(const ImDrawData& data, ImFontAtlas& atlas);

}  // namespace canvass::web
