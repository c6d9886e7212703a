#include "core/engagement/event.h"

#include <cmath>
#include <optional>

#include "core/base/date.h"
#include "core/base/hash.h"
#include "core/definition/likely_name.h"
#include "core/engagement/decay.h"
#include "core/engagement/model.h"

namespace canvass::core {
namespace {

constexpr std::size_t longest_name = 200;
constexpr int most_offset = 24 * 60;

class Reader {
public:
    Reader(const Value& json, const Model& model) : json_(json), model_(model) {}

    Result<Report> read() {
        if (!json_.is_object()) return failure(fault(Code::wrong_type, "", "an object"));
        if (json_.find("undo")) return report(Undo{event_key(name("undo"))});
        if (json_.find("optOut")) return report(OptOut{std::string(name("optOut"))});
        Event event;
        event.key = event_key(name("id"));
        event.member = name("member");
        if (json_.find("subject")) event.subject = name("subject");
        if (event.subject == event.member) event.subject.clear();
        read_type(event);
        read_time(event);
        read_weight(event);
        if (const Value* details = json_.find("details")) {
            if (!details->is_object()) faults_.push_back(fault(Code::wrong_type, "details", "an object"));
            event.details = *details;
        }
        return report(std::move(event));
    }

private:
    static Diagnostic fault(Code code, std::string_view property, std::string_view detail) {
        Diagnostic diagnostic;
        diagnostic.code = code;
        if (!property.empty()) diagnostic.pointer = pointer_to("", property);
        diagnostic.subject = property;
        diagnostic.detail = detail;
        return diagnostic;
    }

    template <class T>
    Result<Report> report(T&& read) {
        if (!faults_.empty()) return failure(std::move(faults_));
        return Report(std::forward<T>(read));
    }

    std::string_view name(std::string_view property) {
        const Value* value = json_.find(property);
        const std::string_view text = value ? value->text() : std::string_view();
        if (!value) {
            Diagnostic missing = fault(Code::missing_property, property, "a text");
            missing.pointer.clear();
            faults_.push_back(std::move(missing));
        } else if (text.empty() || text.size() > longest_name) {
            faults_.push_back(fault(Code::wrong_type, property, "a text of 1 to 200 bytes"));
        }
        return text;
    }

    void read_type(Event& event) {
        const std::string_view type = name("type");
        if (type.empty()) return;
        const std::optional<std::uint16_t> index = model_.find_type(type);
        if (index) {
            event.type = *index;
            return;
        }
        Diagnostic unknown = fault(Code::unknown_activity, "type", "");
        unknown.subject = type;
        LikelyName likely(type);
        for (const ActivityType& known : model_.types) likely.consider(known.name);
        unknown.detail = likely.best();
        faults_.push_back(std::move(unknown));
    }

    void read_time(Event& event) {
        constexpr std::string_view expected = "an ISO 8601 time or milliseconds, from 1970 to 2099";
        event.utc_offset = model_.utc_offset;
        const Value* at = json_.find("at");
        double ms = -1;
        if (!at) {
            faults_.push_back(fault(Code::missing_property, "at", expected));
            faults_.back().pointer.clear();
            return;
        }
        if (at->is_number()) {
            ms = at->as_number();
        } else if (const std::optional<Date> date = parse_iso(at->text(), model_.utc_offset)) {
            ms = date->ms;
            if (const std::optional<int> offset = offset_in(at->text())) event.utc_offset = *offset;
        }
        if (!(ms >= static_cast<double>(earliest_time) && ms < static_cast<double>(latest_time)))
            faults_.push_back(fault(Code::wrong_type, "at", expected));
        else event.at = static_cast<std::int64_t>(std::floor(ms));
    }

    // "…T08:15+01:00": 60. A time in UTC or without a zone says nothing about where the member is.
    static std::optional<int> offset_in(std::string_view text) {
        const std::size_t time = text.find(':');
        const std::size_t sign = time == std::string_view::npos ? time : text.find_first_of("+-", time);
        if (sign == std::string_view::npos || text.size() < sign + 5) return std::nullopt;
        const std::string_view zone = text.substr(sign);
        const auto two = [&](std::size_t i) { return (zone[i] - '0') * 10 + (zone[i + 1] - '0'); };
        const int minutes = two(1) * 60 + two(zone.size() - 2);  // with a colon or without
        if (minutes > most_offset) return std::nullopt;
        return zone[0] == '-' ? -minutes : minutes;
    }

    void read_weight(Event& event) {
        const Value* weight = json_.find("weight");
        if (!weight) return;
        const double points = weight->as_number(-1);
        const double parts = std::floor(points * (1 << 20) + 0.5);
        if (points > 0 && points <= 100 && parts >= 1) event.weight_q20 = static_cast<std::uint32_t>(parts);
        else faults_.push_back(fault(Code::wrong_type, "weight", "a number above 0, at most 100"));
    }

    const Value& json_;
    const Model& model_;
    Diagnostics faults_;
};

}  // namespace

EventKey event_key(std::string_view id) {
    const Sha256 digest = sha256(id);
    EventKey key;
    for (std::size_t i = 0; i < 8; ++i) {
        key.high = key.high << 8 | digest[i];
        key.low = key.low << 8 | digest[8 + i];
    }
    return key;
}

Result<Report> report_from_json(const Value& json, const Model& model) { return Reader(json, model).read(); }

int local_day(std::int64_t at, int utc_offset) noexcept {
    const std::int64_t local = at + utc_offset * std::int64_t{60'000};
    if (local < 0) return 0;
    const std::int64_t day = local / ms_per_day;
    return day > latest_time / ms_per_day ? static_cast<int>(latest_time / ms_per_day) : static_cast<int>(day);
}

}  // namespace canvass::core
