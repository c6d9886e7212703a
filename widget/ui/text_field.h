// A field for typed text, or one that opens a list. It paints ground, edge and text; while the mirror's own field
// has the focus, that field is visible in its place and types, and the text is not painted here. The native control
// opens the list and does the choosing, so long lists cost nothing here.
#pragma once

#include <optional>

#include "widget/ui/frame.h"

namespace canvass::widget::ui {

struct TextField {
    NodeId id = 0;
    std::string_view label, description, error;
    std::string_view value, placeholder;
    std::string_view kind = "text";  // input type
    std::string_view autocomplete;
    int rows = 1;                    // more: several lines, and it grows with its text
    int max_length = 0;              // characters; 0: no bound
    TextRange options;               // suggestions, or what a select offers
    bool required = false, read_only = false, invalid = false;
    bool label_hidden = false;
};

// The text as it was just changed; nullptr when it was not.
const std::string* text_field(Frame& frame, const TextField& field);
// `chosen` of the options, -1 for none; the new one when it was just changed.
std::optional<int> select(Frame& frame, const TextField& field, int chosen);

}  // namespace canvass::widget::ui
