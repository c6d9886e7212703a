#include "core/engagement/fingerprint.h"

#include <algorithm>
#include <vector>

#include "core/base/hash.h"

namespace canvass::core {
namespace {

void put(std::string& bytes, std::uint64_t number) {
    for (int i = 0; i < 8; ++i) bytes += static_cast<char>(number >> (8 * i));
}

void put(std::string& bytes, const Ledger& ledger, MemberIndex member) {
    bytes += ledger.names().name(member);
    bytes += '\0';
    const Account& account = ledger.account(member);
    std::vector<Cell> cells = account.older;
    const auto activities = ledger.activities(member);
    for (std::uint16_t type = 0; type < activities.size(); ++type) {
        put(bytes, activities[type].count);
        put(bytes, activities[type].received);
        cells.push_back(activities[type].newest);
        cells.back().type = type;
    }
    std::erase_if(cells, [](const Cell& cell) { return cell.empty(); });
    std::sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {
        return a.type != b.type ? a.type < b.type : a.group < b.group;
    });
    for (const Cell& cell : cells) {
        put(bytes, static_cast<std::uint64_t>(cell.type) << 16 | cell.group);
        put(bytes, cell.low);
        put(bytes, cell.high);
    }
    for (int day = account.days.last(); day >= 0; day = account.days.last_until(day - 1))
        put(bytes, static_cast<std::uint64_t>(day));
    for (const std::uint32_t record : {account.oldest, account.newest})
        put(bytes, record == no_record ? ~std::uint64_t{0} : static_cast<std::uint64_t>(ledger.records()[record].entry.at));
}

bool is_known(const Ledger& ledger, MemberIndex member) {
    if (ledger.account(member).newest != no_record) return true;
    const auto activities = ledger.activities(member);
    return std::any_of(activities.begin(), activities.end(), [](const Activity& activity) { return activity.received > 0; });
}

}  // namespace

std::string fingerprint(const Ledger& ledger) {
    std::vector<MemberIndex> members;
    for (MemberIndex member = 0; member < ledger.members(); ++member)
        if (is_known(ledger, member)) members.push_back(member);
    std::sort(members.begin(), members.end(), [&](MemberIndex a, MemberIndex b) {
        return ledger.names().name(a) < ledger.names().name(b);
    });
    std::string bytes;
    for (const MemberIndex member : members) put(bytes, ledger, member);
    return hex(sha256(bytes));
}

}  // namespace canvass::core
