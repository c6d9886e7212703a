#include "core/engagement/score_json.h"

#include <algorithm>
#include <string>

#include "core/base/date.h"
#include "core/engagement/fingerprint.h"

namespace canvass::core {
namespace {

double points(std::int64_t millionths) { return static_cast<double>(millionths) / static_cast<double>(micro); }

Value time_text(std::int64_t ms) { return Value(iso_text(Date{static_cast<double>(ms)})); }

Value day_text(std::int64_t day) { return Value(iso_text(Date{static_cast<double>(day * ms_per_day)}).substr(0, 10)); }

Value name_of(const Ledger& ledger, MemberIndex member) { return Value(std::string(ledger.names().name(member))); }

Value parts_to_json(const Standing& standing, const Model& model) {
    Value parts = Value::object();
    for (const Part& part : standing.parts) {
        Value told = Value::object({{"score", points(part.worth)},
                                    {"nextWeek", points(part.next_week)},
                                    {"count", static_cast<double>(part.count)}});
        if (part.received > 0) told.set("received", static_cast<double>(part.received));
        parts.set(model.types[part.type].name, std::move(told));
    }
    return parts;
}

void tell_levels(Value& json, const Standing& standing, const Model& model, std::int64_t at) {
    const Level& level = model.levels[standing.level];
    json.set("level", Value(level.name));
    json.set("levelNumber", static_cast<double>(standing.level));
    if (!level.when && level.keep > 0)
        json.set("levelUntil", time_text(time_of_crossing(standing.score, level.keep, at, model.half_life)));
    if (standing.level + 1 >= model.levels.size()) return;
    const Level& next = model.levels[standing.level + 1];
    Value told = Value::object({{"name", Value(next.name)}});
    if (next.when) told.set("when", Value(std::string(next.when->text())));
    else told.set("missing", points(std::max<std::int64_t>(0, next.from - standing.score)));
    json.set("nextLevel", std::move(told));
}

}  // namespace

Value suggestion_to_json(const Ledger& ledger, const Suggestion& suggestion) {
    return Value::object({{"name", Value(suggestion.rule->name)},
                          {"member", name_of(ledger, suggestion.member)},
                          {"suggest", Value(suggestion.rule->suggest)},
                          {"automatic", suggestion.rule->automatic},
                          {"because", suggestion.because}});
}

Value to_json(const Standing& standing, const Ledger& ledger, std::int64_t at) {
    const Model& model = ledger.model();
    Value json = Value::object({{"member", name_of(ledger, standing.member)},
                                {"score", points(standing.score)},
                                {"nextWeek", points(standing.next_week)}});
    tell_levels(json, standing, model, at);
    json.set("parts", parts_to_json(standing, model));
    json.set("firstAt", time_text(standing.first_at));
    json.set("lastAt", time_text(standing.last_at));
    json.set("days", standing.days);
    json.set("streak", standing.streaks.current);
    json.set("longestStreak", standing.streaks.longest);
    json.set("reach", points(standing.reach));
    json.set("newcomer", standing.newcomer);
    json.set("welcomed", standing.welcomed);
    if (standing.rhythm) {
        json.set("usualGapDays", points(standing.rhythm->usual_gap));
        json.set("atRisk", standing.rhythm->at_risk);
        json.set(standing.rhythm->at_risk ? "atRiskSince" : "atRiskFrom", day_text(standing.rhythm->crossing / ms_per_day));
    }
    json.set("gone", standing.gone);
    Value badges = Value::array();
    for (const std::size_t badge : standing.badges) badges.push(Value(model.badges[badge].name));
    json.set("badges", std::move(badges));
    return json;
}

Value segments_to_json(const Ledger& ledger, std::span<const Standing> standings, std::int64_t at) {
    const Model& model = ledger.model();
    Value welcome = Value::array(), at_risk = Value::array(), gone = Value::array(), carriers = Value::array(), suggestions = Value::array();
    std::vector<Value> levels(model.levels.size(), Value::array());
    for (const Standing& standing : standings) {
        const Value name = name_of(ledger, standing.member);
        if (standing.newcomer && !standing.welcomed) welcome.push(name);
        if (standing.gone) gone.push(name);
        else if (standing.rhythm && standing.rhythm->at_risk) at_risk.push(name);
        levels[standing.level].push(name);
        for (const Suggestion& suggestion : suggestions_for(model, standing, at))
            suggestions.push(suggestion_to_json(ledger, suggestion));
    }
    for (const MemberIndex member : carriers_of(ledger, standings)) carriers.push(name_of(ledger, member));

    std::int64_t committed = 0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto weight = static_cast<std::int64_t>(i) + 1;
        committed += weight * weight * static_cast<std::int64_t>(levels[i].size());
    }
    Value by_level = Value::object();
    for (std::size_t i = 0; i < levels.size(); ++i) by_level.set(model.levels[i].name, std::move(levels[i]));
    const int today = local_day(at, model.utc_offset);
    const Active active = active_at(ledger, at);
    Value cohorts = Value::array();
    for (const Cohort& cohort : cohorts_until(ledger, today)) {
        Value there = Value::array();
        for (const int members : cohort.there) there.push(members);
        cohorts.push(Value::object({{"from", day_text(cohort.first_day)}, {"members", cohort.members}, {"there", std::move(there)}}));
    }
    Value::Object rfm;  // names are unique
    for (const Rfm& each : rfm_of(standings))
        rfm.push_back({std::string(ledger.names().name(each.member)), Value::array({each.recency, each.frequency, each.value})});
    return Value::object({{"newcomersToWelcome", std::move(welcome)},
                          {"carriers", std::move(carriers)},
                          {"atRisk", std::move(at_risk)},
                          {"gone", std::move(gone)},
                          {"levels", std::move(by_level)},
                          {"commitment", static_cast<double>(committed)},
                          {"active", Value::object({{"day", active.day},
                                                    {"week", active.week},
                                                    {"month", active.month},
                                                    {"stickiness", active.stickiness_permille / 1000.0}})},
                          {"cohorts", std::move(cohorts)},
                          {"rfm", Value(std::move(rfm))},
                          {"suggestions", std::move(suggestions)}});
}

std::vector<Standing> standings_of(const Ledger& ledger, std::int64_t at) {
    std::vector<Standing> standings;
    for (const MemberIndex member : active_members(ledger)) standings.push_back(standing_of(ledger, member, at));
    std::sort(standings.begin(), standings.end(), [&](const Standing& a, const Standing& b) {
        if (a.score != b.score) return a.score > b.score;
        return ledger.names().name(a.member) < ledger.names().name(b.member);
    });
    return standings;
}

Value report_to_json(const Ledger& ledger, std::int64_t at) {
    const std::vector<Standing> standings = standings_of(ledger, at);
    Value members = Value::array();
    for (const Standing& standing : standings) members.push(to_json(standing, ledger, at));
    return Value::object({{"at", time_text(at)},
                          {"model", Value(ledger.model().name)},
                          {"members", std::move(members)},
                          {"segments", segments_to_json(ledger, standings, at)},
                          {"fingerprint", Value(fingerprint(ledger))}});
}

}  // namespace canvass::core
