// The words of a piece of HTML, for screens that draw text and not markup.
#pragma once

#include <string>
#include <string_view>

namespace canvass::core {

// Tags go, blocks and <br> end a line, scripts and styles vanish, the common entities become letters and runs
// of blanks one blank.
std::string plain_text(std::string_view html);

// Whether more than paragraphs is lost in it.
bool is_rich(std::string_view html);

}  // namespace canvass::core
