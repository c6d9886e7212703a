// The models that come with Canvass, as the JSON that a model of one's own may extend.
//
// canvass: half of a score is gone after 30 days; weights are our judgement of how much each activity gives to others.
// orbit:   the Orbit model (orbit.love, "Orbit Model", open source): love fades to 0.9 in a month, which halves it in
//          log(0.5) / log(0.9) = 6.58 months of 30.44 days; presence on 2 days of a week, 7 of a month or 30 of a
//          quarter leads inwards. Gravity: community.h.
// trust:   trust levels as Discourse publishes them ("Understanding Discourse Trust Levels", with the default site
//          settings): 1 after 5 topics, 30 posts read and 10 minutes; 2 after 15 days, 20 topics, 100 posts, 60
//          minutes, a like given and received and 3 replies; 3 by the last 100 days: 50 days there, 10 replies, 30
//          likes given, and 20 received in all. Shares of what others wrote, flags and suspensions are not told by events, so
//          they are left to the host.
#include "core/engagement/model.h"

namespace canvass::core {
namespace {

Value type(const char* name, double weight, int per_day = 0, bool from_page = false) {
    Value settings = Value::object({{"weight", weight}});
    if (per_day > 0) settings.set("perDay", per_day);
    if (from_page) settings.set("fromPage", true);
    return Value::object({{"name", name}, {"settings", std::move(settings)}});
}

Value types(std::initializer_list<Value> list) {
    Value all = Value::object();
    for (const Value& one : list) all.set(one.find("name")->text(), *one.find("settings"));
    return all;
}

Value canvass_model() {
    return Value::object({
        {"name", "canvass"},
        {"source", "Canvass"},
        {"halfLifeDays", 30},
        {"types", types({type("seen", 0.25, 1, true), type("started", 0.5, 3, true), type("answered", 0.5, 10, true), type("voted", 1, 10),
                         type("completed", 3, 3), type("returned", 1, 1, true), type("posted", 4, 5), type("replied", 3, 10),
                         type("liked", 0.5, 10), type("attended", 6, 2), type("helped", 6, 5), type("welcomed", 4, 5)})},
        {"levels", Value::array({Value::object({{"name", "New"}, {"from", 0}}), Value::object({{"name", "Member"}, {"from", 5}}),
                                 Value::object({{"name", "Regular"}, {"from", 25}}),
                                 Value::object({{"name", "Pillar"}, {"from", 100}})})},
        {"badges", Value::array({Value::object({{"name", "First words"}, {"when", "{count.posted} > 0 or {count.replied} > 0"}}),
                                 Value::object({{"name", "Welcomer"}, {"when", "{count.welcomed} >= 10"}}),
                                 Value::object({{"name", "Helping hand"}, {"when", "{count.helped} >= 10"}}),
                                 Value::object({{"name", "Week by week"}, {"when", "{daysOf90} >= 30"}})})},
        {"suggestions",
         Value::array(
             {Value::object({{"name", "welcome"},
                             {"when", "{newcomer} and {welcomed} = false and {daysSinceJoined} >= 1"},
                             {"suggest", "Welcome this member: nobody has spoken to them yet."}}),
              Value::object({{"name", "welcome survey"},
                             {"when", "{newcomer} and {daysSinceJoined} >= 3 and {count.answered} = 0"},
                             {"suggest", "Offer the welcome survey: nothing was answered in the first three days."}}),
              Value::object({{"name", "thank"},
                             {"when", "{score} >= 100 and {scoreBefore} < 100"},
                             {"suggest", "Thank this member: they give a great deal at present."}}),
              Value::object({{"name", "unhappy"},
                             {"on", "completed"},
                             {"when", "{event.nps} notempty and {event.nps} <= 6 and {event.text} notempty"},
                             {"suggest", "Read and answer in person: a low rating came with words."}}),
              Value::object({{"name", "fading"},
                             {"when", "{atRisk}"},
                             {"suggest", "Ask how they are: they come less often than they used to."}})})},
    });
}

Value orbit_model() {
    return Value::object({
        {"name", "orbit"},
        {"source", "Orbit Model (orbit.love)"},
        {"halfLifeDays", 200.25},
        {"types", types({type("seen", 0.1, 1), type("answered", 1), type("voted", 1), type("posted", 1), type("replied", 1),
                         type("liked", 0.25), type("attended", 2), type("helped", 3), type("spoke", 5)})},
        {"levels", Value::array({Value::object({{"name", "Observer"}, {"from", 0}}),
                                 Value::object({{"name", "Participant"}, {"when", "{daysOf7} >= 2"}}),
                                 Value::object({{"name", "Contributor"}, {"when", "{daysOf30} >= 7"}}),
                                 Value::object({{"name", "Ambassador"}, {"when", "{daysOf90} >= 30"}})})},
    });
}

Value trust_model() {
    return Value::object({
        {"name", "trust"},
        {"source", "Understanding Discourse Trust Levels"},
        {"halfLifeDays", 100},
        {"types", types({type("visited", 0), type("entered_topic", 0.1), type("read_post", 0.02), type("read_minute", 0.05),
                         type("liked", 0.5), type("replied", 2), type("posted", 3)})},
        {"levels",
         Value::array(
             {Value::object({{"name", "New"}, {"from", 0}}),
              Value::object({{"name", "Basic"},
                             {"when", "{count.entered_topic} >= 5 and {count.read_post} >= 30 and {count.read_minute} >= 10"}}),
              Value::object({{"name", "Member"},
                             {"when", "{days} >= 15 and {count.entered_topic} >= 20 and {count.read_post} >= 100 and "
                                      "{count.read_minute} >= 60 and {count.liked} >= 1 and {received.liked} >= 1 and "
                                      "{count.replied} >= 3"}}),
              Value::object({{"name", "Regular"},
                             {"when", "{daysOf100} >= 50 and {recent.replied} >= 10 and {recent.liked} >= 30 and "
                                      "{received.liked} >= 20"}})})},
    });
}

}  // namespace

const Value* ready_model(std::string_view name) {
    static const Value canvass = canvass_model(), orbit = orbit_model(), trust = trust_model();
    if (name == "canvass") return &canvass;
    if (name == "orbit") return &orbit;
    return name == "trust" ? &trust : nullptr;
}

std::vector<std::string_view> ready_models() { return {"canvass", "orbit", "trust"}; }

}  // namespace canvass::core
