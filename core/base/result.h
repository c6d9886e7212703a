// A value or all the diagnostics that stood in its way. Core and widget throw nothing.
#pragma once

#include <tl/expected.hpp>

#include "core/base/diagnostic.h"

namespace canvass::core {

template <class T>
using Result = tl::expected<T, Diagnostics>;

inline tl::unexpected<Diagnostics> failure(Diagnostic diagnostic) {
    Diagnostics diagnostics;
    diagnostics.push_back(std::move(diagnostic));
    return tl::unexpected<Diagnostics>(std::move(diagnostics));
}

inline tl::unexpected<Diagnostics> failure(Diagnostics diagnostics) {
    return tl::unexpected<Diagnostics>(std::move(diagnostics));
}

}  // namespace canvass::core
