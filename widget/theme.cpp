#include "widget/theme.h"

#include <cmath>

namespace canvass::widget {

namespace {

constexpr Colour hex(std::uint32_t rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
            static_cast<std::uint8_t>(rgb), 255};
}

float linear(std::uint8_t channel) {
    const float share = static_cast<float>(channel) / 255;
    return share <= 0.04045f ? share / 12.92f : std::pow((share + 0.055f) / 1.055f, 2.4f);
}

float luminance(Colour colour) {
    return 0.2126f * linear(colour.red) + 0.7152f * linear(colour.green) + 0.0722f * linear(colour.blue);
}

}  // namespace

Theme light_theme() {
    Theme theme;
    theme.surface = hex(0xFFFFFF);
    theme.ink = hex(0x1A1D24);
    theme.ink_muted = hex(0x5A6170);
    theme.control = hex(0xFFFFFF);
    theme.control_border = hex(0x838A99);
    theme.control_hover = hex(0xF5F6F9);
    theme.line = hex(0xE1E4EB);
    theme.accent = hex(0x3B54CC);
    theme.accent_hover = hex(0x2F44AB);
    theme.accent_ink = hex(0xFFFFFF);
    theme.accent_soft = hex(0xEEF1FD);
    theme.error = hex(0xB3261E);
    theme.error_soft = hex(0xFDF1F0);
    theme.success = hex(0x1B7A48);
    theme.focus = hex(0x3B54CC);
    return theme;
}

Theme dark_theme() {
    Theme theme;
    theme.surface = hex(0x15171C);
    theme.ink = hex(0xECEEF3);
    theme.ink_muted = hex(0xA5ACBA);
    theme.control = hex(0x1D2027);
    theme.control_border = hex(0x78808F);
    theme.control_hover = hex(0x272B34);
    theme.line = hex(0x30353F);
    theme.accent = hex(0x91A7FF);
    theme.accent_hover = hex(0xB0C0FF);
    theme.accent_ink = hex(0x10142A);
    theme.accent_soft = hex(0x242B49);
    theme.error = hex(0xFF9D94);
    theme.error_soft = hex(0x371F20);
    theme.success = hex(0x74D6A0);
    theme.focus = hex(0xB0C0FF);
    return theme;
}

Theme high_contrast_theme() {
    Theme theme;
    theme.surface = hex(0x000000);
    theme.ink = hex(0xFFFFFF);
    theme.ink_muted = hex(0xE6E6E6);
    theme.control = hex(0x000000);
    theme.control_border = hex(0xFFFFFF);
    theme.control_hover = hex(0x262626);
    theme.line = hex(0x6E6E6E);
    theme.accent = hex(0xFFD84A);
    theme.accent_hover = hex(0xFFE68A);
    theme.accent_ink = hex(0x000000);
    theme.accent_soft = hex(0x332C00);
    theme.error = hex(0xFFA39B);
    theme.error_soft = hex(0x330A07);
    theme.success = hex(0x7DF0AF);
    theme.focus = hex(0x5CE1FF);
    theme.border = 2;
    return theme;
}

float contrast(Colour a, Colour b) {
    const float first = luminance(a), second = luminance(b);
    const float lighter = first > second ? first : second;
    const float darker = first > second ? second : first;
    return (lighter + 0.05f) / (darker + 0.05f);
}

}  // namespace canvass::widget
