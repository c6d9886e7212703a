// The ballots of a poll as everybody may have them, to count again: an election (election.h) with
//
//   method   by which it was counted
//   sha256   of candidates, seats, ballots, rules, seed and method (content_hash(), base/hash.h)
//   result   what the count came to, as `canvass tally` prints it
//
// Equal ballots are one with their number, and they stand in the order of their text: neither who cast one nor when
// can be read from it. What it does not protect: a ballot of many ranks may be the only one of its kind, so that
// who knows how somebody voted finds that vote.
#pragma once

#include <string_view>

#include "core/poll/methods.h"

namespace canvass::core {

// Errors: those of the election and of the method.
Result<Value> publish(const Value& election, std::string_view method);

struct Verdict {
    bool unchanged = false;   // the ballots and rules are those that sha256 was made of
    bool result_right = false;
    Value result;             // counted again
    bool right() const noexcept { return unchanged && result_right; }
};

// Errors: what is published is no election, or lacks method, sha256 or result.
Result<Verdict> verify(const Value& published);

}  // namespace canvass::core
