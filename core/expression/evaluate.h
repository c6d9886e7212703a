// Runs a part of a program: the whole, or the argument of a list function as the filter of its items.
#pragma once

#include "core/expression/environment.h"
#include "core/expression/program.h"

namespace canvass::core {

// `depth`: of filters inside filters; beyond the limit the result is missing.
Operand run(const Program& program, Range range, Environment& environment, Scratch& scratch, int depth);

}  // namespace canvass::core
