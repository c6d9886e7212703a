#include "widget/text_platform.h"

namespace canvass::widget {

namespace {

struct CodePoint {
    char32_t value;
    std::size_t length;
};

CodePoint decode(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t wanted = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (wanted == 1 || at + wanted > text.size()) return {lead, 1};
    char32_t value = lead & (0xFFu >> (wanted + 1));
    for (std::size_t i = 1; i < wanted; ++i)
        value = (value << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
    return {value, wanted};
}

bool is_ideograph(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF && c != 0x3001 && c != 0x3002) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_right_to_left(char32_t c) {
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

bool is_letter(char32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0xC0;
}

class PlainTextPlatform final : public TextPlatform {
public:
    void breaks(std::string_view text, std::vector<std::uint32_t>& offsets) override {
        bool after_blank = false, after_ideograph = false;
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint point = decode(text, at);
            const bool blank = point.value == ' ' || point.value == '\t';
            const bool ideograph = is_ideograph(point.value);
            const bool may_break = (after_blank && !blank) || (ideograph && at > 0 && !blank) ||
                                   (after_ideograph && is_letter(point.value));
            if (may_break) offsets.push_back(static_cast<std::uint32_t>(at));
            after_blank = blank || point.value == '-';
            after_ideograph = ideograph;
            at += point.length;
        }
    }

    void shape(std::string_view line, std::string& out) override { out += line; }

    bool right_to_left(std::string_view line) override {
        for (std::size_t at = 0; at < line.size();) {
            const CodePoint point = decode(line, at);
            if (is_letter(point.value)) return is_right_to_left(point.value);
            at += point.length;
        }
        return false;
    }
};

constinit PlainTextPlatform plain;

}  // namespace

TextPlatform& plain_text_platform() { return plain; }

}  // namespace canvass::widget
