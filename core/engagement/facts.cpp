#include "core/engagement/facts.h"

namespace canvass::core {
namespace {

double points(std::int64_t millionths) { return static_cast<double>(in_thousandths(millionths)) / 1000; }

}  // namespace

Value facts_of(const Standing& standing, const Model& model) {
    Value count = Value::object(), recent = Value::object(), received = Value::object();
    for (const ActivityType& type : model.types) {
        count.set(type.name, 0);
        recent.set(type.name, 0);
        received.set(type.name, 0);
    }
    for (const Part& part : standing.parts) {
        const std::string& name = model.types[part.type].name;
        count.set(name, static_cast<double>(part.count));
        recent.set(name, static_cast<double>(part.recent));
        received.set(name, static_cast<double>(part.received));
    }
    const double score = points(standing.score);
    return Value::object({
        {"score", score},
        {"scoreBefore", score},
        {"level", standing.level < model.levels.size() ? Value(model.levels[standing.level].name) : Value()},
        {"levelNumber", static_cast<double>(standing.level)},
        {"daysSinceJoined", standing.days_since_joined},
        {"daysSinceSeen", standing.days_since_seen},
        {"days", standing.days},
        {"daysOf7", standing.days_of_7},
        {"daysOf30", standing.days_of_30},
        {"daysOf90", standing.days_of_90},
        {"daysOf100", standing.days_of_100},
        {"streak", standing.streaks.current},
        {"longestStreak", standing.streaks.longest},
        {"count", std::move(count)},
        {"recent", std::move(recent)},
        {"received", std::move(received)},
        {"reach", points(standing.reach)},
        {"newcomer", standing.newcomer},
        {"welcomed", standing.welcomed},
        {"atRisk", standing.rhythm && standing.rhythm->at_risk},
        {"gone", standing.gone},
    });
}

}  // namespace canvass::core
