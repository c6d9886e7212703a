#include "core/definition/properties.h"

#include <algorithm>

#include "core/base/number.h"
#include "core/base/utf8.h"
#include "core/definition/loader.h"

namespace canvass::core {
namespace {

enum class Shape : std::uint8_t { any, flag, number, text, localized, expression, list, elements, object };

struct Row {
    std::string_view name;
    Property property;
    Shape shape;
    std::uint32_t owners;
};

constexpr std::uint32_t survey = owner_bit(Owner::survey), page = owner_bit(Owner::page),
                        panel = owner_bit(Owner::panel), question = owner_bit(Owner::question),
                        select = owner_bit(Owner::select), checkbox = owner_bit(Owner::checkbox),
                        rating = owner_bit(Owner::rating), boolean = owner_bit(Owner::boolean),
                        text = owner_bit(Owner::text), comment = owner_bit(Owner::comment),
                        choice = owner_bit(Owner::choice), calculated = owner_bit(Owner::calculated),
                        poll = owner_bit(Owner::poll), canvass = owner_bit(Owner::canvass),
                        validator = owner_bit(Owner::validator), trigger = owner_bit(Owner::trigger),
                        dropdown = owner_bit(Owner::dropdown), imagepicker = owner_bit(Owner::imagepicker),
                        expression = owner_bit(Owner::expression), html = owner_bit(Owner::html),
                        paneldynamic = owner_bit(Owner::paneldynamic), matrix = owner_bit(Owner::matrix),
                        matrixdynamic = owner_bit(Owner::matrixdynamic), rows = owner_bit(Owner::rows),
                        matrix_simple = owner_bit(Owner::matrix_simple), multipletext = owner_bit(Owner::multipletext),
                        column = owner_bit(Owner::column),
                        special = owner_bit(Owner::special),
                        mask = owner_bit(Owner::mask),
                        file = owner_bit(Owner::file),
                        outcome = owner_bit(Owner::outcome);
constexpr std::uint32_t containers = page | panel, elements = containers | question;

// Sorted by name; a name may stand twice, for different owners.
constexpr Row table[] = {
    {"acceptCarriageReturn", Property::accept_return, Shape::flag, comment},
    {"acceptedTypes", Property::accepted_types, Shape::any, file},
    {"addPanelText", Property::add_text, Shape::localized, paneldynamic},
    {"addRowText", Property::add_text, Shape::localized, matrixdynamic},
    {"allowAddPanel", Property::allow_add, Shape::flag, paneldynamic},
    {"allowAddRows", Property::allow_add, Shape::flag, matrixdynamic},
    {"allowCompleteSurveyAutomatic", Property::auto_complete, Shape::flag, survey},
    {"allowCustomChoices", Property::custom_choices, Shape::flag, dropdown},
    {"allowDigits", Property::allow_digits, Shape::flag, validator},
    {"allowMultiple", Property::allow_multiple, Shape::flag, file},
    {"allowNegativeValues", Property::allow_negative, Shape::flag, mask},
    {"allowRemovePanel", Property::allow_remove, Shape::flag, paneldynamic},
    {"allowRemoveRows", Property::allow_remove, Shape::flag, matrixdynamic},
    {"altText", Property::alt_text, Shape::localized, special},
    {"autoAdvanceAllowComplete", Property::auto_complete, Shape::flag, survey},
    {"autoAdvanceEnabled", Property::auto_advance, Shape::any, survey},
    {"autoComplete", Property::autocomplete, Shape::text, text},
    {"autoGenerate", Property::auto_generate, Shape::flag, rating},
    {"autocomplete", Property::autocomplete, Shape::text, text | comment},
    {"bindings", Property::bindings, Shape::object, paneldynamic | matrixdynamic},
    {"calculatedValues", Property::calculated_values, Shape::list, survey},
    {"canvass", Property::canvass, Shape::object, survey},
    {"caseInsensitive", Property::case_insensitive, Shape::flag, validator},
    {"cellType", Property::cell_type, Shape::text, matrix | matrix_simple | column},
    {"changeVote", Property::change_vote, Shape::flag, poll},
    {"checkErrorsMode", Property::errors_mode, Shape::text, survey},
    {"choiceTextsFromQuestion", Property::choices_from_texts, Shape::text, select},
    {"choiceValuesFromQuestion", Property::choices_from_values, Shape::text, select},
    {"choices", Property::choices, Shape::list, matrix},
    {"choices", Property::choices, Shape::elements, select},
    {"choicesByUrl", Property::choices_by_url, Shape::object, select},
    {"choicesEnableIf", Property::choices_enable_if, Shape::expression, select},
    {"choicesFromQuestion", Property::choices_from, Shape::text, select},
    {"choicesFromQuestionMode", Property::choices_from_mode, Shape::text, select},
    {"choicesLazyLoadEnabled", Property::lazy_choices, Shape::flag, dropdown},
    {"choicesMax", Property::choices_max, Shape::number, dropdown},
    {"choicesMin", Property::choices_min, Shape::number, dropdown},
    {"choicesOrder", Property::choices_order, Shape::text, select},
    {"choicesStep", Property::choices_step, Shape::number, dropdown},
    {"choicesVisibleIf", Property::choices_visible_if, Shape::expression, select},
    {"clearIfInvisible", Property::clear_if_invisible, Shape::text, question},
    {"clearInvisibleValues", Property::clear_invisible, Shape::any, survey},
    {"closes", Property::closes, Shape::text, poll},
    {"colCount", Property::column_count, Shape::number, select | multipletext},
    {"columns", Property::columns, Shape::list, matrix | matrix_simple},
    {"columnsVisibleIf", Property::columns_visible_if, Shape::expression, matrix | matrix_simple},
    {"commentText", Property::comment_text, Shape::localized, question},
    {"completeText", Property::complete_text, Shape::localized, survey},
    {"completedHtml", Property::completed_html, Shape::localized, survey},
    {"completedHtmlOnCondition", Property::completed_on, Shape::list, survey},
    {"confirmDelete", Property::confirm_delete, Shape::flag, paneldynamic | matrixdynamic},
    {"confirmDeleteText", Property::confirm_text, Shape::localized, paneldynamic | matrixdynamic},
    {"copyDefaultValueFromLastEntry", Property::default_from_last, Shape::flag, paneldynamic | matrixdynamic},
    {"copyDisplayValue", Property::copy_display, Shape::flag, trigger},
    {"correctAnswer", Property::correct_answer, Shape::any, question},
    {"currency", Property::currency, Shape::text, expression},
    {"currencyPattern", Property::currency_pattern, Shape::text, mask},
    {"currencySymbol", Property::currency_symbol, Shape::text, mask},
    {"decimalSeparator", Property::decimal_separator, Shape::text, mask},
    {"defaultPanelValue", Property::default_row, Shape::any, paneldynamic},
    {"defaultRowValue", Property::default_row, Shape::any, matrixdynamic},
    {"defaultValue", Property::default_value, Shape::any, question},
    {"defaultValueExpression", Property::default_value_expression, Shape::expression, question},
    {"defaultValueFromLastPanel", Property::default_from_last, Shape::flag, paneldynamic},
    {"defaultValueFromLastRow", Property::default_from_last, Shape::flag, matrixdynamic},
    {"description", Property::description, Shape::localized, survey | elements},
    {"descriptionLocation", Property::description_place, Shape::text, question},
    {"detailElements", Property::detail_elements, Shape::elements, matrix},
    {"detailPanelMode", Property::detail_mode, Shape::text, matrix},
    {"displayMode", Property::display_mode, Shape::text, boolean | paneldynamic},
    {"displayStyle", Property::display_style, Shape::text, expression},
    {"dontKnowText", Property::dont_know_text, Shape::localized, select},
    {"eachRowRequired", Property::each_row_required, Shape::flag, matrix_simple},
    {"eachRowUnique", Property::each_row_unique, Shape::flag, matrix_simple},
    {"editText", Property::edit_text, Shape::localized, survey},
    {"elements", Property::elements, Shape::elements, survey | containers},
    {"emptyRowsText", Property::no_rows_text, Shape::localized, matrixdynamic},
    {"enableIf", Property::enable_if, Shape::expression, elements | choice},
    {"expression", Property::expression, Shape::expression, calculated},
    {"expression", Property::expression, Shape::expression, validator | trigger},
    {"expression", Property::expression, Shape::expression, expression},
    {"expression", Property::expression, Shape::expression, outcome},
    {"firstPageIsStartPage", Property::first_page_starts, Shape::flag, survey},
    {"firstPageIsStarted", Property::first_page_starts, Shape::flag, survey},
    {"format", Property::format, Shape::localized, expression},
    {"fromName", Property::from, Shape::text, trigger},
    {"goNextPageAutomatic", Property::auto_advance, Shape::any, survey},
    {"gotoName", Property::go_to, Shape::text, trigger},
    {"hasComment", Property::show_comment, Shape::flag, question},
    {"hasNone", Property::show_none, Shape::flag, select},
    {"hasOther", Property::show_other, Shape::flag, select},
    {"hasSelectAll", Property::show_select_all, Shape::flag, checkbox},
    {"hideIfChoicesEmpty", Property::hide_if_choices_empty, Shape::flag, select},
    {"hideIfRowsEmpty", Property::hide_if_no_rows, Shape::flag, rows},
    {"hideNumber", Property::hide_number, Shape::flag, panel | question},
    {"html", Property::html, Shape::localized, html},
    {"html", Property::html, Shape::localized, outcome},
    {"id", Property::id, Shape::text, canvass},
    {"imageHeight", Property::image_height, Shape::text, special | imagepicker},
    {"imageLink", Property::image_link, Shape::localized, special | choice},
    {"imageLinkName", Property::address_part, Shape::text, outcome},
    {"imageWidth", Property::image_width, Shape::text, special | imagepicker},
    {"includeIntoResult", Property::include_into_result, Shape::flag, calculated},
    {"inputType", Property::input_type, Shape::text, text},
    {"insensitive", Property::case_insensitive, Shape::flag, validator},
    {"isAllRowRequired", Property::each_row_required, Shape::flag, matrix_simple},
    {"isCommentRequired", Property::comment_required, Shape::flag, choice},
    {"isExclusive", Property::exclusive, Shape::flag, choice},
    {"isRequired", Property::required, Shape::flag, elements},
    {"isSinglePage", Property::single_page, Shape::flag, survey},
    {"isUnique", Property::unique, Shape::flag, column},
    {"isVariable", Property::is_variable, Shape::flag, trigger},
    {"items", Property::items, Shape::list, multipletext},
    {"keyDuplicationError", Property::key_text, Shape::localized, paneldynamic | matrix},
    {"keyName", Property::key_name, Shape::text, paneldynamic | matrixdynamic},
    {"labelFalse", Property::label_false, Shape::localized, boolean},
    {"labelTrue", Property::label_true, Shape::localized, boolean},
    {"locale", Property::locale, Shape::text, survey},
    {"logo", Property::logo, Shape::localized, survey},
    {"logoHeight", Property::logo_height, Shape::text, survey},
    {"logoPosition", Property::logo_position, Shape::text, survey},
    {"logoWidth", Property::logo_width, Shape::text, survey},
    {"maskSettings", Property::mask_settings, Shape::object, text},
    {"maskType", Property::mask_type, Shape::text, text},
    {"max", Property::max, Shape::any, text},
    {"max", Property::max, Shape::number, special},
    {"max", Property::max, Shape::any, mask},
    {"maxCommentLength", Property::max_comment_length, Shape::number, survey},
    {"maxCount", Property::max_count, Shape::number, validator},
    {"maxErrorText", Property::max_error_text, Shape::localized, text},
    {"maxFiles", Property::max_files, Shape::number, file},
    {"maxLength", Property::max_length, Shape::number, text | comment},
    {"maxLength", Property::max_length, Shape::number, validator},
    {"maxOthersLength", Property::max_comment_length, Shape::number, survey},
    {"maxPanelCount", Property::max_row_count, Shape::number, paneldynamic},
    {"maxRangeLength", Property::max_range, Shape::number, special},
    {"maxRateDescription", Property::max_rate_description, Shape::localized, rating},
    {"maxRowCount", Property::max_row_count, Shape::number, matrixdynamic},
    {"maxSelectedChoices", Property::max_selected, Shape::number, checkbox},
    {"maxSize", Property::max_size, Shape::number, file},
    {"maxTextLength", Property::max_text_length, Shape::number, survey},
    {"maxTimeToFinish", Property::time_limit, Shape::number, survey | page},
    {"maxTimeToFinishPage", Property::page_time_limit, Shape::number, survey},
    {"maxValue", Property::max, Shape::number, validator},
    {"maxValueExpression", Property::max_expression, Shape::expression, text | special},
    {"maximumFractionDigits", Property::max_digits, Shape::number, expression},
    {"maximumRateDescription", Property::max_rate_description, Shape::localized, rating},
    {"method", Property::method, Shape::text, poll},
    {"min", Property::min, Shape::any, text},
    {"min", Property::min, Shape::number, special},
    {"min", Property::min, Shape::any, mask},
    {"minCount", Property::min_count, Shape::number, validator},
    {"minErrorText", Property::min_error_text, Shape::localized, text},
    {"minLength", Property::min_length, Shape::number, validator},
    {"minPanelCount", Property::min_row_count, Shape::number, paneldynamic},
    {"minRangeLength", Property::min_range, Shape::number, special},
    {"minRateDescription", Property::min_rate_description, Shape::localized, rating},
    {"minRowCount", Property::min_row_count, Shape::number, matrixdynamic},
    {"minSelectedChoices", Property::min_selected, Shape::number, checkbox},
    {"minValue", Property::min, Shape::number, validator},
    {"minValueExpression", Property::min_expression, Shape::expression, text | special},
    {"minimumFractionDigits", Property::min_digits, Shape::number, expression},
    {"mininumRateDescription", Property::min_rate_description, Shape::localized, rating},
    {"mode", Property::mode, Shape::text, survey},
    {"multiSelect", Property::multi_select, Shape::flag, imagepicker},
    {"name", Property::name, Shape::text, elements | calculated | column},
    {"name", Property::name, Shape::text, trigger},
    {"navigateToUrl", Property::navigate_to, Shape::localized, survey},
    {"navigateToUrlOnCondition", Property::navigate_on, Shape::list, survey},
    {"navigationButtonsVisibility", Property::page_buttons, Shape::any, page},
    {"navigationTitle", Property::navigation_title, Shape::localized, page},
    {"noEntriesText", Property::no_rows_text, Shape::localized, paneldynamic},
    {"noRowsText", Property::no_rows_text, Shape::localized, matrixdynamic},
    {"noneText", Property::none_text, Shape::localized, select},
    {"notificationType", Property::notification, Shape::text, validator},
    {"operator", Property::operator_name, Shape::text, trigger},
    {"optionsCaption", Property::placeholder, Shape::localized, dropdown},
    {"otherErrorText", Property::other_error_text, Shape::localized, select},
    {"otherPlaceHolder", Property::other_placeholder, Shape::localized, select},
    {"otherPlaceholder", Property::other_placeholder, Shape::localized, select},
    {"otherText", Property::other_text, Shape::localized, select},
    {"pageNextText", Property::page_next, Shape::localized, survey},
    {"pagePrevText", Property::page_previous, Shape::localized, survey},
    {"pages", Property::pages, Shape::elements, survey},
    {"pages", Property::shown_pages, Shape::list, trigger},
    {"panelAddText", Property::add_text, Shape::localized, paneldynamic},
    {"panelCount", Property::row_count, Shape::number, paneldynamic},
    {"panelCountExpression", Property::row_count_expression, Shape::expression, paneldynamic},
    {"panelRemoveText", Property::remove_text, Shape::localized, paneldynamic},
    {"panelsState", Property::row_fold, Shape::text, paneldynamic},
    {"path", Property::address_part, Shape::text, outcome},
    {"pattern", Property::pattern, Shape::text, mask},
    {"placeHolder", Property::placeholder, Shape::localized, text | comment | dropdown},
    {"placeholder", Property::placeholder, Shape::localized, text | comment | dropdown},
    {"poll", Property::poll, Shape::object, question},
    {"precision", Property::precision, Shape::number, expression | mask},
    {"prefix", Property::prefix, Shape::text, mask},
    {"previewMode", Property::preview_mode, Shape::text, survey},
    {"previewText", Property::preview_text, Shape::localized, survey},
    {"progressBarType", Property::progress_type, Shape::text, survey},
    {"questionDescriptionLocation", Property::question_descriptions, Shape::text, survey},
    {"questionOrder", Property::order, Shape::text, survey | containers},
    {"questionStartIndex", Property::number_start, Shape::text, survey | containers | paneldynamic},
    {"questionTitleLocation", Property::question_titles, Shape::text, survey | containers},
    {"questions", Property::elements, Shape::elements, survey | containers},
    {"questions", Property::template_elements, Shape::elements, paneldynamic},
    {"questions", Property::shown_questions, Shape::list, trigger},
    {"questionsOnPageMode", Property::question_mode, Shape::text, survey},
    {"questionsOrder", Property::order, Shape::text, survey | containers},
    {"randomize", Property::randomize, Shape::flag, choice},
    {"randomize", Property::moves, Shape::flag, panel | question},
    {"randomizeCategory", Property::randomize_category, Shape::text, choice},
    {"rateCount", Property::rate_count, Shape::number, rating},
    {"rateDisplayMode", Property::rate_display, Shape::text, rating},
    {"rateMax", Property::rate_max, Shape::number, rating},
    {"rateMin", Property::rate_min, Shape::number, rating},
    {"rateStep", Property::rate_step, Shape::number, rating},
    {"rateType", Property::rate_display, Shape::text, rating},
    {"rateValues", Property::rate_values, Shape::elements, rating},
    {"readOnly", Property::read_only, Shape::flag, survey | elements},
    {"refuseText", Property::refuse_text, Shape::localized, select},
    {"regex", Property::regex, Shape::text, validator},
    {"removePanelText", Property::remove_text, Shape::localized, paneldynamic},
    {"removeRowText", Property::remove_text, Shape::localized, matrixdynamic},
    {"renderAs", Property::display_mode, Shape::text, boolean},
    {"renderMode", Property::display_mode, Shape::text, paneldynamic},
    {"requiredErrorText", Property::required_text, Shape::localized, elements},
    {"requiredIf", Property::required_if, Shape::expression, elements},
    {"requiredMark", Property::required_mark, Shape::text, survey},
    {"requiredText", Property::required_mark, Shape::text, survey},
    {"resetValueIf", Property::reset_value_if, Shape::expression, question},
    {"results", Property::results, Shape::text, poll},
    {"rowCount", Property::row_count, Shape::number, matrixdynamic},
    {"rowCountExpression", Property::row_count_expression, Shape::expression, matrixdynamic},
    {"rowOrder", Property::row_order, Shape::text, rows},
    {"rows", Property::rows, Shape::number, comment},
    {"rows", Property::rows, Shape::list, rows},
    {"rowsOrder", Property::row_order, Shape::text, rows},
    {"rowsVisibleIf", Property::rows_visible_if, Shape::expression, rows | matrix},
    {"rules", Property::rules, Shape::any, poll},
    {"runExpression", Property::run_expression, Shape::expression, trigger},
    {"saveMaskedValue", Property::save_masked, Shape::flag, mask},
    {"seats", Property::seats, Shape::number, poll},
    {"secret", Property::secret, Shape::flag, poll},
    {"seed", Property::seed, Shape::any, poll},
    {"selectAllText", Property::select_all_text, Shape::localized, checkbox},
    {"selectToRankEnabled", Property::select_to_rank, Shape::flag, checkbox},
    {"setToName", Property::set_to, Shape::text, trigger},
    {"setValue", Property::set_value, Shape::any, trigger},
    {"setValueExpression", Property::set_value_expression, Shape::expression, question},
    {"setValueIf", Property::set_value_if, Shape::expression, question},
    {"showCommentArea", Property::show_comment, Shape::flag, question | choice},
    {"showCompletePage", Property::show_completion, Shape::flag, survey},
    {"showCompletedPage", Property::show_completion, Shape::flag, survey},
    {"showDontKnowItem", Property::show_dont_know, Shape::flag, select},
    {"showNavigationButtons", Property::show_buttons, Shape::any, survey},
    {"showNavigationButtons", Property::page_buttons, Shape::any, page},
    {"showNoneItem", Property::show_none, Shape::flag, select},
    {"showNumber", Property::show_number, Shape::flag, panel | question},
    {"showOtherItem", Property::show_other, Shape::flag, select},
    {"showPageTitles", Property::page_titles_shown, Shape::flag, survey},
    {"showPrevButton", Property::show_previous, Shape::flag, survey},
    {"showPreviewBeforeComplete", Property::show_preview, Shape::any, survey},
    {"showProgressBar", Property::show_progress, Shape::any, survey},
    {"showQuestionNumbers", Property::show_numbers, Shape::any, survey | containers | paneldynamic},
    {"showRefuseItem", Property::show_refuse, Shape::flag, select},
    {"showSelectAllItem", Property::show_select_all, Shape::flag, checkbox},
    {"showTimer", Property::show_timer, Shape::flag, survey},
    {"showTimerPanel", Property::timer_panel, Shape::text, survey},
    {"showTimerPanelMode", Property::timer_mode, Shape::text, survey},
    {"showTitle", Property::title_shown, Shape::flag, survey},
    {"sliderType", Property::slider_type, Shape::text, special},
    {"startSurveyText", Property::start_text, Shape::localized, survey},
    {"startWithNewLine", Property::starts_on_new_line, Shape::flag, panel | question},
    {"state", Property::fold, Shape::text, panel | question},
    {"step", Property::step, Shape::any, text},
    {"step", Property::step, Shape::number, special},
    {"stepErrorText", Property::step_error_text, Shape::localized, text},
    {"storeDataAsText", Property::store_as_text, Shape::flag, file},
    {"storeOthersAsComment", Property::store_others, Shape::flag, survey | select},
    {"suffix", Property::suffix, Shape::text, mask},
    {"tabTitlePlaceholder", Property::tab_title_else, Shape::localized, paneldynamic},
    {"templateDescription", Property::template_description, Shape::localized, paneldynamic},
    {"templateElements", Property::template_elements, Shape::elements, paneldynamic},
    {"templateQuestionTitleLocation", Property::question_titles, Shape::text, paneldynamic},
    {"templateTabTitle", Property::tab_title, Shape::localized, paneldynamic},
    {"templateTitle", Property::template_title, Shape::localized, paneldynamic},
    {"templateTitleLocation", Property::question_titles, Shape::text, paneldynamic},
    {"templateVisibleIf", Property::template_visible_if, Shape::expression, paneldynamic},
    {"text", Property::alt_text, Shape::localized, special},
    {"text", Property::text, Shape::localized, choice},
    {"text", Property::text, Shape::localized, validator},
    {"thousandsSeparator", Property::thousands_separator, Shape::text, mask},
    {"timeLimit", Property::time_limit, Shape::number, survey | page},
    {"timeLimitPerPage", Property::page_time_limit, Shape::number, survey},
    {"timerInfoMode", Property::timer_mode, Shape::text, survey},
    {"title", Property::title, Shape::localized, survey | elements},
    {"titleLocation", Property::title_place, Shape::text, question},
    {"titleName", Property::address_part, Shape::text, outcome},
    {"totalCurrency", Property::total_text, Shape::text, column},
    {"totalDisplayStyle", Property::total_text, Shape::text, column},
    {"totalExpression", Property::total_expression, Shape::expression, column},
    {"totalFormat", Property::total_text, Shape::localized, column},
    {"totalMaximumFractionDigits", Property::total_text, Shape::number, column},
    {"totalMinimumFractionDigits", Property::total_text, Shape::number, column},
    {"totalText", Property::total_text, Shape::localized, matrix},
    {"totalType", Property::total_type, Shape::text, column},
    {"triggers", Property::triggers, Shape::list, survey},
    {"type", Property::type, Shape::text, elements},
    {"type", Property::type, Shape::text, validator | trigger},
    {"url", Property::url, Shape::localized, outcome},
    {"useDisplayValuesInDynamicTexts", Property::values_in_texts, Shape::flag, question},
    {"useDisplayValuesInTitle", Property::values_in_texts, Shape::flag, question},
    {"useGrouping", Property::grouping, Shape::flag, expression},
    {"validators", Property::validators, Shape::list, question},
    {"value", Property::value, Shape::any, choice},
    {"value", Property::value, Shape::any, trigger},
    {"valueFalse", Property::value_false, Shape::any, boolean},
    {"valueName", Property::value_name, Shape::text, question},
    {"valueName", Property::address_part, Shape::text, outcome},
    {"valuePropertyName", Property::value_property, Shape::text, checkbox},
    {"valueTrue", Property::value_true, Shape::any, boolean},
    {"visible", Property::visible, Shape::flag, elements},
    {"visibleIf", Property::visible_if, Shape::expression, elements | choice},
};

constexpr bool sorted() {
    for (std::size_t row = 1; row < std::size(table); ++row) {
        if (table[row].name < table[row - 1].name) return false;
    }
    return true;
}
static_assert(sorted());

const Row* row_of(std::string_view name, std::uint32_t owners) noexcept {
    const Row* row = std::lower_bound(std::begin(table), std::end(table), name, [](const Row& known, std::string_view wanted) {
        return comes_before(known.name, wanted);
    });
    for (; row != std::end(table) && row->name == name; ++row) {
        if ((row->owners & owners) != 0) return row;
    }
    return nullptr;
}

bool is_localized(const Value& value) noexcept {
    if (value.is_string() || value.is_number() || value.is_bool()) return true;
    const Value::Object* by_locale = value.as_object();
    return by_locale && std::all_of(by_locale->begin(), by_locale->end(),
                                    [](const Value::Member& member) { return member.value.is_string(); });
}

bool fits(const Value& value, Shape shape) noexcept {
    switch (shape) {
        case Shape::any: return true;
        case Shape::flag: return value.is_bool();
        case Shape::number: return value.is_number() || parse_number(value.text()).has_value();
        case Shape::text: return value.is_string() || value.is_number();
        case Shape::localized: return is_localized(value);
        case Shape::expression: return value.is_string();
        case Shape::list: return value.is_array();
        case Shape::elements: return value.is_array() || value.is_object();
        case Shape::object: return value.is_object();
    }
    return false;
}

std::string_view words_for(Shape shape) noexcept {
    switch (shape) {
        case Shape::any: return "any";
        case Shape::flag: return "true | false";
        case Shape::number: return "number";
        case Shape::text: return "text";
        case Shape::localized: return "text | {\"default\": text, …}";
        case Shape::expression: return "expression";
        case Shape::list:
        case Shape::elements: return "[…]";
        case Shape::object: return "{…}";
    }
    return {};
}

}  // namespace

bool Fields::flag(Property property, bool fallback) const noexcept {
    const Value* value = (*this)[property];
    return value ? value->as_bool(fallback) : fallback;
}

double Fields::number(Property property, double fallback) const noexcept {
    const Value* value = (*this)[property];
    if (!value) return fallback;
    return value->is_number() ? value->as_number() : parse_number(value->text()).value_or(fallback);
}

int Fields::count(Property property, int fallback, int limit) const noexcept {
    const double wanted = number(property, -1);
    return wanted >= 0 && wanted <= limit ? static_cast<int>(wanted) : fallback;
}

std::string Fields::text(Property property) const {
    const Value* value = (*this)[property];
    if (!value) return {};
    return value->is_number() ? number_text(value->as_number()) : std::string(value->text());
}

std::uint16_t Fields::pixels(Property property) const {
    std::string written = text(property);
    if (written.ends_with("px")) written.resize(written.size() - 2);
    const double number = parse_number(written).value_or(0);
    return number > 0 && number <= 4000 ? static_cast<std::uint16_t>(number) : 0;
}

bool is_acted_on(std::string_view name, std::uint32_t owners) noexcept {
    return row_of(name, owners) != nullptr;
}

bool Fields::is(Property property, std::string_view word) const noexcept {
    const Value* value = (*this)[property];
    return value && value->text() == word;
}

int Fields::choice(Property property, std::span<const std::string_view> words, int fallback) const noexcept {
    const Value* value = (*this)[property];
    for (std::size_t at = 0; value && at < words.size(); ++at) {
        if (same_letters(words[at], value->text())) return static_cast<int>(at);
    }
    return fallback;
}

Layout::Place Fields::title_place(Property property, Layout::Place around) const noexcept {
    constexpr std::string_view words[] = {"top", "bottom", "left", "hidden"};
    return static_cast<Layout::Place>(choice(property, words, static_cast<int>(around)));
}

Layout::Place Fields::description_place(Property property, Layout::Place around) const noexcept {
    if (is(property, "hidden")) return Layout::Place::hidden;
    constexpr std::string_view words[] = {"underTitle", "underInput"};
    return static_cast<Layout::Place>(choice(property, words, static_cast<int>(around)));
}

Condition Fields::condition(Property property) const {
    const Value* value = (*this)[property];
    return value ? read_condition(loader_, value->text(), place(property)) : Condition{};
}

void Fields::read(Property property, std::string& target) const {
    if ((*this)[property]) target = text(property);
}

void Fields::read(Property property, LocalizedText& target) const {
    if ((*this)[property]) target = localized(property);
}

void Fields::read(Property property, Condition& target) const {
    if ((*this)[property]) target = condition(property);
}

std::string Fields::place(Property property) const {
    const Value* value = (*this)[property];
    const auto member = std::find_if(object_.begin(), object_.end(), [&](const Value::Member& each) { return &each.value == value; });
    return member == object_.end() ? std::string(pointer_) : pointer_to(pointer_, member->name);
}

Fields::Fields(const Value::Object& object, std::uint32_t owners, std::string_view pointer, Loader& loader)
    : object_(object), pointer_(pointer), loader_(loader) {
    if (loader.inspect) loader.inspect(object, owners, pointer, loader);
    for (const Value::Member& member : object) {
        const Row* row = row_of(member.name, owners);
        if (!row || member.value.is_null()) continue;
        if (fits(member.value, row->shape)) {
            values_[static_cast<std::size_t>(row->property)] = &member.value;
        } else {
            loader.report(Code::wrong_type, pointer_to(pointer, member.name), member.name, words_for(row->shape));
        }
    }
}

}  // namespace canvass::core
