#include "core/poll/stv.h"

#include <algorithm>

#include "core/base/int128.h"
#include "core/poll/lot.h"

namespace canvass::core {
namespace {

// As many equal ballots, each worth `value`, in the pile of one option.
struct Parcel {
    const CountedBallot* ballot;
    std::int64_t value;
};

class Count {
public:
    Count(const std::vector<CountedBallot>& ballots, const std::vector<std::string>& names, std::size_t seats,
          const StvRules& rules, std::string_view seed)
        : names_(names), seats_(std::min(seats, names.size())), rules_(rules), seed_(seed), hopeful_(names.size(), true),
          piles_(names.size()), votes_(names.size()) {
        for (int digit = 0; digit < rules.decimals; ++digit) unit_ *= 10;
        result_.method = "stv";
        result_.decimals = rules.decimals;
        for (const CountedBallot& counted : ballots) {
            result_.ballots += counted.count;
            if (const auto first = choice_among(counted.ballot, hopeful_, rules_.transfer)) give(*first, {&counted, unit_});
            else result_.abstentions += counted.count;
        }
        result_.voters = result_.ballots - result_.abstentions;
    }

    TallyResult run() {
        const auto places = static_cast<std::int64_t>(seats_);
        const std::int64_t votes = result_.voters;
        if (rules_.fractional) quota_ = votes * unit_ / (places + 1) + 1;
        else quota_ = (rules_.hare ? (votes + places - 1) / std::max<std::int64_t>(places, 1) : votes / (places + 1) + 1) * unit_;
        std::vector<OptionGroup> out;
        for (bool goes_on = seats_ > 0 && votes > 0; goes_on;) {
            note_stage();
            elect_at_quota();
            if (elected_.size() < seats_ && left() + elected_.size() <= seats_) elect_rest();
            if (elected_.size() >= seats_) break;
            if (!surpluses_.empty()) transfer_surplus();
            else if (left() > 0) out.insert(out.begin(), OptionGroup{drop_last()});
            else goes_on = false;
        }
        result_.winners = elected_;
        for (const OptionGroup& group : order_by_votes(votes_)) {
            OptionGroup rest;
            for (const OptionIndex option : group) {
                if (hopeful_[option]) rest.push_back(option);
            }
            if (!rest.empty()) result_.order.push_back(std::move(rest));
        }
        result_.order.insert(result_.order.end(), out.begin(), out.end());
        return std::move(result_);
    }

private:
    std::size_t left() const { return static_cast<std::size_t>(std::count(hopeful_.begin(), hopeful_.end(), char{1})); }

    void give(OptionIndex option, Parcel parcel) {
        piles_[option].push_back(parcel);
        votes_[option] += parcel.value * parcel.ballot->count;
    }

    void note_stage() {
        TallyRound round;
        round.votes = votes_;
        round.threshold = quota_;
        std::int64_t counted = 0;
        for (const std::int64_t votes : votes_) counted += votes;
        round.inactive = result_.voters * unit_ - counted;
        result_.rounds.push_back(std::move(round));
    }

    // Those with a quota, most votes first.
    void elect_at_quota() {
        OptionGroup reached;
        for (OptionIndex option = 0; option < names_.size(); ++option) {
            if (hopeful_[option] && votes_[option] >= quota_) reached.push_back(option);
        }
        while (!reached.empty() && elected_.size() < seats_) {
            std::int64_t most = 0;
            for (const OptionIndex option : reached) most = std::max(most, votes_[option]);
            OptionGroup tied;
            for (const OptionIndex option : reached) {
                if (votes_[option] == most) tied.push_back(option);
            }
            const OptionIndex option = first_of(tied);
            std::erase(reached, option);
            elect({option});
            surpluses_.push_back(option);  // even of nothing: the stage stands in published counts
        }
    }

    void elect(const OptionGroup& equals) {
        for (const OptionIndex option : equals) {
            hopeful_[option] = false;
            elected_.push_back(option);
            result_.rounds.back().elected.push_back(option);
        }
        result_.order.push_back(equals);
    }

    void elect_rest() {
        for (OptionGroup& group : order_by_votes(votes_)) {
            std::erase_if(group, [&](OptionIndex option) { return !hopeful_[option]; });
            if (!group.empty()) elect(group);
        }
    }

    // Of options with as many votes, the one to be looked at first.
    OptionIndex first_of(OptionGroup tied) {
        if (tied.size() == 1) return tied.front();
        Decision decision{Decision::Why::earlier_round, tied.front(), tied, result_.rounds.size() - 1};
        for (std::size_t stage = result_.rounds.size() - 1; stage-- > 0 && tied.size() > 1;) {
            const std::vector<std::int64_t>& votes = result_.rounds[stage].votes;
            std::int64_t most = 0;
            for (const OptionIndex option : tied) most = std::max(most, votes[option]);
            std::erase_if(tied, [&](OptionIndex option) { return votes[option] < most; });
        }
        if (tied.size() > 1 && rules_.tie_break == TieBreak::candidate_order) {
            decision.why = Decision::Why::candidate_order;
            tied.resize(1);
        } else if (tied.size() > 1) {
            decision.why = Decision::Why::lot;
            result_.decided_by_lot = true;
            tied = {best_by_lot(tied, names_, seed_)};
        }
        decision.option = tied.front();
        result_.decisions.push_back(std::move(decision));
        return tied.front();
    }

    void transfer_surplus() {
        std::int64_t most = 0;
        for (const OptionIndex option : surpluses_) most = std::max(most, votes_[option]);
        OptionGroup tied;
        for (const OptionIndex option : surpluses_) {
            if (votes_[option] == most) tied.push_back(option);
        }
        const OptionIndex from = first_of(tied);
        std::erase(surpluses_, from);
        const std::int64_t all = votes_[from], surplus = all - quota_;
        const std::vector<Parcel> pile = std::move(piles_[from]);
        piles_[from].clear();
        votes_[from] = quota_;
        for (const Parcel& parcel : pile) {
            const auto value = static_cast<std::int64_t>(static_cast<Int128>(parcel.value) * surplus / all);
            pass_on({parcel.ballot, value});
        }
    }

    OptionIndex drop_last() {
        std::int64_t fewest = INT64_MAX;
        for (OptionIndex option = 0; option < names_.size(); ++option) {
            if (hopeful_[option]) fewest = std::min(fewest, votes_[option]);
        }
        OptionGroup tied;
        for (OptionIndex option = 0; option < names_.size(); ++option) {
            if (hopeful_[option] && votes_[option] == fewest) tied.push_back(option);
        }
        const OptionIndex last = tied.size() == 1 ? tied.front()
                                                  : last_of(tied, result_.rounds, true, rules_.tie_break, {}, names_, seed_, result_);
        hopeful_[last] = false;
        result_.rounds.back().eliminated.push_back(last);
        const std::vector<Parcel> pile = std::move(piles_[last]);
        piles_[last].clear();
        votes_[last] = 0;
        for (const Parcel& parcel : pile) pass_on(parcel);
        return last;
    }

    void pass_on(const Parcel& parcel) {
        if (parcel.value == 0) return;
        if (const auto next = choice_among(parcel.ballot->ballot, hopeful_, rules_.transfer)) give(*next, parcel);
    }

    const std::vector<std::string>& names_;
    std::size_t seats_;
    const StvRules& rules_;
    std::string_view seed_;
    std::int64_t unit_ = 1, quota_ = 0;
    std::vector<char> hopeful_;
    std::vector<std::vector<Parcel>> piles_;
    std::vector<std::int64_t> votes_;
    OptionGroup elected_, surpluses_;
    TallyResult result_;
};

}  // namespace

TallyResult single_transferable_vote(const std::vector<CountedBallot>& ballots, const std::vector<std::string>& names,
                                     std::size_t seats, const StvRules& rules, std::string_view seed) {
    return Count(ballots, names, seats, rules, seed).run();
}

}  // namespace canvass::core
