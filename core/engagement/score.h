// How a member stands at a moment: the score and everything that explains it.
//
// Points are in millionths. The parts, one for each type of activity, add up to the score exactly; so they do
// next week, when nothing happens until then. A member's today is the local day of where their latest event was.
//
// Levels: one with a score is reached when the score reaches `from` and lost when it fades below `keep`, along
// the whole path of the member's events; a level counts when those below it hold too.
// Reach: the distinct members whom events were about, each fading since the last of them by the model's half-life.
// A moment before the member's latest event is taken for that event's: what is asked of the past is asked of a ledger
// that ends there.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/engagement/ledger.h"
#include "core/engagement/rhythm.h"

namespace canvass::core {

struct Part {
    std::uint16_t type = 0;
    std::int64_t worth = 0, next_week = 0;
    std::uint32_t count = 0, received = 0;
    std::uint32_t recent = 0;  // of `count`, in the model's recent days
};

struct Standing {
    MemberIndex member = no_member;
    std::int64_t score = 0, next_week = 0;
    std::vector<Part> parts;  // types that the member did or received
    std::size_t level = 0;
    std::int64_t first_at = 0, last_at = 0;
    int today = 0;  // local days since 1970
    int days_since_joined = 0, days_since_seen = 0;
    int days = 0, days_of_7 = 0, days_of_30 = 0, days_of_90 = 0, days_of_100 = 0;
    Streaks streaks;
    std::int64_t reach = 0;  // millionths of a person
    bool newcomer = false;
    bool welcomed = false;  // somebody did something about this member
    std::optional<Rhythm> rhythm;
    bool gone = false;  // away for six of their own usual gaps, and 60 days at least
    std::vector<std::size_t> badges;  // of the model
};

// A member with at least one event.
Standing standing_of(const Ledger& ledger, MemberIndex member, std::int64_t at);

// The score alone: what standing_of() says, for less.
std::int64_t score_of(const Ledger& ledger, MemberIndex member, std::int64_t at);

// Members with events that stand, in the order of their numbers.
std::vector<MemberIndex> active_members(const Ledger& ledger);

}  // namespace canvass::core
