#include "core/engagement/rhythm.h"

#include <algorithm>

#include "core/engagement/decay.h"

namespace canvass::core {
namespace {

constexpr int baseline_days = 365, recent_days = 28, least_days = 28, least_visits = 4;
constexpr int gaps = 4, shortest_half_life = 10, longest_half_life = 60;

}  // namespace

bool is_gone(const Presence& days, int today) {
    constexpr int gaps_away = 6, least_away = 60;
    const int last = days.last_until(today), visits = days.count();
    if (visits < least_visits) return false;
    const int away = today - last;
    return away >= least_away && away * (visits - 1) >= gaps_away * (last - days.first());
}

std::optional<Rhythm> rhythm_of(const Presence& days, int today) {
    const int end = today - recent_days;
    const int begin = std::max(days.first(), end - baseline_days + 1);
    const int span = end - begin + 1;
    if (days.empty() || span < least_days) return std::nullopt;
    const int visits = days.count(begin, end);
    if (visits < least_visits) return std::nullopt;

    Rhythm rhythm;
    rhythm.usual_gap = span * micro / visits;
    const std::int64_t fade_ms = std::clamp(gaps * rhythm.usual_gap / micro * ms_per_day, shortest_half_life * ms_per_day,
                                            longest_half_life * ms_per_day);
    const HalfLife fade(fade_ms);
    Sizing sizing;
    const int oldest = std::max(days.first(), today - static_cast<int>(8 * fade_ms / ms_per_day));
    for (int day = days.last_until(today); day >= oldest; day = days.last_until(day - 1)) {
        const Contribution part = contribution(1u << 20, day * ms_per_day, fade);
        Cell cell{0, 0, group_of(part)};
        cell.set(amount_in_group(part));
        sizing.add(cell);
    }
    const std::int64_t now = today * ms_per_day;
    rhythm.recent = worth(sizing.size(), now, fade);
    // h / ln 2 ÷ gap, and half a day because today counts whole; two fifths of it.
    const std::int64_t half_life_micro = fade_ms * 1000 / 86'400;
    const Int128 expected = (static_cast<Int128>(half_life_micro) * 1'442'695 / micro + micro / 2) * micro / rhythm.usual_gap;
    rhythm.threshold = std::max<std::int64_t>(1, static_cast<std::int64_t>(expected * 2 / 5));
    rhythm.at_risk = rhythm.recent < rhythm.threshold;
    if (!rhythm.at_risk) {
        rhythm.crossing = time_of_crossing(rhythm.recent, rhythm.threshold, now, fade);
        return rhythm;
    }
    // Backwards by the same formula: since when it is so, if nothing came in between.
    const std::int64_t since = time_of_crossing(rhythm.threshold, std::max<std::int64_t>(1, rhythm.recent), now, fade);
    rhythm.crossing = now - (since - now);
    return rhythm;
}

}  // namespace canvass::core
