// What a member did, as it is reported: by the widget (seen, started, answered, voted, completed, returned), by
// the host page or by a server (posted, replied, liked, attended, helped, …).
//
//   {"id": "e-1", "member": "m-7", "type": "replied", "at": "2026-11-27T08:15:00+01:00",
//    "weight"?: 2, "subject"?: "m-3", "details"?: {"nps": 4}}
//   {"undo": "e-1"}         that event never was
//   {"optOut": "m-7"}       everything of this member is erased, and nothing more is taken
//
// `at` is ISO 8601, or milliseconds since 1970; its offset tells which day it was for the member. Without one it
// is the model's. `weight` multiplies what the type is worth (above 0, to 100). `subject` is another member whom
// it was about. `id` is anything, once; an event that comes again counts once.
// Errors: every fault of a report, with its pointer. MemberNames end at 200 bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/result.h"
#include "core/base/value.h"

namespace canvass::core {

struct Model;

// The first half of an id's SHA-256.
struct EventKey {
    std::uint64_t high = 0, low = 0;

    friend bool operator==(const EventKey&, const EventKey&) = default;
    friend bool operator<(const EventKey& a, const EventKey& b) noexcept {
        return a.high != b.high ? a.high < b.high : a.low < b.low;
    }
};
EventKey event_key(std::string_view id);

struct Event {
    EventKey key;
    std::string member;
    std::string subject;     // "": nobody
    std::uint16_t type = 0;  // of the model
    std::int64_t at = 0;     // ms since 1970
    int utc_offset = 0;      // minutes
    std::uint32_t weight_q20 = 1u << 20;
    Value details;           // an object, or null
};
struct Undo {
    EventKey key;
};
struct OptOut {
    std::string member;
};
using Report = std::variant<Event, Undo, OptOut>;

Result<Report> report_from_json(const Value& json, const Model& model);

// Days since 1970 in local time.
int local_day(std::int64_t at, int utc_offset) noexcept;

}  // namespace canvass::core
