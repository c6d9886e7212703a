// A scale as a row of cells: numbers, stars that are lit up to the chosen one, or faces. The ends' words stand
// below the row, at either side.
#include <algorithm>

#include "widget/ui/cells.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

using Style = core::RatingSettings::Style;

// Where the scale wraps, the ends' words name their cells.
std::string_view end_label(ui::Frame& frame, std::string_view words, const core::ChoiceView& cell, bool wrapped) {
    return words.empty() || !wrapped ? words : frame.join(cell.text, " – ", words);
}

void end_labels(ui::Frame& frame, const ElementView& view, const ui::Cells& cells) {
    if (view.min_text.empty() && view.max_text.empty()) return;
    const bool wrapped = cells.rows() > 1;
    const std::string_view low = end_label(frame, view.min_text, view.choices.front(), wrapped);
    const std::string_view high = end_label(frame, view.max_text, view.choices.back(), wrapped);
    const ui::Font font = frame.small();
    const float row_width = cells.row_width(), half = row_width / 2 - frame.theme().space;
    const ui::TextLayout& right = frame.layout(high, font, half);
    frame.gap(0.75f);
    const ui::Box box = frame.take(std::max(frame.layout(low, font, half).height, right.height));
    frame.text({box.x, box.y, frame.layout(low, font, half).width, 0}, font, low, frame.theme().ink_muted);
    frame.text({box.x + row_width - right.width, box.y, right.width, 0}, font, high, frame.theme().ink_muted);
}

}  // namespace

void rating(ui::Frame& frame, const ElementView& view) {
    const Theme& theme = frame.theme();
    const auto* settings = settings_of<core::RatingSettings>(frame, view);
    const Style style = settings ? settings->style : Style::numbers;
    const int count = static_cast<int>(view.choices.size());
    if (count == 0) return;

    float least = theme.target, most = theme.target * 1.25f;
    if (style == Style::numbers) {
        for (const core::ChoiceView& shown : view.choices)
            least = std::max(least, ui::cell_width(frame, shown.text));
        most = std::max(theme.target * 2, least);
    }
    const ui::Cells cells(frame, count, least, most, style == Style::numbers ? theme.target : most);

    int chosen = -1;
    for (int i = 0; i < count; ++i)
        if (view.choices[static_cast<std::size_t>(i)].selected) chosen = i;
    for (int i = 0; i < count; ++i) {
        const core::ChoiceView& shown = view.choices[static_cast<std::size_t>(i)];
        ui::Choice choice;
        choice.id = choice_id(frame, view, shown);
        choice.label = shown.text;
        choice.description = i == 0 ? view.min_text : i == count - 1 ? view.max_text : std::string_view();
        choice.chosen = shown.selected;
        choice.enabled = shown.enabled && !view.read_only;
        const float mood = count > 1 ? static_cast<float>(i) / static_cast<float>(count - 1) : 1;
        const bool pressed = style == Style::stars     ? ui::star_cell(frame, cells.at(i), choice, i <= chosen)
                             : style == Style::smileys ? ui::face_cell(frame, cells.at(i), choice, mood)
                                                       : ui::label_cell(frame, cells.at(i), choice);
        if (pressed) frame.answer(view.name, shown.value);
    }
    end_labels(frame, view, cells);
}

}  // namespace canvass::widget::views
