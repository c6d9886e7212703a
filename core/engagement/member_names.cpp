#include "core/engagement/member_names.h"

#include <algorithm>

namespace canvass::core {

std::string_view MemberNames::name(MemberIndex member) const noexcept {
    const Entry& entry = entries_[member];
    return std::string_view(letters_).substr(entry.begin, entry.length);
}

// Where the key is, or where it would go. There are slots.
std::size_t MemberNames::slot_of(const EventKey& key) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = static_cast<std::size_t>(key.low) & mask;
    while (slots_[slot] != no_member && !(entries_[slots_[slot]].key == key)) slot = (slot + 1) & mask;
    return slot;
}

MemberIndex MemberNames::find(std::string_view name) const noexcept {
    if (slots_.empty()) return no_member;
    const MemberIndex member = slots_[slot_of(event_key(name))];
    return member == no_member || entries_[member].gone ? no_member : member;
}

MemberIndex MemberNames::enter(const EventKey& key, std::size_t slot) {
    const auto member = static_cast<MemberIndex>(entries_.size());
    entries_.push_back({key, 0, 0, false});
    slots_[slot] = member;
    if (entries_.size() * 2 > slots_.size()) {
        slots_.assign(slots_.size() * 2, no_member);
        for (MemberIndex each = 0; each < entries_.size(); ++each) slots_[slot_of(entries_[each].key)] = each;
    }
    return member;
}

MemberIndex MemberNames::add(std::string_view name) {
    if (slots_.empty()) slots_.assign(64, no_member);
    const EventKey key = event_key(name);
    const std::size_t slot = slot_of(key);
    if (slots_[slot] != no_member) return entries_[slots_[slot]].gone ? no_member : slots_[slot];
    const MemberIndex member = enter(key, slot);
    entries_[member].begin = static_cast<std::uint32_t>(letters_.size());
    entries_[member].length = static_cast<std::uint16_t>(name.size());
    letters_ += name;
    return member;
}

MemberIndex MemberNames::opt_out(const EventKey& key) {
    if (slots_.empty()) slots_.assign(64, no_member);
    const std::size_t slot = slot_of(key);
    const MemberIndex member = slots_[slot] != no_member ? slots_[slot] : enter(key, slot);
    Entry& entry = entries_[member];
    std::fill_n(letters_.begin() + entry.begin, entry.length, '\0');
    entry.length = 0;
    entry.gone = true;
    return member;
}

std::size_t MemberNames::bytes() const noexcept {
    return entries_.capacity() * sizeof(Entry) + letters_.capacity() + slots_.capacity() * sizeof(MemberIndex);
}

}  // namespace canvass::core
