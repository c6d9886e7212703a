#include "core/expression/environment.h"

namespace canvass::core {

Operand read_variable(Environment& environment, const Path& path, Scratch& scratch) {
    const Operand value = environment.read(path, scratch);
    if (!value.is_missing()) return value;
    constexpr std::string_view size = ".length";
    const bool asks_size = path.text.size() >= size.size() &&
                           path.text.substr(path.text.size() - size.size()) == size;
    return asks_size ? Operand::number(0) : value;
}

}  // namespace canvass::core
