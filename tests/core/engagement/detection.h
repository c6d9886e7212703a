// How well scores find who is known to fade, to be new and unspoken to, and to carry a simulated community: beside a
// sum over the last 30 days and a score that is multiplied by 0.9 once a month, each with the threshold that suits it best.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/engagement/community.h"
#include "core/engagement/score_json.h"
#include "tests/core/engagement/simulated_community.h"

namespace canvass::core::engagement_tests {

struct Found {
    int right = 0, wrong = 0, missed = 0;

    double precision() const { return right + wrong == 0 ? 0 : static_cast<double>(right) / (right + wrong); }
    double recall() const { return right + missed == 0 ? 0 : static_cast<double>(right) / (right + missed); }
    double f1() const { return right == 0 ? 0 : 2 * precision() * recall() / (precision() + recall()); }
};

template <class Is, class Says>
Found compare(std::size_t people, Is is, Says says) {
    Found found;
    for (std::size_t i = 0; i < people; ++i) {
        const bool really = is(i), said = says(i);
        found.right += really && said;
        found.wrong += !really && said;
        found.missed += really && !said;
    }
    return found;
}

struct Detection {
    Found ours, window, monthly;
};
struct Detections {
    Detection fading, newcomers, carriers;
};

// The best of all thresholds: whoever is below (or above) it is said to be of the kind.
template <class Is>
Found best(const std::vector<double>& scores, bool below, Is is) {
    std::vector<double> sorted = scores;
    std::sort(sorted.begin(), sorted.end());
    Found best_found;
    for (std::size_t step = 1; step < 200; ++step) {
        const double threshold = sorted[sorted.size() * step / 200];
        const Found found = compare(scores.size(), is, [&](std::size_t i) {
            return below ? scores[i] <= threshold : scores[i] >= threshold;
        });
        if (found.f1() > best_found.f1()) best_found = found;
    }
    return best_found;
}

inline Detections detect(const Community& community, const std::shared_ptr<const Model>& model, std::int64_t begin) {
    const int today = community.days - 1;
    const std::int64_t at = begin + community.days * ms_per_day - 1;
    Ledger ledger(model);
    std::map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < community.people.size(); ++i) index[community.people[i].name] = i;
    std::vector<double> window(index.size()), monthly(index.size()), given(index.size());
    std::vector<bool> spoken_to(index.size());
    for (const Event& event : community.events) {
        ledger.apply(event);
        const std::size_t who = index[event.member];
        const auto day = static_cast<int>((event.at - begin) / ms_per_day);
        const double points = static_cast<double>(model->types[event.type].weight_q20) / (1 << 20);
        if (day > today - 30) window[who] += points;
        monthly[who] += points * std::pow(0.9, (today - day) / 30);
        if (day > today - 60) given[who] += points;
        if (!event.subject.empty()) spoken_to[index[event.subject]] = true;
    }

    std::vector<Standing> standings(index.size());
    std::vector<bool> here(index.size()), carries(index.size());
    std::vector<Standing> all = standings_of(ledger, at);
    for (const MemberIndex member : carriers_of(ledger, all)) carries[index[std::string(ledger.names().name(member))]] = true;
    for (Standing& standing : all) {
        const std::size_t who = index[std::string(ledger.names().name(standing.member))];
        here[who] = true;
        standings[who] = std::move(standing);
    }
    const auto& people = community.people;
    // Faded in the last half year, six weeks ago at least, of those who came often enough for anybody to notice.
    const auto is_fading = [&](std::size_t i) {
        return people[i].fades >= 0 && people[i].fades <= today - 42 && people[i].fades > today - 180 && people[i].rate >= 0.08;
    };
    const auto regular = [&](std::size_t i) {
        return people[i].joined <= today - 120 && people[i].rate >= 0.08 && !(people[i].fades >= 0 && !is_fading(i));
    };
    // Only of those can be said whether they fade.
    const auto judged = [&](auto says) { return [&, says](std::size_t i) { return regular(i) && says(i); }; };
    std::vector<double> window_of_regulars = window, monthly_of_regulars = monthly;
    for (std::size_t i = 0; i < people.size(); ++i)
        if (!regular(i)) window_of_regulars[i] = monthly_of_regulars[i] = 1e9;
    const auto is_new = [&](std::size_t i) { return people[i].joined > today - model->newcomer_days && !spoken_to[i]; };
    // Known by how they were made.
    const auto is_carrier = [&](std::size_t i) {
        return people[i].gives >= 12 && people[i].joined <= today - 30 && !(people[i].fades >= 0 && people[i].fades <= today - 30);
    };

    Detections detections;
    const std::size_t count = people.size();
    detections.fading = {compare(count, judged(is_fading), judged([&](std::size_t i) {
                                     return standings[i].rhythm && standings[i].rhythm->at_risk;
                                 })),
                         best(window_of_regulars, true, judged(is_fading)), best(monthly_of_regulars, true, judged(is_fading))};
    detections.newcomers = {compare(count, is_new, [&](std::size_t i) {
                                return here[i] && standings[i].newcomer && !standings[i].welcomed;
                            }),
                            best(window, true, is_new), best(monthly, true, is_new)};
    detections.carriers = {compare(count, is_carrier, [&](std::size_t i) { return carries[i]; }), best(window, false, is_carrier),
                           best(monthly, false, is_carrier)};
    return detections;
}

}  // namespace canvass::core::engagement_tests
