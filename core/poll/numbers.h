// Polls whose ballots are numbers: what they come to, and how sure that is.
//
// - number: mean, median (of an even count the mean of the two in the middle), least, most, and how many gave which.
// - nps: of answers from 0 to 10 the promoters (9, 10) less the detractors (0 … 6), in percent of the answers; its
//   variance is p + d − (p − d)², its error √(variance ÷ n).
// - csat: of answers from 1 to 5 those with 4 or 5, in percent, with Wilson's interval.
// - ces: of answers from 1 to 7 the mean, with Student's interval.
// Answers outside the scale are invalid. Intervals are those of 95 %. Nothing here elects, so numbers are doubles.
//
// A sum: answers are added and withdrawn in any order, and tallies merge. Cost: O(log distinct) an answer.
// Sources: Wilson 1927; Student 1908; the variance of a difference of two shares of one sample.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

#include "core/base/value.h"

namespace canvass::core {

using Interval = std::pair<double, double>;

Interval wilson_interval(std::int64_t successes, std::int64_t of);
// The mean's half width; 0 for fewer than two answers. `sum_of_squares` is that of the distances from the mean.
double student_margin(double sum_of_squares, std::int64_t count);
// So that a Student-distributed number of these degrees of freedom lies within ± it in 95 % of cases.
double student_quantile(std::int64_t degrees);

class NumberTally {
public:
    void add(double number, std::int64_t count = 1);
    void withdraw(double number, std::int64_t count = 1) { add(number, -count); }
    void merge(const NumberTally& other);

    // {count, mean, meanInterval, median, least, most, histogram: [[number, count], …]}; by the scales of nps, csat
    // and ces also {invalid} and {score, interval, promoters, passives, detractors} or {share, interval}.
    Value result(std::string_view method) const;

    friend bool operator==(const NumberTally&, const NumberTally&) = default;

private:
    std::map<double, std::int64_t> counts_;
};

}  // namespace canvass::core
