// The interface's own words (buttons, error sentences), one table a locale. English is built in; the others
// are assets/locales/*.json, loaded one at a time by the shell. Placeholders are {0}, {1}.
// Ownership: a value type; views returned live as long as the table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/value.h"

namespace canvass::core {

// Key in the locale files and English words: the table in texts.cpp.
enum class Text : unsigned char {
    next,
    back,
    submit,
    required,          // error under an unanswered question
    other,             // the choice "other"
    none,              // the choice "none"
    other_required,    // "other" is chosen, nothing written
    yes,
    no,
    min_selected,      // {0}
    max_selected,      // {0}
    too_long,          // {0}
    not_a_number,
    not_an_email,
    min_value,         // {0}
    max_value,         // {0}
    comment_label,     // label of the comment beside an answer
    optional,
    progress,          // page {0} of {1}
    thanks,            // completion page when the survey has no words of its own
    sending,
    sent,
    kept,              // could not be sent; kept and sent later
    refused,           // {0}: why the collector will never take the answers
    results_title,
    voters,            // {0} voters
    voter_one,
    results_after_vote,
    results_loading,
    results_row,       // {0}: {1} votes, {2} percent: what a screen reader says of a bar
    results_row_one,   // {0}: 1 vote, {2} percent
    results_failed,
    results_row_points, // {0}: {1} points, {2} percent of the most there could be
    ahead,             // beside an option that wins, where the bars do not say so
    your_choice,
    errors_title,      // {0} answers need a look: the summary over the page
    survey_faults,     // {0} faults in the definition
    load_failed,       // {0}: what
    wasm_failed,
    retry,
    refuse,            // the choice "refuse to answer"
    dont_know,         // the choice "don't know"
    select_all,        // the choice that selects every other
    required_panel,    // a required panel in which nothing is answered
    too_short,         // {0}
    length_between,    // {0}, {1}
    no_digits,
    named_min,         // {0}: what, {1}
    named_max,         // {0}: what, {1}
    named_between,     // {0}: what, {1}, {2}
    value_word,        // what a number is called that has no name
    expression_false,  // {0}: the expression
    wrong_step,        // {0}
    wrong_format,
    add_row,           // to a dynamic panel or matrix
    remove_row,
    confirm_remove,    // asked before a row goes that holds answers
    keep_row,          // the other answer to that
    no_rows,
    row_number,        // {0}: what a row without a title is called
    total,             // the row of totals
    file_too_large,    // {0}: the limit
    too_many_files,    // {0}: the limit
    file_not_accepted, // {0}: what is
    start,             // the button of the start page
    preview,
    edit,              // from the preview back to the answers
    questions_progress, // {0} of {1} answered
    time_left,         // {0}: a clock
    time_spent,        // {0}: a clock
    min_rows,          // {0}: so many rows of a matrix must be filled in
    every_row,         // a matrix that wants an answer in each row
    different_rows,    // a matrix that wants another answer in each row
    unique_value,      // the answer of another row
    choose,            // an empty dropdown
    range_from,        // the lower thumb of a slider
    range_to,
    move_up,           // {0}: what
    move_down,
    place_of,          // {0}: what, is now at {1} of {2}
    characters_used,   // {0} of {1}
    count
};

std::string_view key_of(Text text) noexcept;

class Texts {
public:
    Texts();  // English
    // Reads {"next": "Weiter", …} over English; unknown and missing keys are diagnostics (notes).
    Diagnostics load(const Value& json);
    std::string_view operator[](Text text) const noexcept;

private:
    std::vector<std::string> words_;
};

// {0}, {1}, … replaced.
std::string fill(std::string_view pattern, std::string_view first, std::string_view second = {},
                 std::string_view third = {});

}  // namespace canvass::core
