// What the page does for the wasm: glyphs, text shaping, numbers and GL. One function here, one of the same name in
// src/wasm.ts. Memory is read and written by the page during the call only. No call of these re-enters wasm.
#pragma once

#include <cstdint>

#include "shell/web/report.h"

#define CANVASS_IMPORT(name) __attribute__((import_module("canvass"), import_name(#name)))

extern "C" {

// `pixels` device pixels to the em; `face` as canvass_create was given it, `bold` 0 or 1.
CANVASS_IMPORT(glyph_metrics) void glyph_metrics(std::uint32_t face, std::uint32_t bold, float pixels, float* ascent,
                                                 float* descent);
// Advance in device pixels; negative when there is no such glyph.
CANVASS_IMPORT(glyph_advance) float glyph_advance(std::uint32_t code, std::uint32_t face, std::uint32_t bold,
                                                  float pixels);
// Draws the glyph and keeps its pixels for glyph_pixels. 0: no such glyph.
CANVASS_IMPORT(glyph_draw) std::int32_t glyph_draw(std::uint32_t code, std::uint32_t face, std::uint32_t bold,
                                                   float pixels, canvass::web::GlyphBox* box);
// RGBA, straight alpha, width * height * 4 bytes of the glyph drawn last.
CANVASS_IMPORT(glyph_pixels) void glyph_pixels(void* pixels);

// Writes byte offsets after which a line may break; returns their number, which may exceed `capacity`.
CANVASS_IMPORT(text_breaks) std::uint32_t text_breaks(const char* text, std::uint32_t length, std::uint32_t* offsets,
                                                      std::uint32_t capacity);
// Writes the shaped line; returns its length, which may exceed `capacity` (then nothing was written).
CANVASS_IMPORT(text_shape) std::uint32_t text_shape(const char* line, std::uint32_t length, char* shaped,
                                                    std::uint32_t capacity);
CANVASS_IMPORT(text_right_to_left) std::int32_t text_right_to_left(const char* line, std::uint32_t length);

// As JavaScript's String writes it, to 32 bytes at `text`; returns the length.
CANVASS_IMPORT(number_write) std::uint32_t number_write(double number, char* text);
// NaN when the text is no number as JSON writes them.
CANVASS_IMPORT(number_read) double number_read(const char* text, std::uint32_t length);

CANVASS_IMPORT(gl_texture_create) void gl_texture_create(std::uint32_t id, std::int32_t width, std::int32_t height,
                                                         const void* pixels);
// `pitch`: pixels from one row to the next.
CANVASS_IMPORT(gl_texture_update) void gl_texture_update(std::uint32_t id, std::int32_t x, std::int32_t y,
                                                         std::int32_t width, std::int32_t height, const void* pixels,
                                                         std::int32_t pitch);
CANVASS_IMPORT(gl_texture_destroy) void gl_texture_destroy(std::uint32_t id);
// Clears a framebuffer of that many device pixels: so many rows of the window from `top` on. Draw coordinates run from
// 0 to the window's logical size.
CANVASS_IMPORT(gl_begin) void gl_begin(std::int32_t width, std::int32_t height, std::int32_t top,
                                       std::int32_t window_height, float logical_width, float logical_height);
CANVASS_IMPORT(gl_list) void gl_list(const void* vertices, std::uint32_t vertex_bytes, const void* indices,
                                     std::uint32_t index_bytes);
// The scissor box is in device pixels from the top left; offsets are in bytes.
CANVASS_IMPORT(gl_draw) void gl_draw(std::uint32_t texture, std::int32_t x, std::int32_t y, std::int32_t width,
                                     std::int32_t height, std::uint32_t count, std::uint32_t index_offset,
                                     std::uint32_t vertex_offset);
// The band is drawn.
CANVASS_IMPORT(gl_end) void gl_end(std::int32_t band);
}
