// What the collector answers at which address:
//
//   GET  /v1/definitions/{id}                                 the definition
//   POST /v1/responses                                        one response
//   GET  /v1/definitions/{id}/polls/{question}/results        a poll's results
//   GET  /v1/definitions/{id}/polls/{question}/results/stream the same, live (Server-Sent Events)
//   GET  /v1/definitions/{id}/polls/{question}/ballots        its ballots, to be counted again
//   POST /v1/definitions/{id}/polls/{question}/withdrawals    a member's vote is taken back
//   POST /v1/events, GET /v1/members/{id}/score, /v1/segments engagement: scores.h
//   GET  /healthz                                             200 while answers can be stored
//   GET  everything else                                      static files, if there are any
//
// Ownership: refers to what it is given, which must outlive it. Threads: the collector's.
// Errors: a handler never throws for what a client sent; every refusal is a Reply (problem.h).
#pragma once

#include <chrono>

#include "collector/catalogue.h"
#include "collector/cross_origin.h"
#include "collector/events.h"
#include "collector/http.h"
#include "collector/intake.h"
#include "collector/polls.h"
#include "collector/scores.h"
#include "collector/static_files.h"
#include "collector/writer.h"

namespace canvass::collector {

class Routes {
public:
    // `scores` and `files` may be null.
    Routes(Catalogue& catalogue, Polls& polls, EventHub& hub, Writer& writer, Scores* scores, const StaticFiles* files,
           const CrossOrigin& origins, Writer::Now now);

    void handle(const Request& request, const Answer& answer);
    // For the hub: nothing when the poll is gone or may not be seen.
    std::optional<std::string> render(const PollKey& key);

private:
    struct Target;
    Target target_of(const Request& request) const;

    void dispatch(const Target& target, const Request& request, const Answer& answer);
    Reply definition(const std::string& id, const Request& request) const;
    Reply results(const PollKey& key, bool live);
    Reply ballots(const PollKey& key);
    Reply health() const;
    void respond(const Request& request, const Answer& answer);
    void take_events(const Request& request, bool keyed, const Answer& answer);
    void dispatch_scores(const Target& target, const Request& request, const Answer& answer);
    void keep_snapshot();
    void withdraw(const PollKey& key, const Request& request, const Answer& answer);
    void write(Accepted accepted, const Answer& answer);
    void refresh_catalogue();

    Catalogue& catalogue_;
    Polls& polls_;
    EventHub& hub_;
    Writer& writer_;
    Scores* scores_;
    const StaticFiles* files_;
    const CrossOrigin& origins_;
    Writer::Now now_;
    double refreshed_ms_;
};

}  // namespace canvass::collector
