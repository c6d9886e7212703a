// All that a screen shows of a session, as text.
#pragma once

#include <sstream>
#include <string>

#include "core/json/json.h"
#include "core/session/session.h"

namespace canvass::core {

inline std::string seen_of(Session& session) {
    const SurveyView& view = session.view();
    std::ostringstream text;
    text << write_json(session.snapshot()) << '\n'
         << view.title << '|' << view.description << '|' << view.page_title << '|' << view.page << '/' << view.page_count
         << '|' << view.step << '|' << view.can_go_back << view.can_go_on << view.can_start << view.can_preview
         << view.can_edit << view.can_complete << view.last_page << '|' << view.progress_percent << view.progress_text
         << '|' << view.timer.clock << '|' << view.timer.side_clock << '|' << view.quiz.correct << '|'
         << view.completed_text << '|' << view.completed_markup << '|' << view.navigate_to << '|' << view.logo << '|'
         << view.page_description << '|' << view.next_text << '|' << view.previous_text << '|' << view.complete_text << '|'
         << view.start_text << '|' << view.preview_text << '|' << view.edit_text << '|' << view.buttons_shown
         << view.completion_shown << view.progress_shown << view.quiz.questions;
    for (const std::string& name : view.page_names) text << ';' << name;
    text << '\n';
    for (const ElementView& element : view.elements) {
        text << element.depth << ' ' << element.name << '|' << element.number << '|' << element.title << '|'
             << element.description << '|' << element.required << element.read_only << '|' << write_json(element.value)
             << '|' << element.comment << element.comment_shown << element.min << element.max
             << '|' << element.comment_title << '|' << element.min_text << '|' << element.max_text << '|' << element.shown << '|' << element.placeholder << '|' << element.add_text << '|' << element.remove_text << element.confirm_text;
        for (const std::string& error : element.errors) text << '!' << error;
        for (const std::string& warning : element.warnings) text << '?' << warning;
        for (const ChoiceView& choice : element.choices) {
            text << ';' << choice.text << '|' << choice.image << '|' << choice.comment << choice.comment_shown
                 << choice.selected << choice.enabled;
        }
        text << '\n';
    }
    return text.str();
}

}  // namespace canvass::core
