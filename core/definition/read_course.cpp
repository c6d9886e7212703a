// How a member goes through the survey: pages, buttons, preview, time, progress and what comes at the end.
#include <algorithm>
#include <span>

#include "core/definition/loader.h"

namespace canvass::core {
namespace {

struct Word {
    std::string_view word;
    int means;
};

constexpr Word at_once_words[] = {{"standard", int(ShownAtOnce::page)},
                                  {"singlePage", int(ShownAtOnce::survey)},
                                  {"questionPerPage", int(ShownAtOnce::element)},
                                  {"inputPerPage", int(ShownAtOnce::question)},
                                  {"questionOnPage", int(ShownAtOnce::element)}};
constexpr Word progress_words[] = {{"pages", int(ProgressKind::pages)},
                                   {"questions", int(ProgressKind::questions)},
                                   {"requiredQuestions", int(ProgressKind::required_questions)},
                                   {"correctQuestions", int(ProgressKind::correct_questions)}};
constexpr Word timer_words[] = {{"combined", int(TimerInfo::combined)},
                                {"page", int(TimerInfo::page)},
                                {"survey", int(TimerInfo::survey)}};

// What a word means, whatever its case; any other means the first.
template <class Enum>
Enum meaning(const std::string& given, std::span<const Word> words) {
    for (const Word& word : words) {
        if (same_letters(word.word, given)) return static_cast<Enum>(word.means);
    }
    return static_cast<Enum>(words.front().means);
}

std::vector<ConditionalText> conditional_texts(Loader& loader, const Value* list, std::string_view name, Property text,
                                               std::string_view text_name) {
    std::vector<ConditionalText> texts;
    if (!list) return texts;
    const Value::Array& items = *list->as_array();
    for (std::size_t at = 0; at < items.size(); ++at) {
        const std::string place = pointer_to(pointer_to("", name), at);
        const Value::Object* object = items[at].as_object();
        if (!object) {
            loader.report(Code::wrong_type, place, name, "{\"expression\": …}");
            continue;
        }
        const Fields fields = read_fields(*object, owner_bit(Owner::outcome), place, loader);
        texts.push_back({read_condition(loader, fields[Property::expression], pointer_to(place, "expression")),
                         read_text(loader, fields[text], pointer_to(place, text_name))});
    }
    return texts;
}

// Old surveys say here, too, what is shown.
void read_preview(const Fields& fields, Course& course) {
    const Value* shown = fields[Property::show_preview];
    course.preview = shown && shown->as_bool(shown->text() != "noPreview");
    course.answered_only = same_letters(fields.text(Property::preview_mode), "answeredQuestions");
    if (shown && shown->text() == "showAnsweredQuestions") course.answered_only = true;
}

void read_timer(const Fields& fields, Course& course) {
    const std::string panel = fields.text(Property::timer_panel);
    course.show_timer = fields.flag(Property::show_timer, !panel.empty() && panel != "none");
    course.time_limit = std::max(fields.number(Property::time_limit, 0), 0.0);
    course.page_time_limit = std::max(fields.number(Property::page_time_limit, 0), 0.0);
    course.timer_info = meaning<TimerInfo>(fields.text(Property::timer_mode), timer_words);
}

}  // namespace

void read_course(Loader& loader, const Fields& fields) {
    struct Place {
        Property property;
        std::string_view name;
        LocalizedText Course::*text;
    };
    constexpr Place places[] = {
        {Property::completed_html, "completedHtml", &Course::completed_html},
        {Property::navigate_to, "navigateToUrl", &Course::navigate_to},
        {Property::start_text, "startSurveyText", &Course::start_text},
        {Property::preview_text, "previewText", &Course::preview_text},
        {Property::edit_text, "editText", &Course::edit_text},
        {Property::page_next, "pageNextText", &Course::next_text},
        {Property::page_previous, "pagePrevText", &Course::previous_text},
        {Property::complete_text, "completeText", &Course::complete_text},
    };
    Course& course = loader.definition.course;
    for (const Place& place : places) {
        course.*place.text = read_text(loader, fields[place.property], pointer_to("", place.name));
    }
    course.at_once = meaning<ShownAtOnce>(fields.text(Property::question_mode), at_once_words);
    if (fields.flag(Property::single_page, false)) course.at_once = ShownAtOnce::survey;
    course.start_page = fields.flag(Property::first_page_starts, false);
    read_preview(fields, course);
    read_timer(fields, course);
    const Value* buttons = fields[Property::show_buttons];
    course.buttons = !buttons || buttons->as_bool(buttons->text() != "none");
    course.show_back = fields.flag(Property::show_previous, true);
    course.title_shown = fields.flag(Property::title_shown, true);
    course.page_titles_shown = fields.flag(Property::page_titles_shown, true);
    course.question_titles_shown = fields.text(Property::question_titles) != "hidden";
    const Value* advances = fields[Property::auto_advance];
    course.auto_advance = advances && advances->as_bool(advances->text() == "autogonext");
    course.auto_complete = advances && advances->is_bool() && fields.flag(Property::auto_complete, true);
    course.completion_shown = fields.flag(Property::show_completion, true);
    course.random_order = fields.text(Property::order) == "random";
    const Value* progress = fields[Property::show_progress];
    course.show_progress = progress && progress->as_bool(progress->is_string() && progress->text() != "off");
    course.progress = meaning<ProgressKind>(fields.text(Property::progress_type), progress_words);
    course.completed_html_on = conditional_texts(loader, fields[Property::completed_on], "completedHtmlOnCondition",
                                                 Property::html, "html");
    course.navigate_to_on = conditional_texts(loader, fields[Property::navigate_on], "navigateToUrlOnCondition",
                                              Property::url, "url");
}

}  // namespace canvass::core
