// How a widget looks: one set of tokens for colour, space, type and motion. Every view reads these and nothing
// else. Lengths are CSS pixels at 100 % text size; colours are sRGB with straight alpha.
#pragma once

#include <cstdint>
#include <string_view>

namespace canvass::widget {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
    friend bool operator==(const Colour&, const Colour&) = default;
};

struct Theme {
    // colour
    Colour surface, ink, ink_muted;           // page ground, text, secondary text
    Colour control, control_border, control_hover;
    Colour line;                              // hairlines that carry no meaning: rows, panels, empty tracks
    Colour accent, accent_hover, accent_ink;  // accent_ink: text on accent
    Colour accent_soft;                       // ground of a chosen row
    Colour error, error_soft, success, focus;
    // type
    float text_size = 16;
    float title_scale = 1.5f, heading_scale = 1.125f, small_scale = 0.875f;
    float line_spacing = 1.5f;
    // space
    float space = 8;           // unit of the grid
    float target = 44;         // least height of what is pressed
    float radius = 8;
    float border = 1;
    float max_width = 720;     // of the content
    float inset = -1;          // from the edge to the content; negative: by the width
    // motion
    float motion_seconds = 0.2f;
};

Theme light_theme();
Theme dark_theme();
Theme high_contrast_theme();

// "accent", "#0a5", "rgb(…)": host custom properties by name. False: no such token or not a value for it.
bool set_token(Theme& theme, std::string_view name, std::string_view value);

// WCAG 2 relative luminance contrast, 1 … 21. Source: WCAG 2.2, "contrast ratio".
float contrast(Colour a, Colour b);

}  // namespace canvass::widget
