// Whole numbers of 128 bits, for sums and products of exact counts. gcc and clang have them on every target.
#pragma once

namespace canvass::core {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

}  // namespace canvass::core
