// What the members of a community did, and what it is worth: events go in one by one, and everything that is
// asked (score.h, facts.h, community.h, leaderboard.h) is read from here.
//
// The order in which events, undoing and opting out arrive leaves no trace, nor does it matter which of several
// ledgers took them before they were merged: equal sets of reports give equal states, bit by bit
// (fingerprint.h). An event counts once by its key (of two different events with one key, the one that came first). Of a type with a limit a day, the first events of the
// member's local day count, by time and then by key, whichever came first.
//
// Cost: an event is O(1), and O(events of the member) when it comes late to a day whose limit is used up; undoing
// is O(n log n) of the member's events, opting out O(events). Memory: `Bytes`.
// Ownership: a ledger owns what it holds and shares its model. Errors: an event that cannot be taken is an
// Outcome and changes nothing; a ledger takes most_events.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/engagement/event.h"
#include "core/engagement/model.h"
#include "core/engagement/member_names.h"
#include "core/engagement/presence.h"
#include "core/engagement/slots.h"

namespace canvass::core {

inline constexpr std::size_t most_events = 100'000'000;

// An event with its members by number.
struct Entry {
    EventKey key;
    std::int64_t at = 0;
    MemberIndex member = no_member;
    MemberIndex subject = no_member;
    std::uint32_t weight_q20 = 1u << 20;
    std::uint16_t type = 0;
    std::int16_t utc_offset = 0;
};

struct Record {
    enum class State : std::uint8_t { counts, over_limit, undone, erased };
    Entry entry;
    std::uint32_t next = no_record;  // of the same member
    State state = State::counts;

    bool stands() const noexcept { return state == State::counts || state == State::over_limit; }
};

// Records stay where they are while more come.
class Records {
public:
    std::uint32_t size() const noexcept { return size_; }
    Record& operator[](std::uint32_t index) noexcept { return blocks_[index / block][index % block]; }
    const Record& operator[](std::uint32_t index) const noexcept { return blocks_[index / block][index % block]; }
    Record& add() {
        if (size_ % block == 0) blocks_.push_back(std::make_unique<Record[]>(block));
        return (*this)[size_++];
    }
    std::size_t bytes() const noexcept { return blocks_.size() * block * sizeof(Record); }

private:
    static constexpr std::uint32_t block = 4096;

    std::vector<std::unique_ptr<Record[]>> blocks_;
    std::uint32_t size_ = 0;
};

// One type of activity of one member.
struct Activity {
    Cell newest;
    std::uint32_t count = 0;     // done, those over the limit included
    std::uint32_t received = 0;  // done by others about this member
};

struct Account {
    std::vector<Cell> older;  // of all types
    Presence days;
    std::uint32_t records = no_record;  // the last that came; they are chained
    std::uint32_t newest = no_record;   // the last that happened
    std::uint32_t oldest = no_record;
};

class Ledger {
public:
    enum class Outcome : std::uint8_t { counts, over_limit, again, undone, opted_out, full };

    explicit Ledger(std::shared_ptr<const Model> model) : model_(std::move(model)) {}

    const Model& model() const noexcept { return *model_; }

    // The member's number, new if need be; no_member for one who opted out.
    MemberIndex member(std::string_view name);
    MemberIndex find(std::string_view name) const noexcept { return names_.find(name); }
    std::size_t members() const noexcept { return accounts_.size(); }
    const MemberNames& names() const noexcept { return names_; }

    // Whether the event would be over its type's limit for the day, as far as is known.
    bool is_limit_reached(const Event& event) const;
    Entry entry_of(const Event& event);
    Outcome apply(const Entry& entry);
    // Many at once: what later ones touch is fetched while earlier ones are counted.
    void apply(std::span<const Entry> entries);
    Outcome apply(const Report& report);

    // False when it was undone before. An event that has not come yet will not count either.
    bool undo(const EventKey& key);
    void opt_out(std::string_view name) { opt_out(event_key(name)); }
    void opt_out(const EventKey& name_key);
    // Takes everything of the other, whose model must be worth the same.
    void merge(const Ledger& other);

    const Account& account(MemberIndex member) const noexcept { return accounts_[member]; }
    std::span<const Activity> activities(MemberIndex member) const noexcept {
        const std::size_t types = model_->types.size();
        return {activities_.data() + member * types, types};
    }
    const Records& records() const noexcept { return records_; }
    // What the member's events come to that still stand; one type, or all.
    Size size(MemberIndex member) const noexcept;
    Size size(MemberIndex member, std::uint16_t type) const noexcept;
    Contribution contribution_of(const Entry& entry) const noexcept;

    struct Bytes {
        std::size_t accounts = 0, names = 0, events = 0;
    };
    Bytes bytes() const noexcept;

private:
    Activity& activity(MemberIndex member, std::uint16_t type) noexcept {
        return activities_[member * model_->types.size() + type];
    }
    void enter_member();
    void count(std::uint32_t index);
    void add(const Entry& entry);
    void take_away(const Entry& entry);
    Cell& cell_of(MemberIndex member, std::uint16_t type, std::uint16_t group);
    void count_again(MemberIndex member);
    std::uint32_t last_counted(const Entry& like, std::uint32_t counted) const noexcept;
    std::uint32_t record_of(const EventKey& key);

    std::shared_ptr<const Model> model_;
    MemberNames names_;
    std::vector<Account> accounts_;
    std::vector<Activity> activities_;  // members × types
    Records records_;
    KeyTable keys_;
    DayTable days_;
};

// Which of two events happened first, the keys deciding where the times are equal.
inline bool is_earlier(const Entry& a, const Entry& b) noexcept { return a.at != b.at ? a.at < b.at : a.key < b.key; }

}  // namespace canvass::core
