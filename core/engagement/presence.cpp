#include "core/engagement/presence.h"

#include <algorithm>
#include <bit>

namespace canvass::core {

void Presence::add(int day) {
    const int index = day / 64;
    if (words_.empty()) base_ = index;
    if (index < base_) {
        words_.insert(words_.begin(), static_cast<std::size_t>(base_ - index), 0);
        base_ = index;
    }
    const auto at = static_cast<std::size_t>(index - base_);
    if (at >= words_.capacity()) words_.reserve(at + 2);  // they are many, and come one by one
    if (at >= words_.size()) words_.resize(at + 1);
    words_[at] |= std::uint64_t{1} << (day % 64);
}

void Presence::add(const Presence& other) {
    if (other.empty()) return;
    // Both ends first, so that every word of the other has its place.
    add(other.first());
    add(other.last());
    for (std::size_t i = 0; i < other.words_.size(); ++i) {
        const int index = other.base_ + static_cast<int>(i) - base_;
        if (index >= 0 && index < static_cast<int>(words_.size())) words_[static_cast<std::size_t>(index)] |= other.words_[i];
    }
}

std::uint64_t Presence::word(int index) const noexcept {
    const int at = index - base_;
    return at >= 0 && at < static_cast<int>(words_.size()) ? words_[static_cast<std::size_t>(at)] : 0;
}

bool Presence::has(int day) const noexcept { return day >= 0 && (word(day / 64) >> (day % 64) & 1) != 0; }

int Presence::count() const noexcept { return count(0, last_day); }

int Presence::count(int first, int last) const noexcept {
    first = std::max(first, base_ * 64);
    last = std::min(last, (base_ + static_cast<int>(words_.size())) * 64 - 1);
    int days = 0;
    for (int index = first / 64; first <= last && index <= last / 64; ++index) {
        std::uint64_t part = word(index);
        if (index == first / 64) part &= ~std::uint64_t{0} << (first % 64);
        if (index == last / 64) part &= ~std::uint64_t{0} >> (63 - last % 64);
        days += std::popcount(part);
    }
    return days;
}

int Presence::first() const noexcept {
    for (std::size_t i = 0; i < words_.size(); ++i)
        if (words_[i] != 0) return (base_ + static_cast<int>(i)) * 64 + std::countr_zero(words_[i]);
    return -1;
}

int Presence::last() const noexcept { return last_until(last_day); }

int Presence::last_until(int day) const noexcept {
    if (day < 0 || words_.empty()) return -1;
    const int end = base_ + static_cast<int>(words_.size());
    for (int index = std::min(day / 64, end - 1); index >= base_; --index) {
        std::uint64_t part = word(index);
        if (index == day / 64) part &= ~std::uint64_t{0} >> (63 - day % 64);
        if (part != 0) return index * 64 + 63 - std::countl_zero(part);
    }
    return -1;
}

Streaks Presence::streaks(int today) const noexcept {
    Streaks streaks;
    int length = 0, previous = -2;
    for (std::size_t i = 0; i < words_.size(); ++i)
        for (std::uint64_t part = words_[i]; part != 0; part &= part - 1) {
            const int day = (base_ + static_cast<int>(i)) * 64 + std::countr_zero(part);
            if (day > today) return streaks;
            length = day == previous + 1 ? length + 1 : 1;
            streaks.longest = std::max(streaks.longest, length);
            streaks.current = day >= today - 1 ? length : 0;
            previous = day;
        }
    return streaks;
}

}  // namespace canvass::core
