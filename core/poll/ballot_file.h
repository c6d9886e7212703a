// Ballots as other programs write them, turned into the file of election.h.
//
// Condorcet Election Format, a ballot a line, names apart by > and =:
//   #/Candidates: Ada ; Ben ; Cem
//   #/Number of Seats: 2            #/Implicit Ranking: false (those that are not ranked are left out of duels)
//   Ada > Ben = Cem * 3             so many alike        Ada > Ben ^ 2    a weight, that is as many ballots
//   tag, tag || Ben                 tags are passed over   /EMPTY_RANKING/  an abstention
// Without a list of candidates they are those that are ranked, in the order of their names.
//
// BLT, as STV programs exchange it: "candidates seats", withdrawn ones as "-2", ballots "weight 3 1=2 0" with "-" for
// a skipped rank, a line "0", then the names and a title in quotes.
//
// What begins with a digit or a minus and holds quotes is BLT; what holds > or #/ is CEF; JSON, which begins with a
// brace, is neither.
// Errors: every fault with its line ("line 12"); sizes are bounded as election.h bounds them.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/base/value.h"

namespace canvass::core {

Result<Value> election_from_cef(std::string_view text);
Result<Value> election_from_blt(std::string_view text);
bool is_ballot_file(std::string_view text);
// By what the text looks like.
Result<Value> election_from_text(std::string_view text);

}  // namespace canvass::core
