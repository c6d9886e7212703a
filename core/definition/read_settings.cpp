// What makes a question a poll.
#include <algorithm>

#include "core/base/date.h"
#include "core/definition/loader.h"

namespace canvass::core {
namespace {

// Whatever method can count what the question asks, the usual one first; empty: it is no matter of votes.
std::string_view methods_for(const Element& question, const Definition& definition) {
    constexpr std::string_view choice = "plurality", choices = "approval plurality";
    switch (question.kind) {
        case Kind::radiogroup:
        case Kind::dropdown:
        case Kind::buttongroup:
        case Kind::boolean: return choice;
        case Kind::checkbox:
        case Kind::tagbox: return choices;
        case Kind::imagepicker: return std::get<ChoiceSettings>(question.settings).multiple ? choices : choice;
        case Kind::ranking:
            return "schulze schulze_winning schulze_margin schulze_ratio ranked_pairs ranked_pairs_winning ranked_pairs_margin "
                   "minimax minimax_winning minimax_margin minimax_opposition copeland borda dowdall irv stv meek";
        case Kind::rating: return "plurality number nps csat ces";
        case Kind::text: {
            const std::string& type = std::get<TextSettings>(question.settings).input_type;
            return type == "number" || type == "range" ? "number nps csat ces" : "";
        }
        case Kind::slider: return std::get<SliderSettings>(question.settings).range ? "" : "number nps csat ces";
        case Kind::matrix: {
            const ElementIndex row = std::get<RowSettings>(question.settings).row;
            return definition.at(definition.at(row).children.front()).kind == Kind::radiogroup ? "score star date" : "";
        }
        default: return "";
    }
}

bool is_among(std::string_view word, std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (words.substr(at, end - at) == word) return true;
        at = end + 1;
    }
    return false;
}

}  // namespace

std::optional<Poll> read_poll(Loader& loader, const Value* value, const std::string& pointer) {
    if (!value) return std::nullopt;
    const Fields fields = read_fields(*value->as_object(), owner_bit(Owner::poll), pointer, loader);
    Poll poll;
    if (fields[Property::method]) {
        poll.method = fields.text(Property::method);
        std::replace(poll.method.begin(), poll.method.end(), '-', '_');
    }
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
    poll.secret = fields.flag(Property::secret, false);
    if (poll.secret) poll.change_vote = false;
    return poll;
}

void settle_poll(Loader& loader, Element& question) {
    if (!question.poll) return;
    Poll& poll = *question.poll;
    const std::string_view known = methods_for(question, loader.definition);
    if (!is_among(poll.method, known)) {
        if (!poll.method.empty() || known.empty()) {
            const std::string place = pointer_to(question.pointer, "poll");
            const bool named = !poll.method.empty();
            loader.report(Code::poll_method_unfit, named ? pointer_to(place, "method") : place,
                          named ? poll.method : "poll", known);
        }
        poll.method = known.substr(0, known.find(' '));
    }
    if (known.empty()) question.poll.reset();
}

}  // namespace canvass::core
