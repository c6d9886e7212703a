// What the answer to a question becomes when a member picks one of several choices or takes it back ("none"
// and its kind stand alone, "select all" picks every choice that can be picked), and when something is
// written for "other" where that is the answer itself, or as the comment of a choice. Pure: the view stays.
#pragma once

#include <string_view>

#include "core/session/view.h"

namespace canvass::core {

Value picked(const ElementView& view, const ChoiceSettings& settings, const ChoiceView& choice);
Value written(const ElementView& view, const ChoiceSettings& settings, std::string_view text);
Value commented(const ElementView& view, const ChoiceSettings& settings, const ChoiceView& choice,
                std::string_view text);

}  // namespace canvass::core
