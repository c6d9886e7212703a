// Two tables with open addressing for what a ledger asks at every event: which record an event's key has, and how
// much of a day's limit is used up. Both only grow, and can be fetched ahead of the question.
#pragma once

#include <cstdint>
#include <vector>

#include "core/engagement/event.h"

namespace canvass::core {

inline constexpr std::uint32_t no_record = 0xFFFF'FFFF;

// Holds half of each key; what asks knows the whole of it.
class KeyTable {
public:
    // The record of this key, or, when it is new, `next`, which it has from then on. `is(record)` tells whether a
    // record's key is this one.
    template <class Is>
    std::uint32_t find_or_add(const EventKey& key, std::uint32_t next, Is is) {
        if ((used_ + 1) * 4 > slots_.size() * 3) grow();
        const std::size_t mask = slots_.size() - 1;
        const auto half = static_cast<std::uint32_t>(key.low);
        std::size_t at = half & mask;
        for (; slots_[at].record != no_record; at = (at + 1) & mask)
            if (slots_[at].half == half && is(slots_[at].record)) return slots_[at].record;
        slots_[at] = {half, next};
        ++used_;
        return next;
    }
    void fetch(const EventKey& key) const noexcept {
        if (!slots_.empty()) __builtin_prefetch(&slots_[static_cast<std::uint32_t>(key.low) & (slots_.size() - 1)]);
    }
    std::size_t bytes() const noexcept { return slots_.capacity() * sizeof(Slot); }

private:
    struct Slot {
        std::uint32_t half = 0;
        std::uint32_t record = no_record;
    };
    void grow();

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

// What one member did of one type on one local day.
struct DayCount {
    std::uint64_t key = 0;  // 0: free
    std::uint32_t counted = 0;
    std::uint32_t last = no_record;  // the latest that counts
};

class DayTable {
public:
    static std::uint64_t key(std::uint32_t member, std::uint16_t type, int day) noexcept {
        return (static_cast<std::uint64_t>(member) << 24 | static_cast<std::uint64_t>(type) << 16 |
                static_cast<std::uint64_t>(day)) + 1;
    }
    const DayCount* find(std::uint64_t key) const noexcept;  // nullptr: there is none
    // Valid until the next is asked for.
    DayCount& at(std::uint64_t key);
    void fetch(std::uint64_t key) const noexcept {
        if (!slots_.empty()) __builtin_prefetch(&slots_[spread(key) & (slots_.size() - 1)]);
    }
    std::size_t bytes() const noexcept { return slots_.capacity() * sizeof(DayCount); }

private:
    static std::size_t spread(std::uint64_t key) noexcept {
        return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> 20);
    }

    std::vector<DayCount> slots_;
    std::size_t used_ = 0;
};

}  // namespace canvass::core
