// A host's custom properties: "accent", "text-size" and so on, with the values a stylesheet would hold.
#include <algorithm>
#include <optional>

#include "widget/theme.h"

namespace canvass::widget {

namespace {

struct ColourToken {
    std::string_view name;
    Colour Theme::*member;
};

constexpr ColourToken colour_tokens[] = {
    {"surface", &Theme::surface},
    {"ink", &Theme::ink},
    {"ink-muted", &Theme::ink_muted},
    {"control", &Theme::control},
    {"control-border", &Theme::control_border},
    {"control-hover", &Theme::control_hover},
    {"line", &Theme::line},
    {"accent", &Theme::accent},
    {"accent-hover", &Theme::accent_hover},
    {"accent-ink", &Theme::accent_ink},
    {"accent-soft", &Theme::accent_soft},
    {"error", &Theme::error},
    {"error-soft", &Theme::error_soft},
    {"success", &Theme::success},
    {"focus", &Theme::focus},
};

struct NumberToken {
    std::string_view name;
    float Theme::*member;
    float least, most;
};

constexpr NumberToken number_tokens[] = {
    {"text-size", &Theme::text_size, 8, 64},
    {"title-scale", &Theme::title_scale, 0.5f, 4},
    {"heading-scale", &Theme::heading_scale, 0.5f, 4},
    {"small-scale", &Theme::small_scale, 0.5f, 2},
    {"line-spacing", &Theme::line_spacing, 1, 3},
    {"space", &Theme::space, 2, 32},
    {"target", &Theme::target, 24, 96},
    {"radius", &Theme::radius, 0, 32},
    {"border", &Theme::border, 0.5f, 6},
    {"max-width", &Theme::max_width, 240, 4000},
    {"inset", &Theme::inset, 0, 200},
    {"motion-seconds", &Theme::motion_seconds, 0, 5},
};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n\f";
    const std::size_t from = text.find_first_not_of(blanks);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(blanks) + 1 - from);
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<float> take_number(std::string_view& text) {
    const bool negative = take(text, '-');
    float number = 0;
    bool any = false;
    const auto digit = [&text] { return !text.empty() && text[0] >= '0' && text[0] <= '9'; };
    for (; digit(); text.remove_prefix(1), any = true) number = number * 10 + static_cast<float>(text[0] - '0');
    if (take(text, '.'))
        for (float place = 0.1f; digit(); text.remove_prefix(1), place /= 10, any = true)
            number += static_cast<float>(text[0] - '0') * place;
    if (!any) return std::nullopt;
    return negative ? -number : number;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<Colour> hex_colour(std::string_view digits) {
    const bool single = digits.size() == 3 || digits.size() == 4;
    if (!single && digits.size() != 6 && digits.size() != 8) return std::nullopt;
    std::uint8_t channels[4] = {0, 0, 0, 255};
    const std::size_t step = single ? 1 : 2;
    for (std::size_t i = 0; i * step < digits.size(); ++i) {
        const int high = hex_digit(digits[i * step]), low = hex_digit(digits[i * step + step - 1]);
        if (high < 0 || low < 0) return std::nullopt;
        channels[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return Colour{channels[0], channels[1], channels[2], channels[3]};
}

std::uint8_t channel(float share) { return static_cast<std::uint8_t>(std::clamp(share, 0.0f, 1.0f) * 255 + 0.5f); }

// "r, g, b", "r g b", "r, g, b, a", "r g b / a"; every part a number or a percentage.
std::optional<Colour> rgb_colour(std::string_view inside) {
    std::uint8_t channels[4] = {0, 0, 0, 255};
    int count = 0;
    for (inside = trimmed(inside); !inside.empty(); inside = trimmed(inside)) {
        if (count == 4) return std::nullopt;
        const std::optional<float> number = take_number(inside);
        if (!number) return std::nullopt;
        const float whole = take(inside, '%') ? 100.0f : count < 3 ? 255.0f : 1.0f;
        channels[count++] = channel(*number / whole);
        inside = trimmed(inside);
        if (!take(inside, ',')) take(inside, '/');
    }
    if (count < 3) return std::nullopt;
    return Colour{channels[0], channels[1], channels[2], channels[3]};
}

std::optional<Colour> parse_colour(std::string_view text) {
    if (take(text, '#')) return hex_colour(text);
    for (const std::string_view function : {std::string_view("rgba("), std::string_view("rgb(")})
        if (text.starts_with(function) && text.ends_with(')'))
            return rgb_colour(text.substr(function.size(), text.size() - function.size() - 1));
    return std::nullopt;
}

}  // namespace

bool set_token(Theme& theme, std::string_view name, std::string_view value) {
    value = trimmed(value);
    for (const ColourToken& token : colour_tokens) {
        if (token.name != name) continue;
        const std::optional<Colour> colour = parse_colour(value);
        if (colour) theme.*token.member = *colour;
        return colour.has_value();
    }
    for (const NumberToken& token : number_tokens) {
        if (token.name != name) continue;
        const std::optional<float> number = take_number(value);
        const bool usable = number && (value.empty() || value == "px" || value == "s");
        if (usable) theme.*token.member = std::clamp(*number, token.least, token.most);
        return usable;
    }
    return false;
}

}  // namespace canvass::widget
