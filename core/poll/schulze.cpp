#include <algorithm>

#include "core/base/int128.h"
#include "core/poll/condorcet.h"

namespace canvass::core {
namespace {

// Two numbers whose quotient is compared; of winning votes and margins the second is 1.
struct Link {
    std::int64_t over = 0, under = 1;
    friend bool operator<(const Link& a, const Link& b) {
        if (a.under == b.under && a.under > 0) return a.over < b.over;
        return static_cast<Int128>(a.over) * b.under < static_cast<Int128>(b.over) * a.under;
    }
};

Link link_of(const Pairwise& duels, OptionIndex a, OptionIndex b, Strength strength) {
    if (duels.margin(a, b) <= 0) return {};
    if (strength == Strength::margins) return {duels.margin(a, b), 1};
    const std::int64_t votes = duels.preferring(a, b);
    if (strength != Strength::ratio) return {votes, 1};
    // Without a vote against it a victory is stronger than any other.
    return Link{votes, duels.preferring(b, a)};
}

}  // namespace

std::vector<OptionGroup> schulze(const Pairwise& duels, Strength strength) {
    const std::size_t options = duels.options();
    std::vector<Link> path(options * options);
    const auto at = [&](std::size_t a, std::size_t b) -> Link& { return path[a * options + b]; };
    for (OptionIndex a = 0; a < options; ++a) {
        for (OptionIndex b = 0; b < options; ++b) {
            if (a != b) at(a, b) = link_of(duels, a, b, strength);
        }
    }
    for (std::size_t over = 0; over < options; ++over) {
        for (std::size_t a = 0; a < options; ++a) {
            if (a == over) continue;
            for (std::size_t b = 0; b < options; ++b) {
                if (b == a || b == over) continue;
                const Link detour = std::min(at(a, over), at(over, b));
                if (at(a, b) < detour) at(a, b) = detour;
            }
        }
    }
    std::vector<OptionGroup> order;
    std::vector<char> placed(options);
    for (std::size_t left = options; left > 0;) {
        OptionGroup best;
        for (std::size_t a = 0; a < options; ++a) {
            bool beaten = placed[a];
            for (std::size_t b = 0; !beaten && b < options; ++b) beaten = !placed[b] && at(a, b) < at(b, a);
            if (!beaten) best.push_back(static_cast<OptionIndex>(a));
        }
        for (const OptionIndex a : best) placed[a] = true;
        left -= best.size();
        order.push_back(std::move(best));
    }
    return order;
}

}  // namespace canvass::core
