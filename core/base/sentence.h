// How a diagnostic reads, in two languages. For diagnostic.cpp and the file beside it only.
#pragma once

#include "core/base/diagnostic.h"

namespace canvass::core {

struct Sentence {
    Code code;
    const char* name;
    const char* english;
    const char* german;
};

// From Code::property_not_acted on: of what is not said in a page, so that no page carries it.
// sentences_elsewhere.cpp has them; a page is built with sentences_page.cpp, which has none.
const Sentence& sentence_elsewhere(Code code);

}  // namespace canvass::core
