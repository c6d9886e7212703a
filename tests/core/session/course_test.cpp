// The way through a survey. What happens was asked of survey-core 3.1.1.
#include "core/session/session.h"
#include "tests/core/definition/load.h"

namespace canvass::core {
namespace {

// Where a session stands: state, page, step.
std::string stand_of(Session& session) {
    const Value snapshot = session.snapshot();
    const Value* step = snapshot.find("step");
    return std::string(snapshot.find("state")->text()) + " " + write_json(*snapshot.find("page")) +
           (step ? " " + std::string(step->text()) : "");
}

}  // namespace

TEST_CASE("the start page comes before the survey and counts as no page") {
    Session session(definition_of(R"({'firstPageIsStartPage': true, 'pages': [
        {'elements': [{'type': 'text', 'name': 'a', 'isRequired': true}]}, {'elements': [{'type': 'text', 'name': 'b'}]},
        {'elements': [{'type': 'text', 'name': 'c'}]}]})"));
    CHECK(stand_of(session) == "starting 0");
    CHECK(session.view().can_start);
    CHECK(session.view().elements.front().name == "a");
    CHECK_FALSE(session.apply(NextPage{}).accepted);
    CHECK_FALSE(session.apply(StartSurvey{}).accepted);
    session.apply(SetValue{"a", 1});
    CHECK(session.apply(StartSurvey{}).accepted);
    CHECK(stand_of(session) == "running 0");
    CHECK(session.view().elements.front().name == "b");
    CHECK(session.view().page_count == 2);
    CHECK_FALSE(session.apply(PreviousPage{}).accepted);
}

TEST_CASE("a preview shows every page, takes no answers and leads back to a page or to the end") {
    Session session(definition_of(R"({'showPreviewBeforeComplete': 'showAnsweredQuestions', 'pages': [
        {'name': 'p1', 'elements': [{'type': 'text', 'name': 'a', 'isRequired': true}]},
        {'name': 'p2', 'elements': [{'type': 'text', 'name': 'b'}]}]})"));
    CHECK_FALSE(session.apply(ShowPreview{}).accepted);
    session.apply(SetValue{"a", 1});
    session.apply(NextPage{});
    CHECK(session.view().can_preview);
    CHECK_FALSE(session.view().can_complete);
    CHECK(session.apply(ShowPreview{}).accepted);
    CHECK(stand_of(session) == "preview 0");
    REQUIRE(session.view().elements.size() == 2);
    CHECK(session.view().elements[0].kind == Kind::page);
    CHECK(session.view().elements[1].read_only);
    CHECK(session.apply(EditAnswers{"p1"}).accepted);
    CHECK(stand_of(session) == "running 0");
    CHECK_FALSE(session.view().elements[0].read_only);
    session.apply(ShowPreview{});
    session.apply(EditAnswers{});
    CHECK(stand_of(session) == "running 1");
    session.apply(ShowPreview{});
    CHECK(session.apply(Complete{}).accepted);
    CHECK(stand_of(session) == "completed 1");
}

TEST_CASE("elements are shown one at a time, and one that goes out of sight gives way to the one before") {
    const std::string pages = R"('pages': [{'elements': [{'type': 'text', 'name': 'a', 'isRequired': true},
        {'type': 'panel', 'name': 'p', 'visibleIf': '{x} <> 1', 'elements': [{'type': 'text', 'name': 'b'}, {'type': 'text', 'name': 'c'}]}]},
        {'elements': [{'type': 'text', 'name': 'd'}]}]})";
    Session panels(definition_of("{'questionsOnPageMode': 'questionPerPage', " + pages));
    CHECK(stand_of(panels) == "running 0 a");
    CHECK_FALSE(panels.apply(NextPage{}).accepted);
    panels.apply(SetValue{"a", 1});
    panels.apply(NextPage{});
    CHECK(stand_of(panels) == "running 0 p");
    CHECK(panels.view().elements.size() == 3);
    panels.apply(SetVariable{"x", 1});
    CHECK(stand_of(panels) == "running 0 a");
    panels.apply(NextPage{});
    CHECK(stand_of(panels) == "running 1 d");
    CHECK(panels.view().last_page);

    Session inputs(definition_of("{'questionsOnPageMode': 'inputPerPage', " + pages));
    inputs.apply(SetValue{"a", 1});
    inputs.apply(NextPage{});
    inputs.apply(NextPage{});
    CHECK(stand_of(inputs) == "running 0 c");
    inputs.apply(PreviousPage{});
    CHECK(stand_of(inputs) == "running 0 b");
    inputs.apply(ClearValue{"a"});
    CHECK(inputs.apply(Complete{}).accepted);  // only what is shown is asked
}

TEST_CASE("a page is gone to by name or number, forward only past valid pages") {
    Session session(definition_of(R"({'pages': [{'elements': [{'type': 'text', 'name': 'a', 'isRequired': true}]},
        {'elements': [{'type': 'text', 'name': 'b', 'isRequired': true}]}, {'elements': [{'type': 'text', 'name': 'c'}]}]})"));
    CHECK_FALSE(session.apply(GoTo{"c"}).accepted);
    session.apply(SetValue{"a", 1});
    CHECK_FALSE(session.apply(GoTo{2}).accepted);
    CHECK(session.errors().find("b") != nullptr);
    session.apply(SetValue{"b", 1});
    CHECK(session.apply(GoTo{"c"}).accepted);
    CHECK(session.apply(GoTo{0}).accepted);
    CHECK_FALSE(session.apply(GoTo{7}).accepted);
    CHECK(stand_of(session) == "running 0");
}

TEST_CASE("when its time is up a page is left and a survey ends, unless an answer is missing") {
    Session session(definition_of(R"({'showTimer': true, 'timeLimit': 10, 'timeLimitPerPage': 3, 'pages': [
        {'elements': [{'type': 'text', 'name': 'a'}]}, {'elements': [{'type': 'text', 'name': 'b', 'isRequired': true}]}]})"));
    session.apply(Tick{2});
    CHECK(session.view().timer.clock == "0:01");
    CHECK(session.view().timer.side_clock == "0:08");
    session.apply(Tick{5});
    CHECK(stand_of(session) == "running 1");
    CHECK_FALSE(session.view().can_go_back);
    session.apply(Tick{3});
    CHECK(stand_of(session) == "running 1");
    session.apply(SetValue{"b", 1});
    session.apply(Tick{1});
    CHECK(stand_of(session) == "completed 1");
}

TEST_CASE("progress counts pages, answers, required answers and right ones") {
    const auto progress = [](const std::string& kind) {
        Session session(definition_of("{'showProgressBar': true, 'progressBarType': '" + kind + R"(', 'pages': [{'elements': [
            {'type': 'text', 'name': 'a', 'isRequired': true, 'correctAnswer': 'x'}, {'type': 'panel', 'name': 'p', 'isRequired': true,
             'elements': [{'type': 'text', 'name': 'b'}, {'type': 'html', 'name': 'h', 'html': ''}]}]},
            {'elements': [{'type': 'text', 'name': 'c'}]}]})"));
        session.apply(SetValue{"a", " X"});
        session.apply(NextPage{});
        session.apply(SetValue{"b", 1});
        session.apply(NextPage{});
        return write_json(*session.snapshot().find("progress"));
    };
    CHECK(progress("pages") == R"({"percent":50,"text":"Page 2 of 2"})");
    CHECK(progress("questions") == R"({"percent":66,"text":"Answered 2/3 questions"})");
    CHECK(progress("requiredQuestions") == R"({"percent":100,"text":"Answered 2/2 questions"})");
    CHECK(progress("correctQuestions") == R"({"percent":66,"text":"Answered 1/3 questions"})");
}

TEST_CASE("right answers are counted, and texts and calculated values follow") {
    Session session(definition_of(R"({'elements': [
        {'type': 'text', 'name': 'a', 'correctAnswer': 5, 'title': '{correctAnswers} of {questionCount}'},
        {'type': 'checkbox', 'name': 'b', 'choices': [1, 2, 3], 'correctAnswer': [1, 2]},
        {'type': 'text', 'name': 'c', 'correctAnswer': 'x', 'visible': false}],
        'calculatedValues': [{'name': 'wrong', 'expression': '{incorrectAnswers}'}],
        'completedHtmlOnCondition': [{'expression': '{correctAnswers} = 2', 'html': 'All {correctAnswers} right'}]})"));
    session.apply(SetValue{"a", "5"});
    CHECK(write_json(session.calculated()) == R"({"wrong":1})");
    session.apply(SetValue{"b", Value::array({2, 1})});
    CHECK(write_json(*session.snapshot().find("quiz")) == R"({"questions":2,"correct":2})");
    CHECK(session.view().elements.front().title == "2 of 2");
    session.apply(Complete{});
    CHECK(session.view().completed_text == "All 2 right");
}

TEST_CASE("a completed survey leads to an address, but never to a script") {
    const auto leads_to = [](Value answer) {
        Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'a'}], 'navigateToUrl': '{a}://x',
            'navigateToUrlOnCondition': [{'expression': '{a} = 1', 'url': '/thanks?{a}'}]})"));
        session.apply(SetValue{"a", std::move(answer)});
        session.apply(Complete{});
        return session.view().navigate_to;
    };
    CHECK(leads_to(1) == "/thanks?1");
    CHECK(leads_to("HTTPS") == "HTTPS://x");
    CHECK(leads_to("javascript") == "");
    CHECK(leads_to("\tjavascript") == "");
}

TEST_CASE("hidden answers are dropped and come back as defaults, by the mode") {
    const auto data = [](const std::string& mode) {
        Session session(definition_of("{'clearInvisibleValues': '" + mode + R"(', 'elements': [{'type': 'text', 'name': 'a'},
            {'type': 'text', 'name': 'b', 'visibleIf': '{a} = 1', 'defaultValue': 'own'},
            {'type': 'panel', 'name': 'p', 'visibleIf': '{a} = 1', 'elements': [{'type': 'text', 'name': 'c', 'defaultValue': 'inner'}]}]})"));
        std::string all;
        for (const int answer : {1, 2, 1}) {
            session.apply(SetValue{"a", answer});
            if (answer == 1 && all.empty()) {
                session.apply(SetValue{"b", "mine"});
                session.apply(SetValue{"c", "mine"});
            }
            for (const char* const name : {"b", "c"}) {
                const Value values = session.data();
                const Value* value = values.find(name);
                all += (value ? std::string(value->text()) : "-") + " ";
            }
        }
        return all;
    };
    CHECK(data("none") == "mine mine mine mine mine mine ");
    CHECK(data("onComplete") == "mine mine mine mine mine mine ");
    CHECK(data("onHidden") == "mine mine - mine own mine ");
    CHECK(data("onHiddenContainer") == "mine mine - - own inner ");
}

TEST_CASE("chance orders what pages hold as survey-core does with the same seed") {
    SessionOptions options;
    options.seed = 1;
    Session session(definition_of(R"({'pages': [{'name': 'page1', 'questionOrder': 'random', 'elements': [
        {'type': 'text', 'name': 'q1'}, {'type': 'text', 'name': 'q2'}, {'type': 'panel', 'name': 'pa', 'elements': [
        {'type': 'text', 'name': 'q3'}, {'type': 'text', 'name': 'q4'}]}, {'type': 'text', 'name': 'q6', 'randomize': false},
        {'type': 'text', 'name': 'q7'}, {'type': 'text', 'name': 'q8'}]}]})"),
                    std::move(options));
    CHECK(write_json(*session.snapshot().find("visible")) == R"(["q2","q3","q4","q7","q6","q8","q1"])");
}

TEST_CASE("what can end on this page says so by its buttons, and going back undoes a skip") {
    Session session(definition_of(R"({'pages': [{'elements': [{'type': 'text', 'name': 'a'}]},
        {'elements': [{'type': 'text', 'name': 'b'}]}, {'elements': [{'type': 'text', 'name': 'c'}]}], 'triggers': [
        {'type': 'skip', 'expression': '{a} = 1', 'gotoName': 'C'}, {'type': 'complete', 'expression': '{a} = 2'}]})"));
    session.apply(SetValue{"a", 2});
    CHECK(session.view().can_complete);
    CHECK_FALSE(session.view().can_go_on);
    session.apply(SetValue{"a", 1});
    CHECK(stand_of(session) == "running 2");
    session.apply(PreviousPage{});
    CHECK(stand_of(session) == "running 0");
}

TEST_CASE("a survey shown question by question ends where its preview was opened") {
    Session session(definition_of(R"({'questionsOnPageMode': 'questionPerPage', 'showPreviewBeforeComplete': true,
        'pages': [{'elements': [{'type': 'text', 'name': 'a'}]}, {'elements': [{'type': 'text', 'name': 'b'}]}]})"));
    CHECK(session.apply(ShowPreview{}).accepted);
    CHECK(session.apply(Complete{}).accepted);
    CHECK(session.page() == 0);
}

TEST_CASE("a page is left by itself once all of it is answered without a fault, where the definition wants it") {
    const char* const pages = R"('pages': [{'elements': [{'type': 'boolean', 'name': 'a'},
        {'type': 'text', 'name': 'b', 'inputType': 'email', 'visibleIf': '{a} = true'}]}, {'elements': [{'type': 'rating', 'name': 'c'}]}]})";
    Session session(definition_of(std::string(R"({'autoAdvanceEnabled': true, )") + pages));
    session.apply(SetValue{"a", true});
    CHECK_FALSE(session.apply(Advance{}).changed);
    session.apply(SetValue{"b", "nobody"});
    CHECK_FALSE(session.apply(Advance{}).changed);
    CHECK(session.view().elements[1].errors.empty());
    session.apply(SetValue{"b", "a@b.org"});
    CHECK(session.apply(Advance{}).changed);
    CHECK(stand_of(session) == "running 1");
    session.apply(SetValue{"c", 3});
    session.apply(Advance{});
    CHECK(stand_of(session) == "completed 1");

    const char* const together = R"({'autoAdvanceEnabled': true, 'questionsOnPageMode': 'singlePage', 'pages': [
        {'elements': [{'type': 'boolean', 'name': 'a'}]}, {'elements': [{'type': 'radiogroup', 'name': 'b', 'choices': ['x',
        {'value': 'y', 'showCommentArea': true}]}]}]})";
    Session whole(definition_of(together));
    whole.apply(SetValue{"a", true});
    CHECK_FALSE(whole.apply(Advance{}).changed);
    whole.apply(SetValue{"b", "y"});
    CHECK_FALSE(whole.apply(Advance{}).changed);
    whole.apply(SetValue{"b", "x"});
    CHECK(whole.apply(Advance{}).changed);
    CHECK(whole.state() == SessionState::completed);

    for (const char* wish : {R"('title': 'no')", R"('autoAdvanceEnabled': false)"}) {
        Session still(definition_of(std::string("{") + wish + ", " + pages));
        still.apply(SetValue{"a", false});
        CHECK_FALSE(still.apply(Advance{}).changed);
    }
    for (const char* wish : {R"('autoAdvanceEnabled': true, 'autoAdvanceAllowComplete': false)", R"('goNextPageAutomatic': 'autogonext')"}) {
        Session open(definition_of(std::string("{") + wish + ", " + pages));
        open.apply(SetValue{"a", false});
        CHECK(open.apply(Advance{}).changed);
        open.apply(SetValue{"c", 3});
        CHECK_FALSE(open.apply(Advance{}).changed);
    }
}

TEST_CASE("what is judged at the end is judged after the preview") {
    Session session(definition_of(R"({'checkErrorsMode': 'onComplete', 'showPreviewBeforeComplete': true,
        'pages': [{'elements': [{'type': 'text', 'name': 'a'}]}, {'elements': [{'type': 'text', 'name': 'b', 'isRequired': true}]}]})"));
    CHECK(session.apply(ShowPreview{}).accepted);
    CHECK(stand_of(session) == "preview 0");
    CHECK_FALSE(session.apply(Complete{}).accepted);
    CHECK(stand_of(session) == "running 1");
    CHECK(session.errors().find("b") != nullptr);
    session.apply(SetValue{"b", 1});
    session.apply(ShowPreview{});
    CHECK(session.apply(Complete{}).accepted);
    CHECK(session.state() == SessionState::completed);
}

TEST_CASE("what a table is to keep out of sight it keeps in its rows") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 't'}, {'type': 'matrixdynamic', 'name': 'm', 'visible': false,
        'clearIfInvisible': 'none', 'columns': [{'name': 'c', 'cellType': 'comment'}]},
        {'type': 'multipletext', 'name': 'x', 'visible': false, 'clearIfInvisible': 'none', 'items': [{'name': 'i'}]}]})"));
    session.apply(SetValue{"m", json_of("[{'c': 'kept'}]")});
    session.apply(SetValue{"x", json_of("{'i': 'kept'}")});
    session.apply(Complete{});
    CHECK(write_json(session.data()) == R"({"m":[{"c":"kept"}],"x":{"i":"kept"}})");
}

TEST_CASE("a table that is shown keeps no cell that is out of sight, nor one that is no choice") {
    Session session(definition_of(R"({'elements': [{'type': 'matrixdynamic', 'name': 'm', 'clearIfInvisible': 'none', 'rowCount': 1,
        'columns': [{'name': 'c', 'cellType': 'dropdown', 'choices': [1]}, {'name': 't', 'cellType': 'text'}]},
        {'type': 'paneldynamic', 'name': 'p', 'clearIfInvisible': 'none', 'panelCount': 1, 'templateElements': [{'type': 'text', 'name': 'a'},
        {'type': 'text', 'name': 's', 'visibleIf': '{panel.a} = 1', 'clearIfInvisible': 'onHidden'}]}]})"));
    session.apply(SetValue{"m", json_of("[{'c': 9, 't': 'x'}]")});
    session.apply(SetValue{"p", json_of("[{'a': 1, 's': 'secret'}]")});
    session.apply(SetValue{"p[0].a", 2});
    session.apply(Complete{});
    CHECK(write_json(session.data()) == R"({"p":[{"a":2}],"m":[{"t":"x"}]})");
}

TEST_CASE("who cannot go back loses no answer by trying") {
    Session session(definition_of(R"({'pages': [{'elements': [{'type': 'radiogroup', 'name': 'q', 'choices': [1]}]},
        {'elements': [{'type': 'text', 'name': 't'}]}]})"));
    session.apply(SetValue{"q", 7});
    CHECK_FALSE(session.apply(PreviousPage{}).accepted);
    CHECK(write_json(session.data()) == R"({"q":7})");
}

TEST_CASE("a page that goes with a wrong answer is not judged on the way, and one that comes with it is") {
    Session on_the_way(definition_of(R"({'pages': [{'name': 'p1', 'elements': [{'type': 'radiogroup', 'name': 'q', 'choices': [1]}]},
        {'name': 'p2', 'visibleIf': '{q} = 7', 'elements': [{'type': 'text', 'name': 'r', 'isRequired': true}]},
        {'name': 'p3', 'elements': [{'type': 'text', 'name': 't'}]}]})"));
    on_the_way.apply(SetValue{"q", 7});
    CHECK(on_the_way.apply(GoTo{Value("p3")}).accepted);
    CHECK(stand_of(on_the_way) == "running 1");

    Session whole(definition_of(R"({'questionsOnPageMode': 'singlePage', 'pages': [{'elements': [{'type': 'radiogroup', 'name': 'q', 'choices': [1]}]},
        {'visibleIf': '{q} empty', 'elements': [{'type': 'radiogroup', 'name': 'r', 'choices': [1], 'isRequired': true}]}]})"));
    whole.apply(SetValue{"r", 5});
    whole.apply(SetValue{"q", 7});
    CHECK_FALSE(whole.apply(Complete{}).accepted);
    CHECK(write_json(whole.data()) == "{}");
    CHECK(whole.errors().find("r") != nullptr);
}

TEST_CASE("a trigger ends the survey on a page that it asks, not for a variable alone") {
    const std::string survey = R"({'pages': [{'elements': [{'type': 'text', 'name': 'a'}]}, {'elements': [{'type': 'text', 'name': 'b'}]}],
        'triggers': [{'type': 'complete', 'expression': 'WHEN'}]})";
    const auto state_after_next = [&](std::string_view when) {
        std::string text = survey;
        Session session(definition_of(text.replace(text.find("WHEN"), 4, when)));
        session.apply(SetVariable{"v", Value(1)});
        session.apply(NextPage{});
        return session.state();
    };
    CHECK(state_after_next("{v} = 1") == SessionState::running);
    CHECK(state_after_next("{v} = 1 or {a} = 1") == SessionState::completed);
}

TEST_CASE("a trigger ends the survey by a part of an answer as well") {
    for (const char* when : {"{$a.value} notempty", "{a.length} > 0"}) {
        Session session(definition_of(std::string(R"({'pages': [{'elements': [{'type': 'checkbox', 'name': 'a', 'choices': [1]}]}, {'elements': [{'type': 'text', 'name': 'b'}]}],
            'triggers': [{'type': 'complete', 'expression': ')") + when + "'}]}"));
        session.apply(SetValue{"a", Value::array({1})});
        session.apply(NextPage{});
        CHECK(session.state() == SessionState::completed);
    }
}

TEST_CASE("conditions and formulas that read the number of the page follow it") {
    Session session(definition_of(R"({'pages': [{'elements': [{'type': 'text', 'name': 'a'}]},
        {'elements': [{'type': 'text', 'name': 'b'}, {'type': 'text', 'name': 'c', 'visibleIf': '{pageno} = 2'},
                      {'type': 'expression', 'name': 'e', 'expression': '{pageno}'}]}]})"));
    CHECK(session.visible_questions() == std::vector<std::string>{"a", "b", "e"});
    CHECK(write_json(session.data()) == R"({"e":1})");
    session.apply(NextPage{});
    CHECK(session.visible_questions() == std::vector<std::string>{"a", "b", "c", "e"});
    CHECK(write_json(session.data()) == R"({"e":2})");
}

TEST_CASE("the number of the page follows pages that come and go before it, and triggers do not answer it") {
    Session session(definition_of(R"({'pages': [{'visibleIf': '{v} <> 2', 'elements': [{'type': 'text', 'name': 'a'}]},
        {'elements': [{'type': 'expression', 'name': 'e', 'expression': '{pageno} * 10 + {pagecount}'}, {'type': 'text', 'name': 'b'}]},
        {'visibleIf': '1 = 1', 'elements': [{'type': 'text', 'name': 'c'}]}],
        'triggers': [{'type': 'skip', 'expression': '{pageno} = 1 and {a} = 1', 'gotoName': 'c'}]})"));
    CHECK(write_json(session.data()) == R"({"e":13})");
    session.apply(NextPage{});
    CHECK(write_json(*session.data().find("e")) == "23");
    session.apply(SetVariable{"v", Value(2)});
    CHECK(write_json(*session.data().find("e")) == "12");
    session.apply(SetVariable{"v", Value(1)});
    session.apply(PreviousPage{});
    session.apply(SetValue{"a", Value(1)});
    CHECK(session.page() == 2);
    session.apply(PreviousPage{});
    CHECK(session.page() == 0);
}

TEST_CASE("a survey opens where a skip of its defaults leads, and one that asks one question at a time with the first") {
    const auto opens_at = [](const char* mode) {
        return Session(definition_of(std::string(R"({'pages': [{'elements': [{'type': 'text', 'name': 'a'}]}, {'elements': [{'type': 'text', 'name': 'b', 'defaultValue': 1}]}],
            'triggers': [{'type': 'skip', 'expression': '{b} notempty', 'gotoName': 'b'}], 'questionsOnPageMode': ')") + mode + "'}")).page();
    };
    CHECK(opens_at("standard") == 1);
    CHECK(opens_at("questionPerPage") == 0);
    CHECK(opens_at("inputPerPage") == 0);
}

TEST_CASE("a survey of which nothing is shown is settled, whatever reads the number of its page") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'a', 'title': '{pageno}', 'visibleIf': '{v} = 1 or {pageno} = 7'}]})"));
    CHECK(session.settled());
}

TEST_CASE("what is right is counted as rows change, too") {
    Session session(definition_of(R"({'elements': [{'type': 'matrixdynamic', 'name': 'm', 'rowCount': 1, 'correctAnswer': [{'c': 1}],
        'columns': [{'name': 'c', 'cellType': 'text'}]}]})"));
    CHECK(session.view().quiz.correct == 0);
    session.apply(SetValue{"m[0].c", Value(1)});
    CHECK(session.view().quiz.correct == 1);
    session.apply(SetValue{"m[0].c", Value(2)});
    CHECK(session.view().quiz.correct == 0);
}

TEST_CASE("a preview of which nothing is left is over") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'a', 'visibleIf': '{v} = 1'}]})"));
    session.apply(SetVariable{"v", Value(1)});
    REQUIRE(session.apply(ShowPreview{}).accepted);
    session.apply(SetVariable{"v", Value(2)});
    CHECK(session.state() == SessionState::empty);
    session.apply(SetVariable{"v", Value(1)});
    CHECK(session.state() == SessionState::running);
}

TEST_CASE("what comes into sight with its page has its default again") {
    Session session(definition_of(R"({'pages': [{'elements': [{'type': 'text', 'name': 'q'}]},
        {'elements': [{'type': 'text', 'name': 'a', 'visibleIf': '{q} <> 1', 'defaultValue': 'x'}]}]})"));
    session.apply(ClearValue{"a"});
    session.apply(SetValue{"q", Value(1)});
    CHECK(write_json(session.data()) == R"({"q":1})");
    session.apply(SetValue{"q", Value(2)});
    CHECK(write_json(session.data()) == R"({"q":2,"a":"x"})");
}

TEST_CASE("a question that was out of sight comes back without its error") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'q'}, {'type': 'text', 'name': 'a', 'isRequired': true, 'visibleIf': '{q} <> 1'}]})"));
    CHECK_FALSE(session.apply(Complete{}).accepted);
    CHECK(session.errors().size() == 1);
    session.apply(SetValue{"q", Value(1)});
    session.apply(SetValue{"q", Value(2)});
    CHECK(session.errors().size() == 0);
}

TEST_CASE("answers in a panel that its list hides stay at the end") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'z'}, {'type': 'paneldynamic', 'name': 'p', 'templateVisibleIf': '{panelIndex} > 0',
        'templateElements': [{'type': 'text', 'name': 't'}]}]})"));
    session.apply(SetValue{"p", Value::array({Value::object({{"t", 1}}), Value::object({{"t", 2}})})});
    CHECK(session.apply(Complete{}).accepted);
    CHECK(write_json(session.data()) == R"({"p":[{"t":1},{"t":2}]})");
}

}  // namespace canvass::core
