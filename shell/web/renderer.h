// Draws ImGui's draw lists by naming buffers in wasm memory to the page, which owns GL (src/renderer.ts).
//
// The picture lies in bands of equal height, counted from the top of the content, each on a canvas of its own: only
// those are drawn in which something has changed, or which have come into the window.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

struct ImDrawData;
struct ImFontAtlas;

namespace canvass::web {

class Bands {
public:
    // Brings the atlas's textures up to date first. `top`: of the window in the content, a multiple of the bands' height.
    void paint(const ImDrawData& data, ImFontAtlas& atlas, float top, float height);

private:
    void look(const ImDrawData& data, float top, float height);
    void draw(const ImDrawData& data, float height, std::size_t band) const;

    std::int32_t first_ = 0;  // of those that are shown
    std::vector<std::uint64_t> shown_, found_;  // hashes, by band
    std::vector<std::uint64_t> vertices_, clips_;
};

}  // namespace canvass::web
