#include "shell/web/text_platform.h"

#include "shell/web/imports.h"

namespace canvass::web {
namespace {

std::uint32_t length_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

}  // namespace

void BrowserText::breaks(std::string_view text, std::vector<std::uint32_t>& offsets) {
    offsets.resize(text.size());  // no text has more breaks than bytes
    offsets.resize(text_breaks(text.data(), length_of(text), offsets.data(), length_of(text)));
}

void BrowserText::shape(std::string_view line, std::string& out) {
    const std::size_t before = out.size();
    // A shaped character takes up to three bytes; one byte of the line makes no more than one character.
    out.resize(before + line.size() * 3);
    const auto room = static_cast<std::uint32_t>(out.size() - before);
    out.resize(before + text_shape(line.data(), length_of(line), out.data() + before, room));
}

bool BrowserText::right_to_left(std::string_view line) {
    return text_right_to_left(line.data(), length_of(line)) != 0;
}

}  // namespace canvass::web
