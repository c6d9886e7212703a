// What makes a question a poll.
#include <algorithm>

#include "core/base/date.h"
#include "core/definition/loader.h"

namespace canvass::core {
Box<Poll> read_poll(Loader& loader, const Value* value, const std::string& pointer) {
    if (!value) return {};
    const Fields fields = read_fields(*value->as_object(), owner_bit(Owner::poll), pointer, loader);
    Poll poll;
    poll.method = fields.text(Property::method);
    if (fields[Property::results]) {
        constexpr std::string_view allowed[] = {"always", "onVote", "onClose", "staff"};
        const auto found = std::find(std::begin(allowed), std::end(allowed), fields.text(Property::results));
        if (found == std::end(allowed)) {
            loader.report(Code::unknown_value, pointer_to(pointer, "results"), "results",
                          "always | onVote | onClose | staff");
        } else {
            poll.results = static_cast<Poll::Results>(found - std::begin(allowed));
        }
    }
    poll.change_vote = fields.flag(Property::change_vote, true);
    if (fields[Property::closes]) {
        poll.closes = parse_iso(fields.text(Property::closes), 0);
        if (!poll.closes) {
            loader.report(Code::unknown_value, pointer_to(pointer, "closes"), "closes", "2026-12-31T18:00:00Z");
        }
    }
    poll.seed = fields.text(Property::seed);
    poll.seats = static_cast<std::size_t>(std::max(1, fields.count(Property::seats, 1)));
    if (const Value* rules = fields[Property::rules]) poll.rules = *rules;
    poll.secret = fields.flag(Property::secret, false);
    if (poll.secret) poll.change_vote = false;
    return poll;
}

}  // namespace canvass::core
