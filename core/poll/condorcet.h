// Methods that read nothing but the duels (pairwise.h). Each gives an order of groups, best first; options that
// the method cannot tell apart share a group. Integers decide; ratios are compared by cross multiplication.
//
// - Copeland: duels won less duels lost.
// - Minimax: the worst defeat counts, least first. winning: the votes of who defeats; margins: by how many; opposition:
//   the most votes anybody has against it, defeat or not.
// - Ranked Pairs (Tideman 1987): defeats are locked in from the strongest on, unless they close a circle. Defeats
//   of equal strength are looked at together: those that lie on a circle with the others are all left out, so no
//   order of options has a part in it. winning: strength is the winner's votes, then fewer of the loser; margins.
// - Schulze (2011): the strongest path from one option to another is as strong as its weakest duel. winning votes
//   by default, or margins, or ratio.
// Cost: O(options²) Copeland and Minimax, O(options³) Schulze, O(options⁴) Ranked Pairs at worst.
#pragma once

#include <optional>

#include "core/poll/pairwise.h"

namespace canvass::core {

enum class Strength : std::uint8_t { winning, margins, ratio, opposition };

std::vector<OptionGroup> copeland(const Pairwise& duels);
std::vector<OptionGroup> minimax(const Pairwise& duels, Strength strength);
std::vector<OptionGroup> ranked_pairs(const Pairwise& duels, Strength strength);
std::vector<OptionGroup> schulze(const Pairwise& duels, Strength strength);

// Who wins every duel; who loses every one.
std::optional<OptionIndex> condorcet_winner(const Pairwise& duels);
std::optional<OptionIndex> condorcet_loser(const Pairwise& duels);

}  // namespace canvass::core
