// The interface's words in the languages of assets/locales/, for what validators say about an answer.
// Threads: the collector's. Errors: none; a language without a table speaks English.
#pragma once

#include <memory>
#include <string_view>

#include "core/base/texts.h"

namespace canvass::collector {

// "de-AT" is answered by "de", "zh-TW" by "zh-tw"; nullptr where there is no table.
std::shared_ptr<const core::Texts> texts_for(std::string_view locale);

}  // namespace canvass::collector
