// + − * / % ^ on operands of any kind, with JavaScript's conversions and results kept to the decimals of the
// operands. x / 0 and x % 0 are null; texts and arrays add by joining.
#pragma once

#include "core/expression/operand.h"

namespace canvass::core {

enum class Arithmetic : std::uint8_t { plus, minus, multiply, divide, modulo, power };

Operand calculate(Arithmetic operation, const Operand& a, const Operand& b, Scratch& scratch);

// What an empty operand counts as beside the other one: 0, "" or [].
Operand filled(const Operand& value, const Operand& beside, Scratch& scratch);

// One step of a sum over a list: texts join here, too.
Operand summed(const Operand& sum, const Operand& next, Scratch& scratch);

}  // namespace canvass::core
