// Question numbers, as survey-core 3.1.1 gives them.
#include <catch2/catch_test_macros.hpp>

#include "tests/core/session/open.h"

using namespace canvass::core;

namespace {

std::string numbers_of(Session& session) {
    std::string text;
    for (const ElementView& element : session.view().elements) text += element.name + "=" + element.number + " ";
    return text;
}

}  // namespace

TEST_CASE("numbers go on where the first is told to start, and again in a panel that asks for it") {
    Session session = open(R"json({"showQuestionNumbers": "on", "questionStartIndex": "(A)", "pages": [
        {"elements": [{"type": "html", "name": "h"}, {"type": "text", "name": "a"},
            {"type": "panel", "name": "p", "title": "P", "showNumber": true, "questionStartIndex": "i.", "showQuestionNumbers": "onpanel",
             "elements": [{"type": "text", "name": "b"}, {"type": "text", "name": "c"}]}, {"type": "text", "name": "d"}]},
        {"questionStartIndex": "Q08", "elements": [{"type": "text", "name": "e"}]}]})json");
    CHECK(numbers_of(session) == "h= a=(A) p=(B) b=i. c=j. d=(C) ");
    session.apply(NextPage{});
    CHECK(numbers_of(session) == "e=Q11 ");
}

TEST_CASE("recursive numbers stand behind the panel's own") {
    Session session = open(R"json({"showQuestionNumbers": "recursive", "questionStartIndex": "1)", "elements": [{"type": "text", "name": "a"},
        {"type": "panel", "name": "p", "title": "P", "showNumber": true, "elements": [{"type": "text", "name": "b"},
            {"type": "panel", "name": "pp", "title": "P", "elements": [{"type": "text", "name": "c"}]}]}, {"type": "text", "name": "d"}]})json");
    CHECK(numbers_of(session) == "a=1) p=2) b=2).1) pp=2).2) c=2).2).1) d=3) ");
}

TEST_CASE("a panel without a number lends that of the panel around it") {
    Session session = open(R"json({"showQuestionNumbers": "recursive", "elements": [{"type": "text", "name": "a"},
        {"type": "panel", "name": "p", "title": "P", "elements": [{"type": "panel", "name": "pp", "elements": [
            {"type": "text", "name": "b"}]}]},
        {"type": "panel", "name": "q", "elements": [{"type": "text", "name": "c"}]}]})json");
    CHECK(numbers_of(session) == "a=1. p=2. pp= b=2.1. q= c=1. ");
}

TEST_CASE("a preview numbers its pages as they were") {
    Session session = open(R"json({"showQuestionNumbers": "onPage", "pages": [
        {"elements": [{"type": "text", "name": "a"}, {"type": "text", "name": "b"}]},
        {"elements": [{"type": "text", "name": "c"}]}]})json");
    session.apply(ShowPreview{});
    CHECK(numbers_of(session) == "page1= a=1. b=2. page2= c=1. ");
}

TEST_CASE("a panel without a title and what shows only have no number") {
    Session session = open(R"json({"showQuestionNumbers": "on", "elements": [{"type": "image", "name": "i"},
        {"type": "panel", "name": "p", "showNumber": true, "elements": [{"type": "text", "name": "a"}]}]})json");
    CHECK(numbers_of(session) == "i= p= a=1. ");
}

TEST_CASE("letters of every alphabet are counted on") {
    Session greek = open(R"json({"showQuestionNumbers": "on", "questionStartIndex": "(α)", "elements": [
        {"type": "text", "name": "a"}, {"type": "text", "name": "b"}, {"type": "text", "name": "c"}]})json");
    CHECK(numbers_of(greek) == "a=(α) b=(β) c=(γ) ");
    Session long_way = open(R"json({"showQuestionNumbers": "on", "questionStartIndex": "~z", "elements": [
        {"type": "text", "name": "a"}, {"type": "text", "name": "b"}, {"type": "text", "name": "c"}, {"type": "text", "name": "d"},
        {"type": "text", "name": "e"}, {"type": "text", "name": "f"}, {"type": "text", "name": "g"}]})json");
    CHECK(long_way.view().elements[6].number == "~\u0080");
}

TEST_CASE("where all pages are one, those behind the start page are numbered together") {
    Session session = open(R"json({"showQuestionNumbers": "onPage", "questionsOnPageMode": "singlePage", "firstPageIsStartPage": true, "pages": [
        {"elements": [{"type": "text", "name": "a"}]}, {"elements": [{"type": "text", "name": "b"}]}, {"elements": [{"type": "text", "name": "c"}]}]})json");
    session.apply(StartSurvey{});
    CHECK(numbers_of(session) == "b=1. c=2. ");
}

TEST_CASE("what stands in dynamic panels is numbered in each, through the survey or behind the panels' own number") {
    const auto numbers = [](const std::string& survey, const std::string& inside) {
        Session session = open(R"json({"showQuestionNumbers": ")json" + survey + R"json(", "elements": [{"type": "text", "name": "a"},
            {"type": "paneldynamic", "name": "p", "panelCount": 2, )json" + inside + R"json("templateElements": [{"type": "text", "name": "x"}, {"type": "text", "name": "y"}]},
            {"type": "text", "name": "b"}]})json");
        std::string text;
        for (const ElementView& element : session.view().elements) {
            if (element.kind == Kind::text || element.kind == Kind::paneldynamic) text += (element.number.empty() ? "-" : element.number) + " ";
        }
        return text;
    };
    CHECK(numbers("on", "") == "1. 2. - - - - 3. ");
    CHECK(numbers("on", R"("showQuestionNumbers": "onPanel", )") == "1. 2. 1. 2. 1. 2. 3. ");
    CHECK(numbers("on", R"("showQuestionNumbers": "onSurvey", )") == "1. - 2. 3. 4. 5. 6. ");
    CHECK(numbers("on", R"("showQuestionNumbers": "recursive", )") == "1. 2. 2.1. 2.2. 2.1. 2.2. 3. ");
    CHECK(numbers("on", R"json("showQuestionNumbers": "onPanel", "questionStartIndex": "(a)", )json") == "1. 2. (a) (b) (a) (b) 3. ");
    CHECK(numbers("on", R"("showQuestionNumbers": "onSurvey", "showNumber": false, )") == "1. - - - - - 2. ");
    CHECK(numbers("on", R"("showQuestionNumbers": "recursive", "titleLocation": "hidden", )") == "1. - 1. 2. 1. 2. 2. ");
    CHECK(numbers("off", R"("showQuestionNumbers": "onPanel", )") == "- - 1. 2. 1. 2. - ");
}
