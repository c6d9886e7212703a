// A community as a whole: how many are there, who comes back, who carries it, and where it is going.
//
// Days are those of the members' own zones. Members are counted by merging their days by OR, never by adding.
// Sources: retention cohorts and DAU/WAU/MAU as product analytics define them (the last 1, 7 and 30 days;
// stickiness = DAU ÷ MAU); RFM after Hughes, "Strategic Database Marketing" (1994), in fifths of the community;
// commitment and gravity: Orbit Model, gravity = the change of Σ weight² · members, divided by the members.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/engagement/score.h"

namespace canvass::core {

struct Active {
    int day = 0, week = 0, month = 0;  // members there in the last 1, 7 and 30 days
    int stickiness_permille = 0;       // day ÷ month
};
Active active_at(const Ledger& ledger, std::int64_t at);

// Those who came first in one month of 30 days, and how many of them were there in each month after.
struct Cohort {
    int first_day = 0;
    int members = 0;
    std::vector<int> there;  // by month since then; the first is `members`
};
// At most the 24 cohorts up to `today`, oldest first.
std::vector<Cohort> cohorts_until(const Ledger& ledger, int today);

// From 1 (lowest fifth) to 5.
struct Rfm {
    MemberIndex member = no_member;
    int recency = 1, frequency = 1, value = 1;
};
// Recency: days since seen; frequency: days there of 90; value: score. Equal members are in one fifth.
std::vector<Rfm> rfm_of(std::span<const Standing> standings);

// The smallest group who have at least half of all points, greatest first; equal scores by name.
std::vector<MemberIndex> carriers_of(const Ledger& ledger, std::span<const Standing> standings);

// Σ weight² · members; weights and members by level.
std::int64_t commitment(std::span<const std::int64_t> members, std::span<const std::int64_t> weights);
// In tenths, rounded half away from 0: (441, 504, 30) is 21, which is +2.1.
std::int64_t gravity_tenths(std::int64_t commitment_before, std::int64_t commitment_after, std::int64_t members);

}  // namespace canvass::core
