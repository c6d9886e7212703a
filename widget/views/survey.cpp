#include <algorithm>

#include "widget/ui/chips.h"
#include "widget/ui/group.h"
#include "widget/ui/image.h"
#include "widget/ui/text.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

NodeId part(std::string_view name, std::string_view detail = {}) { return node_id(survey_parts, name, detail); }

void faults(ui::Frame& frame) {
    std::size_t count = 0;
    for (const std::string& fault : frame.model().faults) {
        ui::notice(frame, node_id(part("fault"), frame.number(static_cast<double>(count++))), Role::alert,
                   ui::Tone::bad, fault);
        frame.gap(1);
    }
    if (count > 0) frame.gap(2);
}

void header(ui::Frame& frame, const core::SurveyView& survey) {
    if (!survey.logo.empty()) {
        const core::Course& course = frame.model().definition->course;
        ui::Box box = frame.take(course.logo_height > 0 ? course.logo_height : 5 * frame.theme().space);
        box.width = std::min(box.width, course.logo_width > 0 ? course.logo_width : 3 * box.height);
        ui::image(frame, part("logo"), box, survey.logo, {}).flags |= flag_header;  // it begins where the title does
        frame.gap(2);
    }
    ui::heading(frame, part("title"), 2, survey.title, frame.title());
    if (!survey.description.empty()) {
        frame.gap(0.5f);
        ui::text(frame, part("description"), survey.description, frame.body(), frame.theme().ink_muted);
    }
    if (!survey.title.empty() || !survey.description.empty()) frame.gap(3);
}

// A button for each page, that leads there.
void page_buttons(ui::Frame& frame, const core::SurveyView& survey) {
    ui::Group group(frame, part("progress"), Role::group, survey.progress_text);
    group.node().flags |= flag_label_hidden;
    ui::Chips chips(frame);
    for (std::size_t at = 0; at < survey.page_names.size(); ++at) {
        const auto page = static_cast<double>(at);
        const bool here = static_cast<int>(at) == survey.page;
        if (!chips.tab(part("page", frame.number(page)), Role::button, survey.page_names[at], here, {})) continue;
        frame.memory().turn = ui::Memory::Turn::asked;
        frame.act(core::GoTo{core::Value(page)});
    }
    chips.finish();
    frame.gap(3);
}

void page_header(ui::Frame& frame, const core::SurveyView& survey) {
    const bool counts_pages = survey.progress == core::ProgressKind::pages || survey.progress == core::ProgressKind::buttons;
    if (survey.progress_shown && survey.page_names.size() > 1) {
        page_buttons(frame, survey);
    } else if (survey.progress_shown && (!counts_pages || survey.page_count > 1)) {
        const float done = static_cast<float>(counts_pages ? survey.page + 1 : survey.progress_percent);
        const float all = counts_pages ? static_cast<float>(survey.page_count) : 100.0f;
        ui::progress(frame, part("progress"), done, all, survey.progress_text);
        frame.gap(4);
    }
    if (survey.timer.shown) {
        const core::Text words = survey.timer.counts_down ? core::Text::time_left : core::Text::time_spent;
        ui::text(frame, part("timer"), frame.fill(frame.words(words), survey.timer.clock), frame.small(),
                 frame.theme().ink_muted);
        frame.gap(2);
    }
    error_summary(frame);
    ui::heading(frame, part("page-title"), 3, survey.page_title, frame.subtitle());
    ui::text(frame, part("page-description"), survey.page_description, frame.body(), frame.theme().ink_muted);
    if (!survey.page_title.empty() || !survey.page_description.empty()) frame.gap(3);
}

// After a page turn the focus goes to where reading starts; after a failed one, to the first fault.
void follow_turn(ui::Frame& frame, const core::SurveyView& survey) {
    ui::Memory& memory = frame.memory();
    const bool completed = survey.state == core::SessionState::completed;
    const bool previews = survey.state == core::SessionState::preview;
    const NodeId place = node_id(static_cast<NodeId>(survey.page + 2), survey.step, previews ? "preview" : "");
    const bool turned = completed || memory.place != place;
    if (memory.turn == ui::Memory::Turn::asked || (memory.turn == ui::Memory::Turn::offered && turned)) {
        ui::Input& input = frame.input();
        if (completed) {
            input.focus_on(part("thanks"));
        } else if (turned) {
            if (!survey.step.empty() && !survey.elements.empty()) input.focus_on(control_of(frame, survey.elements.front()));
            else if (!survey.page_title.empty()) input.focus_on(part("page-title"));
            else if (!survey.title.empty()) input.focus_on(part("title"));
            else if (!survey.elements.empty()) input.focus_on(control_of(frame, survey.elements.front()));
        } else {
            for (const ElementView& view : survey.elements) {
                if (view.errors.empty()) continue;
                input.focus_on(control_of(frame, view));
                break;
            }
        }
    }
    memory.turn = ui::Memory::Turn::none;
    memory.place = place;
}

void completion(ui::Frame& frame, const core::SurveyView& survey) {
    if (survey.completion_shown && frame.model().embeds && !survey.completed_markup.empty()) {
        rich_text(frame, part("thanks"), survey.completed_markup, survey.completed_text);
        frame.gap(3);
    } else if (survey.completion_shown) {
        const std::string_view thanks =
            survey.completed_text.empty() ? frame.words(core::Text::thanks) : std::string_view(survey.completed_text);
        ui::heading(frame, part("thanks"), 2, thanks, frame.title());
        frame.gap(3);
    }
    sending(frame);
    for (const PollResultsView& poll : frame.model().polls) {
        if (!poll.shown) continue;
        ui::heading(frame, node_id(0, poll.question), 3, poll.title, frame.subtitle());
        frame.gap(1.5f);
        poll_results(frame, poll);
        frame.gap(4);
    }
}

void running(ui::Frame& frame, const core::SurveyView& survey) {
    header(frame, survey);
    page_header(frame, survey);
    if (stack(frame, 0, -1, 5) > 0) frame.gap(5);
    navigation(frame);
    sending(frame);
}

}  // namespace

void survey(ui::Frame& frame) {
    frame.take(frame.margin());
    faults(frame);
    if (const core::SurveyView* survey = frame.model().survey) {
        follow_turn(frame, *survey);
        if (survey->state == core::SessionState::completed) completion(frame, *survey);
        else running(frame, *survey);
    }
    frame.gap(1);
}

}  // namespace canvass::widget::views
