#include "core/engagement/level.h"

#include <algorithm>

namespace canvass::core {
namespace {

// A score as it grows event by event.
class Climb {
public:
    explicit Climb(const HalfLife& half_life) : half_life_(half_life) {}

    void add(const Contribution& part) {
        if (cells_.empty() || cells_.back().group != group_of(part)) cells_.push_back({0, 0, group_of(part)});
        cells_.back().set(cells_.back().amount() + amount_in_group(part));
    }
    std::int64_t at(std::int64_t time) const {
        Sizing sizing;
        const std::size_t first = cells_.size() > 4 ? cells_.size() - 4 : 0;
        for (std::size_t i = first; i < cells_.size(); ++i) sizing.add(cells_[i]);
        return worth(sizing.size(), time, half_life_);
    }

private:
    const HalfLife& half_life_;
    std::vector<Cell> cells_;  // by group, rising
};

}  // namespace

std::vector<bool> levels_kept(const Ledger& ledger, MemberIndex member, std::int64_t at) {
    const Model& model = ledger.model();
    std::vector<bool> kept(model.levels.size());
    std::vector<const Entry*> events;
    for (std::uint32_t i = ledger.account(member).records; i != no_record; i = ledger.records()[i].next)
        if (ledger.records()[i].state == Record::State::counts) events.push_back(&ledger.records()[i].entry);
    std::sort(events.begin(), events.end(), [](const Entry* a, const Entry* b) { return is_earlier(*a, *b); });

    Climb path(model.half_life);
    const auto lose = [&](std::int64_t time) {
        const std::int64_t score = path.at(time);
        for (std::size_t i = 1; i < kept.size(); ++i)
            if (kept[i] && in_thousandths(score) < in_thousandths(model.levels[i].keep)) kept[i] = false;
    };
    for (const Entry* event : events) {
        lose(event->at);
        path.add(ledger.contribution_of(*event));
        const std::int64_t score = path.at(event->at);
        for (std::size_t i = 1; i < kept.size(); ++i)
            if (!model.levels[i].when && in_thousandths(score) >= in_thousandths(model.levels[i].from)) kept[i] = true;
    }
    lose(at);
    if (!kept.empty()) kept[0] = true;
    return kept;
}

}  // namespace canvass::core
