#include "core/engagement/model.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "core/definition/likely_name.h"
#include "core/engagement/facts.h"

namespace canvass::core {
namespace {

constexpr std::size_t most_rules = 100, longest_name = 200;
constexpr double most_points = 1000, most_score = 1e9;

class Reader {
public:
    Result<Model> read(const Value& json) {
        if (!json.is_object()) {
            fault(Code::wrong_type, "", "", "an object");
            return failure(std::move(faults_));
        }
        if (const Value* base = json.find("extends")) {
            const Value* ready = ready_model(base->text());
            if (ready) read_members(*ready, "");
            else fault(Code::unknown_value, "/extends", "extends", "canvass, orbit, trust");
        }
        read_members(json, "");
        if (model_.types.empty()) fault(Code::missing_property, "", "types", "an object");
        if (model_.levels.empty()) model_.levels.push_back({"", 0, 0, std::nullopt});
        if (!faults_.empty()) return failure(std::move(faults_));
        return std::move(model_);
    }

private:
    void fault(Code code, std::string pointer, std::string_view subject, std::string_view detail) {
        Diagnostic diagnostic;
        diagnostic.code = code;
        diagnostic.pointer = std::move(pointer);
        diagnostic.subject = subject;
        diagnostic.detail = detail;
        faults_.push_back(std::move(diagnostic));
    }

    void read_members(const Value& json, const std::string& at) {
        static constexpr std::string_view known[] = {
            "name", "source", "extends", "halfLifeDays", "utcOffset", "types", "levels", "badges", "suggestions",
            "newcomerDays", "recentDays"};
        check_names(json, at, known);
        read_text(json, at, "name", model_.name, false);
        read_text(json, at, "source", model_.source, false);
        double number = 0;
        if (read_number(json, at, "halfLifeDays", 1, 3650, number))
            model_.half_life = HalfLife(static_cast<std::int64_t>(std::floor(number * static_cast<double>(ms_per_day))));
        if (read_number(json, at, "utcOffset", -14 * 60, 14 * 60, number)) model_.utc_offset = static_cast<int>(number);
        if (read_number(json, at, "newcomerDays", 1, 365, number)) model_.newcomer_days = static_cast<int>(number);
        if (read_number(json, at, "recentDays", 1, 365, number)) model_.recent_days = static_cast<int>(number);
        read_types(json, pointer_to(at, "types"));
        read_rules(json, at, "levels", [&](const Value& rule, const std::string& place) { read_level(rule, place); },
                   [&] { model_.levels.clear(); });
        read_rules(json, at, "badges", [&](const Value& rule, const std::string& place) { read_badge(rule, place); },
                   [&] { model_.badges.clear(); });
        read_rules(json, at, "suggestions",
                   [&](const Value& rule, const std::string& place) { read_suggestion(rule, place); },
                   [&] { model_.suggestions.clear(); });
    }

    void check_names(const Value& json, const std::string& at, std::span<const std::string_view> known) {
        for (const Value::Member& member : *json.as_object()) {
            if (std::find(known.begin(), known.end(), member.name) != known.end()) continue;
            LikelyName likely(member.name);
            for (const std::string_view name : known) likely.consider(name);
            fault(Code::unknown_setting, pointer_to(at, member.name), member.name, likely.best());
        }
    }

    bool read_text(const Value& json, const std::string& at, std::string_view name, std::string& into, bool needed) {
        const Value* value = json.find(name);
        if (!value) {
            if (needed) fault(Code::missing_property, at, name, "a text");
            return false;
        }
        if (value->text().empty() || (name == "name" && value->text().size() > longest_name)) {
            fault(Code::wrong_type, pointer_to(at, name), name, "a text of 1 to 200 bytes");
            return false;
        }
        into = value->text();
        return true;
    }

    bool read_number(const Value& json, const std::string& at, std::string_view name, double least, double most,
                     double& into) {
        const Value* value = json.find(name);
        if (!value) return false;
        const double number = value->as_number(least - 1);
        if (number >= least && number <= most) {
            into = number;
            return true;
        }
        const auto whole = [](double part) { return std::to_string(static_cast<long long>(part)); };
        fault(Code::wrong_type, pointer_to(at, name), name, "a number from " + whole(least) + " to " + whole(most));
        return false;
    }

    void read_types(const Value& json, const std::string& at) {
        const Value* types = json.find("types");
        if (!types) return;
        if (!types->is_object()) return fault(Code::wrong_type, at, "types", "an object");
        for (const auto& [name, settings] : *types->as_object()) {
            const std::string place = pointer_to(at, name);
            static constexpr std::string_view known[] = {"weight", "perDay", "fromPage"};
            if (!settings.is_object()) {
                fault(Code::wrong_type, place, name, "an object");
                continue;
            }
            check_names(settings, place, known);
            if (name.empty() || name.size() > longest_name) {
                fault(Code::wrong_type, place, "types", "names of 1 to 200 bytes");
                continue;
            }
            ActivityType* type = nullptr;
            if (const auto index = model_.find_type(name)) type = &model_.types[*index];
            else if (model_.types.size() < most_types) type = &model_.types.emplace_back(ActivityType{name, 1u << 20, 0, false});
            if (!type) {
                fault(Code::too_large, at, "types", "");
                faults_.back().limit = most_types;
                return;
            }
            double number = 0;
            if (read_number(settings, place, "weight", 0, most_points, number))
                type->weight_q20 = static_cast<std::uint32_t>(std::floor(number * (1 << 20) + 0.5));
            if (read_number(settings, place, "perDay", 1, 1'000'000, number))
                type->per_day = static_cast<std::uint32_t>(number);
            if (const Value* from_page = settings.find("fromPage")) {
                if (!from_page->is_bool()) fault(Code::wrong_type, pointer_to(place, "fromPage"), "fromPage", "true or false");
                type->from_page = from_page->as_bool();
            }
            // Whoever has a page open can say anything, but no more often than this.
            if (type->from_page && type->per_day == 0) fault(Code::missing_property, place, "perDay", "a number, because of \"fromPage\"");
        }
    }

    template <class Read, class Clear>
    void read_rules(const Value& json, const std::string& at, std::string_view name, Read read, Clear clear) {
        const Value* rules = json.find(name);
        if (!rules) return;
        const std::string place = pointer_to(at, name);
        if (!rules->is_array()) return fault(Code::wrong_type, place, name, "a list");
        if (rules->size() > most_rules) {
            fault(Code::too_large, place, name, "");
            faults_.back().limit = most_rules;
            return;
        }
        clear();
        for (std::size_t i = 0; i < rules->size(); ++i) {
            const Value& rule = (*rules->as_array())[i];
            const std::string inside = pointer_to(place, i);
            if (rule.is_object()) read(rule, inside);
            else fault(Code::wrong_type, inside, name, "an object");
        }
    }

    std::optional<Expression> read_condition(const Value& rule, const std::string& at, bool needed) {
        std::string text;
        if (!read_text(rule, at, "when", text, needed)) return std::nullopt;
        const std::string place = pointer_to(at, "when");
        Result<Expression> condition = compile_expression(text);
        if (!condition) {
            for (Diagnostic& diagnostic : condition.error()) {
                diagnostic.pointer = place;
                faults_.push_back(std::move(diagnostic));
            }
            return std::nullopt;
        }
        for (Diagnostic& diagnostic : unknown_functions(*condition)) {
            diagnostic.pointer = place;
            faults_.push_back(std::move(diagnostic));
        }
        for (const std::string_view name : dependencies(*condition)) check_fact(name, place);
        return std::move(*condition);
    }

    void check_fact(std::string_view name, const std::string& place) {
        const std::size_t dot = name.find('.');
        const std::string_view fact = name.substr(0, dot);
        if (std::find(std::begin(known_facts), std::end(known_facts), fact) == std::end(known_facts)) {
            LikelyName likely(fact);
            for (const std::string_view known : known_facts) likely.consider(known);
            return fault(Code::unknown_fact, place, name, likely.best());
        }
        if (fact != "count" && fact != "recent" && fact != "received") return;
        const std::string_view type = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
        if (model_.find_type(type)) return;
        LikelyName likely(type);
        for (const ActivityType& known : model_.types) likely.consider(known.name);
        fault(Code::unknown_activity, place, type, likely.best());
    }

    void read_level(const Value& rule, const std::string& at) {
        static constexpr std::string_view known[] = {"name", "from", "keep", "when"};
        check_names(rule, at, known);
        Level level{"", 0, 0, read_condition(rule, at, false)};
        read_text(rule, at, "name", level.name, true);
        double from = 0;
        const bool scored = read_number(rule, at, "from", 0, most_score, from);
        double keep = from * 0.75;
        if (rule.find("keep")) read_number(rule, at, "keep", 0, from, keep);
        level.from = static_cast<std::int64_t>(std::floor(from * static_cast<double>(micro) + 0.5));
        level.keep = static_cast<std::int64_t>(std::floor(keep * static_cast<double>(micro) + 0.5));
        const bool first = model_.levels.empty();
        if (!first && !scored && !rule.find("from") && !rule.find("when"))
            fault(Code::missing_property, at, "from", "a number, or \"when\"");
        if (first && (level.from > 0 || level.when))
            fault(Code::unknown_value, at, level.from > 0 ? "from" : "when", "0 for the first level, which everybody has");
        for (const Level& before : model_.levels) {
            if (before.name == level.name) fault(Code::unknown_value, pointer_to(at, "name"), "name", "a name of its own");
            if (level.when || !scored || before.when) continue;
            if (level.from <= before.from) fault(Code::unknown_value, pointer_to(at, "from"), "from", "more than the levels before");
            else if (level.keep < before.keep) fault(Code::unknown_value, pointer_to(at, "keep"), "keep", "no less than the levels before");
        }
        model_.levels.push_back(std::move(level));
    }

    void read_badge(const Value& rule, const std::string& at) {
        static constexpr std::string_view known[] = {"name", "when"};
        check_names(rule, at, known);
        std::string name;
        read_text(rule, at, "name", name, true);
        if (std::optional<Expression> when = read_condition(rule, at, true))
            model_.badges.push_back({std::move(name), std::move(*when)});
    }

    void read_suggestion(const Value& rule, const std::string& at) {
        static constexpr std::string_view known[] = {"name", "when", "on", "suggest", "automatic"};
        check_names(rule, at, known);
        std::string name, suggest, on;
        read_text(rule, at, "name", name, true);
        read_text(rule, at, "suggest", suggest, true);
        std::optional<std::uint16_t> type;
        if (read_text(rule, at, "on", on, false)) {
            type = model_.find_type(on);
            if (!type) fault(Code::unknown_activity, pointer_to(at, "on"), on, "");
        }
        const Value* automatic = rule.find("automatic");
        if (automatic && !automatic->is_bool())
            fault(Code::wrong_type, pointer_to(at, "automatic"), "automatic", "true or false");
        if (std::optional<Expression> when = read_condition(rule, at, true))
            model_.suggestions.push_back(
                {std::move(name), std::move(*when), std::move(suggest), type, automatic && automatic->as_bool()});
    }

    Model model_;
    Diagnostics faults_;
};

}  // namespace

std::optional<std::uint16_t> Model::find_type(std::string_view type) const noexcept {
    for (std::size_t i = 0; i < types.size(); ++i)
        if (types[i].name == type) return static_cast<std::uint16_t>(i);
    return std::nullopt;
}

Result<Model> model_from_json(const Value& json) { return Reader().read(json); }

}  // namespace canvass::core
