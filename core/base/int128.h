// Whole numbers of 128 bits, for sums and products of exact counts. gcc and clang have them on every target.
#pragma once

namespace canvass::core {

__extension__ typedef __int128 Int128;

}  // namespace canvass::core
