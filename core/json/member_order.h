// The members of an object as JavaScript's JSON.parse leaves them, so that natively read JSON lists, writes and
// hashes the same as JSON read in the page: a repeated name keeps its first place and its last value; names
// that are array indices ("0" to "4294967294") come first, in rising order; then the others as written.
// Source of the order: ECMAScript, OrdinaryOwnPropertyKeys.
#pragma once

#include "core/base/value.h"

namespace canvass::core {

// At every level; O(n log n). Recursion is as deep as the value.
void put_members_in_order(Value& value);

}  // namespace canvass::core
