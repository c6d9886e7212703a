// Text questions that only the browser can answer (widget/text_platform.h), asked through imports.h.
#pragma once

#include "widget/text_platform.h"

namespace canvass::web {

class BrowserText final : public widget::TextPlatform {
public:
    void breaks(std::string_view text, std::vector<std::uint32_t>& offsets) override;
    void shape(std::string_view line, std::string& out) override;
    bool right_to_left(std::string_view line) override;
};

}  // namespace canvass::web
