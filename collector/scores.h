// Engagement in the collector: reports of events come in, scores and segments go out, for the site's own servers only.
//
//   POST /v1/events               one report, a list of them, or {"events": […]}: core/engagement/event.h; the answer
//                                 tells the suggestions that they brought about
//   GET  /v1/members/{id}/score   how a member stands, with everything that explains it
//   GET  /v1/segments             who is new and not welcomed, who carries the community, who fades; suggestions
//
// Each wants `Authorization: Bearer KEY`, with the key of --score-key: scores are about people, and a page has no
// business with those of others. With --score-pages on, whoever has a member's token may without the key report
// types that the model calls "fromPage", see that member's score and opt out; of suggestions a page is told the
// automatic ones. A response of a member counts as `completed`, and each of its votes as `voted`.
// A batch is stored whole or, when anything in it has a fault, not at all.
//
// Once a day a snapshot says how the community stands; segments compare with the one of a month ago (gravity).
// Everything else is worked out from the stored reports: events that were undone, or of who opted out, are deleted;
// of who opted out the hash of the name is left, so that nothing more is taken. Responses and votes are not scores, and
// stay. Ids of pages, of servers and of what responses count as are kept apart, so that none can take another's.
// Ownership: the ledger in memory; the store keeps what it is made of. Threads: the collector's.
// Errors: a Reply. A type that the model no longer has stays stored and does not count.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "collector/http.h"
#include "collector/store.h"
#include "core/engagement/ledger.h"
#include "core/engagement/score_json.h"
#include "core/session/response.h"

namespace canvass::collector {

// What comes from a device may lie so far ahead: its clock may be set to the wrong time zone.
inline constexpr double clock_error_ms = 24 * 3'600'000.0;

class Scores {
public:
    // Throws std::runtime_error when the key's file or the model cannot be used. `model`: a name or a file; empty: canvass.
    Scores(const std::filesystem::path& key_file, const std::string& model, bool pages);

    // With the key.
    bool allows(const Request& request) const;
    bool pages() const noexcept { return pages_; }
    // `keyed`: not from a page.
    std::variant<std::vector<ReportRow>, Reply> read(const Request& request, bool keyed, double now_ms) const;
    // What a member's response counts as; nothing for who has no token.
    std::vector<ReportRow> of_response(const core::Response& response, const std::vector<Vote>& votes) const;

    // What is in the store. Gives the suggestions that it brought about.
    std::vector<core::Value> take(const ReportRow& row, double now_ms);
    // Once a day, how the community stands: to be stored and taken. Nothing when today's is there.
    std::optional<ReportRow> snapshot(double now_ms) const;

    Reply score(const std::string& member, double now_ms) const;
    Reply segments(double now_ms);

private:
    struct Raised {
        core::EventKey event;
        double at_ms;
        core::MemberIndex member;
        core::Value json;
    };
    std::optional<double> gravity_of(const core::Value& segments, double now_ms) const;
    bool may_suggest(const core::Event& event) const;
    std::vector<core::Value> take(const core::Event& event, double now_ms);

    struct Snapshot {
        double at_ms;
        core::Value content;
    };

    std::string key_;
    bool pages_;
    std::shared_ptr<const core::Model> model_;
    core::Ledger ledger_;
    std::deque<Raised> raised_;  // suggestions that events brought about, the oldest first
    std::vector<Snapshot> snapshots_;  // oldest first
    std::string segments_;       // as of segments_ms_
    double segments_ms_ = 0;
};

}  // namespace canvass::collector
