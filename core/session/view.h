// What a screen shows of a session at this moment, texts piped and localised: the one thing that views,
// the command line and host pages read.
//
// Ownership: belongs to the session and stays valid until its next apply(). `revision` grows whenever the
// content of that part changes, so a reader redoes only what changed. Rebuilding costs what changed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/value.h"
#include "core/definition/definition.h"

namespace canvass::core {

// starting: the start page is shown; preview: every answer, before completion.
enum class SessionState : std::uint8_t { running, completed, empty, starting, preview };

struct ChoiceView {
    // select_all stands for no value of its own; exclusive ones stand alone in an answer of several.
    enum class Role : std::uint8_t { plain, select_all, exclusive, other };

    Value value;
    std::string text;
    std::string image;  // its address, or none
    Role role = Role::plain;
    bool comment_shown = false;  // selected, and with a comment of its own
    bool comment_required = false;
    std::string comment;
    bool selected = false;
    bool enabled = true;
};

// A visible element of the current page, in its order; panels come before what they hold, in a preview pages, too.
struct ElementView {
    ElementIndex element = no_element;  // in the session: rows have elements of their own
    ElementIndex source = no_element;   // in the definition
    Kind kind = Kind::text;
    int depth = 0;      // panels around it
    std::string name;
    std::string number;  // "3." or empty
    std::string title;
    std::string description;
    bool required = false;
    bool read_only = false;
    std::vector<std::string> errors;    // shown after a failed next or complete, until the answer changes
    std::vector<std::string> warnings;  // shown like errors, but nothing waits for them

    // Questions.
    Value value;
    std::string shown;  // the value as people write it, where a mask or format says how; empty while it is typed; an image's address; of a row behind a tab, the tab's title; the markup of html that is more than paragraphs
    std::string comment;
    bool comment_shown = false;  // a comment area, or "other" is chosen
    std::string comment_title;
    std::vector<ChoiceView> choices;  // radiogroup, checkbox, rating; boolean: false, then true
    std::string min_text, max_text;   // rating's ends
    double min = 0, max = 0;          // a slider's
    std::string placeholder;
    bool poll = false;
    std::string add_text;     // of questions with rows, while one can be added
    std::string remove_text;  // of rows, while they can be removed
    std::string confirm_text;  // of those that are asked about first, if they hold answers

    std::uint32_t revision = 0;
};

struct QuizView {
    int questions = 0, correct = 0;  // of the visible questions that have a correct answer
};

// In seconds.
struct TimerView {
    bool shown = false;
    double spent = 0, limit = 0;            // in the survey; limit 0: none
    double page_spent = 0, page_limit = 0;  // on the page
    bool counts_down = false;
    std::string clock;       // "0:42": what is left, or spent where there is no limit
    std::string side_clock;  // the other of page and survey where both are shown
};

struct SurveyView {
    SessionState state = SessionState::empty;
    std::string locale;
    std::string title, description;  // the survey's
    std::string logo;                // the address of an image, or empty
    std::string page_title, page_description;
    int page = -1;        // among the visible pages
    int page_count = 0;   // visible ones
    std::string step;     // the name of the element that is shown alone, or empty
    bool can_go_back = false, can_go_on = false, can_start = false;
    bool can_preview = false, can_edit = false, can_complete = false;
    bool buttons_shown = true;
    bool last_page = false;  // or last step
    bool progress_shown = false;
    ProgressKind progress = ProgressKind::pages;
    int progress_percent = 0;
    std::string progress_text;
    std::vector<std::string> page_names;  // where the progress leads to them
    TimerView timer;
    QuizView quiz;
    std::string next_text, previous_text, complete_text;  // empty: the interface's own words
    std::string start_text, preview_text, edit_text;
    // Once completed.
    bool completion_shown = true;
    std::string completed_text;  // plain text of what the survey says, piped
    std::string completed_markup;  // the same as HTML, where it is more than paragraphs
    std::string navigate_to;     // http, https or relative; empty: stay
    std::string required_mark;
    std::vector<ElementView> elements;
    std::uint32_t revision = 0;
};

}  // namespace canvass::core
