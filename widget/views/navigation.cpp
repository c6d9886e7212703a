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
    frame.memory().turned = true;
    return true;
}

}  // namespace

void navigation(ui::Frame& frame) {
    const core::SurveyView& survey = *frame.model().survey;
    if (survey.state != core::SessionState::running) return;
    const auto own_or = [&frame](const std::string& own, core::Text text) {
        return own.empty() ? frame.words(text) : std::string_view(own);
    };
    const std::string_view back = own_or(survey.previous_text, core::Text::back);
    const std::string_view on = survey.last_page ? own_or(survey.complete_text, core::Text::submit)
                                                 : own_or(survey.next_text, core::Text::next);

    const ui::Box row = frame.take(frame.theme().target);
    const float gap = 1.5f * frame.theme().space;
    const int count = survey.can_go_back ? 2 : 1;
    const float share = std::floor((row.width - gap * static_cast<float>(count - 1)) / static_cast<float>(count));
    const auto width = [&](std::string_view label) {
        return frame.narrow() ? share : std::min(share, ui::button_width(frame, label));
    };
    ui::Box at = row;
    if (survey.can_go_back) {
        at.width = width(back);
        if (turn_button(frame, at, "back", back, false)) frame.act(core::PreviousPage{});
        at.x = at.right() + gap;
    }
    at.width = width(on);
    if (survey.last_page) {
        if (turn_button(frame, at, "complete", on, true)) frame.act(core::Complete{});
    } else if (turn_button(frame, at, "next", on, true)) {
        frame.act(core::NextPage{});
    }
    frame.gap(3);
}

}  // namespace canvass::widget::views
