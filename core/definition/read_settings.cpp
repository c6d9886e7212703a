// What makes a question a poll.
#include <algorithm>

#include "core/base/date.h"
#include "core/definition/loader.h"

namespace canvass::core {
Box<Poll> read_poll(const Fields& question) {
    const Value* value = question[Property::poll];
    if (!value) return {};
    Loader& loader = question.loader();
    const std::string pointer = question.place(Property::poll);
    const Fields fields(*value->as_object(), owner_bit(Owner::poll), pointer, loader);
    Poll poll;
    fields.read(Property::method, poll.method);
    constexpr std::string_view results[] = {"always", "onVote", "onClose", "staff"};
    const int shown = fields.choice(Property::results, results, fields[Property::results] ? -1 : 1);
    if (shown >= 0 && (!fields[Property::results] || fields.is(Property::results, results[shown]))) poll.results = static_cast<Poll::Results>(shown);
    else loader.report(Code::unknown_value, fields.place(Property::results), "results", "always | onVote | onClose | staff");
    poll.change_vote = fields.flag(Property::change_vote, true);
    if (fields[Property::closes]) {
        poll.closes = parse_iso(fields.text(Property::closes), 0);
        if (!poll.closes) {
            loader.report(Code::unknown_value, fields.place(Property::closes), "closes", "2026-12-31T18:00:00Z");
        }
    }
    fields.read(Property::seed, poll.seed);
    poll.seats = static_cast<std::size_t>(std::max(1, fields.count(Property::seats, 1)));
    if (const Value* rules = fields[Property::rules]) poll.rules = *rules;
    poll.secret = fields.flag(Property::secret, false);
    if (poll.secret) poll.change_vote = false;
    return poll;
}

}  // namespace canvass::core
