// Time spent, and what happens at its limits. The caller's clock ticks; seconds are an argument.
#include <algorithm>
#include <cmath>

#include "core/base/number.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

constexpr double most_seconds = 1e9;

std::string clock_text(double seconds) {
    const double whole = std::floor(std::max(seconds, 0.0)), rest = std::fmod(whole, 60);
    return number_text(std::floor(whole / 60)) + (rest < 10 ? ":0" : ":") + number_text(rest);
}

}  // namespace

double& Session::State::seconds_here() {
    if (previewing) return preview_seconds;
    const auto& pages = definition->pages;
    const auto at = shows_survey() ? 0 : std::find(pages.begin(), pages.end(), page) - pages.begin();
    return page_seconds[static_cast<std::size_t>(at)];
}

double Session::State::page_limit(ElementIndex at) const {
    const auto* settings = std::get_if<PageSettings>(&element(at).settings);
    const double own = settings && !shows_survey() ? settings->time_limit : 0;
    return own > 0 ? own : definition->course.page_time_limit;
}

// A page whose time is up holds back the survey's until it can be left.
bool Session::State::tick(double elapsed) {
    const Course& course = definition->course;
    const bool runs = state == SessionState::running || state == SessionState::preview;
    if (!runs || !course.show_timer || definition->read_only || !(elapsed > 0)) return false;
    elapsed = std::min(elapsed, most_seconds);
    double& on_page = seconds_here();
    const double limit = page_limit(page);
    if (limit > 0 && limit < on_page + elapsed) elapsed = limit - on_page;
    on_page += elapsed;
    seconds += elapsed;
    survey_stale = true;
    const bool page_over = limit > 0 && on_page == limit;
    if (course.time_limit > 0 && course.time_limit <= seconds) {
        seconds = course.time_limit;
        if (complete()) return true;
    }
    if (page_over && (previewing || places().back() == here())) complete();
    else if (page_over) move_on();
    return true;
}

void Session::State::fill_timer() {
    const Course& course = definition->course;
    TimerView& timer = view.timer;
    const bool runs = state == SessionState::running || state == SessionState::preview;
    timer = {};
    timer.shown = course.show_timer && runs && !definition->read_only;
    if (!timer.shown) return;
    timer.spent = seconds;
    timer.limit = course.time_limit;
    timer.page_spent = seconds_here();
    timer.page_limit = page_limit(page);
    const auto clock = [](double spent, double limit) { return clock_text(limit > 0 ? limit - spent : spent); };
    std::string of_page = clock(timer.page_spent, timer.page_limit), of_survey = clock(timer.spent, timer.limit);
    const bool survey_first = course.timer_info == TimerInfo::survey ||
                              (course.timer_info == TimerInfo::combined && timer.page_limit <= 0 && timer.limit > 0);
    timer.counts_down = (survey_first ? timer.limit : timer.page_limit) > 0;
    timer.clock = survey_first ? of_survey : of_page;
    if (course.timer_info == TimerInfo::combined) timer.side_clock = survey_first ? of_page : of_survey;
}

}  // namespace canvass::core
