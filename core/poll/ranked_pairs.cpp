#include <algorithm>

#include "core/poll/condorcet.h"

namespace canvass::core {
namespace {

struct Defeat {
    OptionIndex winner, loser;
    std::int64_t first, second;  // the strength, and what decides between equals; greater is stronger
};

class Graph {
public:
    explicit Graph(std::size_t options) : options_(options), edges_(options * options) {}
    void add(OptionIndex from, OptionIndex to) { edges_[from * options_ + to] = true; }
    bool has(OptionIndex from, OptionIndex to) const { return edges_[from * options_ + to]; }
    bool reaches(OptionIndex from, OptionIndex to) const {
        std::vector<char> seen(options_);
        OptionGroup open{from};
        while (!open.empty()) {
            const OptionIndex at = open.back();
            open.pop_back();
            if (at == to) return true;
            if (seen[at]) continue;
            seen[at] = true;
            for (OptionIndex next = 0; next < options_; ++next) {
                if (has(at, next) && !seen[next]) open.push_back(next);
            }
        }
        return false;
    }

private:
    std::size_t options_;
    std::vector<char> edges_;
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
    Graph locked(options);
    for (std::size_t begin = 0; begin < defeats.size();) {
        std::size_t end = begin + 1;
        while (end < defeats.size() && !stronger(defeats[begin], defeats[end])) ++end;
        Graph with_all = locked;
        for (std::size_t at = begin; at < end; ++at) with_all.add(defeats[at].winner, defeats[at].loser);
        for (std::size_t at = begin; at < end; ++at) {
            if (!with_all.reaches(defeats[at].loser, defeats[at].winner)) locked.add(defeats[at].winner, defeats[at].loser);
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
