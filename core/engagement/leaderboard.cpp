#include "core/engagement/leaderboard.h"

namespace canvass::core {

bool Leaderboard::Ahead::operator()(const Place& a, const Place& b) const noexcept {
    if (!(a.size == b.size)) return b.size < a.size;
    return ledger->names().key(a.member) < ledger->names().key(b.member);
}

Leaderboard::Leaderboard(const Ledger& ledger) : ledger_(ledger), order_(Ahead{&ledger}) {
    for (MemberIndex member = 0; member < ledger.members(); ++member) refresh(member);
}

void Leaderboard::refresh(MemberIndex member) {
    if (member >= ledger_.members()) return;
    if (places_.size() <= member) places_.resize(std::size_t{member} + 1, order_.end());
    Order::iterator& place = places_[member];
    if (place != order_.end()) order_.erase(place);
    place = order_.end();
    if (ledger_.account(member).newest != no_record) place = order_.insert({ledger_.size(member), member}).first;
}

std::vector<MemberIndex> Leaderboard::first(std::size_t count) const {
    std::vector<MemberIndex> members;
    for (const Place& place : order_) {
        if (members.size() == count) break;
        members.push_back(place.member);
    }
    return members;
}

}  // namespace canvass::core
