#include <algorithm>
#include <iterator>

#include "core/definition/format.h"

namespace canvass::core {
namespace {

// Members stand side by side with a blank between them: "name/oldName=value|value". A class that says a member
// of its base again says it better.
constexpr FormatClass classes[] = {
    {"survey", "",
     "locale regionalFormat title description logo logoWidth logoHeight logoFit=none|contain|cover|fill "
     "logoPosition=none|-left|-right|top|-bottom autoFocusFirstQuestion/focusFirstQuestionAutomatic "
     "autoFocusFirstError/focusOnFirstError completedHtml completedBeforeHtml completedHtmlOnCondition "
     "loadingHtml pages elements/questions triggers calculatedValues sjsVersion $schema surveyId surveyPostId "
     "surveyShowDataSaving cookieName partialSendEnabled/sendResultOnPageNext "
     "showNavigationButtons=true|false|none|top|bottom|both|topBottom "
     "navigationButtonsLocation=top|bottom|topBottom showPrevButton showTitle showPageTitles "
     "showCompletePage/showCompletedPage navigateToUrl navigateToUrlOnCondition "
     "questionOrder/questionsOrder=initial|random|randomize matrixDragHandleArea=entireItem|icon "
     "showPageNumbers showQuestionNumbers=on|onPage|onpage|recursive|off|true|false "
     "questionTitleLocation=default|top|bottom|left|hidden "
     "questionDescriptionLocation=underInput|underTitle|hidden questionErrorLocation=top|bottom "
     "showProgressBar=true|false|auto|aboveheader|belowheader|top|bottom|topbottom|both|on|off "
     "progressBarLocation=auto|aboveheader|belowheader|bottom|topbottom "
     "progressBarType=pages|questions|requiredQuestions|correctQuestions|buttons "
     "progressBarShowNavigationText/progressBarShowPageTitles progressBarShowPageNumbers "
     "progressBarNavigationTextLocation=top|bottom|inline progressBarInheritWidthFrom=container|survey "
     "showTOC=true|false tocLocation=left|right tocItemComponent readOnly mode=edit|display "
     "storeOthersAsComment maxTextLength maxCommentLength/maxOthersLength "
     "autoAdvanceEnabled/goNextPageAutomatic=true|false|autogonext "
     "autoAdvanceAllowComplete/allowCompleteSurveyAutomatic "
     "clearInvisibleValues=none|onComplete|onHidden|onHiddenContainer|true|false "
     "checkErrorsMode=onNextPage|onValueChanged|onComplete validateVisitedEmptyFields "
     "textUpdateMode=onBlur|onTyping autoGrowComment allowResizeComment commentAreaRows startSurveyText "
     "pagePrevText pageNextText completeText previewText editText requiredMark/requiredText questionStartIndex "
     "questionTitlePattern=numTitleRequire|numRequireTitle|requireNumTitle questionTitleTemplate "
     "firstPageIsStartPage/firstPageIsStarted isSinglePage "
     "questionsOnPageMode=standard|singlePage|questionPerPage|inputPerPage "
     "showPreviewBeforeComplete=true|false|noPreview|showAllQuestions|showAnsweredQuestions "
     "previewMode=allQuestions|answeredQuestions showTimer=true|false timeLimit/maxTimeToFinish "
     "timeLimitPerPage/maxTimeToFinishPage timerLocation=top|bottom "
     "timerInfoMode/showTimerPanelMode=page|survey|combined showTimerPanel=none|top|bottom "
     "widthMode=auto|static|responsive gridLayoutEnabled width fitToContainer headerView=basic|advanced "
     "backgroundImage backgroundImageFit=auto|contain|cover backgroundImageAttachment=scroll|fixed "
     "backgroundOpacity showBrandInfo canvass"},
    {"panelbase", "",
     "type name elements/questions visible readOnly visibleIf enableIf requiredIf questionTitleWidth "
     "questionTitleLocation=default|top|bottom|left|hidden gridLayoutColumns title description "
     "questionOrder/questionsOrder=default|initial|random questionErrorLocation=default|top|bottom"},
    {"panel", "panelbase",
     "state=default|collapsed|expanded isRequired requiredErrorText startWithNewLine width minWidth maxWidth "
     "colSpan innerIndent indent showNumber "
     "showQuestionNumbers=default|on|onpanel|onPanel|recursive|off|true|false questionStartIndex "
     "allowAdaptiveActions"},
    {"page", "panel",
     "showNavigationButtons/navigationButtonsVisibility=true|false|inherit|show|hide timeLimit/maxTimeToFinish "
     "navigationTitle navigationDescription"},
    {"flowpanel", "panel",
     "content"},
    {"question", "",
     "type name state=default|collapsed|expanded visible "
     "useDisplayValuesInDynamicTexts/useDisplayValuesInTitle visibleIf width minWidth maxWidth colSpan "
     "startWithNewLine indent title titleLocation=default|top|bottom|left|hidden showTitle description "
     "descriptionLocation=default|underInput|underTitle|hidden showNumber hideNumber valueName enableIf "
     "resetValueIf setValueIf setValueExpression defaultValue defaultValueExpression correctAnswer "
     "clearIfInvisible=default|none|onComplete|onHidden|onHiddenContainer isRequired requiredIf "
     "requiredErrorText errorLocation=default|top|bottom readOnly validators bindings renderAs "
     "showCommentArea/hasComment commentText commentPlaceholder/commentPlaceHolder defaultDisplayValue "
     "randomize randomizeCategory score poll"},
    {"matrixbase", "question",
     "columnsVisibleIf rowsVisibleIf columnMinWidth showHeader verticalAlign=top|middle alternateRows "
     "displayMode=auto|table|list"},
    {"matrixdropdownbase", "matrixbase",
     "columns columnLayout/columnsLocation=horizontal|vertical transposeData detailElements "
     "detailPanelMode=none|underRow|underRowSingle cellErrorLocation=default|top|bottom "
     "detailErrorLocation=default|top|bottom horizontalScroll choices placeholder/optionsCaption "
     "keyDuplicationError singleInputTitleTemplate "
     "cellType=default|dropdown|checkbox|radiogroup|tagbox|text|comment|boolean|expression|rating|slider "
     "columnColCount allowAdaptiveActions"},
    {"matrixdropdown", "matrixdropdownbase",
     "rows rowTitleWidth totalText hideIfRowsEmpty rowOrder=initial|random"},
    {"matrixdynamic", "matrixdropdownbase",
     "allowAddRows allowRemoveRows rowCount rowCountExpression minRowCount maxRowCount keyName defaultRowValue "
     "copyDefaultValueFromLastEntry/defaultValueFromLastRow confirmDelete confirmDeleteText "
     "addRowButtonLocation/addRowLocation=default|top|bottom|topBottom addRowText removeRowText "
     "hideColumnsIfEmpty noRowsText/emptyRowsText detailPanelShowOnAdding allowRowReorder/allowRowsDragAndDrop"},
    {"matrix", "matrixbase",
     "rowTitleWidth columns rows cells rowOrder/rowsOrder=initial|random eachRowRequired/isAllRowRequired "
     "eachRowUnique hideIfRowsEmpty cellComponent cellType=radio|checkbox"},
    {"expression", "question",
     "expression format displayStyle=none|decimal|currency|percent|date currency maximumFractionDigits "
     "minimumFractionDigits useGrouping precision"},
    {"selectbase", "question",
     "choicesFromQuestion choices choicesFromQuestionMode=all|selected|unselected choiceValuesFromQuestion "
     "choiceTextsFromQuestion choicesOrder=none|asc|desc|random choicesByUrl hideIfChoicesEmpty "
     "choicesVisibleIf choicesEnableIf separateSpecialChoices showOtherItem/hasOther showNoneItem/hasNone "
     "showRefuseItem showDontKnowItem otherPlaceholder/otherPlaceHolder noneText refuseText dontKnowText "
     "otherText otherErrorText storeOthersAsComment=default|true|false"},
    {"checkboxbase", "selectbase",
     "colCount"},
    {"checkbox", "checkboxbase",
     "showSelectAllItem/hasSelectAll maxSelectedChoices minSelectedChoices selectAllText valuePropertyName "
     "itemComponent"},
    {"tagbox", "checkbox",
     "placeholder allowClear searchEnabled allowCustomChoices createCustomChoiceText textWrapEnabled "
     "choicesLazyLoadEnabled choicesLazyLoadPageSize hideSelectedItems closeOnSelect "
     "searchMode=contains|startsWith"},
    {"ranking", "checkbox",
     "longTap selectToRankEnabled selectToRankSwapAreas selectToRankAreasLayout=horizontal|vertical "
     "selectToRankEmptyRankedAreaText selectToRankEmptyUnrankedAreaText"},
    {"radiogroup", "checkboxbase",
     "allowClear/showClearButton itemComponent"},
    {"imagepicker", "checkboxbase",
     "placeholder contentMode=image|video imageFit=none|contain|cover|fill imageHeight imageWidth "
     "minImageWidth minImageHeight maxImageWidth maxImageHeight showLabel multiSelect"},
    {"buttongroup", "checkboxbase",
     ""},
    {"dropdown", "selectbase",
     "placeholder/optionsCaption allowClear/showOptionsCaption choicesMin choicesMax choicesStep "
     "autocomplete/autoComplete textWrapEnabled searchEnabled allowCustomChoices createCustomChoiceText "
     "searchMode=contains|startsWith choicesLazyLoadEnabled choicesLazyLoadPageSize inputFieldComponent "
     "itemComponent"},
    {"textbase", "question",
     ""},
    {"text", "textbase",
     "inputType=color|date|datetime-local|email|month|number|password|range|tel|text|time|url|week "
     "inputSize/size textUpdateMode=default|onBlur|onTyping autocomplete/autoComplete min max "
     "minValueExpression maxValueExpression minErrorText maxErrorText stepErrorText "
     "inputTextAlignment=left|right|auto maskType=none|pattern|numeric|datetime|currency maskSettings step "
     "maxLength placeholder/placeHolder dataList"},
    {"comment", "textbase",
     "maxLength cols rows placeholder/placeHolder textUpdateMode=default|onBlur|onTyping autoGrow allowResize "
     "acceptCarriageReturn"},
    {"multipletext", "question",
     "items inputSize/itemSize colCount itemErrorLocation=default|top|bottom itemTitleWidth"},
    {"nonvalue", "question",
     ""},
    {"html", "nonvalue",
     "html"},
    {"image", "nonvalue",
     "imageLink altText/text contentMode=auto|image|video|youtube imageFit=none|contain|cover|fill imageHeight "
     "imageWidth"},
    {"empty", "question",
     ""},
    {"file", "question",
     "showPreview allowMultiple allowImagesPreview imageHeight imageWidth acceptedCategories acceptedTypes "
     "storeDataAsText waitForUpload maxSize maxFiles confirmDelete sourceType=file|camera|file-camera "
     "fileOrPhotoPlaceholder photoPlaceholder filePlaceholder allowCameraAccess "
     "cameraFacingMode=user|environment"},
    {"rating", "question",
     "rateType/rateDisplayMode=labels|stars|smileys scaleColorMode=monochrome|colored "
     "rateColorMode=default|scale autoGenerate=true|false rateCount rateValues rateMin rateMax rateStep "
     "minRateDescription/mininumRateDescription maxRateDescription/maximumRateDescription "
     "displayRateDescriptionsAsExtremeItems rateDescriptionLocation=leftRight|top|bottom|topBottom "
     "displayMode=auto|buttons|dropdown itemComponent"},
    {"slider", "question",
     "sliderType=single|range autoGenerate=true|false min max step minValueExpression maxValueExpression "
     "minRangeLength maxRangeLength customLabels showLabels tooltipVisibility=auto|always|never labelFormat "
     "tooltipFormat allowDragRange allowSwap labelCount allowClear"},
    {"boolean", "question",
     "label labelTrue labelFalse valueTrue valueFalse swapOrder displayMode=segmented|radio|checkbox|switch "
     "useTitleAsLabel"},
    {"imagemap", "question",
     "imageLink areas multiSelect valuePropertyName shape=circle|rect|poly idleFillColor idleStrokeColor "
     "idleStrokeWidth hoverFillColor hoverStrokeColor hoverStrokeWidth selectedFillColor selectedStrokeColor "
     "selectedStrokeWidth maxSelectedAreas minSelectedAreas"},
    {"signaturepad", "question",
     "signatureWidth signatureHeight signatureAutoScaleEnabled penMinWidth penMaxWidth height allowClear "
     "showPlaceholder placeholder placeholderReadOnly backgroundImage penColor backgroundColor "
     "dataFormat=png|jpeg|svg|image/png|image/jpeg|image/svg+xml| storeDataAsText waitForUpload"},
    {"paneldynamic", "question",
     "templateElements/questions templateTitle templateTabTitle tabTitlePlaceholder templateDescription "
     "noEntriesText allowAddPanel allowRemovePanel newPanelPosition=next|last panelCount panelCountExpression "
     "minPanelCount maxPanelCount defaultPanelValue copyDefaultValueFromLastEntry/defaultValueFromLastPanel "
     "panelsState=default|collapsed|expanded|-firstExpanded keyName keyDuplicationError confirmDelete "
     "confirmDeleteText addPanelText/panelAddText removePanelText/panelRemoveText prevPanelText/panelPrevText "
     "nextPanelText/panelNextText "
     "showQuestionNumbers=-default|on|onpanel|onPanel|onSurvey|recursive|off|true|false questionStartIndex "
     "renderMode=list|progressTop|progressBottom|progressTopBottom|tab displayMode=list|carousel|tab "
     "showProgressBar/showRangeInProgress progressBarLocation=top|bottom|topBottom tabAlign=left|center|right "
     "templateQuestionTitleLocation/templateTitleLocation=default|top|bottom|left templateQuestionTitleWidth "
     "templateErrorLocation=default|top|bottom templateVisibleIf "
     "removePanelButtonLocation/panelRemoveButtonLocation=bottom|right"},
    {"matrixdropdowncolumn", "",
     "name title cellHint "
     "cellType=default|dropdown|checkbox|radiogroup|tagbox|text|comment|boolean|expression|rating|slider|html|"
     "image|imagepicker|file|signaturepad|ranking|buttongroup "
     "colCount isRequired isUnique requiredErrorText readOnly minWidth width visible visibleIf enableIf "
     "requiredIf resetValueIf setValueIf setValueExpression showInMultipleColumns validators "
     "totalType=none|sum|count|min|max|avg totalExpression totalFormat "
     "totalDisplayStyle=none|decimal|currency|percent totalAlignment=auto|left|center|right totalCurrency "
     "totalMaximumFractionDigits totalMinimumFractionDigits renderAs defaultDisplayValue"},
    {"multipletextitem", "",
     "name isRequired placeholder/placeHolder "
     "inputType=color|date|datetime-local|email|month|number|password|range|tel|text|time|url|week "
     "maskType=none|pattern|numeric|datetime|currency maskSettings inputTextAlignment=left|right|auto title "
     "maxLength inputSize/size requiredErrorText defaultValueExpression minValueExpression maxValueExpression "
     "validators"},
    {"itemvalue", "",
     "value text visibleIf enableIf randomize randomizeCategory score"},
    {"choiceitem", "itemvalue",
     "showCommentArea isCommentRequired commentPlaceholder elements"},
    {"checkboxitem", "choiceitem",
     "isExclusive"},
    {"buttongroupitemvalue", "choiceitem",
     "showCaption iconName iconSize"},
    {"matrixcolumn", "itemvalue",
     "isExclusive"},
    {"ratingitem", "itemvalue",
     ""},
    {"sliderlabel", "itemvalue",
     "showValue"},
    {"imageitemvalue", "itemvalue",
     "imageLink"},
    {"imagemaparea", "itemvalue",
     "shape=inherit|circle|rect|poly coords idleFillColor idleStrokeColor idleStrokeWidth hoverFillColor "
     "hoverStrokeColor hoverStrokeWidth selectedFillColor selectedStrokeColor selectedStrokeWidth"},
    {"surveyvalidator", "",
     "type text notificationType=error|warning|info"},
    {"numericvalidator", "surveyvalidator",
     "minValue maxValue"},
    {"textvalidator", "surveyvalidator",
     "minLength maxLength allowDigits"},
    {"answercountvalidator", "surveyvalidator",
     "minCount maxCount"},
    {"regexvalidator", "surveyvalidator",
     "regex caseInsensitive/insensitive"},
    {"emailvalidator", "surveyvalidator",
     ""},
    {"expressionvalidator", "surveyvalidator",
     "expression"},
    {"trigger", "",
     "type "
     "operator=empty|notempty|equal|notequal|contains|notcontains|anyof|allof|noneof|greater|less|"
     "greaterorequal|lessorequal "
     "value expression"},
    {"surveytrigger", "trigger",
     "name"},
    {"visibletrigger", "surveytrigger",
     "pages questions"},
    {"completetrigger", "surveytrigger",
     ""},
    {"setvaluetrigger", "surveytrigger",
     "setToName setValue isVariable"},
    {"copyvaluetrigger", "surveytrigger",
     "fromName setToName copyDisplayValue"},
    {"skiptrigger", "surveytrigger",
     "gotoName"},
    {"runexpressiontrigger", "surveytrigger",
     "setToName runExpression"},
    {"calculatedvalue", "",
     "name expression includeIntoResult"},
    {"expressionitem", "",
     "expression"},
    {"htmlconditionitem", "expressionitem",
     "html"},
    {"urlconditionitem", "expressionitem",
     "url"},
    {"masksettings", "",
     "saveMaskedValue"},
    {"patternmask", "masksettings",
     "pattern"},
    {"datetimemask", "patternmask",
     "patternPreset=localeDate|localeTime|localeDateTime min max"},
    {"numericmask", "masksettings",
     "allowNegativeValues decimalSeparator thousandsSeparator precision min max"},
    {"currencymask", "numericmask",
     "currencySymbol currencyPattern prefix suffix"},
    {"choicesbyurl", "",
     "url path valueName titleName imageLinkName allowEmptyResponse attachData/attachOriginalItems"},
    {"panellayoutcolumn", "",
     "width questionTitleWidth"},
    {"poll", "",
     "method rules seats results changeVote closes seed secret"},
    {"canvass", "",
     "id"},
};

}  // namespace

const FormatClass* format_class(std::string_view name) noexcept {
    const auto* found = std::find_if(std::begin(classes), std::end(classes),
                                     [&](const FormatClass& known) { return known.name == name; });
    return found == std::end(classes) ? nullptr : found;
}

FormatClasses format_classes() noexcept { return {std::begin(classes), std::end(classes)}; }

}  // namespace canvass::core
