// What conditions of a model read about a member, by name:
//
//   score scoreBefore level levelNumber    points now, and before the event that is looked at; the level's name and place
//   daysSinceJoined daysSinceSeen          local days
//   days daysOf7 daysOf30 daysOf90 daysOf100 streak longestStreak
//   count.TYPE recent.TYPE received.TYPE   how often; in the model's recent days; by others about this member
//   reach newcomer welcomed atRisk gone        people; true or false
//   event.NAME                             the details of the event that is looked at, and its "type"
//
// Points and people are rounded to thousandths, so that four single points are 4.
#pragma once

#include <string_view>

#include "core/base/value.h"
#include "core/engagement/score.h"

namespace canvass::core {

inline constexpr std::string_view known_facts[] = {
    "score", "scoreBefore", "level", "levelNumber", "daysSinceJoined", "daysSinceSeen", "days", "daysOf7", "daysOf30",
    "daysOf90", "daysOf100", "streak", "longestStreak", "count", "recent", "received", "reach", "newcomer", "welcomed",
    "atRisk", "gone", "event"};

Value facts_of(const Standing& standing, const Model& model);

}  // namespace canvass::core
