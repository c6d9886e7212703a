// The members of a community by number: a name gets the next number when it first comes, and keeps it.
//
// Whoever opted out keeps a number, but no name: what stays is half of the SHA-256 of the name, so that it is
// recognised, and nothing more is taken of it, without being known.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/engagement/event.h"

namespace canvass::core {

using MemberIndex = std::uint32_t;
inline constexpr MemberIndex no_member = 0xFFFF'FFFF;

class MemberNames {
public:
    std::size_t size() const noexcept { return entries_.size(); }
    // "" of a member who opted out. Valid until the next name comes or goes.
    std::string_view name(MemberIndex member) const noexcept;
    bool is_gone(MemberIndex member) const noexcept { return entries_[member].gone; }
    const EventKey& key(MemberIndex member) const noexcept { return entries_[member].key; }

    // no_member when there is none of that name, or it opted out.
    MemberIndex find(std::string_view name) const noexcept;
    // The same, but a new name is taken in.
    MemberIndex add(std::string_view name);
    // Erases the name for good; its number, new if it was unknown. `key` is event_key(name).
    MemberIndex opt_out(const EventKey& key);

    std::size_t bytes() const noexcept;

private:
    struct Entry {
        EventKey key;
        std::uint32_t begin = 0;  // in letters_
        std::uint16_t length = 0;
        bool gone = false;
    };
    std::size_t slot_of(const EventKey& key) const noexcept;
    MemberIndex enter(const EventKey& key, std::size_t slot);

    std::vector<Entry> entries_;
    std::string letters_;
    std::vector<MemberIndex> slots_;  // a power of two, at most half full
};

}  // namespace canvass::core
