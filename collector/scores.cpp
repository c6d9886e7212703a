#include "collector/scores.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "collector/file_content.h"
#include "collector/problem.h"
#include "core/base/date.h"
#include "core/engagement/suggestions.h"
#include "core/json/json.h"

namespace canvass::collector {
namespace {

constexpr double segments_age_ms = 5000;
constexpr double month_ms = 30 * 86'400'000.0, suggestion_age_ms = month_ms, history_ms = 12 * month_ms;
constexpr double oldest_of_page_ms = 48 * 3'600'000.0;
constexpr std::size_t most_reports = 1000, most_of_page = 50, most_raised = 1000, longest_member = 200;

std::string hex_of(const core::EventKey& key) {
    std::string text(32, '0');
    for (std::size_t i = 0; i < 32; ++i) {
        const std::uint64_t half = i < 16 ? key.high : key.low;
        text[i] = "0123456789abcdef"[half >> (60 - 4 * (i % 16)) & 15];
    }
    return text;
}

core::EventKey key_of(std::string_view hex) {
    core::EventKey key;
    if (hex.size() != 32) return key;
    std::from_chars(hex.data(), hex.data() + 16, key.high, 16);
    std::from_chars(hex.data() + 16, hex.data() + 32, key.low, 16);
    return key;
}

// No report's id is as long as this.
core::EventKey own_key(std::string_view text) { return core::event_key(std::string(longest_member, ' ') + std::string(text)); }

std::string needed_content_of(const std::filesystem::path& file) {
    std::optional<std::string> content = content_of(file);
    if (!content) throw std::runtime_error(file.string() + " cannot be read");
    return *std::move(content);
}

core::Model model_of(const std::string& name) {
    const core::Value* const ready = core::ready_model(name.empty() ? "canvass" : name);
    auto json = ready != nullptr ? core::Result<core::Value>(*ready) : core::parse_json(needed_content_of(name));
    if (json) {
        auto model = core::model_from_json(*json);
        if (model) return std::move(*model);
        json = core::failure(std::move(model.error()));
    }
    std::string faults = name + ":";
    for (const core::Diagnostic& fault : json.error()) faults += ' ' + fault.pointer + ' ' + core::describe(fault);
    throw std::runtime_error(faults);
}

ReportRow row_of(const core::Report& report, const core::Model& model) {
    ReportRow row;
    if (const auto* const event = std::get_if<core::Event>(&report)) {
        row.kind = ReportRow::Kind::event;
        row.key = hex_of(event->key);
        row.member = event->member;
        row.member_key = hex_of(core::event_key(event->member));
        row.subject = event->subject;
        if (!event->subject.empty()) row.subject_key = hex_of(core::event_key(event->subject));
        row.type = model.types[event->type].name;
        row.at_ms = static_cast<double>(event->at);
        row.utc_offset = event->utc_offset;
        row.weight_q20 = event->weight_q20;
        if (!event->details.is_null()) row.details = core::write_json(event->details);
    } else if (const auto* const undo = std::get_if<core::Undo>(&report)) {
        row.kind = ReportRow::Kind::undo;
        row.key = hex_of(undo->key);
    } else {
        row.kind = ReportRow::Kind::opt_out;
        row.member = std::get<core::OptOut>(report).member;
        row.member_key = hex_of(core::event_key(row.member));
    }
    return row;
}

// The reports of a body: a list, {"events": […]} or one alone.
std::vector<const core::Value*> reports_in(const core::Value& body) {
    const core::Value* const list = body.is_array() ? &body : body.find("events");
    if (list == nullptr || !list->is_array()) return {&body};
    std::vector<const core::Value*> reports;
    for (const core::Value& report : *list->as_array()) reports.push_back(&report);
    return reports;
}

core::Diagnostic refused(std::string pointer, std::string detail) {
    core::Diagnostic diagnostic;
    diagnostic.code = core::Code::event_refused;
    diagnostic.pointer = std::move(pointer);
    diagnostic.detail = std::move(detail);
    return diagnostic;
}

bool a_page_may(const core::Report& report, const core::Model& model) {
    if (std::holds_alternative<core::OptOut>(report)) return true;
    const auto* const event = std::get_if<core::Event>(&report);
    return event != nullptr && model.types[event->type].from_page && event->weight_q20 == 1u << 20 && event->subject.empty();
}

// The sizes of a community on one day, of what segments_to_json() gave.
core::Value summary_of(const core::Value& segments) {
    core::Value summary = core::Value::object(
        {{"active", *segments.find("active")}, {"commitment", *segments.find("commitment")}});
    core::Value levels = core::Value::object();
    double members = 0;
    for (const auto& [name, list] : *segments.find("levels")->as_object()) {
        levels.set(name, static_cast<double>(list.size()));
        members += static_cast<double>(list.size());
    }
    summary.set("members", members);
    summary.set("levels", std::move(levels));
    for (const char* name : {"newcomersToWelcome", "carriers", "atRisk", "gone"})
        summary.set(name, static_cast<double>(segments.find(name)->size()));
    return summary;
}

}  // namespace

Scores::Scores(const std::filesystem::path& key_file, const std::string& model, bool pages)
    : key_(needed_content_of(key_file)), pages_(pages), model_(std::make_shared<const core::Model>(model_of(model))), ledger_(model_) {
    while (!key_.empty() && static_cast<unsigned char>(key_.back()) <= ' ') key_.pop_back();
    if (key_.size() < 16) throw std::runtime_error(key_file.string() + ": a key has at least 16 letters");
}

bool Scores::allows(const Request& request) const {
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view given = request.header("Authorization");
    if (!given.starts_with(scheme)) return false;
    const std::string_view key = trimmed(given.substr(scheme.size()));
    // Takes as long for a wrong key as for the right one.
    unsigned different = key.size() != key_.size();
    for (std::size_t i = 0; i < key_.size(); ++i)
        different |= static_cast<unsigned>(key_[i] ^ (i < key.size() ? key[i] : '\0')) & 0xFFu;
    return different == 0;
}

std::variant<std::vector<ReportRow>, Reply> Scores::read(const Request& request, bool keyed, double now_ms) const {
    if (!is_json(request)) return refusal(Problem::not_json);
    core::JsonLimits limits;
    limits.bytes = request.body.size();  // the connection has bounded it already
    const auto json = core::parse_json(request.body, limits);
    if (!json) return refusal(400, json.error());
    const auto reports = reports_in(*json);
    if (reports.size() > (keyed ? most_reports : most_of_page))
        return refusal(422, {refused("", "a batch has no more than 1,000 events, and a page's no more than 50")});
    const std::string place = json->is_array() ? "" : "/events";
    const bool alone = reports.size() == 1 && reports.front() == &*json;
    core::Diagnostics faults;
    std::vector<ReportRow> rows;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const std::string pointer = alone ? "" : core::pointer_to(place, i);
        auto report = core::report_from_json(*reports[i], *model_);
        if (!report) {
            for (core::Diagnostic& fault : report.error()) {
                fault.pointer = pointer + fault.pointer;
                faults.push_back(std::move(fault));
            }
            continue;
        }
        if (auto* const event = std::get_if<core::Event>(&*report); event != nullptr && !keyed) {
            event->key = own_key("page:" + event->member + '\n' + std::string(reports[i]->find("id")->text()));
            if (static_cast<double>(event->at) < now_ms - oldest_of_page_ms)
                faults.push_back(refused(pointer + "/at", "a page reports what happened in the last two days"));
            if (a_page_may(*report, *model_) && ledger_.is_limit_reached(*event)) continue;  // it would not count
        }
        rows.push_back(row_of(*report, *model_));
        if (rows.back().kind == ReportRow::Kind::event && rows.back().at_ms > now_ms + clock_error_ms)
            faults.push_back(refused(pointer + "/at", "it lies in the future"));
        if (!keyed && !a_page_may(*report, *model_))
            faults.push_back(refused(pointer, "a page reports what the model calls \"fromPage\", once and about nobody else"));
    }
    if (!faults.empty()) return refusal(422, faults);
    return rows;
}

std::vector<ReportRow> Scores::of_response(const core::Response& response, const std::vector<Vote>& votes) const {
    std::vector<ReportRow> rows;
    const double at_ms = response.completed.ms;
    if (response.member.empty() || response.member.size() > longest_member) return rows;
    if (!(at_ms >= core::earliest_time && at_ms < static_cast<double>(core::latest_time))) return rows;
    const auto add = [&](std::string_view type, const std::string& id) {
        const auto known = model_->find_type(type);
        if (!known) return;
        core::Event event;
        event.key = own_key(id);
        event.member = response.member;
        event.type = *known;
        event.at = static_cast<std::int64_t>(at_ms);
        event.utc_offset = model_->utc_offset;
        const bool asked = std::any_of(model_->suggestions.begin(), model_->suggestions.end(),
                                       [&](const core::SuggestionRule& rule) { return rule.on == known; });
        if (type == "completed" && asked) event.details = response.answers;
        rows.push_back(row_of(event, *model_));
    };
    add("completed", "response:" + response.id);
    for (const Vote& vote : votes) add("voted", "vote:" + response.definition_id + ':' + vote.question + ':' + response.member);
    return rows;
}

std::vector<core::Value> Scores::take(const ReportRow& row, double now_ms) {
    segments_ms_ = std::min(segments_ms_, now_ms - segments_age_ms);
    if (row.kind == ReportRow::Kind::snapshot) {
        if (auto content = core::parse_json(row.details)) snapshots_.push_back({row.at_ms, std::move(*content)});
    } else if (row.kind == ReportRow::Kind::undo) {
        const core::EventKey key = key_of(row.key);
        ledger_.undo(key);
        std::erase_if(raised_, [&](const Raised& raised) { return raised.event == key; });
    } else if (row.kind == ReportRow::Kind::opt_out) {
        const core::EventKey key = key_of(row.member_key);
        ledger_.opt_out(key);
        std::erase_if(raised_, [&](const Raised& raised) { return ledger_.names().is_gone(raised.member); });
    } else if (const auto type = model_->find_type(row.type); type && row.at_ms >= 0 && row.at_ms < core::latest_time) {
        core::Event event;
        event.key = key_of(row.key);
        event.member = row.member;
        event.subject = row.subject;
        event.type = *type;
        event.at = static_cast<std::int64_t>(row.at_ms);
        event.utc_offset = row.utc_offset;
        event.weight_q20 = row.weight_q20;
        if (!row.details.empty()) {
            if (auto details = core::parse_json(row.details)) event.details = std::move(*details);
        }
        return take(event, now_ms);
    }
    return {};
}

bool Scores::may_suggest(const core::Event& event) const {
    return std::any_of(model_->suggestions.begin(), model_->suggestions.end(),
                       [&](const core::SuggestionRule& rule) { return !rule.on || *rule.on == event.type; });
}

std::vector<core::Value> Scores::take(const core::Event& event, double now_ms) {
    std::vector<core::Value> raised;
    // Standing costs what the member's events are many, so it is asked only where a rule may hold: after the latest
    // event, within its limit.
    const core::MemberIndex known = ledger_.find(event.member);
    const std::uint32_t newest = known == core::no_member ? core::no_record : ledger_.account(known).newest;
    const bool latest = newest == core::no_record || ledger_.records()[newest].entry.at <= event.at;
    const bool asked = static_cast<double>(event.at) > now_ms - suggestion_age_ms && latest && may_suggest(event) &&
                       !ledger_.is_limit_reached(event);
    core::Standing before;
    if (asked && newest != core::no_record) before = core::standing_of(ledger_, known, event.at);
    const auto outcome = ledger_.apply(core::Report(event));
    if (!asked || outcome != core::Ledger::Outcome::counts) return raised;
    const core::MemberIndex member = ledger_.find(event.member);
    const core::Standing after = core::standing_of(ledger_, member, event.at);
    for (const core::Suggestion& suggestion : core::suggestions_on(*model_, event, before, after)) {
        core::Value json = core::suggestion_to_json(ledger_, suggestion);
        json.set("at", core::iso_text(core::Date{static_cast<double>(event.at)}));
        raised.push_back(json);
        raised_.push_back({event.key, static_cast<double>(event.at), member, std::move(json)});
        if (raised_.size() > most_raised) raised_.pop_front();
    }
    return raised;
}

std::optional<ReportRow> Scores::snapshot(double now_ms) const {
    const double day = std::floor(now_ms / core::ms_per_day);
    if (!snapshots_.empty() && std::floor(snapshots_.back().at_ms / core::ms_per_day) >= day) return std::nullopt;
    const auto at = static_cast<std::int64_t>(now_ms);
    ReportRow row;
    row.kind = ReportRow::Kind::snapshot;
    row.at_ms = now_ms;
    row.details = core::write_json(summary_of(core::segments_to_json(ledger_, core::standings_of(ledger_, at), at)));
    return row;
}

Reply Scores::score(const std::string& member, double now_ms) const {
    const core::MemberIndex known = ledger_.find(member);
    if (known == core::no_member || ledger_.account(known).newest == core::no_record) return refusal(Problem::unknown_member);
    const auto at = static_cast<std::int64_t>(now_ms);
    return json_reply(core::write_json(core::to_json(core::standing_of(ledger_, known, at), ledger_, at)));
}

// Against the latest snapshot that is a month old, and no more than two.
std::optional<double> Scores::gravity_of(const core::Value& segments, double now_ms) const {
    const Snapshot* before = nullptr;
    for (const Snapshot& each : snapshots_)
        if (each.at_ms <= now_ms - month_ms && each.at_ms > now_ms - 2 * month_ms) before = &each;
    if (before == nullptr) return std::nullopt;
    const auto whole = [](const core::Value* value) { return value == nullptr ? 0 : static_cast<std::int64_t>(value->as_number()); };
    const core::Value now = summary_of(segments);
    return static_cast<double>(core::gravity_tenths(whole(before->content.find("commitment")), whole(now.find("commitment")),
                                                    whole(now.find("members")))) / 10;
}

Reply Scores::segments(double now_ms) {
    if (segments_.empty() || now_ms - segments_ms_ >= segments_age_ms) {
        const auto at = static_cast<std::int64_t>(now_ms);
        core::Value json = core::segments_to_json(ledger_, core::standings_of(ledger_, at), at);
        core::Value raised = core::Value::array();
        for (const Raised& each : raised_)
            if (each.at_ms > now_ms - suggestion_age_ms) raised.push(each.json);
        json.set("raised", std::move(raised));
        core::Value history = core::Value::array();
        for (const Snapshot& each : snapshots_) {
            if (each.at_ms < now_ms - history_ms) continue;
            core::Value day = each.content;
            day.set("at", core::iso_text(core::Date{each.at_ms}));
            history.push(std::move(day));
        }
        json.set("history", std::move(history));
        if (const auto gravity = gravity_of(json, now_ms)) json.set("gravity", *gravity);
        segments_ = core::write_json(json);
        segments_ms_ = now_ms;
    }
    return json_reply(segments_);
}

}  // namespace canvass::collector
