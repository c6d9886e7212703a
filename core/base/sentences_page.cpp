#include "core/base/sentence.h"

namespace canvass::core {

const Sentence& sentence_elsewhere(Code) {
    static constexpr Sentence none{Code::property_not_acted, "", "", ""};
    return none;
}

}  // namespace canvass::core
