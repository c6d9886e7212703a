// What is wrong with an input, said so that a site owner can mend it: a closed set of codes, the place as a
// JSON pointer (RFC 6901), the position inside an expression where there is one, and a sentence in English
// or German. Loaders collect every diagnostic of an input, never just the first.
//
// Severity: an `error` is something that does not work as it was written (the rest still runs where it can);
// a `note` is something kept but not acted on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace canvass::core {

enum class Severity : unsigned char { error, note };

// One row of the table in diagnostic.cpp for each: code name, English and German sentence.
enum class Code : unsigned char {
    // JSON and limits
    json_syntax,         // limit: the line, subject: the column; detail: what is expected
    too_large,           // subject: what is counted ("bytes"); limit: how much is allowed
    too_deep,            // limit
    // definitions
    wrong_type,          // subject: property; detail: what is expected
    missing_property,    // subject: property
    unknown_property,    // subject: property (note); detail: a name that looks like it
    unknown_kind,        // subject: the kind; detail: one that looks like it
    unknown_value,       // subject: property; detail: what is allowed
    duplicate_name,      // subject: the name
    missing_name,
    expression_syntax,   // detail: the expression; position
    unknown_function,    // subject: the function; position
    unknown_reference,   // subject: the name an expression reads, which nothing defines (note); detail: a likely one
    circular_expression, // detail: the way round, "a → b → a"
    regex_syntax,        // detail: the regular expression; position
    regex_unsupported,   // detail: the regular expression; subject: what of it
    // answers, actions, responses
    unknown_question,    // subject: the name; detail: one that looks like it
    answer_required,     // subject: the question
    answer_invalid,      // subject: the question; detail: the validator's text
    unknown_action,      // subject: what "do" said
    // what a page has no occasion to say: answers that are judged, sessions that are resumed, ballots that are counted
    property_not_acted,  // subject: property (note): known to the format, not acted on here
    answer_type,         // subject: the question; detail: what is expected
    not_a_choice,        // subject: the question; detail: the value
    answer_hidden,       // subject: a question that is not shown under these answers
    response_invalid,    // subject: member; detail: what is expected
    wrong_definition,    // the response names another definition or another state of it
    saved_invalid,       // subject: member
    saved_elsewhere,     // saved in a session of another definition, or of another state of it
    ballot_invalid,      // detail
    poll_method_unfit,   // subject: the method; detail: those that count such answers
    poll_scale_unfit,    // subject: the method; detail: the answers that it counts
    unknown_poll_method, // subject: the method; detail: those there are
    unknown_setting,     // subject: the setting; detail: one that looks like it
    unknown_fact,        // subject: what a condition reads about a member; detail: one that looks like it
    unknown_activity,    // subject: the type of activity; detail: one that looks like it
    event_refused,       // detail
};

struct Diagnostic {
    Code code{};
    Severity severity = Severity::error;
    std::string pointer;   // where in the JSON input, "" for the whole
    int position = -1;     // characters before it in an expression or a JSON text; -1: none
    std::string subject;   // the name, property or kind it is about
    std::string detail;    // see Code
    long limit = 0;        // see Code
};

using Diagnostics = std::vector<Diagnostic>;

// "expression-syntax": stable, for programs.
std::string_view name_of(Code code) noexcept;

// The sentence, in German for locales that begin with "de", otherwise in English.
std::string describe(const Diagnostic& diagnostic, std::string_view locale = "en");

bool has_errors(const Diagnostics& diagnostics) noexcept;

// Appends one reference token to a JSON pointer, with ~ and / escaped.
std::string pointer_to(std::string_view parent, std::string_view token);
std::string pointer_to(std::string_view parent, std::size_t index);

}  // namespace canvass::core
