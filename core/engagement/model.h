// What activities are worth and what follows from them: configuration, as JSON.
//
//   {"name": "garden", "extends": "canvass",           a ready model to begin with (see ready_models())
//    "halfLifeDays": 30, "utcOffset": 60,              minutes, where an event does not say
//    "types": {"posted": {"weight": 4, "perDay": 5},   points; no more than so many count a member and local day
//              "seen": {"weight": 1, "perDay": 1, "fromPage": true}},  what a member's own page may report
//    "levels": [{"name": "Regular", "from": 20, "keep": 15}, {"name": "Elder", "when": "{daysOf100} >= 50"}],
//    "badges": [{"name": "Helper", "when": "{count.helped} >= 10"}],
//    "suggestions": [{"name": "thank", "on": "posted", "when": "{score} >= 50 and {scoreBefore} < 50",
//                     "suggest": "Thank them", "automatic": false}],
//    "newcomerDays": 14, "recentDays": 100}
//
// Levels rise; the first holds for everybody. A level with `from` is reached at that score and kept down to
// `keep` (three quarters of `from` by default), so nobody flaps; one with `when` holds while its condition does.
// Conditions read the facts of facts.h, and their text is checked when the model is read. With `extends`, types
// are added to or changed, and every other member replaces the one it extends.
// Errors: all faults of a model; unknown names of settings and of facts are errors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/engagement/decay.h"
#include "core/expression/expression.h"

namespace canvass::core {

struct ActivityType {
    std::string name;
    std::uint32_t weight_q20 = 1u << 20;  // up to 1,000 points; 0: it only shows that somebody was there
    std::uint32_t per_day = 0;            // 0: no limit
    bool from_page = false;               // a page may report it, without the site's server; then there is a limit
};

struct Level {
    std::string name;
    std::int64_t from = 0, keep = 0;  // millionths of a point
    std::optional<Expression> when{};
};

struct Badge {
    std::string name;
    Expression when;
};

struct SuggestionRule {
    std::string name;
    Expression when;
    std::string suggest;                 // what a person is asked to do
    std::optional<std::uint16_t> on{};   // asked at events of this type only, otherwise whenever somebody looks
    bool automatic = false;              // may be done without a person
};

struct Model {
    std::string name;
    std::string source;  // where its figures come from
    HalfLife half_life{30 * ms_per_day};
    int utc_offset = 0;
    std::vector<ActivityType> types;
    std::vector<Level> levels;
    std::vector<Badge> badges;
    std::vector<SuggestionRule> suggestions;
    int newcomer_days = 14;
    int recent_days = 100;

    std::optional<std::uint16_t> find_type(std::string_view type) const noexcept;
};

inline constexpr std::size_t most_types = 256;

Result<Model> model_from_json(const Value& json);

// One of the models that come with Canvass ("canvass", "orbit", "trust"), as the JSON it is made of; nullptr for
// another name.
const Value* ready_model(std::string_view name);
std::vector<std::string_view> ready_models();

}  // namespace canvass::core
