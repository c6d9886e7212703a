#include "core/poll/rated.h"

namespace canvass::core {

void ApprovalTally::add(const Ballot& ballot, std::int64_t count) {
    const OptionGroup approved = ballot.first_choices();
    ballots_ += count;
    if (approved.empty()) abstentions_ += count;
    else if (approved.back() >= votes_.size()) invalid_ += count;
    else
        for (const OptionIndex option : approved) votes_[option] += count;
}

void ApprovalTally::add(const BallotColumns& ballots) {
    const BallotColumns::Firsts firsts = ballots.firsts();
    for (std::size_t option = 0; option < votes_.size(); ++option) votes_[option] += firsts.each[option];
    ballots_ += ballots.ballots();
    abstentions_ += firsts.none;
}

bool ApprovalTally::merge(const ApprovalTally& other) {
    if (other.votes_.size() != votes_.size()) return false;
    for (std::size_t at = 0; at < votes_.size(); ++at) votes_[at] += other.votes_[at];
    ballots_ += other.ballots_;
    abstentions_ += other.abstentions_;
    invalid_ += other.invalid_;
    return true;
}

TallyResult ApprovalTally::result(std::size_t seats) const {
    TallyResult result = result_of_order("approval", order_by_votes(votes_), seats);
    result.ballots = ballots_;
    result.abstentions = abstentions_;
    result.invalid = invalid_;
    result.voters = ballots_ - abstentions_ - invalid_;
    result.rounds.push_back({votes_, result.winners, {}});
    return result;
}

}  // namespace canvass::core
