// A survey as its author wrote it: pages of questions and panels, conditions, calculated values. The format is
// the SurveyJS form-definition JSON; what is ours stands in a question's "poll" and in the survey's "canvass".
//
// Elements lie flat in one array, in document order, and name each other by index: a page or panel lists its
// children, every element its parent. A question with rows (a dynamic panel, a matrix, a multiple text) holds the
// template of its rows; sessions make an instance of it for each row.
//
// Ownership: a value type, immutable once loaded; sessions share it. Expressions are compiled at load.
// Errors: load_definition() (codec.h) reports every fault; what can run still runs: an element of an unknown
// kind is left out, a condition that does not compile is `broken` and hides what it governs.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/box.h"
#include "core/base/hash.h"
#include "core/base/localized_text.h"
#include "core/base/value.h"
#include "core/definition/input.h"
#include "core/definition/names.h"
#include "core/definition/reads.h"
#include "core/expression/expression.h"
#include "core/expression/regex.h"

namespace canvass::core {

using ElementIndex = std::int32_t;
inline constexpr ElementIndex no_element = -1;

enum class Kind : std::uint8_t {
    page, panel, text, comment, radiogroup, checkbox, rating, boolean,
    dropdown, tagbox, ranking, imagepicker, expression, slider, signaturepad, file, html, image, buttongroup,
    paneldynamic, matrixdynamic, matrixdropdown, matrix, multipletext,
    row  // the root of a template; no definition names it
};

// "radiogroup" and so on; nothing for a name that is no kind of ours.
std::string_view name_of(Kind kind) noexcept;
std::optional<Kind> kind_named(std::string_view name) noexcept;
inline bool is_container(Kind kind) noexcept {
    return kind == Kind::page || kind == Kind::panel || kind == Kind::row;
}
inline bool has_rows(Kind kind) noexcept { return kind >= Kind::paneldynamic && kind <= Kind::multipletext; }
// Shown among questions, but there is nothing to answer.
inline bool is_display(Kind kind) noexcept { return kind == Kind::html || kind == Kind::image; }
// There is something that a member can answer.
inline bool has_input(Kind kind) noexcept {
    return !is_container(kind) && !is_display(kind) && kind != Kind::expression;
}

// A formula that few questions have.
struct Formula {
    // row_count: how many rows there are; bound_count: the same, and a row more or less changes the answer it reads;
    // lowest, highest: the ends of a slider.
    enum class Use : std::uint8_t {
        default_value, set_value, set_value_if, reset_value_if, row_count, bound_count, lowest, highest
    };
    Use use = Use::default_value;
    Condition condition;
};

// What is wrong with an answer besides what its kind says.
struct Validator {
    enum class Check : std::uint8_t { numeric, text, answer_count, email, expression, regex };
    enum class Notice : std::uint8_t { error, warning, info };  // only errors stop
    Check check = Check::numeric;
    Notice notice = Notice::error;
    LocalizedText text;  // empty: the interface's words
    std::optional<double> min, max;  // of a number, a text's length, a count
    bool digits_allowed = true;      // text
    Condition expression;            // must hold
    Regex regex;                     // must match
};

// What happens by itself when an expression comes true.
struct Trigger {
    enum class Deed : std::uint8_t { complete, set_value, copy_value, skip, run_expression, show };
    Deed deed = Deed::complete;
    Condition expression;
    std::string to, from;        // names; of skip: `to`
    std::vector<std::string> shown;  // of show: the pages and questions that are visible while the expression holds
    Value value;                 // of set_value
    Condition formula;           // of run_expression
    bool to_variable = false;    // set_value
    bool display_text = false;   // copy_value
};

// What few choices have.
struct ChoiceRule {
    Condition visible_if, enable_if;
    std::string shuffled_with;  // randomizeCategory: changes places with these only
    LocalizedText image;        // its address
};

struct Choice {
    Value value;
    LocalizedText text;      // empty: the value is the text
    std::int32_t rule = -1;  // among the question's rules; -1: none of its own
    bool exclusive = false;  // stands alone among several
    bool stays_in_place = false;  // in a random order
    bool comment_area = false, comment_required = false;  // a comment of its own: {"value": …, "comment": …}
};

// The choices that stand beside the author's. Where the text is not given, the interface's stands in.
enum class Special : std::uint8_t { select_all, none, refuse, dont_know, other };

struct ChoiceWords {
    enum class Use : std::uint8_t { select_all, none, refuse, dont_know, other, other_error, other_placeholder, placeholder };
    Use use = Use::other;
    LocalizedText text;
};

// The choices of another question stand in for a question's own.
struct CarryForward {
    enum class Mode : std::uint8_t { all, selected, unselected } mode = Mode::all;
    std::string name;                  // of the question they come from
    ElementIndex source = no_element;  // found at load; no_element: there is none of that kind
    bool rows = false;                 // its answer is a list of objects, one for each choice
    bool circular = false;             // there is nothing to carry
    std::string value_member, text_member;  // of rows; no name: the first, none
};

// Choices that lie at an address. Whoever shows the survey fetches them and gives them to the session (SetChoices).
struct ChoicesElsewhere {
    std::string address;  // as written: answers stand in braces
    Value how;            // the object it is written in, with what finds the choices in what comes from there
};

// radiogroup, checkbox, dropdown, tagbox, ranking, imagepicker, buttongroup
struct ChoiceSettings {
    enum class Order : std::uint8_t { as_written, ascending, descending, random };

    std::vector<Choice> choices;
    std::vector<ChoiceRule> rules;
    std::int32_t common_rule = -1;    // for choices without a condition of their own
    Box<CarryForward> carry;
    Box<ChoicesElsewhere> elsewhere;
    std::vector<ChoiceWords> words;
    std::string value_member;  // an answer of several holds objects, the choice's value under this name
    std::uint8_t specials = 0;  // a bit for each Special
    Order order = Order::as_written;
    bool multiple = false;  // the answer is a list
    bool open = false;      // answers that are no choice count too: typed ones, choices from elsewhere
    bool ranks_all = false;        // an answer names every choice there is
    bool other_in_answer = false;  // what was written for "other" is the answer; otherwise the comment beside it
    bool hidden_if_empty = false;
    int min_selected = 0;     // of several; 0: no bound
    int max_selected = 0;

    bool has(Special special) const noexcept { return specials >> static_cast<unsigned>(special) & 1u; }
    const LocalizedText& text(ChoiceWords::Use use) const noexcept;
};

struct RatingSettings {
    std::vector<Choice> rates;  // always filled: explicit rateValues, or rateMin … rateMax by rateStep
    std::vector<ChoiceRule> rules;
    LocalizedText min_description;
    LocalizedText max_description;
    enum class Style : std::uint8_t { numbers, stars, smileys } style = Style::numbers;
};

struct SliderSettings {
    bool range = false;  // the answer is two or more numbers
    double min = 0, max = 100, step = 1;
    double least = 0, most = 0;  // between the ends of a range, as written, in whole steps; most 0: no bound
};

struct ImageSettings {
    LocalizedText link, alt;
};

struct BooleanSettings {
    LocalizedText label_true, label_false;
    Value value_true = true, value_false = false;
    enum class Style : std::uint8_t { sides, radio, checkbox, toggle } style = Style::sides;
};

// text, comment
struct TextSettings {
    std::string input_type = "text";  // text, number, email, tel, url, date, …; lower case
    std::string autocomplete;         // what a browser fills in: "email", "given-name", …
    LocalizedText placeholder;
    int max_length = 0;  // UTF-16 units; 0: no bound
    int rows = 4;        // comment
    bool line_breaks = true;  // comment
    Box<InputRules> rules;

    const Mask* mask() const noexcept { return rules && rules->mask.kind != Mask::Kind::none ? &rules->mask : nullptr; }
};

// paneldynamic, matrixdynamic, matrixdropdown, matrix, multipletext
struct RowSettings {
    // How the answer holds its rows: a list of objects; an object by row of objects, or of single answers (matrix);
    // one object, which is the only row (multipletext).
    enum class Shape : std::uint8_t { list, keyed, keyed_answer, single } shape = Shape::list;
    ElementIndex row = no_element;    // the template of each row
    ElementIndex total = no_element;  // and of the row of totals
    int columns = 0;                  // of a matrix: so many children of the row's root; details stand behind them
    std::vector<ElementIndex> unique;  // of the template: whose answers differ from row to row
    LocalizedText unique_text;
    struct Total {
        // What it makes of its column's answers; formula: the cell says so itself.
        enum class Of : std::uint8_t { formula, sum, count, min, max, avg } of = Of::formula;
        ElementIndex cell = no_element, column = no_element;
    };
    std::vector<Total> totals;
    // Lists.
    int row_count = 0, min_rows = 0, max_rows = 0;
    bool can_add = true, can_remove = true;
    bool confirms = false;             // asks before a row goes that holds answers
    bool one_at_a_time = false;        // behind tabs
    LocalizedText tab_title, tab_title_else;
    Value default_row;
    bool default_from_last = false;
    LocalizedText add_text, remove_text, confirm_text, no_rows_text;
    // Keyed.
    std::vector<Choice> rows;
    std::vector<ChoiceRule> rules;
    Condition rows_visible_if;
    bool each_row_required = false, each_row_unique = false;
    bool shuffled = false;
    bool hidden_if_empty = false;  // when no row is shown
};

// When the answer of a question that is not shown is dropped.
enum class ClearInvisible : std::uint8_t { on_complete, on_hidden, never, on_hidden_container };

struct Poll {
    std::string method;  // one that counts what the question asks (core/poll/methods.h)
    enum class Results : std::uint8_t { always, on_vote, on_close, staff } results = Results::on_vote;
    bool change_vote = true;
    std::optional<Date> closes;
    std::string seed;
    std::size_t seats = 1;
    Value rules;        // of the count, as core/poll/election.h lists them; check_polls() judges them
    bool secret = false;  // nobody can tell afterwards who cast which ballot; then no vote can be changed
};

// In which order what a page or panel holds is shown.
enum class Order : std::uint8_t { as_around, as_written, random };

// page
struct PageSettings {
    double time_limit = 0;        // seconds; 0: the survey's for pages, below it: none
    std::optional<bool> buttons;  // shown or not, whatever the survey says
    LocalizedText navigation_title;  // on the button that leads to the page; empty: its title
};

// How views arrange an element. The engine asks for one thing alone: what shows no title has no number.
struct Layout {
    enum class Fold : std::uint8_t { none, open, closed } fold = Fold::none;  // folds under its title
    bool starts_on_new_line = true;  // or stands beside the one before, where there is room
    enum class Place : std::uint8_t { above, below, beside, hidden };  // beside: where there is room, above elsewhere
    Place title = Place::above, description = Place::above;  // of a question, from where its answer is given
    Place titles_inside = Place::above;  // of what it holds, unless that says otherwise
    std::int8_t columns = 1;    // of choices or items, where there is room; 0: as many as fit
    std::uint16_t image_width = 0, image_height = 0;  // CSS pixels, of pictures; 0: as it fits
};

struct Element {
    Kind kind = Kind::text;
    std::string name;     // unique in the survey, also for pages and panels
    std::string pointer;  // where it stands in the definition
    ElementIndex parent = no_element;
    ElementIndex owner = no_element;  // the question in whose template it stands
    std::vector<ElementIndex> children;

    LocalizedText title, description;
    bool visible = true, read_only = false, required = false;
    Layout layout;
    Condition visible_if, enable_if, required_if;
    LocalizedText required_text;  // what to say instead of "Please answer …"

    // Questions only.
    ClearInvisible clear_if_invisible = ClearInvisible::on_complete;
    std::string value_name;  // where the answer lies in the data; the name if the definition says nothing
    Value default_value;
    bool comment_area = false;  // a comment beside the answer
    LocalizedText comment_text;
    bool number_shown = true;  // hideNumber off
    bool values_in_texts = false;  // its texts show answers as they are, and not as people call them
    std::int32_t numbering = -1;  // page, panel: in Definition::numberings; -1: as around it
    Order order = Order::as_around;   // page, panel
    bool moves = true;                // where the order is random
    std::int32_t correct_answer = -1; // in Definition::correct_answers; -1: no part of a quiz
    std::variant<std::monostate, ChoiceSettings, RatingSettings, BooleanSettings, TextSettings, SliderSettings, PageSettings,
                 Box<RowSettings>, FileSettings, NumberFormat, ImageSettings>
        settings;
    Box<Poll> poll;
    std::vector<Formula> formulas;
    std::vector<Validator> validators;

    const Condition* formula(Formula::Use use) const noexcept;
};

// nullptr for a kind without rows.
const RowSettings* row_settings_of(const Element& element) noexcept;

// The choices as they are written, and the rules of some (or of a matrix's rows); empty for kinds without.
std::span<const Choice> choices_of(const Element& element) noexcept;
std::span<const ChoiceRule> rules_of(const Element& element) noexcept;

struct CalculatedValue {
    std::string name;
    Condition expression;
    bool include_into_result = false;
};

// When answers are checked.
enum class ErrorsMode : std::uint8_t { on_next_page, on_value_changed, on_complete };

enum class QuestionNumbers : std::uint8_t {
    as_around,
    off,
    across_survey,
    on_page,   // from the start on each page
    on_panel,  // from the start in this panel, or in each that a dynamic panel holds
    recursive  // the same, behind the panel's own number: 2.1
};

struct Numbering {
    QuestionNumbers numbers = QuestionNumbers::as_around;
    std::string start;  // how the first is numbered: "1.", "a)", "Q 10"; empty: as around it
};
// What is shown at a time: a page, all pages as one, or one element: a question or panel of a page, or a question.
enum class ShownAtOnce : std::uint8_t { page, survey, element, question };
enum class ProgressKind : std::uint8_t { pages, questions, required_questions, correct_questions, buttons };
enum class TimerInfo : std::uint8_t { combined, page, survey };

// A text that stands when its expression holds.
struct ConditionalText {
    Condition expression;
    LocalizedText text;
};

// How a member goes through the survey.
struct Course {
    ShownAtOnce at_once = ShownAtOnce::page;
    bool start_page = false;     // the first page comes before the survey; only where there are two pages or more
    bool preview = false;        // before completion, every answer is shown once more
    bool answered_only = false;  // … every question that has one
    bool buttons = true, show_back = true;
    bool completion_shown = true;
    bool title_shown = true, page_titles_shown = true;
    Layout::Place question_titles = Layout::Place::above, question_descriptions = Layout::Place::above;
    bool auto_advance = false, auto_complete = false;  // once a page is answered
    bool random_order = false;
    bool show_progress = false;
    ProgressKind progress = ProgressKind::pages;
    bool show_timer = false;     // and the time is limited
    double time_limit = 0, page_time_limit = 0;  // seconds; 0: none
    TimerInfo timer_info = TimerInfo::combined;
    LocalizedText start_text, preview_text, edit_text;
    LocalizedText next_text, previous_text, complete_text;  // empty: the interface's own words
    LocalizedText completed_html, navigate_to;
    LocalizedText logo;          // the address of an image above the title; empty: none
    std::uint16_t logo_width = 0, logo_height = 0;  // CSS pixels; 0: as it fits
    std::vector<ConditionalText> completed_html_on, navigate_to_on;  // the first that holds stands instead
};

struct Definition {
    std::string id;              // canvass.id; the collector's file name stands in when there is none
    ContentHash content_hash;
    std::string locale = "en";   // the survey's default
    std::vector<std::string> locales;  // every locale some text has, the default first
    LocalizedText title, description;
    std::vector<Element> elements;
    std::vector<ElementIndex> pages;
    std::vector<CalculatedValue> calculated;
    std::vector<Trigger> triggers;
    Course course;
    std::vector<Value> correct_answers;
    Numbering numbering{QuestionNumbers::off, {}};
    std::vector<Numbering> numberings;  // of pages and panels that have one of their own
    ClearInvisible clear_invisible = ClearInvisible::on_complete;
    ErrorsMode errors_mode = ErrorsMode::on_next_page;
    std::string required_mark = "*";
    bool read_only = false;
    bool store_others = true;    // what is written for "other" is a comment
    int max_text_length = 0;     // characters, for texts that say nothing themselves; 0: no bound
    int max_comment_length = 0;  // of comments beside answers

    // Made at load from all of the above.
    Names names;                      // of elements
    std::vector<ElementIndex> named;  // the element of each of them
    Reads reads;                      // who must be looked at again when an answer changes
    std::vector<ElementIndex> answer_of;    // by name of `reads`: the first question whose answer lies there
    std::vector<std::int32_t> calculation_order;  // of `calculated`: what is read comes first
    std::vector<ElementIndex> elsewhere;  // whose choices lie at an address
    bool shares_in_rows = false;          // some question in rows has a valueName, or the name of another

    // no_element when there is no question, panel or page of that name outside of templates.
    // Questions come first, then panels, then pages, where one name stands for several.
    ElementIndex find(std::string_view name) const noexcept;
    const Element& at(ElementIndex index) const { return elements[static_cast<std::size_t>(index)]; }
};

}  // namespace canvass::core
