// Orders by chance that a seed decides: the same seed gives the same order on every machine.
// Source: the mulberry32 generator and the Fisher-Yates shuffle from the end, with the seeds that survey-core 3.1.1
// gives its elements, so that a list has the order there that it has here.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace canvass::core {

// The seed of an element, from that of what is around it (of a page: the survey's) and its kind and name.
std::uint32_t seed_inside(std::uint32_t outer, std::string_view kind, std::string_view name) noexcept;

void shuffle(std::vector<std::int32_t>& list, std::uint32_t seed) noexcept;

}  // namespace canvass::core
