#include "core/poll/plurality.h"

namespace canvass::core {

PluralityTally::PluralityTally(std::size_t options, PluralityRules rules) : rules_(rules), votes_(options) {}

void PluralityTally::add(const Ballot& ballot, std::int64_t count) {
    const OptionGroup choices = ballot.first_choices();
    ballots_ += count;
    if (choices.empty()) {
        abstentions_ += count;
    } else if (choices.back() >= votes_.size() ||
               (choices.size() > 1 && rules_.over_vote == OverVote::invalid)) {
        invalid_ += count;
    } else {
        for (const OptionIndex choice : choices) votes_[choice] += count;
    }
}

void PluralityTally::add(const BallotColumns& ballots) {
    const BallotColumns::Firsts firsts = ballots.firsts();
    const bool every = rules_.over_vote == OverVote::every;
    const std::vector<std::int64_t>& votes = every ? firsts.each : firsts.alone;
    for (std::size_t option = 0; option < votes_.size(); ++option) votes_[option] += votes[option];
    ballots_ += ballots.ballots();
    abstentions_ += firsts.none;
    if (!every) invalid_ += firsts.several;
}

void PluralityTally::change(const Ballot& before, const Ballot& after, std::int64_t count) {
    withdraw(before, count);
    add(after, count);
}

bool PluralityTally::merge(const PluralityTally& other) {
    if (other.rules_ != rules_ || other.votes_.size() != votes_.size()) return false;
    for (std::size_t i = 0; i < votes_.size(); ++i) votes_[i] += other.votes_[i];
    ballots_ += other.ballots_;
    abstentions_ += other.abstentions_;
    invalid_ += other.invalid_;
    return true;
}

TallyResult PluralityTally::result(std::size_t seats) const {
    TallyResult result;
    result.method = "plurality";
    result.ballots = ballots_;
    result.abstentions = abstentions_;
    result.invalid = invalid_;
    result.voters = voters();
    result.order = order_by_votes(votes_);
    for (const OptionGroup& group : result.order) {
        if (result.winners.size() >= seats || votes_[group.front()] == 0) break;
        if (result.winners.size() + group.size() > seats) result.tied = group;
        result.winners.insert(result.winners.end(), group.begin(), group.end());
    }
    result.rounds.push_back(TallyRound{votes_, result.winners, {}});
    return result;
}

}  // namespace canvass::core
