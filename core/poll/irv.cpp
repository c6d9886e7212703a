#include "core/poll/irv.h"

#include <algorithm>

#include "core/poll/lot.h"

namespace canvass::core {
namespace {

class Runoff {
public:
    Runoff(const std::vector<CountedBallot>& ballots, const BallotColumns& columns, const std::vector<std::string>& names,
           const RunoffRules& rules, std::string_view seed)
        : ballots_(ballots), columns_(columns), names_(names), rules_(rules), seed_(seed), continuing_(names.size(), true), exhausted_(ballots.size(), false) {
        for (const OptionIndex option : rules.excluded) continuing_[option] = false;
    }

    TallyResult run() {
        result_.method = "irv";
        result_.ballots = columns_.ballots();
        for (const CountedBallot& counted : ballots_) result_.ballots += counted.count;
        std::vector<OptionGroup> out;  // who dropped out, last first
        while (!names_.empty() && left() > 0) {
            count();
            TallyRound& round = result_.rounds.back();
            if (result_.rounds.size() == 1) result_.abstentions = *round.inactive;
            const bool won = !result_.winners.empty();
            if (!won) elect(round);
            result_.winners.insert(result_.winners.end(), round.elected.begin(), round.elected.end());
            const bool stops = rules_.stop_after > 0 && result_.rounds.size() >= rules_.stop_after;
            const bool counts_on = rules_.until_two && left() > 2;
            if (stops || (!result_.winners.empty() && !counts_on)) break;
            if (!round.elected.empty()) continue;  // the next round says who drops out
            const OptionGroup last = leaving(round);
            if (last.empty()) break;
            result_.rounds.back().eliminated = last;
            for (const OptionIndex option : last) continuing_[option] = false;
            out.insert(out.begin(), last);
        }
        result_.voters = result_.ballots - result_.abstentions;
        order(out);
        return std::move(result_);
    }

private:
    std::int64_t left() const { return std::count(continuing_.begin(), continuing_.end(), char{1}); }

    void count() {
        TallyRound round;
        round.votes = columns_.best_of(continuing_);
        round.votes.resize(names_.size());
        std::int64_t inactive = columns_.ballots();
        for (const std::int64_t votes : round.votes) inactive -= votes;
        for (std::size_t at = 0; at < ballots_.size(); ++at) {
            const auto choice = exhausted_[at] ? std::nullopt : choice_among(ballots_[at].ballot, continuing_, rules_.transfer);
            exhausted_[at] = !choice;
            (choice ? round.votes[*choice] : inactive) += ballots_[at].count;
        }
        round.inactive = inactive;
        round.out.resize(names_.size());
        for (std::size_t at = 0; at < names_.size(); ++at) round.out[at] = !continuing_[at];
        active_ = result_.ballots - inactive;
        if (!rules_.first_round_threshold || result_.rounds.empty()) {
            threshold_ = rules_.lowest_share > 0 ? (active_ * rules_.lowest_share + 99) / 100 : active_ / 2 + 1;
        }
        round.threshold = threshold_;
        result_.rounds.push_back(std::move(round));
    }

    void elect(TallyRound& round) {
        if (active_ == 0) return;
        if (rules_.lowest_share > 0) {
            for (OptionIndex option = 0; option < names_.size(); ++option) {
                if (!continuing_[option]) continue;
                if (round.votes[option] < threshold_) return round.elected.clear();
                round.elected.push_back(option);
            }
            return;
        }
        for (OptionIndex option = 0; option < names_.size(); ++option) {
            const bool wins = (round.votes[option] >= threshold_ || left() == 1) && rules_.write_ins != option;
            if (continuing_[option] && wins) round.elected = {option};
        }
        if (!round.elected.empty() || left() != 2) return;
        // Of the last two, whoever is ahead wins, majority or not.
        OptionGroup two;
        for (OptionIndex option = 0; option < names_.size(); ++option) {
            if (continuing_[option]) two.push_back(option);
        }
        if (rules_.write_ins && continuing_[*rules_.write_ins]) return;
        const bool tied = round.votes[two[0]] == round.votes[two[1]];
        const OptionIndex loser = tied ? tie_loser(two) : round.votes[two[0]] < round.votes[two[1]] ? two[0] : two[1];
        result_.rounds.back().elected = {loser == two[0] ? two[1] : two[0]};
    }

    OptionIndex tie_loser(const OptionGroup& tied) {
        return last_of(tied, result_.rounds, rules_.earlier_rounds, rules_.tie_break, rules_.tie_order, names_, seed_, result_);
    }

    // Those that drop out after this round.
    OptionGroup leaving(const TallyRound& round) {
        OptionGroup ranked;
        for (OptionIndex option = 0; option < names_.size(); ++option) {
            if (continuing_[option]) ranked.push_back(option);
        }
        if (ranked.size() < 2) return {};
        if (rules_.write_ins && continuing_[*rules_.write_ins] && round.votes[*rules_.write_ins] > 0) return {*rules_.write_ins};
        std::stable_sort(ranked.begin(), ranked.end(),
                         [&](OptionIndex a, OptionIndex b) { return round.votes[a] < round.votes[b]; });
        if (rules_.batch && rules_.lowest_share == 0) {
            const OptionGroup batch = beyond_hope(ranked, round);
            if (batch.size() > 1) return batch;
        }
        OptionGroup last;
        for (const OptionIndex option : ranked) {
            if (round.votes[option] == round.votes[ranked.front()]) last.push_back(option);
        }
        if (last.size() > 1) last = {tie_loser(last)};
        return last;
    }

    // The most from the end on that have fewer votes together than the next one alone.
    OptionGroup beyond_hope(const OptionGroup& ranked, const TallyRound& round) const {
        std::size_t batch = 0;
        std::int64_t together = 0;
        for (std::size_t at = 0; at < ranked.size();) {
            const std::int64_t votes = round.votes[ranked[at]];
            const std::size_t least = rules_.until_two ? 2 : 1;
            if (together < votes && ranked.size() - at >= least) batch = at;
            for (; at < ranked.size() && round.votes[ranked[at]] == votes; ++at) together += votes;
        }
        return {ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(batch)};
    }

    void order(const std::vector<OptionGroup>& out) {
        if (result_.rounds.empty()) return;
        const OptionGroup& winners = result_.winners;
        if (!winners.empty()) result_.order.push_back(winners);
        for (const OptionGroup& group : order_by_votes(result_.rounds.back().votes)) {
            OptionGroup rest;
            for (const OptionIndex option : group) {
                const bool elected = std::find(winners.begin(), winners.end(), option) != winners.end();
                if (continuing_[option] && !elected) rest.push_back(option);
            }
            if (!rest.empty()) result_.order.push_back(std::move(rest));
        }
        result_.order.insert(result_.order.end(), out.begin(), out.end());
    }

    const std::vector<CountedBallot>& ballots_;
    const BallotColumns& columns_;
    const std::vector<std::string>& names_;
    const RunoffRules& rules_;
    std::string_view seed_;
    std::vector<char> continuing_, exhausted_;
    std::int64_t active_ = 0, threshold_ = 0;
    TallyResult result_;
};

}  // namespace

OptionIndex last_of(OptionGroup tied, const std::vector<TallyRound>& rounds, bool earlier_rounds, TieBreak tie_break,
                    const std::vector<OptionIndex>& tie_order, const std::vector<std::string>& names,
                    std::string_view seed, TallyResult& result) {
    Decision decision{Decision::Why::earlier_round, tied.front(), tied, rounds.size() - 1};
    for (std::size_t round = rounds.size() - 1; earlier_rounds && round-- > 0 && tied.size() > 1;) {
        const std::vector<std::int64_t>& votes = rounds[round].votes;
        std::int64_t fewest = INT64_MAX;
        for (const OptionIndex option : tied) fewest = std::min(fewest, votes[option]);
        std::erase_if(tied, [&](OptionIndex option) { return votes[option] > fewest; });
    }
    if (tied.size() > 1 && tie_break == TieBreak::candidate_order) {
        decision.why = Decision::Why::candidate_order;
        const auto place = [&](OptionIndex option) {
            const auto found = std::find(tie_order.begin(), tie_order.end(), option);
            return tie_order.empty() ? static_cast<std::ptrdiff_t>(option) : found - tie_order.begin();
        };
        tied = {*std::max_element(tied.begin(), tied.end(), [&](OptionIndex a, OptionIndex b) { return place(a) < place(b); })};
    }
    if (tied.size() > 1) {
        decision.why = Decision::Why::lot;
        result.decided_by_lot = true;
        tied = {worst_by_lot(tied, names, seed)};
    }
    decision.option = tied.front();
    result.decisions.push_back(std::move(decision));
    return tied.front();
}

TallyResult instant_runoff(const std::vector<CountedBallot>& ballots, const std::vector<std::string>& names,
                           const RunoffRules& rules, std::string_view seed) {
    return Runoff(ballots, BallotColumns(0), names, rules, seed).run();
}

TallyResult instant_runoff(const std::vector<CountedBallot>& ballots, const BallotColumns& columns,
                           const std::vector<std::string>& names, const RunoffRules& rules, std::string_view seed) {
    return Runoff(ballots, columns, names, rules, seed).run();
}

}  // namespace canvass::core
