#include "core/engagement/score.h"

#include <algorithm>
#include <utility>

#include "core/engagement/facts.h"
#include "core/engagement/level.h"
#include "core/expression/environment.h"

namespace canvass::core {
namespace {

constexpr std::int64_t week = 7 * ms_per_day;

std::vector<Part> parts_of(const Ledger& ledger, MemberIndex member, std::int64_t at) {
    std::vector<Part> parts;
    const auto activities = ledger.activities(member);
    for (std::uint16_t type = 0; type < activities.size(); ++type) {
        if (activities[type].count == 0 && activities[type].received == 0) continue;
        const Size size = ledger.size(member, type);
        parts.push_back({type, worth(size, at, ledger.model().half_life), worth(size, at + week, ledger.model().half_life),
                         activities[type].count, activities[type].received, 0});
    }
    return parts;
}

// The last time of each distinct subject, and how often each type was done of late.
void read_events(const Ledger& ledger, Standing& standing, std::int64_t at) {
    const Model& model = ledger.model();
    const std::int64_t since = at - model.recent_days * ms_per_day;
    std::vector<std::pair<MemberIndex, std::int64_t>> met;
    for (std::uint32_t i = ledger.account(standing.member).records; i != no_record; i = ledger.records()[i].next) {
        const Record& record = ledger.records()[i];
        if (!record.stands()) continue;
        if (record.entry.subject != no_member) met.emplace_back(record.entry.subject, record.entry.at);
        if (record.entry.at < since) continue;
        for (Part& part : standing.parts)
            if (part.type == record.entry.type) ++part.recent;
    }
    std::sort(met.begin(), met.end());
    Sizing sizing;
    for (std::size_t i = 0; i < met.size(); ++i) {
        if (i + 1 < met.size() && met[i + 1].first == met[i].first) continue;
        const Contribution part = contribution(1u << 20, met[i].second, model.half_life);
        Cell cell{0, 0, group_of(part)};
        cell.set(amount_in_group(part));
        sizing.add(cell);
    }
    standing.reach = worth(sizing.size(), at, model.half_life);
}

void read_days(const Presence& days, Standing& standing) {
    const int today = standing.today;
    standing.days = days.count();
    standing.days_of_7 = days.count(today - 6, today);
    standing.days_of_30 = days.count(today - 29, today);
    standing.days_of_90 = days.count(today - 89, today);
    standing.days_of_100 = days.count(today - 99, today);
    standing.streaks = days.streaks(today);
    standing.days_since_joined = today - days.first();
    standing.days_since_seen = today - days.last_until(today);
    standing.rhythm = rhythm_of(days, today);
    standing.gone = is_gone(days, today);
}

}  // namespace

std::int64_t score_of(const Ledger& ledger, MemberIndex member, std::int64_t at) {
    std::int64_t score = 0;
    for (std::uint16_t type = 0; type < ledger.model().types.size(); ++type)
        if (ledger.activities(member)[type].count > 0) score += worth(ledger.size(member, type), at, ledger.model().half_life);
    return score;
}

Standing standing_of(const Ledger& ledger, MemberIndex member, std::int64_t at) {
    const Model& model = ledger.model();
    const Account& account = ledger.account(member);
    Standing standing;
    standing.member = member;
    if (account.newest == no_record) return standing;
    const Entry& newest = ledger.records()[account.newest].entry;
    at = std::max(at, newest.at);
    standing.last_at = newest.at;
    standing.first_at = ledger.records()[account.oldest].entry.at;
    standing.today = local_day(at, newest.utc_offset);
    standing.parts = parts_of(ledger, member, at);
    for (const Part& part : standing.parts) {
        standing.score += part.worth;
        standing.next_week += part.next_week;
        standing.welcomed = standing.welcomed || part.received > 0;
    }
    read_events(ledger, standing, at);
    read_days(account.days, standing);
    standing.newcomer = standing.days_since_joined < model.newcomer_days;

    const std::vector<bool> kept = levels_kept(ledger, member, at);
    Value facts = facts_of(standing, model);
    const Clock clock{static_cast<double>(at), newest.utc_offset};
    ObjectEnvironment environment(facts, clock);
    for (std::size_t level = 1; level < model.levels.size(); ++level) {
        const Level& next = model.levels[level];
        if (!(next.when ? holds(*next.when, environment) : kept[level])) break;
        standing.level = level;
    }
    facts.set("level", Value(model.levels[standing.level].name));
    facts.set("levelNumber", static_cast<double>(standing.level));
    for (std::size_t badge = 0; badge < model.badges.size(); ++badge)
        if (holds(model.badges[badge].when, environment)) standing.badges.push_back(badge);
    return standing;
}

std::vector<MemberIndex> active_members(const Ledger& ledger) {
    std::vector<MemberIndex> members;
    for (MemberIndex member = 0; member < ledger.members(); ++member)
        if (ledger.account(member).newest != no_record) members.push_back(member);
    return members;
}

}  // namespace canvass::core
