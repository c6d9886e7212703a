#include "collector/routes.h"

#include <exception>

#include "collector/problem.h"
#include "core/json/json.h"

namespace canvass::collector {
namespace {

constexpr double catalogue_age_ms = 1000;

// Why the results may not be seen now; nothing when they may. `onVote` is kept by the widget: who has voted is
// between the member and the page.
std::optional<Problem> hidden(const core::Poll& poll, double now_ms) {
    switch (poll.results) {
        case core::Poll::Results::staff:
            return Problem::results_hidden;
        case core::Poll::Results::on_close:
            if (!poll.closes || poll.closes->ms > now_ms) return Problem::results_after_close;
            return std::nullopt;
        case core::Poll::Results::always:
        case core::Poll::Results::on_vote:
            break;
    }
    return std::nullopt;
}

}  // namespace

struct Routes::Target {
    enum class Kind { malformed, nothing, health, definition, results, stream, ballots, withdrawals, responses, events, score, segments, file };
    Kind kind = Kind::nothing;
    std::string id = {};
    std::string question = {};

    bool posted() const { return kind == Kind::responses || kind == Kind::withdrawals || kind == Kind::events; }
    std::string_view methods() const { return posted() ? "POST, OPTIONS" : "GET, HEAD, OPTIONS"; }
    bool takes(Method method) const {
        if (posted()) return method == Method::post;
        return method == Method::get || method == Method::head;
    }
};

Routes::Target Routes::target_of(const Request& request) const {
    using Kind = Target::Kind;
    auto path = path_segments(request.path());
    if (!path) return {Kind::malformed};
    auto& at = *path;
    if (at.size() == 1 && at[0] == "healthz") return {Kind::health};
    if (at[0] != "v1") return {files_ != nullptr ? Kind::file : Kind::nothing};
    if (at.size() == 2 && at[1] == "responses") return {Kind::responses};
    if (scores_ != nullptr) {
        if (at.size() == 2 && at[1] == "events") return {Kind::events};
        if (at.size() == 2 && at[1] == "segments") return {Kind::segments};
        if (at.size() == 4 && at[1] == "members" && at[3] == "score") return {Kind::score, std::move(at[2])};
    }
    if (at.size() < 3 || at[1] != "definitions") return {};
    if (at.size() == 3) return {Kind::definition, std::move(at[2])};
    if (at.size() < 6 || at[3] != "polls") return {};
    if (at.size() == 6 && at[5] == "ballots") return {Kind::ballots, std::move(at[2]), std::move(at[4])};
    if (at.size() == 6 && at[5] == "withdrawals") return {Kind::withdrawals, std::move(at[2]), std::move(at[4])};
    if (at[5] != "results") return {};
    if (at.size() == 6) return {Kind::results, std::move(at[2]), std::move(at[4])};
    if (at.size() == 7 && at[6] == "stream") return {Kind::stream, std::move(at[2]), std::move(at[4])};
    return {};
}

Routes::Routes(Catalogue& catalogue, Polls& polls, EventHub& hub, Writer& writer, Scores* scores,
               const StaticFiles* files, const CrossOrigin& origins, Writer::Now now)
    : catalogue_(catalogue),
      polls_(polls),
      hub_(hub),
      writer_(writer),
      scores_(scores),
      files_(files),
      origins_(origins),
      now_(std::move(now)),
      refreshed_ms_(now_()) {}

void Routes::handle(const Request& request, const Answer& answer) {
    const Target target = target_of(request);
    if (target.kind == Target::Kind::malformed) return answer(refusal(Problem::bad_request));
    if (target.kind == Target::Kind::nothing) return answer(refusal(Problem::not_found));
    if (request.method == Method::options) return answer(origins_.options(target.methods()));
    if (!target.takes(request.method)) {
        Reply reply = refusal(Problem::method_not_allowed);
        reply.headers.emplace_back("Allow", target.methods());
        return answer(std::move(reply));
    }
    dispatch(target, request, answer);
}

void Routes::dispatch(const Target& target, const Request& request, const Answer& answer) {
    refresh_catalogue();
    switch (target.kind) {
        case Target::Kind::health:
            return answer(health());
        case Target::Kind::definition:
            return answer(definition(target.id, request));
        case Target::Kind::results:
            return answer(results({target.id, target.question}, false));
        case Target::Kind::stream:
            return answer(results({target.id, target.question}, request.method == Method::get));
        case Target::Kind::ballots:
            return answer(ballots({target.id, target.question}));
        case Target::Kind::withdrawals:
            return withdraw({target.id, target.question}, request, answer);
        case Target::Kind::responses:
            return respond(request, answer);
        case Target::Kind::events:
        case Target::Kind::score:
        case Target::Kind::segments:
            return dispatch_scores(target, request, answer);
        case Target::Kind::file:
            return answer(files_->get(request));
        case Target::Kind::malformed:
        case Target::Kind::nothing:
            break;
    }
}

// Looks at the folder at most once a second, and only when somebody asks.
void Routes::refresh_catalogue() {
    const double now = now_();
    if (now - refreshed_ms_ < catalogue_age_ms) return;
    refreshed_ms_ = now;
    catalogue_.refresh();
}

Reply Routes::definition(const std::string& id, const Request& request) const {
    const Survey* const survey = catalogue_.find(id);
    if (survey == nullptr) return refusal(Problem::unknown_definition);
    Reply reply;
    const std::string etag = '"' + survey->definition->content_hash.text() + '"';
    reply.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}, {"ETag", etag}};
    if (matches_etag(request.header("If-None-Match"), etag)) {
        reply.status = 304;
    } else {
        reply.body = survey->source;
    }
    return reply;
}

Reply Routes::results(const PollKey& key, bool live) {
    const Survey* const survey = catalogue_.find(key.first);
    if (survey == nullptr) return refusal(Problem::unknown_definition);
    const core::Element* const question = poll_named(*survey->definition, key.second);
    if (question == nullptr) return refusal(Problem::unknown_poll);
    if (const auto reason = hidden(*question->poll, now_())) return refusal(*reason);
    const std::string& json = polls_.results(*survey->definition, *question);

    if (!live) return json_reply(json);
    Reply reply;
    reply.events = hub_.subscribe(key, json);
    if (!reply.events) return refusal(Problem::too_many_streams);
    // Proxies must not gather events.
    reply.headers = {{"Cache-Control", "no-store"}, {"Content-Type", "text/event-stream"}, {"X-Accel-Buffering", "no"}};
    return reply;
}

Reply Routes::ballots(const PollKey& key) {
    const Survey* const survey = catalogue_.find(key.first);
    if (survey == nullptr) return refusal(Problem::unknown_definition);
    const core::Element* const question = poll_named(*survey->definition, key.second);
    if (question == nullptr) return refusal(Problem::unknown_poll);
    if (const auto reason = hidden(*question->poll, now_())) return refusal(*reason);
    std::string ballots = polls_.ballots(*survey->definition, *question);
    return ballots.empty() ? refusal(Problem::unknown_poll) : json_reply(std::move(ballots));
}

std::optional<std::string> Routes::render(const PollKey& key) {
    const Survey* const survey = catalogue_.find(key.first);
    const core::Element* const question =
        survey == nullptr ? nullptr : poll_named(*survey->definition, key.second);
    if (question == nullptr || hidden(*question->poll, now_())) return std::nullopt;
    return polls_.results(*survey->definition, *question);
}

Reply Routes::health() const {
    if (!writer_.healthy()) return refusal(Problem::not_stored);
    return json_reply(R"({"status":"ok"})");
}

void Routes::respond(const Request& request, const Answer& answer) {
    auto read = read_submission(request, catalogue_, scores_, now_());
    if (auto* const refused = std::get_if<Reply>(&read)) return answer(std::move(*refused));
    write(std::move(std::get<Accepted>(read)), answer);
}

void Routes::dispatch_scores(const Target& target, const Request& request, const Answer& answer) {
    const bool keyed = scores_->allows(request);
    const bool given = !request.header("Authorization").empty();
    const bool open = scores_->pages() && !given && target.kind != Target::Kind::segments;
    if (!keyed && !open) return answer(refusal(Problem::key_needed));
    if (target.kind == Target::Kind::events) return take_events(request, keyed, answer);
    if (target.kind == Target::Kind::score) return answer(scores_->score(target.id, now_()));
    keep_snapshot();
    answer(scores_->segments(now_()));
}

void Routes::keep_snapshot() {
    auto snapshot = scores_->snapshot(now_());
    if (!snapshot) return;
    scores_->take(*snapshot, now_());
    Submission submission;
    submission.reports.push_back(std::move(*snapshot));
    writer_.add(std::move(submission), [](const Outcome&) {});  // what is not stored today is made anew after a restart
}

void Routes::take_events(const Request& request, bool keyed, const Answer& answer) {
    auto read = scores_->read(request, keyed, now_());
    if (auto* const refused = std::get_if<Reply>(&read)) return answer(std::move(*refused));
    Submission submission;
    submission.reports = std::move(std::get<std::vector<ReportRow>>(read));
    writer_.add(submission, [this, answer, keyed, reports = submission.reports](const Outcome& outcome) {
        if (outcome.kind != Outcome::Kind::created) return answer(refusal(Problem::not_stored));
        core::Value suggestions = core::Value::array();
        for (const ReportRow& row : reports)
            for (core::Value& raised : scores_->take(row, now_()))
                if (keyed || raised.find("automatic")->as_bool()) suggestions.push(std::move(raised));
        keep_snapshot();
        answer(json_reply(core::write_json(core::Value::object(
            {{"events", static_cast<double>(reports.size())}, {"suggestions", std::move(suggestions)}}))));
    });
}

void Routes::withdraw(const PollKey& key, const Request& request, const Answer& answer) {
    const Survey* const survey = catalogue_.find(key.first);
    if (survey == nullptr) return answer(refusal(Problem::unknown_definition));
    const core::Element* const question = poll_named(*survey->definition, key.second);
    if (question == nullptr) return answer(refusal(Problem::unknown_poll));
    auto read = read_withdrawal(request, *survey->definition, *question);
    if (auto* const refused = std::get_if<Reply>(&read)) return answer(std::move(*refused));
    write(std::move(std::get<Accepted>(read)), answer);
}

void Routes::write(Accepted accepted, const Answer& answer) {
    Submission submission = accepted.submission;
    writer_.add(std::move(submission), [this, answer, accepted = std::move(accepted)](const Outcome& outcome) {
        const Submission& stored = accepted.submission;
        for (std::size_t i = 0; i < outcome.replaced.size(); ++i) {
            const PollKey key{stored.definition, stored.votes[i].question};
            if (stored.withdraws) {
                if (!outcome.replaced[i]) continue;
                polls_.count(key, *outcome.replaced[i], -1);
            } else if (outcome.replaced[i]) {
                polls_.replace(key, *outcome.replaced[i], stored.votes[i].ballot);
            } else {
                polls_.count(key, stored.votes[i].ballot);
            }
            hub_.changed(key);
        }
        if (outcome.kind == Outcome::Kind::created)
            for (const ReportRow& row : stored.reports) scores_->take(row, now_());
        answer(reply_to(accepted, outcome));
    });
}

}  // namespace canvass::collector
