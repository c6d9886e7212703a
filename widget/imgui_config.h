// Dear ImGui's build configuration (IMGUI_USER_CONFIG), for ImGui itself and for all who include imgui.h.
//
// The widget uses ImGui's draw lists and font atlas and brings its own controls, layout and input, so windows,
// tables, navigation and text input of ImGui are never called and the linker leaves them out of the wasm.
#pragma once

#define IMGUI_DEFINE_MATH_OPERATORS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS

#if defined(__EMSCRIPTEN__) || defined(CANVASS_WEB)
// The page's own fonts are painted: the shell supplies ImGuiFreeType::GetFontLoader(), and with FreeType
// announced ImGui does not compile stb_truetype in.
#define IMGUI_ENABLE_FREETYPE
#define IMGUI_DISABLE_DEFAULT_FONT
#define IM_ASSERT_USER_ERROR(condition, message) ((void)(condition))
#endif

#ifdef __EMSCRIPTEN__
// ImGui hashes little here (the sizes a font has), so it does without its table of a kilobyte that no compressor
// shrinks: with these two in place of the processor's instructions it computes the same CRC-32C bit by bit.
#define IMGUI_ENABLE_SSE4_2_CRC
constexpr unsigned _mm_crc32_u32(unsigned crc, unsigned word, int bits = 32) {
    crc ^= word;
    while (bits-- > 0) crc = crc >> 1 ^ (crc & 1 ? 0x82F63B78u : 0);
    return crc;
}
constexpr unsigned _mm_crc32_u8(unsigned crc, unsigned char byte) { return _mm_crc32_u32(crc, byte, 8); }
static_assert(~_mm_crc32_u8(~0u, 'a') == 0xC1D04330u);
#endif
