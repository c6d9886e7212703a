// Methods in which every option is rated for itself.
//
// - Approval: each option of a ballot's first group is approved; most approvals win.
// - Score (range): each option has a whole score from 0 to max_score; the greatest sum wins. An option without a
//   score has 0. A score outside makes the ballot invalid.
// - STAR (score then automatic runoff): the two options with the greatest sums meet in a runoff, which the one
//   wins that more ballots score higher. A tie for a place in the runoff goes to who wins most duels among the
//   tied, then to who has most top scores, then to the lot; a tied runoff to the greater sum, then to the most top
//   scores, then to the lot.
// - Date: each date is no (0), if need be (1) or yes (2). The date at which most can come, yes or if need be, is
//   best; of equal ones that with most yes.
// Source: Brams and Fishburn 1978; STAR Voting, "official tiebreaker protocol".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/poll/ballot_columns.h"
#include "core/poll/tally.h"

namespace canvass::core {

// The scores of a ballot by option; as many ballots as `count` are alike.
struct ScoreBallot {
    std::int64_t count = 1;
    std::vector<std::int32_t> scores;
};

class ApprovalTally {
public:
    explicit ApprovalTally(std::size_t options) : votes_(options) {}
    void add(const Ballot& ballot, std::int64_t count = 1);
    void add(const BallotColumns& ballots);
    void withdraw(const Ballot& ballot, std::int64_t count = 1) { add(ballot, -count); }
    bool merge(const ApprovalTally& other);
    TallyResult result(std::size_t seats = 1) const;

private:
    std::vector<std::int64_t> votes_;
    std::int64_t ballots_ = 0, abstentions_ = 0, invalid_ = 0;
};

class ScoreTally {
public:
    ScoreTally(std::size_t options, std::int32_t max_score);

    void add(const ScoreBallot& ballot) { count(ballot, ballot.count); }
    void withdraw(const ScoreBallot& ballot) { count(ballot, -ballot.count); }
    bool merge(const ScoreTally& other);

    TallyResult score(std::size_t seats = 1) const;
    // Of scores from 0 to 2, as a date poll has them. A round is those who can come, then those who said yes.
    TallyResult date(std::size_t seats = 1) const;
    TallyResult star(const std::vector<std::string>& names, std::string_view seed) const;

private:
    void count(const ScoreBallot& ballot, std::int64_t count);
    OptionIndex finalist(OptionGroup tied, const std::vector<std::string>& names, std::string_view seed, TallyResult& result) const;
    std::int64_t preferring(OptionIndex a, OptionIndex b) const { return duels_[a * sums_.size() + b]; }

    std::int32_t max_score_;
    std::vector<std::int64_t> sums_, tops_, given_, duels_;
    std::int64_t ballots_ = 0, abstentions_ = 0, invalid_ = 0;
};

}  // namespace canvass::core
