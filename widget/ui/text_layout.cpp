#include "widget/ui/text_layout.h"

#include <algorithm>
#include <cmath>

#include "widget/hash.h"

namespace canvass::widget::ui {

namespace {

std::string_view without_trailing_blanks(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

// Bytes: a longer text is measured in parts that are not much wider than the line.
constexpr std::size_t longest_measured = 512;

bool continues_utf8(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80; }

// Marks, joiners, variation selectors and skin tones stay with what is before them.
bool joins_previous(std::string_view text, std::size_t at) {
    constexpr std::string_view zero_width_joiner = "\xE2\x80\x8D";
    const std::string_view rest = text.substr(at);
    if (rest.starts_with(zero_width_joiner) || text.substr(0, at).ends_with(zero_width_joiner)) return true;
    if (rest.starts_with("\xEF\xB8") || rest.starts_with("\xF0\x9F\x8F")) return true;
    const auto lead = static_cast<unsigned char>(rest[0]);
    return lead == 0xCC || (lead == 0xCD && static_cast<unsigned char>(rest[1]) < 0xB0);
}

std::size_t next_cluster(std::string_view text, std::size_t at) {
    do {
        ++at;
        while (at < text.size() && continues_utf8(text[at])) ++at;
    } while (at < text.size() && joins_previous(text, at));
    return at;
}

}  // namespace

const TextLayout& TextLayouts::layout(std::string_view text, const Font& font, float width) {
    const float measures[] = {font.size, font.line_height, width, font.bold ? 1.0f : 0.0f};
    const std::uint64_t key = hash_text(text, hash_bytes(measures, sizeof measures));
    if (!table_.empty()) {
        if (const std::uint32_t found = table_[slot_of(key, text)]) {
            TextLayout& known = *layouts_[found - 1];
            used_ += known.used ? 0 : 1;
            known.used = true;
            return known;
        }
    }

    if (layouts_.size() * 2 >= table_.size()) rebuild_table(std::max<std::size_t>(64, table_.size() * 2));
    TextLayout& made = *layouts_.emplace_back(std::make_unique<TextLayout>());
    made.source = text;
    made.key = key;
    made.used = true;
    ++used_;
    for (std::size_t start = 0;;) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        break_paragraph(text.substr(start, end - start), font, width, made);
        if (end == text.size()) break;
        start = end + 1;
    }
    for (const TextLine& line : made.lines) made.width = std::max(made.width, line.width);
    made.height = static_cast<float>(made.lines.size()) * font.line_height;
    table_[slot_of(key, text)] = static_cast<std::uint32_t>(layouts_.size());
    return made;
}

void TextLayouts::break_paragraph(std::string_view text, const Font& font, float width, TextLayout& layout) {
    const bool right_to_left = platform_.right_to_left(text);
    if (text.size() <= longest_measured && measure(text, font) <= width) {
        add_line(text, font, right_to_left, layout);
        return;
    }
    offsets_.clear();
    platform_.breaks(text, offsets_);
    offsets_.push_back(static_cast<std::uint32_t>(text.size()));

    std::size_t line_start = 0, start = 0;
    float line_width = 0;
    for (const std::uint32_t end : offsets_) {
        if (end <= start || end > text.size()) continue;
        std::string_view word = text.substr(start, end - start);
        const bool measured = word.size() <= longest_measured;
        const float visible_width = measured ? measure(without_trailing_blanks(word), font) : width + 1;
        if (start > line_start && line_width + visible_width > width) {
            add_line(text.substr(line_start, start - line_start), font, right_to_left, layout);
            line_start = start;
            line_width = 0;
        }
        while (start == line_start && visible_width > width) {
            const std::size_t part = fitting(word, font, width);
            if (part == word.size()) break;
            add_line(word.substr(0, part), font, right_to_left, layout);
            start += part;
            line_start = start;
            word.remove_prefix(part);
        }
        line_width += measure(word, font);
        start = end;
    }
    if (line_start < text.size()) add_line(text.substr(line_start), font, right_to_left, layout);
}

std::size_t TextLayouts::fitting(std::string_view word, const Font& font, float width) {
    std::size_t fits = 0;
    bool growing = true;
    for (std::size_t step = 16; step > 0; step = growing ? step * 2 : step / 2) {
        std::size_t end = fits;
        for (std::size_t i = 0; i < step && end < word.size(); ++i) end = next_cluster(word, end);
        if (measure(without_trailing_blanks(word.substr(0, end)), font) > width) growing = false;
        else fits = end;
        if (fits == word.size()) break;
    }
    return fits > 0 ? fits : next_cluster(word, 0);
}

void TextLayouts::add_line(std::string_view text, const Font& font, bool right_to_left, TextLayout& layout) {
    TextLine line;
    line.offset = static_cast<std::uint32_t>(layout.shaped.size());
    platform_.shape(without_trailing_blanks(text), layout.shaped);
    line.length = static_cast<std::uint32_t>(layout.shaped.size()) - line.offset;
    line.width = std::ceil(painter_.width_of(font, std::string_view(layout.shaped).substr(line.offset)));
    line.right_to_left = right_to_left;
    layout.lines.push_back(line);
}

float TextLayouts::measure(std::string_view text, const Font& font) {
    scratch_.clear();
    platform_.shape(text, scratch_);
    return painter_.width_of(font, scratch_);
}

std::size_t TextLayouts::slot_of(std::uint64_t key, std::string_view text) const {
    std::size_t slot = static_cast<std::size_t>(key) & (table_.size() - 1);
    while (const std::uint32_t found = table_[slot]) {
        const TextLayout& known = *layouts_[found - 1];
        if (known.key == key && known.source == text) break;
        slot = (slot + 1) & (table_.size() - 1);
    }
    return slot;
}

void TextLayouts::rebuild_table(std::size_t size) {
    table_.assign(size, 0);
    for (std::size_t i = 0; i < layouts_.size(); ++i)
        table_[slot_of(layouts_[i]->key, layouts_[i]->source)] = static_cast<std::uint32_t>(i + 1);
}

void TextLayouts::sweep() {
    constexpr std::size_t slack = 256;  // texts of the page before, of hover states: soon wanted again
    if (layouts_.size() > 2 * used_ + slack) {
        std::erase_if(layouts_, [](const std::unique_ptr<TextLayout>& layout) { return !layout->used; });
        rebuild_table(table_.size());
    }
    for (const std::unique_ptr<TextLayout>& layout : layouts_) layout->used = false;
    used_ = 0;
}

void TextLayouts::clear() {
    layouts_.clear();
    table_.clear();
    used_ = 0;
}

}  // namespace canvass::widget::ui
