// Scores as JSON: what `canvass score`, the collector and the member card show.
//
// Points and people are numbers with at most six decimals, times ISO 8601 in UTC, days "2026-11-27" in the
// member's zone.
#pragma once

#include <span>
#include <vector>

#include "core/engagement/community.h"
#include "core/engagement/score.h"
#include "core/engagement/suggestions.h"

namespace canvass::core {

// {"member", "score", "nextWeek", "level", "levelUntil"?, "nextLevel"?, "parts", …}: docs/scoring.md.
Value to_json(const Standing& standing, const Ledger& ledger, std::int64_t at);

// {"name", "member", "suggest", "automatic", "because"}.
Value suggestion_to_json(const Ledger& ledger, const Suggestion& suggestion);

// {"newcomersToWelcome", "carriers", "atRisk", "gone", "levels", "commitment", "active", "cohorts", "rfm", "suggestions"}, members by name.
Value segments_to_json(const Ledger& ledger, std::span<const Standing> standings, std::int64_t at);

// Everything: {"at", "model", "members" (best first), "segments", "fingerprint"}.
Value report_to_json(const Ledger& ledger, std::int64_t at);

std::vector<Standing> standings_of(const Ledger& ledger, std::int64_t at);

}  // namespace canvass::core
