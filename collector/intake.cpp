#include "collector/intake.h"

#include "collector/locales.h"
#include "collector/polls.h"
#include "collector/problem.h"
#include "core/base/hash.h"
#include "core/json/json.h"
#include "core/session/response.h"

namespace canvass::collector {
namespace {


// Votes by the definition that was answered; whether they still may be cast, by the present one.
std::vector<Vote> votes_in(const core::Response& response, const core::Definition& answered,
                           const core::Definition& present) {
    std::vector<Vote> votes;
    for (const core::Element& question : answered.elements) {
        const core::Value* const answer = question.poll ? response.answers.find(question.value_name) : nullptr;
        if (answer == nullptr || answer->is_null()) continue;
        const core::Element* const now = poll_named(present, question.name);
        const core::Poll& rules = now != nullptr ? *now->poll : *question.poll;
        const bool secret = rules.secret || question.poll->secret;
        Vote vote{question.name, core::write_canonical_json(*answer), {}, rules.change_vote && !secret, secret};
        if (rules.closes) vote.closes_ms = rules.closes->ms;
        votes.push_back(std::move(vote));
    }
    return votes;
}

// The response as it is kept: without what was answered in secret.
core::Response kept(const core::Response& response, const core::Definition& answered, const std::vector<Vote>& votes) {
    core::Response left = response;
    for (const Vote& vote : votes) {
        if (!vote.secret) continue;
        const std::string& name = answered.at(answered.find(vote.question)).value_name;
        left.answers.erase(name);
        left.answers.erase(name + "-Comment");
    }
    return left;
}

}  // namespace

std::variant<Accepted, Reply> read_submission(const Request& request, Catalogue& catalogue, const Scores* scores,
                                              double now_ms) {
    if (!is_json(request)) return refusal(Problem::not_json);
    core::JsonLimits limits;
    limits.bytes = request.body.size();  // the connection has bounded it already
    const auto json = core::parse_json(request.body, limits);
    if (!json) return refusal(400, json.error());
    const auto response = core::response_from_json(*json, now_ms + clock_error_ms);
    if (!response) {
        const core::Value* const locale = json->find("locale");
        return refusal(422, response.error(), locale != nullptr ? locale->text() : "");
    }

    const Survey* const survey = catalogue.find(response->definition_id);
    if (survey == nullptr) return refusal(Problem::unknown_definition, "/definition", response->locale);
    // A state that was never seen is judged by the present one, and found to be another.
    auto answered = catalogue.version(response->definition_id, response->definition_hash);
    if (!answered) answered = survey->definition;
    // Judged as of its completion: answers may wait offline, and a repetition must not be judged differently.
    const auto faults = core::validate_response(answered, *response, core::Clock{response->completed.ms, 0},
                                                texts_for(response->locale));
    if (core::has_errors(faults)) return refusal(422, faults, response->locale);

    Submission submission;
    submission.id = response->id;
    submission.definition = response->definition_id;
    submission.definition_hash = answered->content_hash.text();  // a response need not name it
    submission.member = response->member;
    submission.votes = votes_in(*response, *answered, *survey->definition);
    const core::Response stored = kept(*response, *answered, submission.votes);
    submission.body = core::write_canonical_json(core::to_json(stored));
    if (scores != nullptr) submission.reports = scores->of_response(stored, submission.votes);
    submission.content_hash = core::hex(core::sha256(submission.body));
    return Accepted{std::move(submission), response->locale};
}

std::variant<Accepted, Reply> read_withdrawal(const Request& request, const core::Definition& definition,
                                              const core::Element& question) {
    if (!is_json(request)) return refusal(Problem::not_json);
    const auto json = core::parse_json(request.body);
    if (!json) return refusal(400, json.error());
    const core::Value* const member = json->find("member");
    if (member == nullptr || member->text().empty()) return refusal(Problem::no_member, "/member");
    const core::Value* const locale = json->find("locale");
    Accepted accepted;
    accepted.locale = locale != nullptr ? locale->text() : "en";
    accepted.submission.definition = definition.id;
    accepted.submission.member = member->text();
    accepted.submission.withdraws = true;
    Vote vote{question.name, {}, {}, question.poll->change_vote, question.poll->secret};
    if (question.poll->closes) vote.closes_ms = question.poll->closes->ms;
    accepted.submission.votes.push_back(std::move(vote));
    return accepted;
}

Reply reply_to(const Accepted& accepted, const Outcome& outcome) {
    const auto refuse = [&](Problem problem, const std::string& pointer) {
        return refusal(problem, pointer, accepted.locale);
    };
    switch (outcome.kind) {
        case Outcome::Kind::created:
        case Outcome::Kind::repeated:
            break;
        case Outcome::Kind::id_taken:
            return refuse(Problem::id_taken, "/id");
        case Outcome::Kind::already_voted:
            return refuse(Problem::already_voted, core::pointer_to("/answers", outcome.question));
        case Outcome::Kind::poll_closed:
            return refuse(Problem::poll_closed, core::pointer_to("/answers", outcome.question));
        case Outcome::Kind::failed:
            return refuse(Problem::not_stored, "");
    }
    if (accepted.submission.withdraws)
        return json_reply(core::write_json(core::Value::object({{"withdrawn", outcome.replaced.front().has_value()}})));
    Reply reply = json_reply(core::write_json(core::Value::object({{"id", accepted.submission.id}})),
                             outcome.kind == Outcome::Kind::created ? 201 : 200);
    return reply;
}

}  // namespace canvass::collector
