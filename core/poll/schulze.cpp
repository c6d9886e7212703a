#include <algorithm>

#include "core/base/int128.h"
#include "core/poll/condorcet.h"

namespace canvass::core {
namespace {

struct Victory {
    std::int64_t votes, against;
    std::size_t place;  // in the matrix
};

bool is_weaker(const Victory& a, const Victory& b) {
    constexpr std::int64_t small = std::int64_t{1} << 31;
    if ((a.votes | a.against | b.votes | b.against) < small) return a.votes * b.against < b.votes * a.against;
    return static_cast<Int128>(a.votes) * b.against < static_cast<Int128>(b.votes) * a.against;
}

// How strong each victory is; 0: it is none. Only which is stronger matters, so ratios are told by their rank.
std::vector<std::int64_t> strengths(const Pairwise& duels, Strength strength) {
    const std::size_t options = duels.options();
    std::vector<std::int64_t> links(options * options);
    std::vector<Victory> victories;
    for (OptionIndex a = 0; a < options; ++a) {
        for (OptionIndex b = 0; b < options; ++b) {
            const std::int64_t margin = duels.margin(a, b);
            if (margin <= 0) continue;
            const std::size_t place = a * options + b;
            links[place] = strength == Strength::margins ? margin : duels.preferring(a, b);
            if (strength == Strength::ratio) victories.push_back({links[place], duels.preferring(b, a), place});
        }
    }
    std::sort(victories.begin(), victories.end(), is_weaker);
    std::int64_t rank = 0;
    for (std::size_t at = 0; at < victories.size(); ++at) {
        if (at == 0 || is_weaker(victories[at - 1], victories[at])) ++rank;
        links[victories[at].place] = rank;
    }
    return links;
}

}  // namespace

std::vector<OptionGroup> schulze(const Pairwise& duels, Strength strength) {
    const std::size_t options = duels.options();
    std::vector<std::int64_t> path = strengths(duels, strength);
    const auto at = [&](std::size_t a, std::size_t b) { return path[a * options + b]; };
    for (std::size_t over = 0; over < options; ++over) {
        const std::int64_t* const on = &path[over * options];
        for (std::size_t a = 0; a < options; ++a) {
            const std::int64_t to = a == over ? 0 : at(a, over);
            if (to == 0) continue;
            std::int64_t* const from = &path[a * options];
            for (std::size_t b = 0; b < options; ++b) from[b] = std::max(from[b], std::min(to, on[b]));
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
