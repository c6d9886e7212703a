// An order of all choices, or of those that were picked.
#include <algorithm>

#include "core/expression/coerce.h"
#include "widget/ui/rank_row.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

using Role = core::ChoiceView::Role;

// In the order of the answer; what it does not name stands behind, where every choice has a place.
const std::vector<const core::ChoiceView*>& ranked(ui::Frame& frame, const ElementView& view, bool all) {
    std::vector<const core::ChoiceView*>& order = frame.memory().order;
    order.clear();
    if (const core::Value::Array* given = view.value.as_array())
        for (const core::Value& value : *given)
            for (const core::ChoiceView& shown : view.choices)
                if (core::are_equal(shown.value, value, core::exact)) order.push_back(&shown);
    if (!all) return order;
    for (const core::ChoiceView& shown : view.choices)
        if (shown.role == Role::plain && std::find(order.begin(), order.end(), &shown) == order.end()) order.push_back(&shown);
    return order;
}

}  // namespace

void ranking(ui::Frame& frame, const ElementView& view) {
    const auto* settings = settings_of<core::ChoiceSettings>(frame, view);
    if (!settings) return;
    if (!settings->ranks_all) {
        checkbox(frame, view);
        frame.gap(2);
    }
    const std::vector<const core::ChoiceView*>& order = ranked(frame, view, settings->ranks_all);
    std::string_view told;
    ui::RankRow row;
    row.count = static_cast<int>(order.size());
    row.enabled = !view.read_only;
    for (const core::ChoiceView* shown : order) {
        if (row.place > 0) frame.gap(1);
        row.id = choice_id(frame, view, *shown);
        row.label = shown->text;
        if (frame.memory().moved == row.id)
            told = frame.fill(frame.words(core::Text::place_of), row.label, frame.number(row.place + 1), frame.number(row.count));
        const std::optional<int> place = ui::rank_row(frame, row);
        if (place) {
            std::vector<const core::ChoiceView*> after = order;
            after.erase(after.begin() + row.place);
            after.insert(after.begin() + *place, shown);
            core::Value::Array values;
            for (const core::ChoiceView* each : after) values.push_back(each->value);
            frame.answer(view.name, core::Value(std::move(values)));
        }
        ++row.place;
    }
    if (!told.empty())
        frame.emit(node_id(node_id(0, view.name), "place"), widget::Role::status, {frame.x(), frame.y(), frame.width(), 0}, told);
}

}  // namespace canvass::widget::views
