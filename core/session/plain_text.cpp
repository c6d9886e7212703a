#include "core/session/plain_text.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace canvass::core {
namespace {

constexpr std::string_view block_tags[] = {"p",  "div", "br", "h1", "h2", "h3",    "h4",      "h5",
                                           "h6", "ul",  "ol", "li", "tr", "table", "section", "article"};

std::string lower_tag(std::string_view tag) {
    if (!tag.empty() && tag.front() == '/') tag.remove_prefix(1);
    std::string name;
    for (const char c : tag) {
        if (c >= 'A' && c <= 'Z') name += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) name += c;
        else break;
    }
    return name;
}

bool is_block(std::string_view name) {
    return std::find(std::begin(block_tags), std::end(block_tags), name) != std::end(block_tags);
}

struct Entity {
    std::string_view name;
    char32_t letter;
};
constexpr Entity entities[] = {{"amp", '&'},     {"lt", '<'},      {"gt", '>'},       {"quot", '"'},
                               {"apos", '\''},   {"nbsp", 0xA0},   {"ndash", 0x2013}, {"mdash", 0x2014},
                               {"hellip", 0x2026}, {"auml", 0xE4}, {"ouml", 0xF6},    {"uuml", 0xFC},
                               {"Auml", 0xC4},   {"Ouml", 0xD6},   {"Uuml", 0xDC},    {"szlig", 0xDF},
                               {"copy", 0xA9},   {"euro", 0x20AC}};

char32_t numeric_entity(std::string_view digits) {
    const bool hex = !digits.empty() && (digits.front() == 'x' || digits.front() == 'X');
    if (hex) digits.remove_prefix(1);
    if (digits.empty() || digits.size() > 7) return 0;
    char32_t code = 0;
    for (const char c : digits) {
        const int digit = c >= '0' && c <= '9'          ? c - '0'
                          : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                        : -1;
        if (digit < 0) return 0;
        code = code * (hex ? 16 : 10) + static_cast<char32_t>(digit);
    }
    return code;
}

// The letter that stands between "&" and ";"; 0 when there is no such entity.
char32_t letter_of(std::string_view entity) {
    if (!entity.empty() && entity.front() == '#') return numeric_entity(entity.substr(1));
    for (const Entity& known : entities) {
        if (known.name == entity) return known.letter;
    }
    return 0;
}

class Writer {
public:
    void blank() { blank_ = true; }
    void line() { line_ = true; }
    void letter(char32_t code) {
        separate();
        append_utf8(text_, code);
    }
    void byte(char c) {
        separate();
        text_ += c;
    }
    std::string take() { return std::move(text_); }

private:
    void separate() {
        if (!text_.empty() && line_) text_ += '\n';
        else if (!text_.empty() && blank_) text_ += ' ';
        line_ = blank_ = false;
    }

    std::string text_;
    bool blank_ = false, line_ = false;
};

}  // namespace

std::string plain_text(std::string_view html) {
    Writer writer;
    for (std::size_t at = 0; at < html.size(); ++at) {
        const char c = html[at];
        if (c == '<') {
            const std::size_t end = html.find('>', at);
            if (end == std::string_view::npos) break;
            const std::string name = lower_tag(html.substr(at + 1, end - at - 1));
            if (is_block(name)) writer.line();
            at = end;
            if (name == "script" || name == "style") {
                const std::size_t closing = html.find("</" + name, end);
                at = closing == std::string_view::npos ? html.size() : html.find('>', closing);
                if (at == std::string_view::npos) break;
            }
        } else if (c == '&') {
            const std::size_t end = html.find(';', at);
            const bool near = end != std::string_view::npos && end - at <= 10;
            const char32_t letter = near ? letter_of(html.substr(at + 1, end - at - 1)) : 0;
            if (letter) {
                writer.letter(letter);
                at = end;
            } else {
                writer.byte(c);
            }
        } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            writer.blank();
        } else {
            writer.byte(c);
        }
    }
    return writer.take();
}

bool is_rich(std::string_view html) {
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const std::string name = lower_tag(html.substr(at + 1));
        if (!name.empty() && name != "p" && name != "br" && name != "div" && name != "span") return true;
    }
    return false;
}

}  // namespace canvass::core
