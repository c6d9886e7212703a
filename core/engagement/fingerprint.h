// One hash over the sums, counts and days that members' scores are made of, bit by bit and in the order of their names:
// equal for equal sets of reports, in whatever order, shards and program they were counted.
#pragma once

#include <string>

#include "core/engagement/ledger.h"

namespace canvass::core {

// SHA-256, in hex.
std::string fingerprint(const Ledger& ledger);

}  // namespace canvass::core
