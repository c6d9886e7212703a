// Files as answers hold them: {"name": …, "type": …, "content": "data:…"}.
#pragma once

#include <string>
#include <string_view>

#include "core/base/value.h"

namespace canvass::core {

// What a data URL (RFC 2397) holds, decoded; 0 for content of any other kind.
double bytes_in(const Value& file);

// "1.50 MB", in units of 1,024.
std::string size_text(double bytes);

// Whether a list as in <input accept> (".pdf,image/*") allows the file; an empty list allows every one.
bool is_accepted(const Value& file, std::string_view list);

// An object of name, type and content that are texts, and nothing else; the content a data URL if `as_text`.
bool is_file(const Value& file, bool as_text);

// A data URL of an image, as a signature is.
bool is_image_data(std::string_view text);

}  // namespace canvass::core
