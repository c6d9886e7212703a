#include "core/engagement/slots.h"

#include <utility>

namespace canvass::core {

void KeyTable::grow() {
    std::vector<Slot> old(slots_.empty() ? 1024 : slots_.size() * 2);
    std::swap(old, slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.record == no_record) continue;
        std::size_t at = slot.half & mask;
        while (slots_[at].record != no_record) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

const DayCount* DayTable::find(std::uint64_t key) const noexcept {
    if (slots_.empty()) return nullptr;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = spread(key) & mask; slots_[slot].key != 0; slot = (slot + 1) & mask)
        if (slots_[slot].key == key) return &slots_[slot];
    return nullptr;
}

DayCount& DayTable::at(std::uint64_t key) {
    if ((used_ + 1) * 4 > slots_.size() * 3) {
        std::vector<DayCount> old(slots_.empty() ? 1024 : slots_.size() * 2);
        std::swap(old, slots_);
        for (const DayCount& count : old)
            if (count.key != 0) {
                std::size_t slot = spread(count.key) & (slots_.size() - 1);
                while (slots_[slot].key != 0) slot = (slot + 1) & (slots_.size() - 1);
                slots_[slot] = count;
            }
    }
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = spread(key) & mask;
    for (; slots_[slot].key != 0; slot = (slot + 1) & mask)
        if (slots_[slot].key == key) return slots_[slot];
    ++used_;
    slots_[slot].key = key;
    return slots_[slot];
}

}  // namespace canvass::core
