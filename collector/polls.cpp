#include "collector/polls.h"

#include <vector>

#include "core/json/json.h"
#include "core/poll/publication.h"

namespace canvass::collector {

core::Value Polls::answers(const Poll& poll, const std::string& ballot) {
    auto answer = core::parse_json(ballot);
    return core::Value::object({{poll.value_name, answer ? std::move(*answer) : core::Value()}});
}

void Polls::count(const PollKey& key, const std::string& ballot, std::int64_t votes) {
    Poll& poll = polls_[key];
    poll.json.clear();
    const std::int64_t now = poll.ballots[ballot] += votes;
    if (now == 0) poll.ballots.erase(ballot);
    if (!poll.tally) return;
    poll.tally->add(answers(poll, ballot), votes);
}

void Polls::replace(const PollKey& key, const std::string& replaced, const std::string& ballot) {
    count(key, replaced, -1);
    count(key, ballot);
}

void Polls::count_again(Poll& poll, const core::Definition& definition, const core::Element& question) {
    poll.value_name = question.value_name;
    poll.definition_hash = definition.content_hash.text();
    poll.tally.emplace(question, definition);
    for (const auto& [ballot, votes] : poll.ballots) poll.tally->add(answers(poll, ballot), votes);
}

const std::string& Polls::results(const core::Definition& definition, const core::Element& question) {
    Poll& poll = polls_[{definition.id, question.name}];
    if (!poll.tally || poll.definition_hash != definition.content_hash.text()) {
        count_again(poll, definition, question);
        poll.json.clear();
    }
    if (poll.json.empty()) {
        auto options = core::poll_options(question, definition, definition.locale, texts_);
        poll.json = core::write_json(poll.tally->results_json(std::move(options)));
    }
    return poll.json;
}

std::string Polls::ballots(const core::Definition& definition, const core::Element& question) {
    (void)results(definition, question);  // the tally of today's definition
    const Poll& poll = polls_[{definition.id, question.name}];
    std::vector<std::pair<core::Value, std::int64_t>> cast;
    for (const auto& [ballot, votes] : poll.ballots) cast.emplace_back(answers(poll, ballot), votes);
    const core::Result<core::Value> published = core::publish(poll.tally->election(cast), question.poll->method);
    return published ? core::write_json(*published) : std::string();
}

const core::Element* poll_named(const core::Definition& definition, std::string_view question) {
    const core::ElementIndex index = definition.find(question);
    if (index == core::no_element) return nullptr;
    const core::Element& element = definition.at(index);
    return element.poll ? &element : nullptr;
}

}  // namespace canvass::collector
