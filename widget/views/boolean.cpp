#include <algorithm>

#include "widget/ui/cells.h"
#include "widget/ui/text.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

// Side by side while they are wide enough for their words.
void side_by_side(ui::Frame& frame, const ElementView& view, bool backwards) {
    const std::size_t count = view.choices.size();
    float width = 1.25f * frame.theme().target;
    for (const core::ChoiceView& shown : view.choices)
        width = std::max(width, ui::cell_width(frame, shown.text) + 2 * frame.theme().space);
    const float most = frame.narrow() ? frame.width() : std::max(width, 20 * frame.theme().space);
    const ui::Cells cells(frame, static_cast<int>(count), width, most, frame.theme().target);
    for (std::size_t i = 0; i < count; ++i) {
        const core::ChoiceView& shown = view.choices[backwards ? count - 1 - i : i];
        if (ui::label_cell(frame, cells.at(static_cast<int>(i)), row_of(frame, view, shown))) frame.answer(view.name, shown.value);
    }
}

core::BooleanSettings::Style style_of(const ui::Frame& frame, const ElementView& view) {
    const auto* settings = settings_of<core::BooleanSettings>(frame, view);
    return settings ? settings->style : core::BooleanSettings::Style::sides;
}

}  // namespace

bool is_box(const ui::Frame& frame, const ElementView& view) {
    return style_of(frame, view) >= core::BooleanSettings::Style::checkbox;
}

// A box or a switch: the title is its own label.
void box(ui::Frame& frame, const ElementView& view) {
    ui::Choice row;
    row.id = field_id(view);
    const std::string& mark = frame.model().survey->required_mark;
    row.label = label_of(frame, view);
    if (view.required && !mark.empty()) row.label = frame.join(row.label, " ", mark);
    row.description = view.description;
    row.error = frame.sentences(view.errors);
    row.required = view.required;
    row.chosen = view.choices.back().selected;
    row.enabled = !view.read_only;
    const bool is_switch = style_of(frame, view) == core::BooleanSettings::Style::toggle;
    if ((is_switch ? ui::toggle : ui::checkbox)(frame, row)) frame.answer(view.name, (row.chosen ? view.choices.front() : view.choices.back()).value);
    if (!view.description.empty()) {
        frame.gap(0.5f);
        ui::caption(frame, view.description, frame.small(), frame.theme().ink_muted);
    }
    for (const std::string& error : view.errors) {
        frame.gap(0.5f);
        ui::error_caption(frame, error);
    }
}

// Yes stands before no.
void boolean(ui::Frame& frame, const ElementView& view) {
    if (style_of(frame, view) != core::BooleanSettings::Style::radio) return side_by_side(frame, view, true);
    for (const core::ChoiceView* shown : {&view.choices.back(), &view.choices.front()}) {
        if (ui::radio(frame, row_of(frame, view, *shown))) frame.answer(view.name, shown->value);
        frame.gap(1);
    }
}
void buttongroup(ui::Frame& frame, const ElementView& view) { side_by_side(frame, view, false); }

}  // namespace canvass::widget::views
