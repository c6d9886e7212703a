#include "core/poll/numbers.h"

#include <algorithm>
#include <cmath>

namespace canvass::core {
namespace {

constexpr double normal_quantile = 1.959963984540054;  // of 0.975

// The regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz).
double incomplete_beta(double a, double b, double x) {
    if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
    if (x > (a + 1) / (a + b + 2)) return 1 - incomplete_beta(b, a, 1 - x);
    constexpr double tiny = 1e-300;
    double c = 1, d = 1 - (a + b) * x / (a + 1);
    d = 1 / (std::abs(d) < tiny ? tiny : d);
    double fraction = d;
    for (int m = 1; m < 400; ++m) {
        const double n = m;
        for (const double term : {n * (b - n) * x / ((a + 2 * n - 1) * (a + 2 * n)),
                                  -(a + n) * (a + b + n) * x / ((a + 2 * n) * (a + 2 * n + 1))}) {
            d = 1 + term * d;
            d = 1 / (std::abs(d) < tiny ? tiny : d);
            c = 1 + term / c;
            if (std::abs(c) < tiny) c = tiny;
            fraction *= c * d;
        }
        if (std::abs(c * d - 1) < 1e-15) break;
    }
    const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    return front * fraction / a;
}

Value pair_of(Interval interval) { return Value::array({interval.first, interval.second}); }

}  // namespace

Interval wilson_interval(std::int64_t successes, std::int64_t of) {
    if (of == 0) return {0, 1};
    const auto n = static_cast<double>(of);
    const double share = static_cast<double>(successes) / n, z2 = normal_quantile * normal_quantile;
    const double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
    const double half = normal_quantile / (1 + z2 / n) * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
    return {successes == 0 ? 0 : std::max(0.0, middle - half), successes == of ? 1 : std::min(1.0, middle + half)};
}

double student_quantile(std::int64_t degrees) {
    const auto df = static_cast<double>(std::max<std::int64_t>(degrees, 1));
    // P(|t| > q) = I_{df / (df + q²)}(df / 2, 1 / 2), which falls in q.
    double low = 0, high = 13;
    for (int step = 0; step < 200 && high - low > 1e-13; ++step) {
        const double middle = (low + high) / 2;
        (incomplete_beta(df / 2, 0.5, df / (df + middle * middle)) > 0.05 ? low : high) = middle;
    }
    return (low + high) / 2;
}

double student_margin(double sum_of_squares, std::int64_t count) {
    if (count < 2) return 0;
    const auto n = static_cast<double>(count);
    return student_quantile(count - 1) * std::sqrt(sum_of_squares / (n - 1) / n);
}

void NumberTally::add(double number, std::int64_t count) {
    if (!std::isfinite(number) || count == 0) return;
    const auto at = counts_.try_emplace(number == 0 ? 0.0 : number).first;
    if ((at->second += count) == 0) counts_.erase(at);
}

void NumberTally::merge(const NumberTally& other) {
    for (const auto& [number, count] : other.counts_) add(number, count);
}

Value NumberTally::result(std::string_view method) const {
    const double lowest = method == "nps" ? 0 : 1, highest = method == "nps" ? 10 : method == "csat" ? 5 : 7;
    const auto fits = [&](double number) {
        return method == "number" || (number >= lowest && number <= highest && std::trunc(number) == number);
    };
    std::int64_t count = 0, invalid = 0, high = 0, low = 0;
    double sum = 0;
    for (const auto& [number, times] : counts_) {
        if (!fits(number)) {
            invalid += times;
            continue;
        }
        count += times;
        sum += number * static_cast<double>(times);
        if (method == "nps" ? number >= 9 : number >= 4) high += times;
        if (number <= 6) low += times;
    }
    Value result = Value::object({{"count", static_cast<double>(count)}, {"invalid", static_cast<double>(invalid)}});
    if (count == 0) return result;
    const auto n = static_cast<double>(count);
    const double mean = sum / n;
    double squares = 0;
    Value histogram = Value::array(), least, most;
    double middle[2] = {0, 0};
    std::int64_t before = 0;
    for (const auto& [number, times] : counts_) {
        if (!fits(number)) continue;
        squares += (number - mean) * (number - mean) * static_cast<double>(times);
        histogram.push(Value::array({number, static_cast<double>(times)}));
        if (least.is_null()) least = Value(number);
        most = Value(number);
        if (before <= (count - 1) / 2 && (count - 1) / 2 < before + times) middle[0] = number;
        if (before <= count / 2 && count / 2 < before + times) middle[1] = number;
        before += times;
    }
    const double margin = student_margin(squares, count);
    result.set("mean", mean);
    result.set("meanInterval", pair_of({mean - margin, mean + margin}));
    result.set("median", (middle[0] + middle[1]) / 2);
    result.set("least", std::move(least));
    result.set("most", std::move(most));
    result.set("histogram", std::move(histogram));
    if (method == "nps") {
        const double p = static_cast<double>(high) / n, d = static_cast<double>(low) / n;
        const double score = 100 * (p - d), error = 100 * normal_quantile * std::sqrt((p + d - (p - d) * (p - d)) / n);
        result.set("score", score);
        result.set("interval", pair_of({std::max(-100.0, score - error), std::min(100.0, score + error)}));
        result.set("promoters", static_cast<double>(high));
        result.set("passives", static_cast<double>(count - high - low));
        result.set("detractors", static_cast<double>(low));
    } else if (method == "csat") {
        const Interval interval = wilson_interval(high, count);
        result.set("share", 100 * static_cast<double>(high) / n);
        result.set("interval", pair_of({100 * interval.first, 100 * interval.second}));
    }
    return result;
}

}  // namespace canvass::core
