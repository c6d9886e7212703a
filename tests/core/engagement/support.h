// Short ways to write events and ledgers in tests. Times are days since 2026-01-01, UTC.
#pragma once

#include <memory>
#include <string>

#include "core/engagement/ledger.h"
#include "core/engagement/model.h"

namespace canvass::core::engagement_tests {

inline constexpr std::int64_t day_0 = 20'454 * ms_per_day;  // 2026-01-01

inline std::int64_t day(double days) { return day_0 + static_cast<std::int64_t>(days * static_cast<double>(ms_per_day)); }

inline std::shared_ptr<const Model> model(const Value& json) {
    return std::make_shared<const Model>(model_from_json(json).value());
}

// "act" is worth 1 point, "big" 10, "often" 1 but twice a day at most, and "met" nothing; halved in 10 days.
inline Value plain_model() {
    return Value::object(
        {{"name", "plain"},
         {"halfLifeDays", 10},
         {"types", Value::object({{"act", Value::object({{"weight", 1}})},
                                  {"big", Value::object({{"weight", 10}})},
                                  {"often", Value::object({{"weight", 1}, {"perDay", 2}})},
                                  {"met", Value::object({{"weight", 0}})}})}});
}

inline Event event(const std::string& id, const std::string& member, std::uint16_t type, double days) {
    Event made;
    made.key = event_key(id);
    made.member = member;
    made.type = type;
    made.at = day(days);
    return made;
}

inline constexpr std::uint16_t act = 0, big = 1, often = 2, met = 3;

}  // namespace canvass::core::engagement_tests
