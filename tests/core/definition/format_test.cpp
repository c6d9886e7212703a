#include "core/definition/format.h"

#include <algorithm>

#include "tests/core/definition/load.h"

namespace canvass::core {
namespace {

std::string pointers_of(const LoadedDefinition& loaded, Code code) {
    std::string pointers;
    for (const Diagnostic& diagnostic : loaded.diagnostics) {
        if (diagnostic.code == code) pointers += diagnostic.pointer + " ";
    }
    return pointers;
}

}  // namespace

TEST_CASE("a class has its own members and those of its bases, by today's names and by old ones") {
    const FormatClass& checkbox = *format_class("checkbox");
    CHECK(member_of(checkbox, "maxSelectedChoices"));
    CHECK(member_of(checkbox, "hasOther")->name == "showOtherItem");
    CHECK(member_of(checkbox, "visibleIf"));
    CHECK_FALSE(member_of(checkbox, "rateMax"));
    CHECK(member_of(*format_class("ratingitem"), "text"));
    CHECK(format_class("hologram") == nullptr);
}

TEST_CASE("every base of a class is a class, and none is its own") {
    for (const FormatClass& known : format_classes()) {
        int steps = 0;
        for (const FormatClass* at = &known; !at->base.empty(); at = format_class(at->base)) {
            REQUIRE(format_class(at->base));
            REQUIRE(++steps < 10);
        }
    }
}

TEST_CASE("a check tells what a kind does not have, what is only kept, and what looks like a slip") {
    const LoadedDefinition loaded = load(R"({'showTOC': true, 'elements': [
        {'type': 'text', 'name': 'a', 'rateMax': 3, 'isRequred': true},
        {'type': 'rating', 'name': 'b', 'rateMax': 3, 'scaleColorMode': 'colored'},
        {'type': 'checkbox', 'name': 'c', 'choices': [{'value': 1, 'txt': 'one'}],
         'validators': [{'type': 'answercount', 'minCount': 1, 'minLength': 2}]}]})");
    CHECK(pointers_of(loaded, Code::unknown_property) ==
          "/elements/0/rateMax /elements/0/isRequred /elements/2/validators/0/minLength /elements/2/choices/0/txt ");
    CHECK(pointers_of(loaded, Code::property_not_acted) == "/showTOC /elements/1/scaleColorMode ");
    std::vector<std::string> meant;
    for (const Diagnostic& diagnostic : loaded.diagnostics) {
        if (diagnostic.code == Code::unknown_property) meant.push_back(diagnostic.detail);
    }
    CHECK(meant == std::vector<std::string>{"", "isRequired", "", "text"});
}

TEST_CASE("a value outside of a closed set is an error where it is acted on, with what is allowed") {
    const LoadedDefinition loaded = load(R"({'clearInvisibleValues': 'sometimes', 'showQuestionNumbers': true, 'elements': [
        {'type': 'text', 'name': 'a', 'inputType': 'numbr', 'errorLocation': 'beside'}]})");
    CHECK(pointers_of(loaded, Code::unknown_value) ==
          "/clearInvisibleValues /elements/0/inputType /elements/0/errorLocation ");
    const Diagnostic* first = find(loaded.diagnostics, Code::unknown_value);
    CHECK(first->severity == Severity::error);
    CHECK(first->detail == "none | onComplete | onHidden | onHiddenContainer | true | false");
    const auto place = std::find_if(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                                    [](const Diagnostic& each) { return each.pointer == "/elements/0/errorLocation"; });
    CHECK(place->severity == Severity::note);
}

TEST_CASE("a value that is taken for another is said, although its property is acted on") {
    const LoadedDefinition loaded = load(R"({'elements': [{'type': 'paneldynamic', 'name': 'a', 'panelsState': 'firstExpanded'},
        {'type': 'paneldynamic', 'name': 'b', 'panelsState': 'expanded'}]})");
    CHECK(pointers_of(loaded, Code::property_not_acted) == "/elements/0/panelsState ");
    CHECK(find(loaded.diagnostics, Code::property_not_acted)->subject == "panelsState: firstExpanded");
    CHECK(pointers_of(loaded, Code::unknown_value).empty());
}

TEST_CASE("a check finds names of nothing, says where in an expression they stand and what may be meant") {
    const LoadedDefinition loaded = load(R"({'triggers': [{'type': 'skip', 'expression': '{colour} = 1', 'gotoName': 'lsat'}],
        'elements': [{'type': 'text', 'name': 'colour'}, {'type': 'textt', 'name': 'b'},
        {'type': 'dropdown', 'name': 'c', 'choicesFromQuestion': 'nobody'},
        {'type': 'text', 'name': 'last', 'visibleIf': '{é} = 1 or {coluor} = 2 and {elsewhere} = 3'}]})");
    const auto said = [&](Code code, std::string_view subject) {
        const auto found = std::find_if(loaded.diagnostics.begin(), loaded.diagnostics.end(), [&](const Diagnostic& each) {
            return each.code == code && each.subject == subject;
        });
        REQUIRE(found != loaded.diagnostics.end());
        return *found;
    };
    CHECK(said(Code::unknown_reference, "coluor").position == 12);
    CHECK(said(Code::unknown_reference, "coluor").detail == "colour");
    CHECK(said(Code::unknown_reference, "elsewhere").detail.empty());
    CHECK(said(Code::unknown_kind, "textt").detail == "text");
    CHECK(said(Code::unknown_question, "lsat").pointer == "/triggers/0/gotoName");
    CHECK(said(Code::unknown_question, "lsat").detail == "last");
    CHECK(said(Code::unknown_question, "nobody").severity == Severity::note);
}

TEST_CASE("the list of properties says what a check would") {
    const ClassUse rating = use_of(*format_class("rating"));
    CHECK(rating.read);
    const auto acted = [&](std::string_view name) {
        return std::any_of(rating.properties.begin(), rating.properties.end(), [&](const PropertyUse& property) {
            return property.member.name == name && property.acted;
        });
    };
    CHECK(acted("rateMax"));
    CHECK(acted("visibleIf"));
    CHECK_FALSE(acted("displayRateDescriptionsAsExtremeItems"));
    CHECK_FALSE(use_of(*format_class("imagemaparea")).read);
    CHECK(use_of(*format_class("setvaluetrigger")).read);
    CHECK_FALSE(use_of(*format_class("selectbase")).concrete);
}

}  // namespace canvass::core
