#include "core/poll/meek.h"

#include <algorithm>

#include "core/base/int128.h"

namespace canvass::core {
namespace {

constexpr std::int64_t unit = 1'000'000'000;
constexpr std::int64_t enough = 1'000;  // 0.000001

std::int64_t times_up(std::int64_t a, std::int64_t b) { return static_cast<std::int64_t>((static_cast<Int128>(a) * b + unit - 1) / unit); }
std::int64_t divided_up(std::int64_t a, std::int64_t b) { return static_cast<std::int64_t>((static_cast<Int128>(a) * unit + b - 1) / b); }

// A ballot as the options it ranks, each once, until an over-vote or a gap ends it.
OptionGroup choices_of(const Ballot& ballot, std::size_t options, const TransferRules& transfer) {
    std::vector<char> open(options, true);
    OptionGroup choices;
    while (const auto next = choice_among(ballot, open, transfer)) {
        choices.push_back(*next);
        open[*next] = false;
    }
    return choices;
}

class Meek {
public:
    Meek(const std::vector<CountedBallot>& ballots, const std::vector<std::string>& names, std::size_t seats,
         const TransferRules& transfer, std::string_view seed)
        : names_(names), seats_(std::min(seats, names.size())), seed_(seed), state_(names.size(), State::hopeful),
          keeps_(names.size(), unit) {
        result_.method = "meek";
        result_.decimals = meek_decimals;
        for (const CountedBallot& counted : ballots) {
            result_.ballots += counted.count;
            OptionGroup choices = choices_of(counted.ballot, names.size(), transfer);
            if (choices.empty()) result_.abstentions += counted.count;
            else ballots_.push_back({counted.count, std::move(choices)});
        }
        result_.voters = result_.ballots - result_.abstentions;
    }

    TallyResult run() {
        std::vector<OptionGroup> out;
        while (result_.voters > 0 && elected_.size() < seats_) {
            if (elected_.size() + count_of(State::hopeful) <= seats_) {
                note_round();
                elect_rest();
                break;
            }
            if (share_out()) continue;
            out.insert(out.begin(), OptionGroup{drop_last()});
        }
        if (result_.rounds.empty() && result_.voters > 0) note_round();
        else if (elected_.size() == seats_ && count_of(State::hopeful) > 0) show_last_shares();
        result_.winners = elected_;
        OptionGroup rest;
        for (OptionIndex option = 0; option < names_.size(); ++option) {
            if (state_[option] == State::hopeful) rest.push_back(option);
        }
        if (!rest.empty()) result_.order.push_back(rest);
        result_.order.insert(result_.order.end(), out.begin(), out.end());
        return std::move(result_);
    }

private:
    enum class State : char { hopeful, elected, out };
    struct Choices {
        std::int64_t count;
        OptionGroup options;
    };

    std::size_t count_of(State state) const { return static_cast<std::size_t>(std::count(state_.begin(), state_.end(), state)); }

    void distribute() {
        votes_.assign(names_.size(), 0);
        for (const Choices& ballot : ballots_) {
            std::int64_t left = unit;
            for (const OptionIndex option : ballot.options) {
                if (left <= 0) break;
                if (keeps_[option] == 0) continue;
                const std::int64_t kept = std::min(left, times_up(left, keeps_[option]));
                votes_[option] += kept * ballot.count;
                left -= kept;
            }
        }
        Int128 all = 0;
        for (const std::int64_t votes : votes_) all += votes;
        quota_ = static_cast<std::int64_t>(all / static_cast<std::int64_t>(seats_ + 1)) + 1;
    }

    void note_round() {
        if (votes_.empty()) distribute();
        TallyRound round;
        round.votes = votes_;
        round.threshold = quota_;
        std::int64_t counted = 0;
        for (const std::int64_t votes : votes_) counted += votes;
        round.inactive = result_.voters * unit - counted;
        result_.rounds.push_back(std::move(round));
    }

    // Until somebody is elected (true) or the shares have settled.
    bool share_out() {
        std::int64_t before = INT64_MAX;
        for (;;) {
            distribute();
            OptionGroup reached;
            for (OptionIndex option = 0; option < names_.size(); ++option) {
                if (state_[option] == State::hopeful && votes_[option] >= quota_) reached.push_back(option);
            }
            surplus_ = 0;
            for (OptionIndex option = 0; option < names_.size(); ++option) {
                const bool in = state_[option] == State::elected || std::find(reached.begin(), reached.end(), option) != reached.end();
                if (in && votes_[option] > quota_) surplus_ += votes_[option] - quota_;
            }
            const bool settled = reached.empty() && (surplus_ < enough || surplus_ >= before);
            if (!reached.empty() || settled) note_round();
            elect(reached);
            if (settled) return false;
            before = surplus_;
            for (OptionIndex option = 0; option < names_.size(); ++option) {
                if (state_[option] == State::elected) keeps_[option] = divided_up(times_up(keeps_[option], quota_), votes_[option]);
            }
            if (!reached.empty()) return true;
        }
    }

    // Those with equal votes share a place.
    void elect(const OptionGroup& together) {
        for (OptionGroup& group : order_by_votes(votes_)) {
            std::erase_if(group, [&](OptionIndex option) { return std::find(together.begin(), together.end(), option) == together.end(); });
            if (group.empty()) continue;
            for (const OptionIndex option : group) {
                state_[option] = State::elected;
                elected_.push_back(option);
                result_.rounds.back().elected.push_back(option);
            }
            result_.order.push_back(std::move(group));
        }
    }

    // All seats are taken: what the elected have without the others.
    void show_last_shares() {
        for (OptionIndex option = 0; option < names_.size(); ++option) {
            if (state_[option] == State::hopeful) keeps_[option] = 0;
        }
        distribute();
        note_round();
    }

    void elect_rest() {
        OptionGroup rest;
        for (OptionIndex option = 0; option < names_.size(); ++option) {
            if (state_[option] == State::hopeful) rest.push_back(option);
        }
        elect(rest);
    }

    OptionIndex drop_last() {
        std::int64_t fewest = INT64_MAX;
        for (OptionIndex option = 0; option < names_.size(); ++option) {
            if (state_[option] == State::hopeful) fewest = std::min(fewest, votes_[option]);
        }
        OptionGroup tied;
        for (OptionIndex option = 0; option < names_.size(); ++option) {
            if (state_[option] == State::hopeful && votes_[option] <= fewest + surplus_) tied.push_back(option);
        }
        const OptionIndex last = tied.size() == 1 ? tied.front()
                                                  : last_of(tied, result_.rounds, true, TieBreak::lot, {}, names_, seed_, result_);
        state_[last] = State::out;
        keeps_[last] = 0;
        result_.rounds.back().eliminated.push_back(last);
        distribute();
        return last;
    }

    const std::vector<std::string>& names_;
    std::size_t seats_;
    std::string_view seed_;
    std::vector<State> state_;
    std::vector<std::int64_t> keeps_, votes_;
    std::vector<Choices> ballots_;
    std::int64_t quota_ = 0, surplus_ = 0;
    OptionGroup elected_;
    TallyResult result_;
};

}  // namespace

TallyResult meek(const std::vector<CountedBallot>& ballots, const std::vector<std::string>& names, std::size_t seats,
                 const TransferRules& transfer, std::string_view seed) {
    return Meek(ballots, names, seats, transfer, seed).run();
}

}  // namespace canvass::core
