#include "core/poll/tally.h"

#include <algorithm>
#include <numeric>

#include "core/base/number.h"

namespace canvass::core {
namespace {

constexpr std::int64_t whole_in_tenths = 1'000;

std::vector<OptionIndex> indices(std::size_t count) {
    std::vector<OptionIndex> all(count);
    for (std::size_t i = 0; i < count; ++i) all[i] = static_cast<OptionIndex>(i);
    return all;
}

// Exact up to most_votes.
double json_number(std::int64_t count) { return static_cast<double>(count); }

Value names_of(const OptionGroup& group, const std::vector<std::string>& names) {
    Value::Array list;
    for (const OptionIndex option : group) list.push_back(names[option]);
    return list;
}

template <class TextOf>
Value by_name(const std::vector<std::int64_t>& numbers, const std::vector<std::string>& names, TextOf text_of) {
    Value::Object members;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        members.push_back(Value::Member{names[i], Value(text_of(numbers[i]))});
    return members;
}

// A number of parts of 10^decimals as a decimal: 150000 and 5 are "1.50000".
std::string scaled_text(std::int64_t parts, int decimals) {
    std::int64_t unit = 1;
    for (int digit = 0; digit < decimals; ++digit) unit *= 10;
    std::string text = number_text(json_number(parts / unit));
    if (decimals == 0) return text;
    std::string behind = number_text(json_number(parts % unit));
    behind.insert(0, static_cast<std::size_t>(decimals) - behind.size(), '0');
    return text + "." + behind;
}

Value round_to_json(const TallyRound& round, const std::vector<std::string>& names, int decimals) {
    Value tally = Value::object();
    for (std::size_t i = 0; i < round.votes.size(); ++i) {
        if (round.out.empty() || !round.out[i]) tally.set(names[i], Value(scaled_text(round.votes[i], decimals)));
    }
    Value json;
    json.set("tally", std::move(tally));
    json.set("threshold", round.threshold ? Value(scaled_text(*round.threshold, decimals)) : Value());
    json.set("elected", names_of(round.elected, names));
    json.set("eliminated", names_of(round.eliminated, names));
    if (round.inactive) json.set("inactive", Value(scaled_text(*round.inactive, decimals)));
    return json;
}

Value decision_to_json(const Decision& decision, const std::vector<std::string>& names) {
    constexpr const char* whys[] = {"duels", "topScores", "sum", "earlierRound", "candidateOrder", "lot"};
    return Value::object({{"because", whys[static_cast<std::size_t>(decision.why)]},
                          {"option", Value(names[decision.option])},
                          {"tied", names_of(decision.tied, names)},
                          {"round", static_cast<double>(decision.round + 1)}});
}

Value duels_to_json(const std::vector<std::int64_t>& duels, const std::vector<std::string>& names) {
    Value rows = Value::object();
    for (std::size_t a = 0; a < names.size(); ++a) {
        Value row = Value::object();
        for (std::size_t b = 0; b < names.size(); ++b) {
            if (a != b) row.set(names[b], json_number(duels[a * names.size() + b]));
        }
        rows.set(names[a], std::move(row));
    }
    return rows;
}

}  // namespace

TallyResult result_of_order(std::string method, std::vector<OptionGroup> order, std::size_t seats) {
    TallyResult result;
    result.method = std::move(method);
    for (const OptionGroup& group : order) {
        if (result.winners.size() >= seats) break;
        if (result.winners.size() + group.size() > seats) result.tied = group;
        result.winners.insert(result.winners.end(), group.begin(), group.end());
    }
    result.order = std::move(order);
    return result;
}

std::vector<OptionGroup> order_by_votes(const std::vector<std::int64_t>& votes) {
    std::vector<OptionIndex> ranked = indices(votes.size());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](OptionIndex a, OptionIndex b) { return votes[a] > votes[b]; });
    std::vector<OptionGroup> order;
    for (const OptionIndex option : ranked) {
        if (order.empty() || votes[order.back().front()] != votes[option]) order.emplace_back();
        order.back().push_back(option);
    }
    return order;
}

std::vector<std::int64_t> shares_of_sum(const std::vector<std::int64_t>& counts) {
    const std::int64_t sum = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    std::vector<std::int64_t> shares(counts.size());
    if (sum == 0) return shares;
    std::int64_t left = whole_in_tenths;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        shares[i] = counts[i] * whole_in_tenths / sum;
        left -= shares[i];
    }
    const auto remainder = [&](OptionIndex option) { return counts[option] * whole_in_tenths % sum; };
    std::vector<OptionIndex> ranked = indices(counts.size());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](OptionIndex a, OptionIndex b) { return remainder(a) > remainder(b); });
    for (std::int64_t i = 0; i < left; ++i) ++shares[ranked[static_cast<std::size_t>(i)]];
    return shares;
}

std::int64_t share_of(std::int64_t count, std::int64_t whole) {
    if (whole == 0) return 0;
    const std::int64_t remainder = count * whole_in_tenths % whole;
    return count * whole_in_tenths / whole + (remainder >= whole - remainder ? 1 : 0);
}

std::string percent_text(std::int64_t tenths) {
    return number_text(json_number(tenths / 10)) + '.' + static_cast<char>('0' + tenths % 10);
}

Value to_json(const TallyResult& result, const std::vector<std::string>& names) {
    Value order = Value::array(), rounds = Value::array();
    for (const OptionGroup& group : result.order) order.push(names_of(group, names));
    for (const TallyRound& round : result.rounds) rounds.push(round_to_json(round, names, result.decimals));

    Value json;
    json.set("method", result.method);
    json.set("winners", names_of(result.winners, names));
    json.set("tied", names_of(result.tied, names));
    json.set("order", std::move(order));
    json.set("rounds", std::move(rounds));
    json.set("decidedByLot", result.decided_by_lot);
    json.set("ballots", json_number(result.ballots));
    json.set("abstentions", json_number(result.abstentions));
    json.set("invalid", json_number(result.invalid));
    json.set("voters", json_number(result.voters));
    if (!result.decisions.empty()) {
        Value decisions = Value::array();
        for (const Decision& decision : result.decisions) decisions.push(decision_to_json(decision, names));
        json.set("decisions", std::move(decisions));
    }
    if (!result.duels.empty()) json.set("duels", duels_to_json(result.duels, names));
    if (!result.points.empty()) {
        Value points = Value::object();
        for (std::size_t i = 0; i < names.size(); ++i) points.set(names[i], Value(result.points[i]));
        json.set("points", std::move(points));
    }
    if (const Value::Object* measures = result.measures.as_object()) {
        for (const Value::Member& member : *measures) json.set(member.name, member.value);
    }
    if (result.rounds.empty() || result.decimals > 0) return json;

    const std::vector<std::int64_t>& votes = result.rounds.back().votes;
    const auto of_voters = [&](std::int64_t count) { return percent_text(share_of(count, result.voters)); };
    json.set("votes", json_number(std::accumulate(votes.begin(), votes.end(), std::int64_t{0})));
    json.set("percentages", by_name(shares_of_sum(votes), names, percent_text));
    json.set("percentagesOfVoters", by_name(votes, names, of_voters));
    return json;
}

}  // namespace canvass::core
