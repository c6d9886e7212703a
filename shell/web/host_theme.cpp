#include "shell/web/host_theme.h"

#include <algorithm>
#include <string>
#include <vector>

namespace canvass::web {
namespace {

using widget::Colour;

constexpr Colour white{255, 255, 255, 255};
constexpr Colour black{0, 0, 0, 255};

Colour mix(Colour a, Colour b, float share) {
    const auto channel = [share](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(static_cast<float>(from) * (1 - share) + static_cast<float>(to) * share + 0.5f);
    };
    return {channel(a.red, b.red), channel(a.green, b.green), channel(a.blue, b.blue), 255};
}

bool is_dark(Colour colour) { return contrast(colour, white) > contrast(colour, black); }

}  // namespace

widget::Theme host_theme(widget::Theme theme, const core::Value& tokens) {
    std::vector<std::string_view> given;
    if (const auto* const members = tokens.as_object()) {
        for (const auto& [name, value] : *members) {
            if (set_token(theme, name, value.text())) given.push_back(name);
        }
    }
    const auto is_given = [&given](std::string_view name) {
        return std::find(given.begin(), given.end(), name) != given.end();
    };
    const auto follow = [&](std::string_view name, Colour& token, Colour colour) {
        if (!is_given(name)) token = colour;
    };
    // On a see-through ground only the page knows what lies behind.
    const Colour ground = theme.surface.alpha == 255 ? theme.surface : is_dark(theme.ink) ? white : black;
    if (is_given("surface") || is_given("ink")) {
        follow("ink-muted", theme.ink_muted, mix(theme.ink, ground, 0.28f));
        follow("control", theme.control, is_dark(ground) ? mix(ground, theme.ink, 0.04f) : ground);
        follow("control-hover", theme.control_hover, mix(ground, theme.ink, 0.07f));
        follow("control-border", theme.control_border, mix(ground, theme.ink, 0.6f));
        follow("line", theme.line, mix(ground, theme.ink, 0.15f));
    }
    if (is_given("accent")) {
        follow("accent-hover", theme.accent_hover, mix(theme.accent, theme.ink, 0.2f));
        follow("accent-ink", theme.accent_ink, is_dark(theme.accent) ? white : black);
        follow("focus", theme.focus, theme.accent);
    }
    if (is_given("accent") || is_given("surface")) {
        follow("accent-soft", theme.accent_soft, mix(ground, theme.accent, is_dark(ground) ? 0.18f : 0.1f));
    }
    return theme;
}

}  // namespace canvass::web
