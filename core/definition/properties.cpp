#include "core/definition/properties.h"

#include <algorithm>

#include "core/base/number.h"

namespace canvass::core {
namespace {

// `kept`: only that it is there counts; it is still reported as not acted on.
enum class Shape : std::uint8_t { any, flag, number, text, localized, expression, list, elements, object, kept };

struct Row {
    std::string_view name;
    Property property;
    Shape shape;
    std::uint32_t owners;
};

constexpr Property not_acted = Property::count;

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
                        special = owner_bit(Owner::special);
constexpr std::uint32_t containers = page | panel, elements = containers | question;

// Sorted by name; a name may stand twice, for different owners.
constexpr Row table[] = {
    {"$schema", not_acted, Shape::any, survey},
    {"acceptCarriageReturn", not_acted, Shape::any, text | comment},
    {"acceptedCategories", not_acted, Shape::any, special},
    {"acceptedTypes", not_acted, Shape::any, special},
    {"allowCameraAccess", not_acted, Shape::any, special},
    {"allowClear", not_acted, Shape::any, select},
    {"allowClear", not_acted, Shape::any, dropdown},
    {"allowClear", not_acted, Shape::any, special},
    {"allowCompleteSurveyAutomatic", not_acted, Shape::any, survey},
    {"allowCustomChoices", Property::custom_choices, Shape::flag, dropdown},
    {"allowDigits", Property::allow_digits, Shape::flag, validator},
    {"allowDragRange", not_acted, Shape::any, special},
    {"allowImagesPreview", not_acted, Shape::any, special},
    {"allowMultiple", not_acted, Shape::any, special},
    {"allowResize", not_acted, Shape::any, text | comment},
    {"allowResizeComment", not_acted, Shape::any, survey},
    {"allowSwap", not_acted, Shape::any, special},
    {"altText", not_acted, Shape::any, special},
    {"autoAdvanceAllowComplete", not_acted, Shape::any, survey},
    {"autoAdvanceEnabled", not_acted, Shape::any, survey},
    {"autoComplete", not_acted, Shape::any, text | comment},
    {"autoFocusFirstError", not_acted, Shape::any, survey},
    {"autoFocusFirstQuestion", not_acted, Shape::any, survey},
    {"autoGenerate", not_acted, Shape::any, rating},
    {"autoGenerate", not_acted, Shape::any, special},
    {"autoGrow", not_acted, Shape::any, text | comment},
    {"autoGrowComment", not_acted, Shape::any, survey},
    {"autocomplete", not_acted, Shape::any, text | comment},
    {"autocomplete", not_acted, Shape::any, dropdown},
    {"backgroundColor", not_acted, Shape::any, special},
    {"backgroundImage", not_acted, Shape::any, survey},
    {"backgroundImage", not_acted, Shape::any, special},
    {"backgroundImageAttachment", not_acted, Shape::any, survey},
    {"backgroundImageFit", not_acted, Shape::any, survey},
    {"backgroundOpacity", not_acted, Shape::any, survey},
    {"bindings", not_acted, Shape::any, elements},
    {"calculatedValues", Property::calculated_values, Shape::list, survey},
    {"canvass", Property::canvass, Shape::object, survey},
    {"caseInsensitive", not_acted, Shape::any, validator},
    {"changeVote", Property::change_vote, Shape::flag, poll},
    {"checkErrorsMode", not_acted, Shape::any, survey},
    {"choiceTextsFromQuestion", not_acted, Shape::any, select},
    {"choiceValuesFromQuestion", not_acted, Shape::any, select},
    {"choices", Property::choices, Shape::list, select},
    {"choicesByUrl", Property::choices_by_url, Shape::kept, select},
    {"choicesEnableIf", not_acted, Shape::any, select},
    {"choicesFromQuestion", Property::choices_from, Shape::kept, select},
    {"choicesFromQuestionMode", not_acted, Shape::any, select},
    {"choicesLazyLoadEnabled", Property::lazy_choices, Shape::flag, dropdown},
    {"choicesLazyLoadPageSize", not_acted, Shape::any, dropdown},
    {"choicesMax", Property::choices_max, Shape::number, dropdown},
    {"choicesMin", Property::choices_min, Shape::number, dropdown},
    {"choicesOrder", not_acted, Shape::any, select},
    {"choicesStep", Property::choices_step, Shape::number, dropdown},
    {"choicesVisibleIf", not_acted, Shape::any, select},
    {"clearIfInvisible", Property::clear_if_invisible, Shape::text, question},
    {"clearInvisibleValues", Property::clear_invisible, Shape::any, survey},
    {"closeOnSelect", not_acted, Shape::any, dropdown},
    {"closes", Property::closes, Shape::text, poll},
    {"colCount", not_acted, Shape::any, select},
    {"colSpan", not_acted, Shape::any, elements},
    {"commentAreaRows", not_acted, Shape::any, survey},
    {"commentPlaceHolder", not_acted, Shape::any, elements},
    {"commentPlaceholder", not_acted, Shape::any, elements | choice},
    {"commentText", Property::comment_text, Shape::localized, question},
    {"completeText", Property::complete_text, Shape::localized, survey},
    {"completedBeforeHtml", not_acted, Shape::any, survey},
    {"completedHtml", Property::completed_html, Shape::localized, survey},
    {"completedHtmlOnCondition", not_acted, Shape::any, survey},
    {"confirmDelete", not_acted, Shape::any, special},
    {"contentMode", not_acted, Shape::any, imagepicker | special},
    {"cookieName", not_acted, Shape::any, survey},
    {"copyDisplayValue", Property::copy_display, Shape::flag, trigger},
    {"correctAnswer", not_acted, Shape::any, elements},
    {"createCustomChoiceText", not_acted, Shape::any, dropdown},
    {"currency", not_acted, Shape::any, expression},
    {"customChoices", not_acted, Shape::any, dropdown},
    {"customLabels", not_acted, Shape::any, special},
    {"dataFormat", not_acted, Shape::any, special},
    {"dataList", not_acted, Shape::any, text | comment},
    {"defaultDisplayValue", not_acted, Shape::any, elements},
    {"defaultValue", Property::default_value, Shape::any, question},
    {"defaultValueExpression", Property::default_value_expression, Shape::expression, question},
    {"description", Property::description, Shape::localized, survey | elements},
    {"descriptionLocation", not_acted, Shape::any, elements},
    {"displayMode", not_acted, Shape::any, rating | boolean},
    {"displayRateDescriptionsAsExtremeItems", not_acted, Shape::any, rating},
    {"displayStyle", not_acted, Shape::any, expression},
    {"dontKnowText", Property::dont_know_text, Shape::localized, select},
    {"editText", not_acted, Shape::any, survey},
    {"elements", Property::elements, Shape::elements, survey | containers},
    {"elements", not_acted, Shape::any, choice},
    {"enableIf", Property::enable_if, Shape::expression, elements | choice},
    {"errorLocation", not_acted, Shape::any, elements},
    {"expression", Property::expression, Shape::expression, calculated},
    {"expression", Property::expression, Shape::expression, validator | trigger},
    {"expression", Property::expression, Shape::expression, expression},
    {"fileOrPhotoPlaceholder", not_acted, Shape::any, special},
    {"filePlaceholder", not_acted, Shape::any, special},
    {"firstPageIsStartPage", not_acted, Shape::any, survey},
    {"firstPageIsStarted", not_acted, Shape::any, survey},
    {"fitToContainer", not_acted, Shape::any, survey},
    {"focusFirstQuestionAutomatic", not_acted, Shape::any, survey},
    {"focusOnFirstError", not_acted, Shape::any, survey},
    {"format", not_acted, Shape::any, expression},
    {"fromName", Property::from, Shape::text, trigger},
    {"goNextPageAutomatic", not_acted, Shape::any, survey},
    {"gotoName", Property::go_to, Shape::text, trigger},
    {"gridLayoutColumns", not_acted, Shape::any, elements},
    {"gridLayoutEnabled", not_acted, Shape::any, survey},
    {"hasComment", Property::show_comment, Shape::flag, question},
    {"hasNone", Property::show_none, Shape::flag, select},
    {"hasOther", Property::show_other, Shape::flag, select},
    {"hasSelectAll", not_acted, Shape::any, select},
    {"headerView", not_acted, Shape::any, survey},
    {"height", not_acted, Shape::any, special},
    {"hideIfChoicesEmpty", not_acted, Shape::any, select},
    {"hideNumber", Property::hide_number, Shape::flag, panel | question},
    {"hideSelectedItems", not_acted, Shape::any, dropdown},
    {"html", Property::html, Shape::localized, html},
    {"icon", not_acted, Shape::any, choice},
    {"id", Property::id, Shape::text, canvass},
    {"imageFit", not_acted, Shape::any, imagepicker | special},
    {"imageHeight", not_acted, Shape::any, imagepicker | special},
    {"imageLink", not_acted, Shape::any, choice},
    {"imageLink", not_acted, Shape::any, special},
    {"imageWidth", not_acted, Shape::any, imagepicker | special},
    {"includeIntoResult", Property::include_into_result, Shape::flag, calculated},
    {"indent", not_acted, Shape::any, elements},
    {"innerIndent", not_acted, Shape::any, elements},
    {"inputSize", not_acted, Shape::any, text | comment},
    {"inputTextAlignment", not_acted, Shape::any, text | comment},
    {"inputType", Property::input_type, Shape::text, text},
    {"insensitive", not_acted, Shape::any, validator},
    {"isCommentRequired", not_acted, Shape::any, choice},
    {"isExclusive", not_acted, Shape::any, choice},
    {"isRequired", Property::required, Shape::flag, elements},
    {"isSinglePage", not_acted, Shape::any, survey},
    {"isVariable", Property::is_variable, Shape::flag, trigger},
    {"itemComponent", not_acted, Shape::any, select | rating},
    {"label", not_acted, Shape::any, boolean},
    {"labelCount", not_acted, Shape::any, special},
    {"labelFalse", Property::label_false, Shape::localized, boolean},
    {"labelFormat", not_acted, Shape::any, special},
    {"labelTrue", Property::label_true, Shape::localized, boolean},
    {"loadingHtml", not_acted, Shape::any, survey},
    {"locale", Property::locale, Shape::text, survey},
    {"logo", not_acted, Shape::any, survey},
    {"logoFit", not_acted, Shape::any, survey},
    {"logoHeight", not_acted, Shape::any, survey},
    {"logoPosition", not_acted, Shape::any, survey},
    {"logoWidth", not_acted, Shape::any, survey},
    {"longTap", not_acted, Shape::any, checkbox},
    {"maskSettings", not_acted, Shape::any, text | comment},
    {"maskType", not_acted, Shape::any, text | comment},
    {"matrixDragHandleArea", not_acted, Shape::any, survey},
    {"max", Property::max, Shape::any, text},
    {"max", not_acted, Shape::any, special},
    {"maxCommentLength", Property::max_comment_length, Shape::number, survey},
    {"maxCount", Property::max_count, Shape::number, validator},
    {"maxErrorText", not_acted, Shape::any, text | comment},
    {"maxFiles", not_acted, Shape::any, special},
    {"maxImageHeight", not_acted, Shape::any, imagepicker | special},
    {"maxImageWidth", not_acted, Shape::any, imagepicker | special},
    {"maxLength", Property::max_length, Shape::number, text | comment},
    {"maxLength", Property::max_length, Shape::number, validator},
    {"maxOthersLength", Property::max_comment_length, Shape::number, survey},
    {"maxRangeLength", not_acted, Shape::any, special},
    {"maxRateDescription", Property::max_rate_description, Shape::localized, rating},
    {"maxSelectedChoices", Property::max_selected, Shape::number, checkbox},
    {"maxSize", not_acted, Shape::any, special},
    {"maxTextLength", Property::max_text_length, Shape::number, survey},
    {"maxTimeToFinish", not_acted, Shape::any, survey | elements},
    {"maxTimeToFinishPage", not_acted, Shape::any, survey},
    {"maxValue", Property::max, Shape::number, validator},
    {"maxValueExpression", not_acted, Shape::any, text | comment},
    {"maxValueExpression", not_acted, Shape::any, special},
    {"maxWidth", not_acted, Shape::any, elements},
    {"maximumFractionDigits", not_acted, Shape::any, expression},
    {"maximumRateDescription", Property::max_rate_description, Shape::localized, rating},
    {"method", Property::method, Shape::text, poll},
    {"min", Property::min, Shape::any, text},
    {"min", not_acted, Shape::any, special},
    {"minCount", Property::min_count, Shape::number, validator},
    {"minErrorText", not_acted, Shape::any, text | comment},
    {"minImageHeight", not_acted, Shape::any, imagepicker | special},
    {"minImageWidth", not_acted, Shape::any, imagepicker | special},
    {"minLength", Property::min_length, Shape::number, validator},
    {"minRangeLength", not_acted, Shape::any, special},
    {"minRateDescription", Property::min_rate_description, Shape::localized, rating},
    {"minSelectedChoices", Property::min_selected, Shape::number, checkbox},
    {"minSize", not_acted, Shape::any, special},
    {"minValue", Property::min, Shape::number, validator},
    {"minValueExpression", not_acted, Shape::any, text | comment},
    {"minValueExpression", not_acted, Shape::any, special},
    {"minWidth", not_acted, Shape::any, elements},
    {"minimumFractionDigits", not_acted, Shape::any, expression},
    {"mininumRateDescription", Property::min_rate_description, Shape::localized, rating},
    {"mode", Property::mode, Shape::text, survey},
    {"multiSelect", Property::multi_select, Shape::flag, imagepicker},
    {"name", Property::name, Shape::text, elements | calculated},
    {"name", Property::name, Shape::text, trigger},
    {"navigateToUrl", not_acted, Shape::any, survey},
    {"navigateToUrlOnCondition", not_acted, Shape::any, survey},
    {"navigationButtonsLocation", not_acted, Shape::any, survey},
    {"navigationButtonsVisibility", not_acted, Shape::any, elements},
    {"navigationDescription", not_acted, Shape::any, elements},
    {"navigationTitle", not_acted, Shape::any, elements},
    {"needConfirmRemoveFile", not_acted, Shape::any, special},
    {"noneText", Property::none_text, Shape::localized, select},
    {"notificationType", not_acted, Shape::any, validator},
    {"operator", Property::operator_name, Shape::text, trigger},
    {"optionsCaption", not_acted, Shape::any, dropdown},
    {"otherErrorText", Property::other_error_text, Shape::localized, select},
    {"otherPlaceHolder", not_acted, Shape::any, select},
    {"otherPlaceholder", not_acted, Shape::any, select},
    {"otherText", Property::other_text, Shape::localized, select},
    {"pageNextText", Property::page_next, Shape::localized, survey},
    {"pagePrevText", Property::page_previous, Shape::localized, survey},
    {"pages", Property::pages, Shape::elements, survey},
    {"partialSendEnabled", not_acted, Shape::any, survey},
    {"penColor", not_acted, Shape::any, special},
    {"penMaxWidth", not_acted, Shape::any, special},
    {"penMinWidth", not_acted, Shape::any, special},
    {"photoPlaceholder", not_acted, Shape::any, special},
    {"placeHolder", Property::placeholder, Shape::localized, text | comment},
    {"placeHolder", not_acted, Shape::any, dropdown},
    {"placeholder", Property::placeholder, Shape::localized, text | comment},
    {"placeholder", not_acted, Shape::any, dropdown},
    {"placeholder", not_acted, Shape::any, special},
    {"poll", Property::poll, Shape::object, question},
    {"precision", not_acted, Shape::any, expression},
    {"previewMode", not_acted, Shape::any, survey},
    {"previewText", not_acted, Shape::any, survey},
    {"progressBarInheritWidthFrom", not_acted, Shape::any, survey},
    {"progressBarLocation", not_acted, Shape::any, survey},
    {"progressBarNavigationTextLocation", not_acted, Shape::any, survey},
    {"progressBarShowNavigationText", not_acted, Shape::any, survey},
    {"progressBarShowPageNumbers", not_acted, Shape::any, survey},
    {"progressBarShowPageTitles", not_acted, Shape::any, survey},
    {"progressBarType", not_acted, Shape::any, survey},
    {"questionDescriptionLocation", not_acted, Shape::any, survey},
    {"questionErrorLocation", not_acted, Shape::any, survey | elements},
    {"questionOrder", not_acted, Shape::any, survey | elements},
    {"questionStartIndex", not_acted, Shape::any, survey | elements},
    {"questionTitleLocation", not_acted, Shape::any, survey | elements},
    {"questionTitlePattern", not_acted, Shape::any, survey},
    {"questionTitleTemplate", not_acted, Shape::any, survey},
    {"questionTitleWidth", not_acted, Shape::any, elements},
    {"questions", Property::elements, Shape::elements, survey | containers},
    {"questionsOnPageMode", Property::question_mode, Shape::text, survey},
    {"questionsOrder", not_acted, Shape::any, survey | elements},
    {"randomize", not_acted, Shape::any, elements | choice},
    {"randomizeCategory", not_acted, Shape::any, elements | choice},
    {"rateColorMode", not_acted, Shape::any, rating},
    {"rateCount", Property::rate_count, Shape::number, rating},
    {"rateDescriptionLocation", not_acted, Shape::any, rating},
    {"rateDisplayMode", Property::rate_display, Shape::text, rating},
    {"rateMax", Property::rate_max, Shape::number, rating},
    {"rateMin", Property::rate_min, Shape::number, rating},
    {"rateStep", Property::rate_step, Shape::number, rating},
    {"rateType", Property::rate_display, Shape::text, rating},
    {"rateValues", Property::rate_values, Shape::list, rating},
    {"readOnly", Property::read_only, Shape::flag, survey | elements},
    {"refuseText", Property::refuse_text, Shape::localized, select},
    {"regex", not_acted, Shape::any, validator},
    {"regionalFormat", not_acted, Shape::any, survey},
    {"renderAs", not_acted, Shape::any, elements},
    {"renderAs", not_acted, Shape::any, dropdown},
    {"requiredErrorText", Property::required_text, Shape::localized, elements},
    {"requiredIf", Property::required_if, Shape::expression, elements},
    {"requiredMark", Property::required_mark, Shape::text, survey},
    {"requiredText", Property::required_mark, Shape::text, survey},
    {"resetValueIf", Property::reset_value_if, Shape::expression, question},
    {"results", Property::results, Shape::text, poll},
    {"rows", Property::rows, Shape::number, comment},
    {"runExpression", Property::run_expression, Shape::expression, trigger},
    {"runIfReadOnly", not_acted, Shape::any, expression},
    {"scaleColorMode", not_acted, Shape::any, rating},
    {"score", not_acted, Shape::any, elements | choice},
    {"searchEnabled", not_acted, Shape::any, dropdown},
    {"searchMode", not_acted, Shape::any, dropdown},
    {"seed", Property::seed, Shape::any, poll},
    {"selectAllText", not_acted, Shape::any, select},
    {"selectToRankAreasLayout", not_acted, Shape::any, checkbox},
    {"selectToRankEmptyRankedAreaText", not_acted, Shape::any, checkbox},
    {"selectToRankEmptyUnrankedAreaText", not_acted, Shape::any, checkbox},
    {"selectToRankEnabled", not_acted, Shape::any, checkbox},
    {"selectToRankSwapAreas", not_acted, Shape::any, checkbox},
    {"sendResultOnPageNext", not_acted, Shape::any, survey},
    {"separateSpecialChoices", not_acted, Shape::any, select},
    {"setToName", Property::set_to, Shape::text, trigger},
    {"setValue", Property::set_value, Shape::any, trigger},
    {"setValueExpression", Property::set_value_expression, Shape::expression, question},
    {"setValueIf", Property::set_value_if, Shape::expression, question},
    {"showBrandInfo", not_acted, Shape::any, survey},
    {"showClearButton", not_acted, Shape::any, select},
    {"showCommentArea", Property::show_comment, Shape::flag, question},
    {"showCommentArea", not_acted, Shape::any, choice},
    {"showCompletePage", not_acted, Shape::any, survey},
    {"showCompletedPage", not_acted, Shape::any, survey},
    {"showDontKnowItem", Property::show_dont_know, Shape::flag, select},
    {"showLabel", not_acted, Shape::any, imagepicker | special},
    {"showLabels", not_acted, Shape::any, special},
    {"showNavigationButtons", not_acted, Shape::any, survey | elements},
    {"showNoneItem", Property::show_none, Shape::flag, select},
    {"showNumber", Property::show_number, Shape::flag, panel | question},
    {"showOptionsCaption", not_acted, Shape::any, dropdown},
    {"showOtherItem", Property::show_other, Shape::flag, select},
    {"showPageNumbers", not_acted, Shape::any, survey},
    {"showPageTitles", not_acted, Shape::any, survey},
    {"showPlaceholder", not_acted, Shape::any, special},
    {"showPrevButton", Property::show_previous, Shape::flag, survey},
    {"showPreview", not_acted, Shape::any, special},
    {"showPreviewBeforeComplete", not_acted, Shape::any, survey},
    {"showProgressBar", Property::show_progress, Shape::any, survey},
    {"showQuestionNumbers", Property::show_numbers, Shape::any, survey},
    {"showQuestionNumbers", not_acted, Shape::any, elements},
    {"showRefuseItem", Property::show_refuse, Shape::flag, select},
    {"showSelectAllItem", not_acted, Shape::any, select},
    {"showTOC", not_acted, Shape::any, survey},
    {"showTimer", not_acted, Shape::any, survey},
    {"showTimerPanel", not_acted, Shape::any, survey},
    {"showTimerPanelMode", not_acted, Shape::any, survey},
    {"showTitle", not_acted, Shape::any, survey},
    {"signatureAutoScaleEnabled", not_acted, Shape::any, special},
    {"signatureHeight", not_acted, Shape::any, special},
    {"signatureWidth", not_acted, Shape::any, special},
    {"size", not_acted, Shape::any, text | comment},
    {"sjsVersion", not_acted, Shape::any, survey},
    {"sliderType", not_acted, Shape::any, special},
    {"sourceType", not_acted, Shape::any, special},
    {"startSurveyText", Property::start_text, Shape::localized, survey},
    {"startWithNewLine", Property::starts_on_new_line, Shape::flag, panel | question},
    {"state", not_acted, Shape::any, elements},
    {"step", not_acted, Shape::any, text | comment},
    {"step", not_acted, Shape::any, special},
    {"stepErrorText", not_acted, Shape::any, text | comment},
    {"storeDataAsText", not_acted, Shape::any, special},
    {"storeOthersAsComment", not_acted, Shape::any, survey | select},
    {"surveyId", not_acted, Shape::any, survey},
    {"surveyPostId", not_acted, Shape::any, survey},
    {"surveyShowDataSaving", not_acted, Shape::any, survey},
    {"swapOrder", not_acted, Shape::any, boolean},
    {"text", Property::text, Shape::localized, choice},
    {"text", Property::text, Shape::localized, validator},
    {"text", not_acted, Shape::any, special},
    {"textUpdateMode", not_acted, Shape::any, survey | text | comment},
    {"textWrapEnabled", not_acted, Shape::any, dropdown},
    {"timeLimit", not_acted, Shape::any, survey | elements},
    {"timeLimitPerPage", not_acted, Shape::any, survey},
    {"timerInfoMode", not_acted, Shape::any, survey},
    {"timerLocation", not_acted, Shape::any, survey},
    {"title", Property::title, Shape::localized, survey | elements},
    {"titleLocation", not_acted, Shape::any, elements},
    {"tocLocation", not_acted, Shape::any, survey},
    {"tooltipFormat", not_acted, Shape::any, special},
    {"tooltipVisibility", not_acted, Shape::any, special},
    {"triggers", Property::triggers, Shape::list, survey},
    {"type", Property::type, Shape::text, elements},
    {"type", Property::type, Shape::text, validator | trigger},
    {"useDisplayValuesInDynamicTexts", not_acted, Shape::any, elements},
    {"useDisplayValuesInTitle", not_acted, Shape::any, elements},
    {"useGrouping", not_acted, Shape::any, expression},
    {"useTitleAsLabel", not_acted, Shape::any, boolean},
    {"validateVisitedEmptyFields", not_acted, Shape::any, survey},
    {"validators", Property::validators, Shape::list, question},
    {"value", Property::value, Shape::any, choice},
    {"value", Property::value, Shape::any, trigger},
    {"valueFalse", Property::value_false, Shape::any, boolean},
    {"valueName", Property::value_name, Shape::text, question},
    {"valuePropertyName", Property::value_property, Shape::kept, select},
    {"valueTrue", Property::value_true, Shape::any, boolean},
    {"visible", Property::visible, Shape::flag, elements},
    {"visibleIf", Property::visible_if, Shape::expression, elements | choice},
    {"waitForUpload", not_acted, Shape::any, special},
    {"width", not_acted, Shape::any, survey | elements},
    {"width", not_acted, Shape::any, special},
    {"widthMode", not_acted, Shape::any, survey},
};

constexpr bool sorted() {
    for (std::size_t row = 1; row < std::size(table); ++row) {
        if (table[row].name < table[row - 1].name) return false;
    }
    return true;
}
static_assert(sorted());

const Row* row_of(std::string_view name, std::uint32_t owners) noexcept {
    const Row* row = std::lower_bound(std::begin(table), std::end(table), name,
                                      [](const Row& known, std::string_view wanted) { return known.name < wanted; });
    const Row* known = nullptr;
    for (; row != std::end(table) && row->name == name; ++row) {
        if ((row->owners & owners) == 0) continue;
        if (row->property != not_acted) return row;
        known = row;
    }
    return known;
}

bool is_localized(const Value& value) noexcept {
    if (value.is_string() || value.is_number() || value.is_bool()) return true;
    const Value::Object* by_locale = value.as_object();
    return by_locale && std::all_of(by_locale->begin(), by_locale->end(),
                                    [](const Value::Member& member) { return member.value.is_string(); });
}

bool fits(const Value& value, Shape shape) noexcept {
    switch (shape) {
        case Shape::kept:
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
        case Shape::kept:
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

void report(Diagnostics& diagnostics, Code code, Severity severity, const std::string& pointer,
            std::string_view name, std::string_view detail = {}) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.severity = severity;
    diagnostic.pointer = pointer_to(pointer, name);
    diagnostic.subject = std::string(name);
    diagnostic.detail = std::string(detail);
    diagnostics.push_back(std::move(diagnostic));
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

Fields read_fields(const Value::Object& object, std::uint32_t owners, const std::string& pointer,
                   Diagnostics& diagnostics) {
    Fields fields;
    for (const Value::Member& member : object) {
        const Row* row = row_of(member.name, owners);
        if (!row) {
            report(diagnostics, Code::unknown_property, Severity::note, pointer, member.name);
        } else if (row->property == not_acted) {
            report(diagnostics, Code::property_not_acted, Severity::note, pointer, member.name);
        } else if (member.value.is_null()) {
            continue;
        } else if (!fits(member.value, row->shape)) {
            report(diagnostics, Code::wrong_type, Severity::error, pointer, member.name, words_for(row->shape));
        } else {
            if (row->shape == Shape::kept) {
                report(diagnostics, Code::property_not_acted, Severity::note, pointer, member.name);
            }
            fields.set(row->property, &member.value);
        }
    }
    return fields;
}

}  // namespace canvass::core
