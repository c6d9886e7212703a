// Engagement in the collector: reports of events come in, scores and segments go out, for the site's own servers only.
//
//   POST /v1/events               one report, a list of them, or {"events": […]}: core/engagement/event.h
//   GET  /v1/members/{id}/score   how a member stands, with everything that explains it
//   GET  /v1/segments             who is new and not welcomed, who carries the community, who fades; suggestions
//
// Each wants `Authorization: Bearer KEY`, with the key of --score-key: scores are about people, and a page has no
// business with those of others. A response of a member counts as `completed`, and each of its votes as `voted`.
// A batch is stored whole or, when anything in it has a fault, not at all.
//
// Everything is worked out from the stored reports: what was undone or opted out is gone from the file, and of who
// opted out the hash of the name is left, so that nothing more is taken.
// Ownership: the ledger in memory; the store keeps what it is made of. Threads: the collector's.
// Errors: a Reply. A type that the model no longer has stays stored and does not count.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "collector/http.h"
#include "collector/store.h"
#include "core/engagement/ledger.h"
#include "core/engagement/score_json.h"
#include "core/session/response.h"

namespace canvass::collector {

class Scores {
public:
    // Throws std::runtime_error when the key's file or the model cannot be used. `model`: a name or a file; empty: canvass.
    Scores(const std::filesystem::path& key_file, const std::string& model);

    bool allows(const Request& request) const;
    std::variant<std::vector<ReportRow>, Reply> read(const Request& request, double now_ms) const;
    // What a member's response counts as; nothing for who has no token.
    std::vector<ReportRow> of_response(const core::Response& response, const std::vector<Vote>& votes) const;

    // What is in the store.
    void take(const ReportRow& row, double now_ms);

    Reply score(const std::string& member, double now_ms) const;
    Reply segments(double now_ms);

private:
    struct Raised {
        core::MemberIndex member;
        core::Value json;
    };
    void take(const core::Event& event, double now_ms);

    std::string key_;
    std::shared_ptr<const core::Model> model_;
    core::Ledger ledger_;
    std::deque<Raised> raised_;  // suggestions that events brought about, the oldest first
    std::string segments_;       // as of segments_ms_
    double segments_ms_ = 0;
};

}  // namespace canvass::collector
