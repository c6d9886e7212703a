// What takes a row away, and what is asked first.
#include <algorithm>
#include <cmath>

#include "widget/ui/button.h"
#include "widget/ui/text.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

NodeId keep_id(const ElementView& row) { return node_id(remove_id(row), "keep"); }

bool holds_answers(ui::Frame& frame, const ElementView& row) {
    const std::vector<ElementView>& elements = frame.model().survey->elements;
    const auto first = static_cast<std::size_t>(&row - elements.data());
    return std::any_of(&row, elements.data() + end_of(elements, first),
                       [](const ElementView& inside) { return !inside.value.is_null(); });
}

// As wide as its label, or as there is room.
bool button_within(ui::Frame& frame, ui::Box& box, float room, NodeId id, std::string_view label) {
    box.width = std::min(room, ui::button_width(frame, label));
    ui::Button button;
    button.id = id;
    button.label = label;
    return ui::button(frame, box, button);
}

void take_away(ui::Frame& frame, const ElementView& row) {
    frame.memory().asked = 0;
    frame.act(core::RemoveRow{row.name});
    // The button goes with its row; what adds one stays.
    frame.input().focus_on(add_id(std::string_view(row.name).substr(0, row.name.rfind('['))));
}

}  // namespace

NodeId add_id(std::string_view question) { return node_id(node_id(0, question), "add"); }
NodeId remove_id(const ElementView& row) { return node_id(node_id(0, row.name), "remove"); }

std::string_view remove_label(ui::Frame& frame, const ElementView& row) {
    return frame.join(row.remove_text, ": ", row.title);
}

bool row_button(ui::Frame& frame, NodeId id, std::string_view label) {
    ui::Box box = frame.take(frame.theme().target);
    return button_within(frame, box, box.width, id, label);
}

void remove_row(ui::Frame& frame, const ElementView& row) {
    if (row.confirm_text.empty() || !holds_answers(frame, row)) return take_away(frame, row);
    frame.memory().asked = remove_id(row);
    frame.input().focus_on(keep_id(row));
}

bool is_asked(ui::Frame& frame, const ElementView& row) {
    return !row.confirm_text.empty() && frame.memory().asked == remove_id(row);
}

void confirm_removal(ui::Frame& frame, const ElementView& row) {
    ui::notice(frame, node_id(remove_id(row), "asked"), Role::alert, ui::Tone::plain, row.confirm_text);
    frame.gap(1);
    const float gap = frame.theme().space;
    ui::Box at = frame.take(frame.theme().target);
    const float share = std::floor((at.width - gap) / 2);
    const bool kept = button_within(frame, at, share, keep_id(row), frame.words(core::Text::keep_row));
    at.x = at.right() + gap;
    if (button_within(frame, at, share, node_id(remove_id(row), "sure"), row.remove_text)) return take_away(frame, row);
    if (!kept) return;
    frame.memory().asked = 0;
    frame.input().focus_on(remove_id(row));
}

}  // namespace canvass::widget::views
