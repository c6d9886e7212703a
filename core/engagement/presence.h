// The days on which somebody was there, one bit each: day 0 is 1970-01-01, in the local time of whoever sets it.
// Sets of several members merge by OR, which is how communities are counted.
#pragma once

#include <cstdint>
#include <vector>

namespace canvass::core {

inline constexpr int last_day = 47'482;  // the year 2100

struct Streaks {
    int current = 0;  // days in a row up to today, or up to yesterday while today is still open
    int longest = 0;
};

class Presence {
public:
    // Days from 0 to last_day.
    void add(int day);
    void add(const Presence& other);
    bool has(int day) const noexcept;
    bool empty() const noexcept { return words_.empty(); }
    void clear() noexcept { words_.clear(); }

    int count() const noexcept;
    // Days from `first` to `last`, both included.
    int count(int first, int last) const noexcept;
    // The first and the last day there is; -1 when there is none.
    int first() const noexcept;
    int last() const noexcept;
    // The last day that is not after `day`; -1 when there is none.
    int last_until(int day) const noexcept;
    Streaks streaks(int today) const noexcept;

    void fetch() const noexcept {
        if (!words_.empty()) __builtin_prefetch(&words_.back());
    }
    std::size_t bytes() const noexcept { return words_.capacity() * sizeof(std::uint64_t); }

private:
    std::uint64_t word(int index) const noexcept;

    int base_ = 0;  // of the first word, in words
    std::vector<std::uint64_t> words_;
};

}  // namespace canvass::core
