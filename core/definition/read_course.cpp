// How a member goes through the survey: pages, buttons, preview, time, progress and what comes at the end.
#include <algorithm>

#include "core/definition/loader.h"

namespace canvass::core {
namespace {

std::vector<ConditionalText> conditional_texts(const Fields& survey, Property list, Property text) {
    std::vector<ConditionalText> texts;
    const Value* found = survey[list];
    if (!found) return texts;
    const Value::Array& items = *found->as_array();
    for (std::size_t at = 0; at < items.size(); ++at) {
        const std::string place = pointer_to(survey.place(list), at);
        const Value::Object* object = items[at].as_object();
        if (!object) {
            const std::string owner = survey.place(list);
            survey.loader().report(Code::wrong_type, place, owner.substr(owner.rfind('/') + 1), "{\"expression\": …}");
            continue;
        }
        const Fields fields(*object, owner_bit(Owner::outcome), place, survey.loader());
        texts.push_back({fields.condition(Property::expression), fields.localized(text)});
    }
    return texts;
}

// Old surveys say here, too, what is shown.
void read_preview(const Fields& fields, Course& course) {
    constexpr std::string_view previews[] = {"allQuestions", "answeredQuestions"};
    const Value* shown = fields[Property::show_preview];
    course.preview = shown && shown->as_bool(shown->text() != "noPreview");
    course.answered_only = fields.choice(Property::preview_mode, previews) == 1;
    if (shown && shown->text() == "showAnsweredQuestions") course.answered_only = true;
}

void read_timer(const Fields& fields, Course& course) {
    constexpr std::string_view panels[] = {"top", "bottom"};
    constexpr std::string_view infos[] = {"combined", "page", "survey"};
    course.show_timer = fields.flag(Property::show_timer, fields.choice(Property::timer_panel, panels, -1) >= 0);
    course.time_limit = std::max(fields.number(Property::time_limit, 0), 0.0);
    course.page_time_limit = std::max(fields.number(Property::page_time_limit, 0), 0.0);
    course.timer_info = static_cast<TimerInfo>(fields.choice(Property::timer_mode, infos));
}

}  // namespace

void read_course(const Fields& fields) {
    constexpr std::pair<Property, LocalizedText Course::*> places[] = {
        {Property::completed_html, &Course::completed_html},
        {Property::navigate_to, &Course::navigate_to},
        {Property::start_text, &Course::start_text},
        {Property::preview_text, &Course::preview_text},
        {Property::edit_text, &Course::edit_text},
        {Property::page_next, &Course::next_text},
        {Property::page_previous, &Course::previous_text},
        {Property::complete_text, &Course::complete_text},
    };
    Course& course = fields.loader().definition.course;
    for (const auto& [property, text] : places) fields.read(property, course.*text);
    if (!fields.is(Property::logo_position, "none")) fields.read(Property::logo, course.logo);
    course.logo_width = fields.pixels(Property::logo_width);
    course.logo_height = fields.pixels(Property::logo_height);
    constexpr std::string_view modes[] = {"standard", "singlePage", "questionPerPage", "inputPerPage", "questionOnPage"};
    const int mode = fields.choice(Property::question_mode, modes);
    course.at_once = mode == 4 ? ShownAtOnce::element : static_cast<ShownAtOnce>(mode);
    if (fields.flag(Property::single_page, false)) course.at_once = ShownAtOnce::survey;
    course.start_page = fields.flag(Property::first_page_starts, false);
    read_preview(fields, course);
    read_timer(fields, course);
    const Value* buttons = fields[Property::show_buttons];
    course.buttons = !buttons || buttons->as_bool(buttons->text() != "none");
    course.show_back = fields.flag(Property::show_previous, true);
    course.title_shown = fields.flag(Property::title_shown, true);
    course.page_titles_shown = fields.flag(Property::page_titles_shown, true);
    course.question_titles = fields.title_place(Property::question_titles, course.question_titles);
    course.question_descriptions = fields.description_place(Property::question_descriptions, course.question_descriptions);
    const Value* advances = fields[Property::auto_advance];
    course.auto_advance = advances && advances->as_bool(advances->text() == "autogonext");
    course.auto_complete = advances && advances->is_bool() && fields.flag(Property::auto_complete, true);
    course.completion_shown = fields.flag(Property::show_completion, true);
    course.random_order = fields.is(Property::order, "random");
    constexpr std::string_view progresses[] = {"pages", "questions", "requiredQuestions", "correctQuestions", "buttons"};
    const Value* progress = fields[Property::show_progress];
    course.show_progress = progress && progress->as_bool(progress->is_string() && progress->text() != "off");
    course.progress = static_cast<ProgressKind>(fields.choice(Property::progress_type, progresses));
    course.completed_html_on = conditional_texts(fields, Property::completed_on, Property::html);
    course.navigate_to_on = conditional_texts(fields, Property::navigate_on, Property::url);
}

}  // namespace canvass::core
