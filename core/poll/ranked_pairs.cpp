#include <algorithm>

#include "core/poll/condorcet.h"

namespace canvass::core {
namespace {

struct Defeat {
    OptionIndex winner, loser;
    std::int64_t first, second;  // the strength, and what decides between equals; greater is stronger
};

// Who is reached from whom, kept up with every edge.
class Reach {
public:
    explicit Reach(std::size_t options) : words_((options + 63) / 64), rows_(options * words_) {}

    bool has(OptionIndex from, OptionIndex to) const { return (rows_[from * words_ + to / 64] >> to % 64 & 1) != 0; }

    void add(OptionIndex from, OptionIndex to) {
        if (has(from, to)) return;
        for (OptionIndex at = 0; at * words_ < rows_.size(); ++at) {
            if (at != from && !has(at, from)) continue;
            for (std::size_t word = 0; word < words_; ++word) rows_[at * words_ + word] |= rows_[to * words_ + word];
            rows_[at * words_ + to / 64] |= std::uint64_t{1} << to % 64;
        }
    }

private:
    std::size_t words_;
    std::vector<std::uint64_t> rows_;
};

}  // namespace

std::vector<OptionGroup> ranked_pairs(const Pairwise& duels, Strength strength) {
    const auto options = static_cast<OptionIndex>(duels.options());
    std::vector<Defeat> defeats;
    for (OptionIndex a = 0; a < options; ++a) {
        for (OptionIndex b = 0; b < options; ++b) {
            if (duels.margin(a, b) <= 0) continue;
            if (strength == Strength::margins) defeats.push_back({a, b, duels.margin(a, b), -duels.preferring(b, a)});
            else defeats.push_back({a, b, duels.preferring(a, b), -duels.preferring(b, a)});
        }
    }
    const auto stronger = [](const Defeat& a, const Defeat& b) {
        return a.first != b.first ? a.first > b.first : a.second > b.second;
    };
    std::sort(defeats.begin(), defeats.end(), stronger);
    Reach locked(options), with_all(options);
    for (std::size_t begin = 0; begin < defeats.size();) {
        std::size_t end = begin + 1;
        while (end < defeats.size() && !stronger(defeats[begin], defeats[end])) ++end;
        if (end == begin + 1) {
            const Defeat& only = defeats[begin++];
            if (!locked.has(only.loser, only.winner)) locked.add(only.winner, only.loser);
            continue;
        }
        with_all = locked;
        for (std::size_t at = begin; at < end; ++at) with_all.add(defeats[at].winner, defeats[at].loser);
        for (std::size_t at = begin; at < end; ++at) {
            if (!with_all.has(defeats[at].loser, defeats[at].winner)) locked.add(defeats[at].winner, defeats[at].loser);
        }
        begin = end;
    }
    std::vector<OptionGroup> order;
    std::vector<char> placed(options);
    for (std::size_t left = options; left > 0;) {
        OptionGroup best;
        for (OptionIndex a = 0; a < options; ++a) {
            bool beaten = placed[a];
            for (OptionIndex b = 0; !beaten && b < options; ++b) beaten = !placed[b] && locked.has(b, a);
            if (!beaten) best.push_back(a);
        }
        for (const OptionIndex a : best) placed[a] = true;
        left -= best.size();
        order.push_back(std::move(best));
    }
    return order;
}

}  // namespace canvass::core
