#include "core/engagement/community.h"

#include <algorithm>

namespace canvass::core {
namespace {

constexpr int month = 30, most_cohorts = 24;

// The fifth of each value among all, low values low. `fifths[i]` is of `values[i]`.
std::vector<int> fifths_of(const std::vector<std::int64_t>& values) {
    std::vector<std::int64_t> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    std::vector<int> fifths;
    for (const std::int64_t value : values) {
        const auto below = std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin();
        fifths.push_back(static_cast<int>(below * 5 / static_cast<std::ptrdiff_t>(sorted.size())) + 1);
    }
    return fifths;
}

}  // namespace

Active active_at(const Ledger& ledger, std::int64_t at) {
    Active active;
    for (const MemberIndex member : active_members(ledger)) {
        const Presence& days = ledger.account(member).days;
        const int day = local_day(at, ledger.records()[ledger.account(member).newest].entry.utc_offset);
        active.day += days.has(day);
        active.week += days.count(day - 6, day) > 0;
        active.month += days.count(day - 29, day) > 0;
    }
    if (active.month > 0) active.stickiness_permille = (active.day * 1000 + active.month / 2) / active.month;
    return active;
}

std::vector<Cohort> cohorts_until(const Ledger& ledger, int today) {
    std::vector<Cohort> cohorts;
    const int begin = today + 1 - most_cohorts * month;
    for (int i = 0; i < most_cohorts; ++i) {
        cohorts.push_back({begin + i * month, 0, {}});
        cohorts.back().there.resize(static_cast<std::size_t>(most_cohorts - i));
    }
    for (MemberIndex member = 0; member < ledger.members(); ++member) {
        const Presence& days = ledger.account(member).days;
        const int first = days.first();
        if (first < begin) continue;
        // Where it is tomorrow already, it is the last cohort's.
        Cohort& cohort = cohorts[static_cast<std::size_t>(std::min((first - begin) / month, most_cohorts - 1))];
        ++cohort.members;
        for (std::size_t later = 0; later < cohort.there.size(); ++later) {
            const int from = cohort.first_day + static_cast<int>(later) * month;
            cohort.there[later] += days.count(from, from + month - 1) > 0;
        }
    }
    const auto used = std::find_if(cohorts.begin(), cohorts.end(), [](const Cohort& cohort) { return cohort.members > 0; });
    cohorts.erase(cohorts.begin(), used);
    return cohorts;
}

std::vector<Rfm> rfm_of(std::span<const Standing> standings) {
    std::vector<std::int64_t> recency, frequency, value;
    for (const Standing& standing : standings) {
        recency.push_back(-standing.days_since_seen);
        frequency.push_back(standing.days_of_90);
        value.push_back(standing.score);
    }
    const std::vector<int> r = fifths_of(recency), f = fifths_of(frequency), m = fifths_of(value);
    std::vector<Rfm> all;
    for (std::size_t i = 0; i < standings.size(); ++i) all.push_back({standings[i].member, r[i], f[i], m[i]});
    return all;
}

std::vector<MemberIndex> carriers_of(const Ledger& ledger, std::span<const Standing> standings) {
    std::vector<const Standing*> order;
    Int128 sum = 0;
    for (const Standing& standing : standings) {
        order.push_back(&standing);
        sum += standing.score;
    }
    std::sort(order.begin(), order.end(), [&](const Standing* a, const Standing* b) {
        if (a->score != b->score) return a->score > b->score;
        return ledger.names().name(a->member) < ledger.names().name(b->member);
    });
    std::vector<MemberIndex> carriers;
    Int128 carried = 0;
    for (const Standing* standing : order) {
        if (carried * 2 >= sum || standing->score == 0) break;
        carried += standing->score;
        carriers.push_back(standing->member);
    }
    return carriers;
}

std::int64_t commitment(std::span<const std::int64_t> members, std::span<const std::int64_t> weights) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < members.size() && i < weights.size(); ++i) sum += weights[i] * weights[i] * members[i];
    return sum;
}

std::int64_t gravity_tenths(std::int64_t before, std::int64_t after, std::int64_t members) {
    if (members <= 0) return 0;
    const std::int64_t change = (after - before) * 10;
    return (change >= 0 ? 2 * change + members : 2 * change - members) / (2 * members);
}

}  // namespace canvass::core
