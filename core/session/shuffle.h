// Chance by seed: the same seed gives the same order everywhere, also in SurveyJS (survey-core 3.1.1,
// probed). The generator is mulberry32 (Ettinger 2017), the shuffle Fisher and Yates'.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canvass::core {

class Chance {
public:
    explicit Chance(std::uint32_t seed) noexcept : state_(seed) {}
    std::uint32_t below(std::uint32_t bound) noexcept;  // 0 … bound − 1

private:
    std::uint32_t state_;
};

// The seed of something with that name inside of what has the seed `outer`; counts UTF-16 units.
std::uint32_t seed_inside(std::uint32_t outer, std::string_view name) noexcept;

// Items change places with those of the same group; what has none (nullptr) stays where it is.
template <class T, class GroupOf>
void shuffle(std::vector<T>& items, std::uint32_t seed, GroupOf&& group_of) {
    std::vector<char> done(items.size(), 0);
    std::vector<std::size_t> places;
    for (std::size_t first = 0; first < items.size(); ++first) {
        const std::string* group = done[first] ? nullptr : group_of(items[first]);
        if (!group) continue;
        places.clear();
        for (std::size_t at = first; at < items.size(); ++at) {
            const std::string* other = done[at] ? nullptr : group_of(items[at]);
            if (!other || *other != *group) continue;
            done[at] = 1;
            places.push_back(at);
        }
        Chance chance(seed);
        for (std::size_t left = places.size(); left-- > 1;) {
            std::swap(items[places[left]], items[places[chance.below(static_cast<std::uint32_t>(left + 1))]]);
        }
    }
}

}  // namespace canvass::core
