// Members by score, kept in order event by event: O(log members) for each, and nothing to do as time passes, because
// all scores fade alike. Equal scores stand in an order that is the same everywhere, but means nothing.
// Ownership: reads the ledger, which must outlive it.
#pragma once

#include <set>
#include <vector>

#include "core/engagement/ledger.h"

namespace canvass::core {

class Leaderboard {
public:
    // With everybody who is in the ledger.
    explicit Leaderboard(const Ledger& ledger);

    // After an event of this member, or when one was undone or opted out.
    void refresh(MemberIndex member);
    std::vector<MemberIndex> first(std::size_t count) const;
    std::size_t size() const noexcept { return order_.size(); }

private:
    struct Place {
        Size size;
        MemberIndex member;
    };
    struct Ahead {
        const Ledger* ledger;
        bool operator()(const Place& a, const Place& b) const noexcept;
    };
    using Order = std::set<Place, Ahead>;

    const Ledger& ledger_;
    Order order_;
    std::vector<Order::iterator> places_;  // by member; end() for who has none
};

}  // namespace canvass::core
