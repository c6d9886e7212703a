#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "widget/theme.h"

using namespace canvass::widget;

namespace {

struct Pair {
    const char* what;
    Colour Theme::*above;
    Colour Theme::*below;
};

// Text needs 4.5 : 1 (WCAG 2.2, 1.4.3).
constexpr Pair text_pairs[] = {
    {"text", &Theme::ink, &Theme::surface},
    {"secondary text", &Theme::ink_muted, &Theme::surface},
    {"choice", &Theme::ink, &Theme::control},
    {"placeholder", &Theme::ink_muted, &Theme::control},
    {"hovered choice", &Theme::ink, &Theme::control_hover},
    {"disabled choice", &Theme::ink_muted, &Theme::control},
    {"read-only text", &Theme::ink_muted, &Theme::control_hover},
    {"chosen choice", &Theme::ink, &Theme::accent_soft},
    {"primary button", &Theme::accent_ink, &Theme::accent},
    {"hovered primary button", &Theme::accent_ink, &Theme::accent_hover},
    {"disabled primary button", &Theme::accent_ink, &Theme::ink_muted},
    {"your choice", &Theme::accent, &Theme::surface},
    {"error", &Theme::error, &Theme::surface},
    {"error notice", &Theme::ink, &Theme::error_soft},
    {"way to an error", &Theme::error, &Theme::error_soft},
    {"mark of an error", &Theme::surface, &Theme::error},
};

// What shows a control or its state needs 3 : 1 (1.4.11).
constexpr Pair shape_pairs[] = {
    {"edge of a field", &Theme::control_border, &Theme::control},
    {"edge of a field on the page", &Theme::control_border, &Theme::surface},
    {"edge of a hovered mark", &Theme::accent, &Theme::control_hover},
    {"edge of an unchosen mark", &Theme::control_border, &Theme::control_hover},
    {"chosen mark", &Theme::accent, &Theme::accent_soft},
    {"lit star", &Theme::accent, &Theme::surface},
    {"face", &Theme::ink_muted, &Theme::surface},
    {"bar", &Theme::accent, &Theme::line},
    {"edge of a field with an error", &Theme::error, &Theme::control},
    {"mark of success", &Theme::success, &Theme::accent_soft},
    {"check in the mark of success", &Theme::surface, &Theme::success},
    {"mark of an error on its notice", &Theme::error, &Theme::error_soft},
    {"focus ring", &Theme::focus, &Theme::surface},
};

constexpr const char* colours[] = {
    "surface", "ink", "ink-muted", "control", "control-border", "control-hover", "line", "accent",
    "accent-hover", "accent-ink", "accent-soft", "error", "error-soft", "success", "focus",
};

void check_contrasts(const Theme& theme, const std::string& name) {
    for (const Pair& pair : text_pairs) {
        INFO(name << ", " << pair.what);
        CHECK(contrast(theme.*pair.above, theme.*pair.below) >= 4.5f);
    }
    for (const Pair& pair : shape_pairs) {
        INFO(name << ", " << pair.what);
        CHECK(contrast(theme.*pair.above, theme.*pair.below) >= 3.0f);
    }
}

std::string theme_styles() {
    std::ifstream file(CANVASS_SOURCE_DIR "/assets/themes.css");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// "light-dark(#fff, #000)" in a theme's rule, by token; {} when there is none.
std::pair<std::string, std::string> colour_in(const std::string& rule, const std::string& token) {
    const std::string head = "--canvass-" + token + ": light-dark(";
    const std::size_t from = rule.find(head);
    if (from == std::string::npos) return {};
    const std::size_t start = from + head.size(), comma = rule.find(", ", start), end = rule.find(')', comma);
    return {rule.substr(start, comma - start), rule.substr(comma + 2, end - comma - 2)};
}

}  // namespace

TEST_CASE("Every pair of colours of the built-in themes meets WCAG AA") {
    check_contrasts(light_theme(), "light");
    check_contrasts(dark_theme(), "dark");
    check_contrasts(high_contrast_theme(), "high contrast");
}

TEST_CASE("Every pair of colours of the shipped themes meets WCAG AA, light and dark") {
    const std::string styles = theme_styles();
    int count = 0;
    const std::string head = ":where(canvass-widget[theme=\"";
    const std::size_t end_of_colours = styles.find("\n}");
    for (std::size_t at = styles.find(head); at < end_of_colours; at = styles.find(head, at + 1), ++count) {
        const std::size_t start = at + head.size();
        const std::string name = styles.substr(start, styles.find('"', start) - start);
        const std::string rule = styles.substr(at, styles.find('}', at) - at);
        Theme light = light_theme(), dark = dark_theme();
        for (const char* token : colours) {
            INFO(name << ", " << token);
            const auto [on_light, on_dark] = colour_in(rule, token);
            CHECK(set_token(light, token, on_light));
            CHECK(set_token(dark, token, on_dark));
        }
        check_contrasts(light, name + " light");
        check_contrasts(dark, name + " dark");
    }
    CHECK(count == 4);
}

TEST_CASE("Contrast is that of WCAG") {
    CHECK(contrast({0, 0, 0, 255}, {255, 255, 255, 255}) == Catch::Approx(21));
    CHECK(contrast({119, 119, 119, 255}, {255, 255, 255, 255}) == Catch::Approx(4.48).margin(0.01));
    CHECK(contrast({1, 2, 3, 255}, {1, 2, 3, 255}) == Catch::Approx(1));
}

TEST_CASE("Tokens take what a stylesheet would say") {
    Theme theme = light_theme();
    CHECK(set_token(theme, "accent", "#0a5"));
    CHECK(theme.accent == Colour{0x00, 0xAA, 0x55, 255});
    CHECK(set_token(theme, "accent", " #11223380 "));
    CHECK(theme.accent == Colour{0x11, 0x22, 0x33, 0x80});
    CHECK(set_token(theme, "surface", "rgb(1, 20, 255)"));
    CHECK(theme.surface == Colour{1, 20, 255, 255});
    CHECK(set_token(theme, "surface", "rgba(1,20,255,0.5)"));
    CHECK(theme.surface == Colour{1, 20, 255, 128});
    CHECK(set_token(theme, "surface", "rgb(100% 0% 0% / 25%)"));
    CHECK(theme.surface == Colour{255, 0, 0, 64});
    CHECK(set_token(theme, "radius", "12px"));
    CHECK(theme.radius == 12);
    CHECK(set_token(theme, "line-spacing", "1.4"));
    CHECK(theme.line_spacing == Catch::Approx(1.4f));
}

TEST_CASE("Tokens refuse what is no value and what is no token, and keep what was") {
    Theme theme = light_theme();
    for (const char* value : {"", "#12", "#ggg", "red", "rgb(1,2)", "rgb(1,2,3,4,5)", "rgb(a,b,c)"}) {
        INFO(value);
        CHECK_FALSE(set_token(theme, "accent", value));
    }
    CHECK(theme.accent == light_theme().accent);
    CHECK_FALSE(set_token(theme, "radius", "2em"));
    CHECK_FALSE(set_token(theme, "colour", "#000"));
    CHECK(set_token(theme, "text-size", "2000px"));
    CHECK(theme.text_size == 64);
}
