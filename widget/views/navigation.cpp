#include <algorithm>
#include <cmath>

#include "widget/ui/button.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

bool turn_button(ui::Frame& frame, const ui::Box& box, std::string_view name, std::string_view label, bool primary) {
    ui::Button button;
    button.id = node_id(survey_parts, name);
    button.label = label;
    button.primary = primary;
    if (!ui::button(frame, box, button)) return false;
    frame.memory().turn = ui::Memory::Turn::asked;
    return true;
}

}  // namespace

void navigation(ui::Frame& frame) {
    const core::SurveyView& survey = *frame.model().survey;
    if (!survey.buttons_shown) return;
    struct Turn {
        bool shown;
        std::string_view id;
        const std::string& own;
        core::Text text;
        bool primary;
        core::Action action;
    };
    const Turn turns[] = {
        {survey.can_go_back, "back", survey.previous_text, core::Text::back, false, core::PreviousPage{}},
        {survey.can_edit, "edit", survey.edit_text, core::Text::edit, false, core::EditAnswers{}},
        {survey.can_start, "start", survey.start_text, core::Text::start, true, core::StartSurvey{}},
        {survey.can_go_on, "next", survey.next_text, core::Text::next, true, core::NextPage{}},
        {survey.can_preview, "preview", survey.preview_text, core::Text::preview, true, core::ShowPreview{}},
        {survey.can_complete, "complete", survey.complete_text, core::Text::submit, true, core::Complete{}}};
    const auto count = std::count_if(std::begin(turns), std::end(turns), [](const Turn& turn) { return turn.shown; });
    if (count == 0) return;
    const ui::Box row = frame.take(frame.theme().target);
    const float gap = 1.5f * frame.theme().space;
    const float share = std::floor((row.width - gap * static_cast<float>(count - 1)) / static_cast<float>(count));
    ui::Box at = row;
    for (const Turn& turn : turns) {
        if (!turn.shown) continue;
        const std::string_view label = turn.own.empty() ? frame.words(turn.text) : std::string_view(turn.own);
        at.width = frame.narrow() ? share : std::min(share, ui::button_width(frame, label));
        if (turn_button(frame, at, turn.id, label, turn.primary)) frame.act(turn.action);
        at.x = at.right() + gap;
    }
    frame.gap(3);
}

}  // namespace canvass::widget::views
