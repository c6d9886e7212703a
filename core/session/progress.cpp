// How far a member has come, and how many answers of a quiz are right.
#include <algorithm>
#include <cmath>

#include "core/base/number.h"
#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {

// A question counts by its own visibility, as long as its page is shown.
QuizView Session::State::quiz() const {
    QuizView quiz;
    if (definition->correct_answers.empty()) return quiz;
    for (ElementIndex at = 0; at < count(); ++at) {
        const Element& question = element(at);
        if (question.correct_answer < 0 || !is_live(at) || !of(at).visible || !has_input(question.kind)) continue;
        const Value& correct = definition->correct_answers[static_cast<std::size_t>(question.correct_answer)];
        if (is_empty(correct) || !is_offered(page_of(at))) continue;
        ++quiz.questions;
        const auto* choices = std::get_if<ChoiceSettings>(&question.settings);
        const bool any_order = choices && choices->multiple && question.kind != Kind::imagepicker;
        const Value& answer = answer_to(at);
        if (is_empty(answer)) continue;
        if (are_equal(answer, correct, {.ignore_order = any_order, .ignore_case = true, .trim = true})) ++quiz.correct;
    }
    return quiz;
}

// A required panel is one answer more that is required, unless one inside of it is.
void Session::State::count_progress(ElementIndex container, Progress& progress) const {
    Progress inside;
    for (const ElementIndex child : children_of(container)) {
        if (!of(child).present) continue;
        if (is_container(element(child).kind) || element(child).kind == Kind::paneldynamic) {
            count_progress(child, inside);
        } else if (has_input(element(child).kind)) {
            const int answered = is_empty(answer_to(child)) ? 0 : 1, required = of(child).required ? 1 : 0;
            ++inside.questions;
            inside.answered += answered;
            inside.required += required;
            inside.required_answered += answered & required;
        }
    }
    if (of(container).required && inside.questions > 0) {
        inside.required = std::max(inside.required, 1);
        if (inside.answered > 0) inside.required_answered = 1;
    }
    progress.questions += inside.questions;
    progress.answered += inside.answered;
    progress.required += inside.required;
    progress.required_answered += inside.required_answered;
}

void Session::State::fill_progress() {
    const Course& course = definition->course;
    view.progress_shown = course.show_progress && !(previewing && !course.answered_only);
    const bool by_pages = course.progress == ProgressKind::pages || course.progress == ProgressKind::buttons;
    view.progress = course.at_once == ShownAtOnce::element && by_pages
                        ? ProgressKind::questions
                        : course.progress;
    view.quiz = quiz();
    view.progress_percent = 0;
    view.progress_text.clear();
    view.page_names.clear();
    if (page == no_element || !course.show_progress) return;
    const std::vector<ElementIndex> pages = shown_pages();
    if (view.progress == ProgressKind::pages || view.progress == ProgressKind::buttons) {
        const bool as_one = course.at_once == ShownAtOnce::survey;
        const auto passed = as_one ? 0 : std::find(pages.begin(), pages.end(), page) - pages.begin();
        const auto all = as_one ? 1 : static_cast<std::ptrdiff_t>(pages.size());
        view.progress_percent = static_cast<int>((passed * 100 + all - 1) / all);
        const bool leads = view.progress == ProgressKind::buttons && !shows_survey() && state == SessionState::running;
        for (std::size_t at = 0; leads && at < pages.size(); ++at) {
            const auto* settings = std::get_if<PageSettings>(&element(pages[at]).settings);
            std::string name = settings ? piped(settings->navigation_title, pages[at]) : std::string();
            view.page_names.push_back(name.empty() ? title_of(pages[at]) : std::move(name));
            if (view.page_names.back().empty()) view.page_names.back() = number_text(static_cast<double>(at + 1));
        }
        view.progress_text = fill(word(Text::progress), number_text(static_cast<double>(passed + 1)),
                                  number_text(static_cast<double>(all)));
        return;
    }
    Progress progress;
    for (const ElementIndex at : pages) count_progress(at, progress);
    const bool required = view.progress == ProgressKind::required_questions;
    const int all = required ? progress.required : progress.questions;
    const int done = required ? progress.required_answered : progress.answered;
    view.progress_percent = all > 0 ? done * 100 / all : 100;
    const int told = view.progress == ProgressKind::correct_questions ? view.quiz.correct : done;
    view.progress_text = fill(word(Text::questions_progress), number_text(told), number_text(all));
}

void Session::State::tell_course(Value& snapshot) {
    const Course& course = definition->course;
    const bool quizzes = !definition->correct_answers.empty(), leads_on = state == SessionState::completed;
    if (!course.show_progress && !course.show_timer && !quizzes && !shows_steps() && !leads_on) return;
    refresh_view();
    if (shows_steps()) snapshot.set("step", Value(view.step));
    if (course.show_progress) {
        snapshot.set("progress", Value::object({{"percent", view.progress_percent}, {"text", Value(view.progress_text)}}));
    }
    if (course.show_timer) {
        snapshot.set("timer", Value::object({{"spent", seconds}, {"limit", course.time_limit}}));
        if (view.timer.shown) {
            Value& timer = *snapshot.find("timer");
            timer.set("pageSpent", view.timer.page_spent);
            timer.set("pageLimit", view.timer.page_limit);
            timer.set("clock", Value(view.timer.clock));
        }
    }
    if (quizzes) {
        snapshot.set("quiz", Value::object({{"questions", view.quiz.questions}, {"correct", view.quiz.correct}}));
    }
    if (leads_on && !view.navigate_to.empty()) snapshot.set("navigateTo", Value(view.navigate_to));
}

}  // namespace canvass::core
