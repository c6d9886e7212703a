// Who comes less often than they used to, by their own rhythm and nobody else's.
//
// The rhythm is how often a member was there in the year that ended four weeks ago (less, for who is not
// here that long; at least four weeks and four days there). The recent presence R counts the days there, each
// fading by half in h = 4 of the usual gaps (10 to 60 days); at the usual rhythm it would come to about
// h / ln 2 ÷ gap. A member is at risk while R is below θ, two fifths of that. Without another visit R fades, so the
// moment when it comes down to θ is known in advance and no nightly job has to look for it:
//
//   t* = t + h · log2(R(t) / θ)
//
// All in whole numbers, in local days.
#pragma once

#include <cstdint>
#include <optional>

#include "core/engagement/presence.h"

namespace canvass::core {

struct Rhythm {
    std::int64_t usual_gap = 0;  // millionths of a day between the days there
    std::int64_t recent = 0;     // R, millionths
    std::int64_t threshold = 0;  // θ, millionths
    bool at_risk = false;
    std::int64_t crossing = 0;   // t* in ms since 1970, local; when at_risk, in the past
};

// Churn: whether somebody has not been there for six times the gap that was usual for them in all the days they were
// there, and for 60 days at least. Who was there on fewer than four days never had a rhythm to lose.
bool is_gone(const Presence& days, int today);

// Nothing for whom it is too early to tell. `today` is a local day.
std::optional<Rhythm> rhythm_of(const Presence& days, int today);

}  // namespace canvass::core
