// The members of definition objects that the engine acts on: one table says on which kinds of object and what
// they must look like. The codec reads through it, and a check reports what else an object holds (format.h), so
// nothing is silently ignored.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/definition/definition.h"

namespace canvass::core {

// Members that the engine acts on. Legacy spellings share the number of the name of today.
enum class Property : std::uint8_t {
    accept_return, accepted_types, add_text, address_part, allow_add, allow_digits, allow_multiple, allow_negative, alt_text,
    allow_remove, auto_advance, auto_complete, auto_generate, autocomplete, bindings, calculated_values, canvass, case_insensitive, cell_type,
    change_vote, choices, choices_by_url, choices_enable_if, choices_from, choices_from_mode,
    choices_from_texts, choices_from_values, choices_max, choices_min, choices_order, choices_step,
    choices_visible_if, clear_if_invisible, clear_invisible, closes, column_count, columns, columns_visible_if, comment_required, comment_text,
    complete_text, completed_html, completed_on, confirm_delete, confirm_text, copy_display, correct_answer, currency, currency_pattern,
    currency_symbol, custom_choices, decimal_separator, default_from_last, default_row, default_value,
    default_value_expression, description, description_place, detail_elements, detail_mode, display_mode, display_style, dont_know_text, each_row_required, each_row_unique,
    edit_text, elements, enable_if, errors_mode, exclusive, expression, first_page_starts, fold, format, from, go_to,
    grouping, hide_if_choices_empty, hide_if_no_rows, hide_number, html, id, image_height, image_link, image_width, include_into_result, input_type, is_variable, items,
    key_name, key_text, label_false, label_true, lazy_choices, locale, logo, logo_height, logo_position, logo_width, mask_settings, mask_type, max,
    max_comment_length, max_count, max_digits, max_error_text, max_expression, max_files, max_length,
    max_rate_description, max_row_count, max_selected, max_size, max_text_length,
    max_range, method, min, min_count, min_digits, min_error_text, min_expression, min_length,
    min_rate_description, min_row_count, min_selected, min_range, mode, moves,
    multi_select, name, navigate_on, navigate_to, navigation_title, no_rows_text, none_text, notification, number_start, operator_name, order,
    other_error_text, other_placeholder, other_text, page_buttons, page_next, page_previous, page_time_limit,
    page_titles_shown, pages, pattern, placeholder, poll, precision, prefix, preview_mode, preview_text,
    progress_type, question_descriptions, question_mode, question_titles, randomize, randomize_category, rate_count, rate_display, rate_max, rate_min,
    rate_step, rate_values, read_only, refuse_text, regex, remove_text, required, required_if, required_mark,
    required_text, reset_value_if, results, row_count, row_count_expression, row_fold, row_order, rows, rows_visible_if, rules, run_expression, save_masked, seats, secret, seed,
    select_all_text, select_to_rank, set_to, set_value, set_value_expression, set_value_if, show_buttons,
    show_comment, show_completion, show_dont_know, show_none, show_number, show_numbers, show_other,
    show_preview, show_previous, show_progress, show_refuse, show_select_all, show_timer, single_page,
    slider_type, shown_pages, shown_questions, start_text, starts_on_new_line, step, step_error_text, store_as_text, store_others, suffix,
    tab_title, tab_title_else, template_description, template_elements, template_title, template_visible_if, text, thousands_separator,
    time_limit, timer_mode, timer_panel, title, title_place, title_shown, total_expression, total_text, total_type, triggers, type, unique, url, validators, value, value_false, value_name,
    value_property, value_true, values_in_texts, visible, visible_if, count
};

enum class Owner : std::uint8_t { survey, page, panel, question, select, checkbox, rating, boolean, text, comment,
                                  choice, calculated, poll, canvass, validator, trigger, dropdown, imagepicker, expression, html, special,
                                  paneldynamic, matrix, matrixdynamic, rows, matrix_simple, multipletext, column, item, mask, file, outcome };

// By the bits of the owners that an object is; false for what is only kept.
bool is_acted_on(std::string_view name, std::uint32_t owners) noexcept;

constexpr std::uint32_t owner_bit(Owner owner) { return 1u << static_cast<unsigned>(owner); }

struct Loader;

// The members of one object by property, and what each of them says. Reports every member of a wrong type, and in a
// check all that format.h says something about. Borrows everything for as long as the object is read.
class Fields {
public:
    // `owners`: what the object is, by their bits; `pointer`: where it stands.
    Fields(const Value::Object& object, std::uint32_t owners, std::string_view pointer, Loader& loader);

    // nullptr for what is absent or of the wrong type.
    const Value* operator[](Property property) const noexcept {
        return values_[static_cast<std::size_t>(property)];
    }
    bool flag(Property property, bool fallback) const noexcept;
    double number(Property property, double fallback) const noexcept;
    // 0 … limit; the fallback for anything else.
    int count(Property property, int fallback, int limit = 1'000'000) const noexcept;
    // CSS pixels, with or without their unit; 0 for anything else: shares of what is around are as much as fits.
    std::uint16_t pixels(Property property) const;
    std::string text(Property property) const;
    // Whether it is this text.
    bool is(Property property, std::string_view word) const noexcept;
    // The place of the text among the words, whatever its case; the fallback for any other.
    int choice(Property property, std::span<const std::string_view> words, int fallback = 0) const noexcept;
    // Where a title or a description stands; anything else, as "default", is as around it.
    Layout::Place title_place(Property property, Layout::Place around) const noexcept;
    Layout::Place description_place(Property property, Layout::Place around) const noexcept;
    LocalizedText localized(Property property) const;
    // Compiled; what does not compile is reported and left broken.
    Condition condition(Property property) const;
    // The same, where there is one; what is absent leaves the target alone.
    void read(Property property, std::string& target) const;
    void read(Property property, LocalizedText& target) const;
    void read(Property property, Condition& target) const;

    // Where the member stands, by the name that it has there.
    std::string place(Property property) const;
    std::string_view pointer() const noexcept { return pointer_; }
    Loader& loader() const noexcept { return loader_; }

private:
    std::array<const Value*, static_cast<std::size_t>(Property::count)> values_{};
    const Value::Object& object_;
    std::string_view pointer_;
    Loader& loader_;
};

}  // namespace canvass::core
