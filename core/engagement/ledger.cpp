#include "core/engagement/ledger.h"

#include <algorithm>
#include <utility>

namespace canvass::core {

MemberIndex Ledger::member(std::string_view name) {
    const MemberIndex member = names_.add(name);
    if (names_.size() > accounts_.size()) enter_member();
    return member;
}

void Ledger::enter_member() {
    const std::size_t types = model_->types.size();
    if (accounts_.size() == accounts_.capacity()) {
        const std::size_t room = accounts_.size() + accounts_.size() / 4 + 16;
        accounts_.reserve(room);
        activities_.reserve(room * types);
    }
    accounts_.emplace_back();
    activities_.resize(activities_.size() + types);
}

Entry Ledger::entry_of(const Event& event) {
    Entry entry;
    entry.key = event.key;
    entry.at = event.at;
    entry.member = member(event.member);
    if (!event.subject.empty() && entry.member != no_member) entry.subject = member(event.subject);
    entry.weight_q20 = event.weight_q20;
    entry.type = event.type;
    entry.utc_offset = static_cast<std::int16_t>(event.utc_offset);
    return entry;
}

Contribution Ledger::contribution_of(const Entry& entry) const noexcept {
    const std::uint64_t weight = model_->types[entry.type].weight_q20;
    // Weights of the model and of the event are below 2^30 and 2^27.
    return contribution((weight * entry.weight_q20 + (1u << 19)) >> 20, entry.at, model_->half_life);
}

Cell& Ledger::cell_of(MemberIndex member, std::uint16_t type, std::uint16_t group) {
    Cell& newest = activity(member, type).newest;
    std::vector<Cell>& older = accounts_[member].older;
    if (newest.empty() && newest.group < group) newest.group = group;  // never back: an older cell may be there
    if (newest.group == group) return newest;
    if (newest.group < group) {
        if (older.size() == older.capacity()) older.reserve(older.size() + 2);
        older.push_back(std::exchange(newest, Cell{0, 0, group, type}));
        older.back().type = type;
        return newest;
    }
    for (Cell& cell : older)
        if (cell.type == type && cell.group == group) return cell;
    return older.emplace_back(Cell{0, 0, group, type});
}

void Ledger::add(const Entry& entry) {
    const Contribution part = contribution_of(entry);
    Cell& cell = cell_of(entry.member, entry.type, group_of(part));
    cell.set(cell.amount() + amount_in_group(part));
}

void Ledger::take_away(const Entry& entry) {
    const Contribution part = contribution_of(entry);
    Cell& cell = cell_of(entry.member, entry.type, group_of(part));
    cell.set(cell.amount() - amount_in_group(part));
}

// The latest of the `counted` events of that member, type and local day that count.
std::uint32_t Ledger::last_counted(const Entry& like, std::uint32_t counted) const noexcept {
    const int day = local_day(like.at, like.utc_offset);
    std::uint32_t last = no_record;
    for (std::uint32_t at = accounts_[like.member].records; at != no_record && counted > 0; at = records_[at].next) {
        const Record& record = records_[at];
        if (record.state != Record::State::counts || record.entry.type != like.type) continue;
        if (local_day(record.entry.at, record.entry.utc_offset) != day) continue;
        --counted;
        if (last == no_record || is_earlier(records_[last].entry, record.entry)) last = at;
    }
    return last;
}

void Ledger::count(std::uint32_t index) {
    Record& record = records_[index];
    const Entry& entry = record.entry;
    Account& account = accounts_[entry.member];
    const int day = local_day(entry.at, entry.utc_offset);
    if (account.days.last() != day) account.days.add(day);
    if (account.newest == no_record || is_earlier(records_[account.newest].entry, entry)) account.newest = index;
    if (account.oldest == no_record || is_earlier(entry, records_[account.oldest].entry)) account.oldest = index;
    ++activity(entry.member, entry.type).count;

    record.state = Record::State::counts;
    const std::uint32_t limit = model_->types[entry.type].per_day;
    if (limit == 0) return add(entry);
    DayCount& today = days_.at(DayTable::key(entry.member, entry.type, day));
    if (today.counted < limit) {
        ++today.counted;
        if (today.last == no_record || is_earlier(records_[today.last].entry, entry)) today.last = index;
        return add(entry);
    }
    Record& last = records_[today.last];
    if (!is_earlier(entry, last.entry)) {
        record.state = Record::State::over_limit;
        return;
    }
    last.state = Record::State::over_limit;
    take_away(last.entry);
    add(entry);
    today.last = last_counted(entry, limit);
}

bool Ledger::is_limit_reached(const Event& event) const {
    const std::uint32_t limit = model_->types[event.type].per_day;
    const MemberIndex member = names_.find(event.member);
    if (limit == 0 || member == no_member) return false;
    const DayCount* day = days_.find(DayTable::key(member, event.type, local_day(event.at, event.utc_offset)));
    return day && day->counted >= limit && event.at >= records_[day->last].entry.at;
}

// The record that the key has, or will have: the next.
std::uint32_t Ledger::record_of(const EventKey& key) {
    return keys_.find_or_add(key, records_.size(),
                             [&](std::uint32_t record) { return records_[record].entry.key == key; });
}

Ledger::Outcome Ledger::apply(const Entry& entry) {
    if (entry.member == no_member || names_.is_gone(entry.member)) return Outcome::opted_out;
    if (records_.size() >= most_events) return Outcome::full;
    const std::uint32_t index = records_.size(), known = record_of(entry.key);
    if (known != index) return records_[known].state == Record::State::undone ? Outcome::undone : Outcome::again;
    Record& record = records_.add();
    record.entry = entry;
    MemberIndex& subject = record.entry.subject;
    if (subject != no_member && names_.is_gone(subject)) subject = no_member;
    record.next = std::exchange(accounts_[entry.member].records, index);
    if (subject != no_member) ++activity(subject, entry.type).received;
    count(index);
    return records_[index].state == Record::State::counts ? Outcome::counts : Outcome::over_limit;
}

void Ledger::apply(std::span<const Entry> entries) {
    constexpr std::size_t ahead = 8, near = 3;
    const std::size_t types = model_->types.size();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i + ahead < entries.size()) {
            const Entry& next = entries[i + ahead];
            keys_.fetch(next.key);
            if (next.member < accounts_.size()) {
                __builtin_prefetch(&accounts_[next.member]);
                __builtin_prefetch(&activities_[next.member * types + next.type]);
                days_.fetch(DayTable::key(next.member, next.type, local_day(next.at, next.utc_offset)));
            }
        }
        if (i + near < entries.size() && entries[i + near].member < accounts_.size()) {
            const Account& account = accounts_[entries[i + near].member];
            account.days.fetch();
            if (account.newest != no_record) __builtin_prefetch(&records_[account.newest]);
        }
        apply(entries[i]);
    }
}

Ledger::Outcome Ledger::apply(const Report& report) {
    if (const auto* event = std::get_if<Event>(&report)) return apply(entry_of(*event));
    if (const auto* undone = std::get_if<Undo>(&report)) return undo(undone->key) ? Outcome::undone : Outcome::again;
    opt_out(std::get<OptOut>(report).member);
    return Outcome::opted_out;
}

// Everything that the member's events come to, from the events that stand.
void Ledger::count_again(MemberIndex member) {
    Account& account = accounts_[member];
    account.older.clear();
    account.days.clear();
    account.newest = account.oldest = no_record;
    for (std::uint16_t type = 0; type < model_->types.size(); ++type) {
        activity(member, type).newest = {};
        activity(member, type).count = 0;
    }
    const auto each = [&](auto visit) {
        for (std::uint32_t at = account.records; at != no_record; at = records_[at].next) visit(at);
    };
    each([&](std::uint32_t at) {
        const Entry& entry = records_[at].entry;
        if (model_->types[entry.type].per_day == 0) return;
        DayCount& day = days_.at(DayTable::key(member, entry.type, local_day(entry.at, entry.utc_offset)));
        day.counted = 0;
        day.last = no_record;
    });
    // In their order, so that none comes late to a day whose limit is used up.
    std::vector<std::uint32_t> standing;
    each([&](std::uint32_t at) {
        if (records_[at].stands()) standing.push_back(at);
    });
    std::sort(standing.begin(), standing.end(), [&](std::uint32_t a, std::uint32_t b) {
        return is_earlier(records_[a].entry, records_[b].entry);
    });
    for (const std::uint32_t at : standing) count(at);
}

bool Ledger::undo(const EventKey& key) {
    const std::uint32_t index = records_.size(), known = record_of(key);
    if (known == index) {
        Record& never = records_.add();
        never.entry.key = key;
        never.state = Record::State::undone;
        return true;
    }
    Record& record = records_[known];
    if (!record.stands()) return false;
    record.state = Record::State::undone;
    if (record.entry.subject != no_member) --activity(record.entry.subject, record.entry.type).received;
    count_again(record.entry.member);
    return true;
}

void Ledger::opt_out(const EventKey& name_key) {
    const std::size_t known = names_.size();
    const MemberIndex member = names_.opt_out(name_key);
    if (names_.size() > known) return enter_member();  // nobody has heard of them
    for (std::uint32_t at = accounts_[member].records; at != no_record;) {
        Record& record = records_[at];
        const Entry& entry = record.entry;
        if (record.stands() && entry.subject != no_member) --activity(entry.subject, entry.type).received;
        at = record.next;
        const EventKey key = entry.key;
        record = Record{};
        record.entry.key = key;
        record.state = Record::State::erased;
    }
    accounts_[member] = {};
    const std::size_t types = model_->types.size();
    std::fill_n(activities_.begin() + static_cast<std::ptrdiff_t>(member * types), types, Activity{});
    for (std::uint32_t record = 0; record < records_.size(); ++record)
        if (records_[record].entry.subject == member) records_[record].entry.subject = no_member;
}

void Ledger::merge(const Ledger& other) {
    std::vector<MemberIndex> here(other.members(), no_member);
    for (MemberIndex there = 0; there < here.size(); ++there) {
        if (other.names_.is_gone(there)) opt_out(other.names_.key(there));
        else here[there] = member(other.names_.name(there));
    }
    const auto translated = [&](MemberIndex there) { return there == no_member ? no_member : here[there]; };
    for (std::uint32_t at = 0; at < other.records_.size(); ++at) {
        const Record& record = other.records_[at];
        if (record.state == Record::State::undone) undo(record.entry.key);
        if (!record.stands()) continue;
        Entry entry = record.entry;
        entry.member = translated(entry.member);
        entry.subject = translated(entry.subject);
        apply(entry);
    }
}

Size Ledger::size(MemberIndex member, std::uint16_t type) const noexcept {
    Sizing sizing;
    sizing.add(activities(member)[type].newest);
    for (const Cell& cell : accounts_[member].older)
        if (cell.type == type) sizing.add(cell);
    return sizing.size();
}

Size Ledger::size(MemberIndex member) const noexcept {
    Sizing sizing;
    for (const Activity& activity : activities(member)) sizing.add(activity.newest);
    for (const Cell& cell : accounts_[member].older) sizing.add(cell);
    return sizing.size();
}

Ledger::Bytes Ledger::bytes() const noexcept {
    Bytes bytes;
    bytes.accounts = accounts_.capacity() * sizeof(Account) + activities_.capacity() * sizeof(Activity);
    for (const Account& account : accounts_)
        bytes.accounts += account.older.capacity() * sizeof(Cell) + account.days.bytes();
    bytes.names = names_.bytes();
    bytes.events = records_.bytes() + keys_.bytes() + days_.bytes();
    return bytes;
}

}  // namespace canvass::core
