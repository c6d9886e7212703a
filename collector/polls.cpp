#include "collector/polls.h"

#include <algorithm>

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
    const core::Value counted = answers(poll, ballot);
    for (; votes > 0; --votes) poll.tally->add(counted);
    for (; votes < 0; ++votes) poll.tally->withdraw(counted);
}

void Polls::replace(const PollKey& key, const std::string& replaced, const std::string& ballot) {
    count(key, replaced, -1);
    count(key, ballot);
}

void Polls::count_again(Poll& poll, const core::Definition& definition, const core::Element& question) {
    poll.value_name = question.value_name;
    poll.definition_hash = definition.content_hash;
    poll.tally.emplace(question, definition);
    for (const auto& [ballot, votes] : poll.ballots) {
        const core::Value counted = answers(poll, ballot);
        for (std::int64_t i = 0; i < votes; ++i) poll.tally->add(counted);
    }
}

const std::string& Polls::results(const core::Definition& definition, const core::Element& question) {
    Poll& poll = polls_[{definition.id, question.name}];
    if (!poll.tally || poll.definition_hash != definition.content_hash) {
        count_again(poll, definition, question);
        poll.json.clear();
    }
    if (poll.json.empty()) {
        auto options = core::poll_options(question, definition, definition.locale, texts_);
        poll.json = core::write_json(core::to_json(poll.tally->results(std::move(options))));
    }
    return poll.json;
}

std::string Polls::ballots(const core::Definition& definition, const core::Element& question) {
    (void)results(definition, question);  // the tally of today's definition
    const Poll& poll = polls_[{definition.id, question.name}];
    core::Value names = core::Value::array();
    for (const core::PollOption& option : core::poll_options(question, definition, definition.locale, texts_)) {
        names.push(core::Value(option.value.is_string() ? *option.value.as_string() : core::write_json(option.value)));
    }
    const auto count = static_cast<core::OptionIndex>(names.size());
    core::Value ballots = core::Value::array();
    for (const auto& [ballot, votes] : poll.ballots) {
        core::Value ranking = core::Value::array();
        for (const core::OptionGroup& group : poll.tally->ballot_of(answers(poll, ballot)).ranking) {
            core::Value indices = core::Value::array();
            const bool known = std::all_of(group.begin(), group.end(), [&](core::OptionIndex option) { return option < count; });
            for (const core::OptionIndex option : group) {
                if (known) indices.push(static_cast<double>(option));
            }
            // A choice that is none any more spoils the ballot.
            if (!known) indices.push(-1);
            ranking.push(std::move(indices));
        }
        ballots.push(core::Value::array({static_cast<double>(votes), std::move(ranking)}));
    }
    core::Value election = core::Value::object({{"candidates", std::move(names)}, {"ballots", std::move(ballots)}});
    if (question.kind == core::Kind::checkbox) election.set("rules", core::Value::object({{"overVote", "every"}}));
    if (!question.poll->seed.empty()) election.set("seed", core::Value(question.poll->seed));
    const core::Result<core::Value> published = core::publish(election, question.poll->method);
    return published ? core::write_json(*published) : std::string();
}

const core::Element* poll_named(const core::Definition& definition, std::string_view question) {
    const core::ElementIndex index = definition.find(question);
    if (index == core::no_element) return nullptr;
    const core::Element& element = definition.at(index);
    return element.poll ? &element : nullptr;
}

}  // namespace canvass::collector
