// What a session holds while it runs; shared by the files of this folder, not for others.
//
// Answers lie in slots, one for each key of the data (an answer, the comment beside it, or a key that no
// question has). Everything about elements lies in arrays, by index: those of the definition come first, under the
// same index, then the instances that rows make of them. A change marks what reads it; settle() then evaluates the
// marked conditions and nothing else.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/expression/environment.h"
#include "core/session/session.h"

namespace canvass::core {

using SlotIndex = std::int32_t;
// Behind the name of a question, in the data: the comment beside its answer, the row of its totals.
inline constexpr std::string_view comment_suffix = "-Comment", total_suffix = "-total";

struct Slot {
    Value value;
    bool present = false;      // in the data
    std::int32_t name = -1;    // in Reads::names; -1: nothing reads it
    ElementIndex question = no_element;   // the first whose answer lies here; questions_of() names all
    ElementIndex comment_of = no_element;
};

// What must be evaluated anew, a bit each.
struct Marks {
    static constexpr std::uint16_t visible = 1, enabled = 2, required = 4, choices = 8, texts = 16, default_value = 32, set = 64,
                                  reset = 128, row_count = 256,
                                  called = 512;  // what its choices are called
};

// A question whose setValueIf, setValueExpression or resetValueIf is to be looked at.
struct Rule {
    ElementIndex element = no_element;
    std::uint16_t marks = 0;
};

// What a container holds: the elements it has in the definition, moved to where this instance of them lies.
class Children {
public:
    class Iterator {
    public:
        Iterator(const ElementIndex* at, ElementIndex shift) : at_(at), shift_(shift) {}
        ElementIndex operator*() const { return *at_ + shift_; }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return at_ != other.at_; }

    private:
        const ElementIndex* at_;
        ElementIndex shift_;
    };

    Children(const std::vector<ElementIndex>& list, ElementIndex shift) : list_(list), shift_(shift) {}
    Iterator begin() const { return {list_.data(), shift_}; }
    Iterator end() const { return {list_.data() + list_.size(), shift_}; }

private:
    const std::vector<ElementIndex>& list_;
    ElementIndex shift_;
};

// A row: one instance of a template, whose elements lie side by side as they do in the definition.
struct Block {
    ElementIndex root = no_element;   // its first element
    ElementIndex owner = no_element;  // the question whose row it is; none: free for another row
    std::int32_t row = 0;             // its place in the answer, or among the rows of the definition
    std::int32_t next_free = -1;      // of the same template
};
inline constexpr std::int32_t total_row = -1;

struct Rows {  // of one question
    std::vector<ElementIndex> roots;  // in order
    ElementIndex total = no_element;
    bool cleared = false;  // by being hidden: they begin anew when they are seen again
    bool growing = false;  // a row is being made: what it answers must not make another
};

struct ElementState {
    ElementIndex source = no_element;   // in the definition
    ElementIndex parent = no_element;
    std::int32_t block = -1;            // the row it stands in
    std::int32_t rows = -1;             // the rows it has
    bool visible = true, enabled = true, required = false;  // its own, without what is around it
    bool choiceless = false;            // hidden because it has no choices
    bool present = true;                // visible, and a container has something visible in it
    std::int32_t present_children = 0;
    std::uint16_t marks = 0;
    bool touched = false;               // answered otherwise than its default formula says
    bool view_stale = false;
    std::uint32_t told = 0;             // the last settlement in which those that show its choice were marked
    std::int32_t view_at = -1;          // its place in SurveyView::elements
    SlotIndex answer = -1, comment = -1;
    ElementIndex next_sharing = no_element;  // the next whose answer lies in the same slot
};

// The questions whose answer lies in one slot.
class Sharing {
public:
    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = ElementIndex;
        using difference_type = std::ptrdiff_t;
        using pointer = const ElementIndex*;
        using reference = ElementIndex;

        Iterator() = default;
        Iterator(const std::vector<ElementState>* elements, ElementIndex at) : elements_(elements), at_(at) {}
        ElementIndex operator*() const { return at_; }
        Iterator& operator++() {
            at_ = (*elements_)[static_cast<std::size_t>(at_)].next_sharing;
            return *this;
        }
        Iterator operator++(int) {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        bool operator==(const Iterator& other) const { return at_ == other.at_; }

    private:
        const std::vector<ElementState>* elements_ = nullptr;
        ElementIndex at_ = no_element;
    };

    Sharing(const std::vector<ElementState>& elements, ElementIndex first) : elements_(elements), first_(first) {}
    Iterator begin() const { return {&elements_, first_}; }
    Iterator end() const { return {&elements_, no_element}; }
    bool empty() const { return first_ == no_element; }
    ElementIndex front() const { return first_; }

private:
    const std::vector<ElementState>& elements_;
    ElementIndex first_;
};

// Something wrong with an answer, as it is shown.
struct Fault {
    std::string text;
    Validator::Notice notice = Validator::Notice::error;
    bool stops() const noexcept { return notice == Validator::Notice::error; }
    friend bool operator==(const Fault&, const Fault&) = default;
};
using Faults = std::vector<Fault>;
bool has_stops(const Faults& faults) noexcept;

// How many questions there are, and answers.
struct Progress {
    int questions = 0, answered = 0, required = 0, required_answered = 0;
};

// What a name stands for.
struct Found {
    bool there = false;
    Operand value;
    ElementIndex question = no_element;  // whose answer it is, or lies in
    bool whole = false;                  // the whole answer, not a part of it
};

inline bool asks_number(const TextSettings& settings) {
    return settings.input_type == "number" || settings.input_type == "range";
}

// Of a default or a formula: what is no number is no answer there.
Value number_answer(Value value);

// Between the slider's ends; of one handle, one number.
Value slider_answer(const SliderSettings& settings, Value value);
void join_texts(Kind kind, Value& value);  // a list, where a text stands: one text

// A list of panels in which nothing is answered.
bool are_all_empty(const Operand& panels);

// The rest of a path inside the value that its steps up to `last` name.
Operand inside(const Operand& root, const Path& path, std::size_t last);

struct ChoiceState {
    bool visible = true, enabled = true;
};

// The question whose choices or answers are this one's choices; nullptr: none.
inline const CarryForward* carry_of(const ChoiceSettings* settings) noexcept {
    const CarryForward* carry = settings ? settings->carry.get() : nullptr;
    return carry && carry->source != no_element ? carry : nullptr;
}

// The choices of a question that are not simply those of the definition.
struct Choosing {
    bool carries = false;
    std::vector<Choice> carried;        // of another question, instead of the definition's
    std::span<const ChoiceRule> rules;  // of those
    std::vector<ChoiceRule> given_rules;  // where a page gave them
    std::vector<ChoiceState> states;    // empty: every choice is there
    std::vector<Value> put_by;          // answers whose choice went out of sight: they come back with it
};

// A skip that was made; going back undoes it.
struct Jump {
    ElementIndex from = no_element, to = no_element;
};

// The children of a page or panel in an order of their own.
struct Arrangement {
    ElementIndex container = no_element;
    std::vector<ElementIndex> children;
};

Diagnostic about(Code code, Severity severity, std::string_view subject);

struct Session::State final : Environment {
    State(std::shared_ptr<const Definition> definition, SessionOptions options);

    // --- session.cpp
    Outcome set_answer(std::string_view name, Value value);
    Outcome set_comment(const std::string& name, const std::string& text);
    Outcome change_rows(std::string_view name, bool add);
    void note_size(ElementIndex question, const Value& value, Diagnostics& diagnostics) const;
    Outcome set_cell(ElementIndex question, Value value, bool comment);
    bool set_locale(const std::string& wanted);
    void report_errors(Diagnostics& diagnostics) const;

    // --- answers.cpp, defaults.cpp
    void make_slots();
    SlotIndex slot_of(std::string_view key);         // made if need be
    SlotIndex slot_at(std::string_view key) const;   // -1 when there is none
    const Value& value_at(SlotIndex slot) const;
    Sharing questions_of(SlotIndex slot) const {
        return {elements, slots[static_cast<std::size_t>(slot)].question};
    }
    const Value* variable(std::int32_t name) const;  // nullptr: there is none
    Value& variable_made(std::int32_t name);
    const Value& answer_to(ElementIndex question) const {
        return of(question).block < 0 ? value_at(of(question).answer) : answer_in_row(question);
    }
    const Value& comment_value_of(ElementIndex question) const {
        return of(question).block < 0 ? value_at(of(question).comment) : answer_in_row(question, comment_suffix);
    }
    std::string_view comment_to(ElementIndex question) const { return comment_value_of(question).text(); }
    bool set_slot(SlotIndex slot, Value value);      // true: it changed
    bool set_answer_of(ElementIndex question, Value value) {
        if (of(question).block >= 0) return set_in_row(question, {}, std::move(value));
        return set_slot(of(question).answer, std::move(value));
    }
    bool set_comment_of(ElementIndex question, Value text) {
        if (of(question).block >= 0) return set_in_row(question, comment_suffix, std::move(text));
        return set_slot(of(question).comment, std::move(text));
    }
    void note_presence(SlotIndex slot);              // whether it has a value now
    bool is_nothing(SlotIndex slot, const Value& value) const;
    bool set_variable(std::string_view name, Value value);
    void set_default_values();
    SliderSettings slider_at(ElementIndex slider);
    void put_in_form(ElementIndex cell);
    void set_default_value(ElementIndex question);
    void drop_hidden_defaults();
    void begin_anew(ElementIndex table);
    void give_default(ElementIndex question);
    bool is_dropped_when_hidden(ElementIndex question) const;
    bool is_dropped_now(ElementIndex question) const;
    Value data() const;

    // --- rows.cpp
    bool holds_something(ElementIndex index) const;  // of those that are not shown empty
    void init_elements(ElementIndex first, ElementIndex source, ElementIndex size, std::int32_t block);
    bool is_live(ElementIndex index) const;          // no part of a template, nor of a row that is gone
    const RowSettings& row_settings(ElementIndex question) const {
        return *row_settings_of(element(question));
    }
    Rows& rows_of(ElementIndex question) { return rows[static_cast<std::size_t>(of(question).rows)]; }
    const Rows& rows_of(ElementIndex question) const { return rows[static_cast<std::size_t>(of(question).rows)]; }
    const Block& block_of(ElementIndex index) const { return blocks[static_cast<std::size_t>(of(index).block)]; }
    bool is_total(ElementIndex index) const { return of(index).block >= 0 && block_of(index).row == total_row; }
    ElementIndex block_root(ElementIndex index) const { return of(index).block < 0 ? no_element : block_of(index).root; }
    void open_rows(ElementIndex question);
    void begin_rows(ElementIndex question);
    // As many as the answer has; without an answer so many, or as many as there are.
    void sync_rows(ElementIndex question, int without_answer = -1);
    bool append_row(ElementIndex question);  // false: there is no room
    ElementIndex make_row(ElementIndex question, ElementIndex source, std::int32_t row);
    void drop_row(ElementIndex root);
    void mark_row(ElementIndex root);
    bool insert_row(ElementIndex question, Value row, bool stored);
    void number_rows(ElementIndex question, std::size_t from);
    void instances_of(ElementIndex described, std::vector<ElementIndex>& found) const;
    void mark_in_row(std::string_view name, const Block& block, bool texts_alone = false);

    // --- row_changes.cpp
    bool can_add_row(ElementIndex question) const;
    bool can_remove_row(ElementIndex question) const;
    bool add_row(ElementIndex question);
    bool remove_row(ElementIndex question, std::int32_t at);
    void erase_row(ElementIndex question, std::int32_t at);
    void count_rows(ElementIndex question);
    void tell_row_count(ElementIndex question);

    // --- row_totals.cpp, row_errors.cpp
    Value total_of(ElementIndex cell);
    ElementIndex totals_named(std::string_view key) const;  // whose row of totals lies there; no_element
    void mark_totals(ElementIndex question, ElementIndex column = no_element);
    void find_row_errors(ElementIndex question, Faults& found);
    void find_repetition(ElementIndex question, Faults& found);
    bool is_unique(ElementIndex question) const;
    bool repeats(ElementIndex question) const;
    void revalidate_beside(ElementIndex question);

    // --- row_answers.cpp
    SlotIndex answer_slot(ElementIndex question) const;  // where the answer lies, or that of the rows around it
    const Value& answer_in_row(ElementIndex question, std::string_view suffix = {}) const;
    const Value* row_value(const Block& block) const;
    std::string row_key(const Block& block) const;
    Value& place_of(ElementIndex question, std::string_view suffix);
    Value& row_place(const Block& block);
    bool set_in_row(ElementIndex question, std::string_view suffix, Value value);
    void erase_in_row(ElementIndex question, std::string_view suffix);
    void changed_in_row(ElementIndex question, std::string_view suffix = {});
    void make_stale_named(ElementIndex container, std::string_view value_name);

    // --- row_names.cpp
    std::string path_of(ElementIndex index) const;   // "panel[0].q", as actions name it
    // `in_rows`: whether the path leads into rows, found or not.
    ElementIndex find_live(std::string_view path, bool* in_rows = nullptr) const;
    ElementIndex find_in_rows(ElementIndex question, const Path& path, std::size_t step) const;
    ElementIndex question_in_row(ElementIndex root, std::string_view value_name) const;
    Found look_in_row(const Path& path, Scratch& scratch);

    // --- lookup.cpp
    Operand read(const Path& path, Scratch& scratch) override;
    Operand read_survey(const Path& path, Scratch& scratch) override;
    Clock clock() const override { return options.clock; }
    Operand display_value(std::string_view question, const Operand& of_value, Scratch& scratch) override;
    Operand property_value(std::string_view question, std::string_view property, Scratch& scratch) override;
    Operand comment(std::string_view question, const Operand& of_choice, Scratch& scratch) override;
    Operand is_display_mode() override { return Operand::boolean(definition->read_only); }
    Found look_up(const Path& path, Scratch& scratch);
    Found look_near(const Path& path, Scratch& scratch);
    Operand item_property(std::string_view name, Scratch& scratch);  // of the choice a condition is about
    ElementIndex question_named(std::string_view value_name) const;

    // --- conditions.cpp
    void mark_readers(std::int32_t name);
    void mark_readers(std::string_view name);
    void mark_reader(const Reader& reader);
    void mark(ElementIndex element, std::uint16_t marks);
    void mark_instance(ElementIndex element, Duty duty);
    void mark_all_of(ElementIndex element);
    void mark_everything();
    void settle();
    bool is_unsettled() const;
    void calculate();
    void evaluate_marks(ElementIndex element, std::uint16_t marks);
    void evaluate_rows(ElementIndex question);
    void row_visibility_changed(ElementIndex root);
    void update_presence(ElementIndex element);
    void drop_marks();
    bool do_choices_show_answers(ElementIndex question) const;
    void mark_text_readers(ElementIndex question);
    void show(ElementIndex element, bool visible);
    void make_stale(ElementIndex element);
    void make_stale_inside(ElementIndex element);
    void forgive_inside(ElementIndex element);
    bool holds(const Condition& condition, ElementIndex element, const Value* item = nullptr);

    void settle_conditions();

    // --- rules.cpp
    void mark_expressions_inside(ElementIndex element);
    Value in_form(ElementIndex question, Value value);
    Value result_of(const Condition& formula, ElementIndex around);
    Value default_of(ElementIndex question);
    void run_default(ElementIndex question);
    bool is_given_by_another(ElementIndex question, bool says_nothing) const;
    bool may_hold(ElementIndex question, const Value& value) const;
    bool answer_by_rule(ElementIndex question, Value value);
    void note_touch(SlotIndex slot);
    void note_touch_inside(ElementIndex container);
    void note_touch_of(ElementIndex question);
    bool keeps_own_default(ElementIndex question) const;
    void touch_answers_inside(ElementIndex container);
    using Made = std::vector<std::pair<ElementIndex, Value>>;
    void collect_made(ElementIndex container, Made& made) const;
    void keep_given(const Made& made);
    void run_rules();
    void run_last_rules();

    // --- triggers.cpp
    void run_triggers();
    bool is_called_for(const Trigger& trigger) const;
    Value text_to_copy(const Trigger& trigger, const Found& found);
    void pull_trigger(const Trigger& trigger);
    void show_by_trigger(const Trigger& trigger);
    ElementIndex question_read(const Path& path) const;
    bool has_default_after(const Trigger& trigger, ElementIndex question) const;
    void set_by_trigger(const Trigger& trigger, Value value);
    void skip_to(const std::string& name);
    bool is_changing_wrong();
    void note_end(const Trigger& trigger);
    bool is_asked_at(const Trigger& trigger, ElementIndex place) const;
    void show_after(ElementIndex place);
    bool ends_after(ElementIndex place);

    // --- order.cpp
    void arrange();
    void arrange(ElementIndex container, bool random, std::uint32_t seed);
    const std::vector<ElementIndex>& arranged(ElementIndex container) const;

    // --- course.cpp
    bool is_offered(ElementIndex page) const;  // shown, and not the start page
    bool shows_survey() const;                 // all pages as one
    bool shows_steps() const { return definition->course.at_once >= ShownAtOnce::element; }
    ElementIndex page_of(ElementIndex element) const;
    ElementIndex place_of(ElementIndex element) const;
    ElementIndex here() const { return step != no_element ? step : page; }
    std::vector<ElementIndex> places(ElementIndex including = no_element) const;  // one after the other
    void list_steps(ElementIndex container, ElementIndex including, std::vector<ElementIndex>& steps) const;
    void turn_to(ElementIndex place);          // a page or a step
    void place_changed();
    void keep_place_shown();
    void keep_step_shown();
    void note_state();
    bool start();
    bool show_preview();
    // All that is asked there is answered, without a fault, and nothing is to be written beside a choice.
    bool is_finished(ElementIndex place);
    bool advance();
    bool edit(const Value& place);
    bool go_to(const Value& place);
    ElementIndex place_named(const Value& place) const;
    bool validate_here();
    bool validate_place(ElementIndex place);
    void tidy(std::span<const ElementIndex> places);
    void drop_unknown_inside(ElementIndex element);

    // --- save.cpp
    Value save() const;
    void take_up_choices();
    std::string take_up(const Value& saved);
    bool take_up_rows(const Value* templates, const Value* lists);

    // --- timer.cpp
    double& seconds_here();
    double page_limit(ElementIndex page) const;
    bool tick(double seconds);
    void fill_timer();

    // --- progress.cpp
    QuizView quiz() const;
    void count_progress(ElementIndex container, Progress& progress) const;
    void fill_progress();
    void tell_course(Value& snapshot);

    // --- navigation.cpp
    void finish();
    bool is_shown(ElementIndex element) const;  // with everything around it
    bool is_inside(ElementIndex element, ElementIndex container) const;
    bool is_read_only(ElementIndex element) const;
    bool is_closed_cell(ElementIndex question) const;
    bool is_kept(ElementIndex question) const;
    // Of all questions whose answer lies where this one's does.
    bool is_answer_shown(ElementIndex question) const;
    bool shares_answer(ElementIndex question) const;
    int page_number() const;  // among the shown pages; -1 when there is none
    bool is_on_start_page(ElementIndex element) const;
    void visibility_changed(ElementIndex element);
    void container_changed(ElementIndex container, bool shown);
    void drop_hidden(ElementIndex question);
    std::vector<ElementIndex> shown_pages() const;
    int page_count() const;
    bool move_on();
    bool move_back();
    bool complete();
    void show_first_error();
    void drop_unused_answers();
    bool clear_answer(ElementIndex question, bool keep_comment);  // false: there was none

    // --- validation.cpp
    bool validate(ElementIndex element, bool on_change);   // false: errors are shown now
    bool validate_page(ElementIndex page);
    bool validate_everything();
    void find_errors(ElementIndex question, bool on_change, Faults& found);
    bool is_unanswered(ElementIndex question) const;
    bool has_answer_inside(ElementIndex container) const;
    void revalidate(SlotIndex slot);
    void revalidate_question(ElementIndex question);
    void recheck(bool valid);
    void reword_marked();  // after what their words name
    void reword_errors();  // in another language

    // --- validators.cpp, input_errors.cpp
    void run_validator(const Validator& validator, ElementIndex question, Faults& found);
    void find_text_errors(ElementIndex question, const TextSettings& settings, Faults& found);
    void find_file_errors(ElementIndex question, const FileSettings& settings, Faults& found);
    Value bound_of(ElementIndex question, const TextSettings& settings, bool lowest);

    // --- input.cpp
    Value typed_form(ElementIndex question, const Mask& mask) const;
    void store_typed_form(ElementIndex question);
    Value as_stored(ElementIndex question, Value answer);
    Operand answer_as_read(ElementIndex question, Scratch& scratch) const;
    std::string shown_text(ElementIndex question, const Operand& value) const;  // empty: nothing says how

    // --- piping.cpp
    bool is_there(const Found& found) const;
    std::string piped(std::string_view text, ElementIndex scope, bool is_markup = false);
    std::string piped(const LocalizedText& text, ElementIndex scope);
    // Of HTML: what answers say stays words and becomes no markup.
    std::string piped_markup(const LocalizedText& text, ElementIndex scope);
    std::string title_of(ElementIndex element);
    std::string display_text(ElementIndex question, const Operand& value);
    std::string display_text_of_one(ElementIndex question, const Operand& value);
    // The author's words or else the interface's.
    std::string own_or(const LocalizedText& own, Text fallback, ElementIndex around);
    std::string text_of_choice(const Choice& choice, ElementIndex question);

    // --- choices.cpp
    const Choosing* chosen_from(ElementIndex question) const;
    std::span<const Choice> choices_of(ElementIndex question) const;
    std::span<const ChoiceRule> rules_of(ElementIndex question) const;
    const ChoiceSettings* choice_settings(ElementIndex question) const;
    ChoiceState choice_state(ElementIndex question, std::size_t choice) const;
    std::vector<std::uint32_t> choices_in_order(ElementIndex question);  // those that are shown
    std::uint32_t seed_of(ElementIndex element) const;
    std::int32_t choice_of(ElementIndex question, const Value& value) const;  // shown or not; -1
    bool is_known_choice(ElementIndex question, const Value& value) const;
    bool is_other(ElementIndex question, const Value& value) const;  // the choice "other", or what was written for it
    bool is_other_selected(ElementIndex question) const;
    bool is_selected(ElementIndex question, const Value& value) const;
    bool is_exclusive(ElementIndex question, const Value& value) const;  // it stands alone among several

    // --- choices_elsewhere.cpp
    std::string address_of_choices(ElementIndex question);
    Outcome give_choices(std::string_view name, const Value& list);

    // --- choice_rules.cpp
    void evaluate_choices(ElementIndex question);
    bool carry_choices(ElementIndex question, const CarryForward& carry, Choosing& into);
    void mark_carriers(ElementIndex source, std::uint16_t marks);

    // --- choice_answers.cpp
    Operand bare_answer(ElementIndex question, const Operand& value, Scratch& scratch) const;
    Value choice_answer(ElementIndex question, const ChoiceSettings& settings, Value value);
    void take_own_values(ElementIndex question, Value& value) const;
    Value as_given(ElementIndex question, Value value, bool restored);
    void take_choices(ElementIndex question, bool restored = false);
    std::string other_text(ElementIndex question) const;
    void rank_all(ElementIndex question, Value& value);
    bool ranks_itself(ElementIndex question);
    bool is_row_of_matrix(ElementIndex question) const;
    void drop_unknown_choices(ElementIndex question);
    void drop_from_several(ElementIndex question, const ChoiceSettings& settings);
    std::string comment_of_choice(ElementIndex question, const Operand& value) const;
    bool misses_comment(ElementIndex question) const;

    // --- build_view.cpp
    void refresh_view();
    void list_elements();
    void list_page(ElementIndex page, std::vector<ElementView>& old);
    bool is_left_out(ElementIndex element) const;
    void list_element(ElementIndex element, int depth, std::vector<ElementView>& old);
    bool is_row_shown(ElementIndex root) const;
    ElementIndex listed_total(ElementIndex index) const;
    void fill_row(ElementView& view);
    void fill_rows(ElementView& view);
    void fill_element(ElementView& view);
    void fill_choices(ElementView& view);
    ChoiceView& add_choice(ElementView& view, const Value& value, std::string text, bool enabled);
    void add_select_all(ElementView& view, const ChoiceSettings& settings);
    void fill_survey();
    void fill_buttons();
    void fill_end();
    const LocalizedText& text_that_holds(const std::vector<ConditionalText>& choices, const LocalizedText& otherwise);

    // --- question_numbers.cpp
    int number_inside(ElementIndex container, int next);
    const Numbering* numbering_of(ElementIndex container) const;
    bool counts_anew(ElementIndex panel) const;
    std::string_view number_start(ElementIndex element) const;
    std::string number_text_of(ElementIndex element) const;
    void number_elements();
    void number_pages();

    const Element& element(ElementIndex index) const { return definition->at(of(index).source); }
    ElementIndex parent_of(ElementIndex index) const { return of(index).parent; }
    Children children_of(ElementIndex index) const {
        if (of(index).rows >= 0) return {rows_of(index).roots, 0};
        return {arrangements.empty() ? element(index).children : arranged(of(index).source), index - of(index).source};
    }
    ElementState& of(ElementIndex index) { return elements[static_cast<std::size_t>(index)]; }
    const ElementState& of(ElementIndex index) const { return elements[static_cast<std::size_t>(index)]; }
    ElementIndex count() const { return static_cast<ElementIndex>(elements.size()); }
    std::string_view word(Text text) const { return (*texts)[text]; }

    std::shared_ptr<const Definition> definition;
    SessionOptions options;
    std::shared_ptr<const Texts> texts;
    std::string locale;

    std::vector<Slot> slots;
    Names keys;                                // of slots
    double next_closing = 0;  // of a poll, ms: then its question becomes read-only
    std::size_t own_slots = 0;                 // those that the definition's questions have; they come first
    std::vector<SlotIndex> slot_named;         // by Reads::names: the first slot of that name
    std::vector<Value> variables;
    std::vector<std::int32_t> variable_at;     // of `variables`, by Reads::names; -1: there is none of that name
    std::vector<SlotIndex> filled;             // in the order in which the keys came into the data

    std::vector<ElementState> elements;
    std::vector<Block> blocks;
    std::vector<std::int32_t> free_blocks;     // by template: the first; empty while none was ever free
    std::vector<Rows> rows;
    std::vector<std::unique_ptr<Choosing>> choosing;  // nullptr: the choices are as they are written
    std::vector<Faults> errors;
    std::vector<ElementIndex> marked;          // elements with marks
    std::vector<char> calculation_marked;
    bool any_calculation_marked = false;
    std::vector<Rule> rules_marked;
    std::vector<char> trigger_marked;
    bool any_trigger_marked = false;
    std::vector<ElementIndex> rechecks;        // questions whose validators read what has changed
    std::vector<ElementIndex> rewords;         // … and the words of whose errors do
    SlotIndex changing = -1;                   // what an action has set

    ElementIndex scope = no_element;           // whose condition is evaluated
    const Value* item = nullptr;               // the choice it is about

    bool piping = false;                       // what is read goes into a text

    int displays_nested = 0;

    SessionState state = SessionState::empty;
    ElementIndex page = no_element;
    ElementIndex step = no_element;     // what is shown alone, where elements are
    bool starting = false, previewing = false;
    std::vector<Jump> jumps;
    std::vector<double> page_seconds;   // spent on each of Definition::pages
    double seconds = 0, preview_seconds = 0;
    std::vector<ElementIndex> ends_on;  // by trigger: the page on which it came true that the survey ends
    std::vector<Arrangement> arrangements;
    bool counts_answers = false;        // the view tells how many there are, or how many are right
    bool loading = true;
    bool computing = false;  // the value of an expression, or a calculated one, is being stored
    bool answers_changed = false;  // since the rules that read no answer were last looked at
    // What an expression comes to when the survey opens is no change that rules answer.
    bool opens_silently() const noexcept {
        return loading && computing && (definition->course.at_once != ShownAtOnce::survey || starting);
    }
    std::uint32_t settlement = 0;              // settle_conditions() counts
    bool judging = false;                      // answers are looked at, not mended
    bool settled = true;                       // false: what the last action set off did not come to an end

    SurveyView view;
    std::vector<ElementIndex> stale;  // elements whose view is
    std::vector<int> numbers;         // of questions, from 1; 0: none
    bool structure_stale = true, survey_stale = true, any_view_stale = true;
    std::uint32_t revision = 0;
};

// Answers that conditions set may set off further conditions; after so many rounds the rest is dropped.
inline constexpr int most_rounds = 10;
// rules.cpp: a date as an input field writes it: local, with minutes where the field has them.
std::string date_text(Date date, const Clock& clock, bool with_time);
// formula_limits.cpp: what a formula says, or nothing where it is NaN or infinite, or too large: formulas that hold
// themselves would grow without an end.
Value within_limits(Value value);

// The choices that stand behind the author's, in their order.
struct SpecialChoice {
    Special special;
    std::string_view value;
    ChoiceWords::Use words;
    Text fallback;
};
inline constexpr SpecialChoice special_choices[] = {
    {Special::none, "none", ChoiceWords::Use::none, Text::none},
    {Special::refuse, "refused", ChoiceWords::Use::refuse, Text::refuse},
    {Special::dont_know, "dontknow", ChoiceWords::Use::dont_know, Text::dont_know},
    {Special::other, "other", ChoiceWords::Use::other, Text::other}};

// The choice's value in an answer that holds more: {"value": …, "comment": …}, or an object of that member.
const Value& bare(const ChoiceSettings& settings, const Value& value) noexcept;
// Puts the items of a list into such objects, where the question's answers are made of them.
void wrap(const ChoiceSettings& settings, Value& list);

}  // namespace canvass::core
