#include "core/poll/positional.h"

#include <algorithm>
#include <numeric>

namespace canvass::core {
namespace {

// Calls visit(option, first place, places) for each group: places from 0, those that are not ranked last.
template <class Visit>
void for_each_group(std::size_t options, const Ballot& ballot, Unranked unranked, Visit visit) {
    std::vector<char> seen(options);
    std::size_t place = 0;
    const auto take = [&](const OptionGroup& group) {
        for (const OptionIndex option : group) visit(option, place, group.size());
        place += group.size();
    };
    for (const OptionGroup& listed : ballot.ranking) {
        OptionGroup group;
        for (const OptionIndex option : listed) {
            if (option >= options || seen[option]) continue;
            seen[option] = true;
            group.push_back(option);
        }
        take(group);
    }
    if (unranked == Unranked::ignored) return;
    OptionGroup rest;
    for (OptionIndex option = 0; option < options; ++option) {
        if (!seen[option]) rest.push_back(option);
    }
    take(rest);
}

}  // namespace

Points borda_points(std::size_t options) { return {std::vector<Int128>(options), 2}; }

Points dowdall_points(std::size_t options) {
    Points points{std::vector<Int128>(options), 1};
    for (std::int64_t place = 1; place <= static_cast<std::int64_t>(std::min(options, most_dowdall_options)); ++place) {
        points.unit *= place / std::gcd(static_cast<std::int64_t>(points.unit), place);
    }
    points.unit *= points.unit;
    return points;
}

void add_borda(Points& points, const Ballot& ballot, std::int64_t count, Unranked unranked) {
    const std::size_t options = points.points.size();
    const std::size_t top = unranked == Unranked::last ? options - 1 : options;
    for_each_group(options, ballot, unranked, [&](OptionIndex option, std::size_t place, std::size_t places) {
        // The mean of top − place … top − place − places + 1, twice.
        const auto twice = static_cast<std::int64_t>(2 * (top - place)) - static_cast<std::int64_t>(places - 1);
        points.points[option] += static_cast<Int128>(twice) * count;
    });
}

void add_dowdall(Points& points, const Ballot& ballot, std::int64_t count, Unranked unranked) {
    const std::size_t options = points.points.size();
    for_each_group(options, ballot, unranked, [&](OptionIndex option, std::size_t place, std::size_t places) {
        Int128 sum = 0;
        for (std::size_t at = 0; at < places; ++at) sum += points.unit / static_cast<std::int64_t>(place + at + 1);
        points.points[option] += sum / static_cast<std::int64_t>(places) * count;
    });
}

std::vector<OptionGroup> order_by_points(const Points& points) {
    OptionGroup ranked(points.points.size());
    std::iota(ranked.begin(), ranked.end(), OptionIndex{0});
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](OptionIndex a, OptionIndex b) { return points.points[a] > points.points[b]; });
    std::vector<OptionGroup> order;
    for (const OptionIndex option : ranked) {
        if (order.empty() || points.points[order.back().front()] != points.points[option]) order.emplace_back();
        order.back().push_back(option);
    }
    return order;
}

std::string decimal_text(Int128 over, Int128 under) {
    std::string text;
    if (over < 0) {
        text += '-';
        over = -over;
    }
    std::string whole;
    for (Int128 rest = over / under; rest > 0 || whole.empty(); rest /= 10) whole += static_cast<char>('0' + static_cast<int>(rest % 10));
    std::reverse(whole.begin(), whole.end());
    text += whole;
    Int128 rest = over % under;
    if (rest == 0) return text;
    text += '.';
    for (int digit = 0; digit < 9 && rest > 0; ++digit) {
        rest *= 10;
        text += static_cast<char>('0' + static_cast<int>(rest / under));
        rest %= under;
    }
    return text;
}

}  // namespace canvass::core
