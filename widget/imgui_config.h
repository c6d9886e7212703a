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
