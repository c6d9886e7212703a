// POST /v1/responses: from bytes to a submission that the core found valid, or to a refusal that says why.
// Every rule about a response is the core's; what is kept is the core's own form of it, so nothing a client
// adds beyond that reaches the store.
// Threads: the collector's. Errors: a refusal.
#pragma once

#include <variant>

#include "collector/catalogue.h"
#include "collector/http.h"
#include "collector/scores.h"
#include "collector/store.h"

namespace canvass::collector {

struct Accepted {
    Submission submission;
    std::string locale;  // of the member, for what there is to say
};

// A response completed after `now_ms` is refused, but for what a device's clock may be wrong.
// `scores` may be null: then nothing is counted as engagement.
std::variant<Accepted, Reply> read_submission(const Request& request, Catalogue& catalogue, const Scores* scores,
                                              double now_ms);

// {"member": token}: a vote is taken back.
std::variant<Accepted, Reply> read_withdrawal(const Request& request, const core::Definition& definition,
                                              const core::Element& question);

// What a client is told once its submission was written, or was not.
Reply reply_to(const Accepted& accepted, const Outcome& outcome);

}  // namespace canvass::collector
