#include "core/session/session.h"

#include "tests/core/definition/load.h"

namespace canvass::core {
namespace {

Session session_of(const std::string& text, SessionOptions options = {}) {
    return Session(definition_of(text), std::move(options));
}

std::string json_of_data(const Session& session) { return write_json(session.data()); }
std::string visible(const Session& session) { return write_json(*session.snapshot().find("visible")); }
std::string errors(const Session& session) { return write_json(session.errors()); }

const ElementView& shown(Session& session, std::string_view name) {
    for (const ElementView& element : session.view().elements) {
        if (element.name == name) return element;
    }
    FAIL("not shown: " << name);
    return session.view().elements.front();
}

const char* const three_pages = R"({'pages': [
    {'elements': [{'type': 'text', 'name': 'a', 'isRequired': true}]},
    {'visibleIf': '{a} = 1', 'elements': [{'type': 'text', 'name': 'b'}]},
    {'elements': [{'type': 'panel', 'name': 'p', 'visibleIf': '{a} > 1', 'elements': [
        {'type': 'text', 'name': 'c'}]}, {'type': 'text', 'name': 'd', 'visibleIf': '{c} notempty'}]}]})";

}  // namespace

TEST_CASE("what a condition hides is not visible, and shows as soon as an answer allows it") {
    Session session = session_of(three_pages);
    CHECK(visible(session) == "[\"a\"]");
    CHECK(session.view().page_count == 1);
    CHECK(session.apply(SetValue{"a", Value(1)}).changed);
    CHECK(visible(session) == "[\"a\",\"b\"]");
    session.apply(SetValue{"a", Value(2)});
    session.apply(SetValue{"c", Value("x")});
    CHECK(visible(session) == "[\"a\",\"c\",\"d\"]");
    CHECK(session.view().page_count == 2);
    CHECK_FALSE(session.apply(SetValue{"a", Value(2)}).changed);
}

TEST_CASE("a page is left only without errors, and hidden pages are skipped") {
    Session session = session_of(three_pages);
    session.apply(SetValue{"c", Value("x")});
    const Outcome refused = session.apply(NextPage{});
    CHECK_FALSE(refused.accepted);
    CHECK(session.page() == 0);
    CHECK(errors(session) == "{\"a\":[\"Response required.\"]}");
    REQUIRE(refused.diagnostics.size() == 1);
    CHECK(refused.diagnostics[0].code == Code::answer_required);
    CHECK(shown(session, "a").errors.size() == 1);

    session.apply(SetValue{"a", Value(2)});
    CHECK(errors(session) == "{}");
    CHECK(session.apply(NextPage{}).accepted);
    CHECK(session.page() == 1);
    CHECK(session.view().last_page);
    CHECK_FALSE(session.apply(NextPage{}).accepted);
    CHECK(session.view().can_go_back);
    CHECK(session.apply(PreviousPage{}).accepted);
    CHECK(session.page() == 0);
    CHECK_FALSE(session.apply(PreviousPage{}).accepted);
}

TEST_CASE("a page that goes out of sight gives way to the first") {
    Session session = session_of(three_pages);
    session.apply(SetValue{"a", Value(1)});
    session.apply(NextPage{});
    CHECK(session.page() == 1);
    session.apply(SetValue{"a", Value(3)});
    CHECK(session.page() == 0);
    CHECK(shown(session, "a").value == Value(3));
}

TEST_CASE("answers of hidden questions drive conditions until completion and are then dropped") {
    Session session = session_of(three_pages);
    session.apply(SetValue{"a", Value(2)});
    session.apply(SetValue{"c", Value("x")});
    session.apply(SetValue{"a", Value(1)});
    CHECK(visible(session) == "[\"a\",\"b\",\"d\"]");
    CHECK(json_of_data(session) == R"({"a":1,"c":"x"})");
    CHECK(session.apply(Complete{}).accepted);
    CHECK(session.state() == SessionState::completed);
    CHECK(json_of_data(session) == R"({"a":1})");
    CHECK_FALSE(session.apply(Complete{}).accepted);
}

TEST_CASE("what happens to hidden answers is the author's choice") {
    const auto data_after_hiding = [](const std::string& mode, bool complete) {
        Session session = session_of("{'clearInvisibleValues': '" + mode + R"(', 'elements': [
            {'type': 'text', 'name': 'a'}, {'type': 'text', 'name': 'b', 'visibleIf': '{a} = 1'}]})");
        session.apply(SetValue{"a", Value(1)});
        session.apply(SetValue{"b", Value("x")});
        session.apply(SetValue{"a", Value(2)});
        if (complete) session.apply(Complete{});
        return json_of_data(session);
    };
    CHECK(data_after_hiding("onComplete", false) == R"({"a":2,"b":"x"})");
    CHECK(data_after_hiding("onComplete", true) == R"({"a":2})");
    CHECK(data_after_hiding("onHidden", false) == R"({"a":2})");
    CHECK(data_after_hiding("none", true) == R"({"a":2,"b":"x"})");
}

TEST_CASE("enableIf and requiredIf follow the answers, from containers down") {
    Session session = session_of(R"({'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'panel', 'name': 'p', 'enableIf': '{a} = 1', 'elements': [
            {'type': 'text', 'name': 'b', 'requiredIf': '{a} = 2'}]}]})");
    CHECK(shown(session, "b").read_only);
    CHECK_FALSE(shown(session, "b").required);
    session.apply(SetValue{"a", Value(1)});
    CHECK_FALSE(shown(session, "b").read_only);
    session.apply(SetValue{"a", Value(2)});
    CHECK(shown(session, "b").required);
    CHECK(session.apply(Complete{}).accepted);  // what cannot be answered need not be
}

TEST_CASE("choices come and go with their conditions, and an answer that is none any more is dropped") {
    Session session = session_of(R"({'elements': [{'type': 'text', 'name': 'a'}, {'type': 'checkbox', 'name': 'q',
        'choices': [1, {'value': 2, 'visibleIf': '{a} = 1'}, {'value': 3, 'enableIf': '{a} = 1'},
        {'value': 4, 'visibleIf': '{item} > {a}'}]}]})");
    CHECK(shown(session, "q").choices.size() == 2);
    CHECK_FALSE(shown(session, "q").choices[1].enabled);
    session.apply(SetValue{"a", Value(1)});
    REQUIRE(shown(session, "q").choices.size() == 4);
    CHECK(shown(session, "q").choices[2].enabled);
    session.apply(SetValue{"q", Value::array({Value(1), Value(2)})});
    CHECK(shown(session, "q").choices[1].selected);
    session.apply(SetValue{"a", Value(9)});
    CHECK(shown(session, "q").choices.size() == 2);
    session.apply(Complete{});
    CHECK(json_of_data(session) == R"({"a":9,"q":[1]})");
}

TEST_CASE("titles, descriptions and choices show answers as people call them") {
    Session session = session_of(R"({'title': 'Hello {name}', 'completedHtml': '<p>Thanks, <b>{name}</b>!</p>',
        'elements': [{'type': 'text', 'name': 'name', 'defaultValue': 'Ann'},
        {'type': 'radiogroup', 'name': 'r', 'choices': [{'value': 1, 'text': 'One for {name}'}]},
        {'type': 'checkbox', 'name': 'c', 'showOtherItem': true, 'choices': ['x', {'value': 'y', 'text': 'Why'}]},
        {'type': 'boolean', 'name': 'b'},
        {'type': 'text', 'name': 'q', 'title': '{r}|{c}|{b}|{nobody}|{ name }|{NAME}', 'description': '{c[0]} {c-Comment}'}]})");
    CHECK(session.view().title == "Hello Ann");
    CHECK(shown(session, "q").title == "|||{nobody}|Ann|Ann");
    session.apply(SetValue{"r", Value(1)});
    session.apply(SetValue{"c", Value::array({Value("y"), Value("other")})});
    session.apply(SetComment{"c", "mine"});
    session.apply(SetValue{"b", Value(true)});
    CHECK(shown(session, "q").title == "One for Ann|Why, mine|Yes|{nobody}|Ann|Ann");
    CHECK(shown(session, "q").description == "Why mine");
    session.apply(SetValue{"name", Value("Bo")});
    CHECK(shown(session, "r").choices[0].text == "One for Bo");
    CHECK(shown(session, "q").title.substr(0, 10) == "One for Bo");
    session.apply(Complete{});
    CHECK(session.view().completed_text == "Thanks, Bo!");
}

TEST_CASE("a poll that has closed is read and no longer answered, while the survey goes on") {
    SessionOptions options;
    options.clock.now_ms = 1'000;
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'radiogroup', 'name': 'p', 'isRequired': true, 'choices': [1, 2],
         'poll': {'closes': '1970-01-01T00:01:00Z'}}]})"), options);
    CHECK(!shown(session, "p").read_only);
    session.set_clock({59'999});
    CHECK(!shown(session, "p").read_only);
    CHECK(!session.apply(Complete{}).accepted);
    session.set_clock({60'000});
    CHECK(shown(session, "p").read_only);
    CHECK(!shown(session, "a").read_only);
    CHECK(session.apply(Complete{}).accepted);
}

TEST_CASE("html keeps what is more than paragraphs, and an answer in it is words and no markup") {
    Session session = session_of(R"({'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'html', 'name': 'plain', 'html': '<p>One</p><div><span>two</span><br/>three</div>'},
        {'type': 'html', 'name': 'rich', 'html': '<p>Dear <B>{a}</B>, a < b</p>'}],
        'completedHtml': '<h3>Thanks</h3> {a}'})");
    session.apply(SetValue{"a", Value("<a href='//evil'>Bo</a> & Co")});
    CHECK(shown(session, "plain").shown.empty());
    CHECK(shown(session, "rich").shown == "<p>Dear <B>&lt;a href=&#39;//evil&#39;>Bo&lt;/a> &amp; Co</B>, a < b</p>");
    CHECK(shown(session, "rich").description.substr(0, 33) == "Dear <a href='//evil'>Bo</a> & Co");
    session.apply(Complete{});
    CHECK(session.view().completed_markup == "<h3>Thanks</h3> &lt;a href=&#39;//evil&#39;>Bo&lt;/a> &amp; Co");
    CHECK(session.view().completed_text == "Thanks\n<a href='//evil'>Bo</a> & Co");
}

TEST_CASE("texts that show each other do not run away") {
    Session session = session_of(R"({'elements': [
        {'type': 'radiogroup', 'name': 'a', 'defaultValue': 1, 'choices': [{'value': 1, 'text': 'a{b}'}]},
        {'type': 'radiogroup', 'name': 'b', 'defaultValue': 1, 'choices': [{'value': 1, 'text': 'b{a}'}]}]})");
    CHECK(shown(session, "a").choices[0].text.size() < 20);
    session.apply(SetValue{"a", Value(2)});
    CHECK(session.view().elements.size() == 2);
}

TEST_CASE("calculated values follow what they read, through each other, and circles end") {
    Session session = session_of(R"({'calculatedValues': [
        {'name': 'double', 'expression': '{once} * 2', 'includeIntoResult': true},
        {'name': 'once', 'expression': '{a} + 1'}, {'name': 'x', 'expression': '{y} + 1'},
        {'name': 'y', 'expression': '{x} + 1'}], 'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'text', 'name': 'b', 'title': '{double}', 'visibleIf': '{double} = 8'}]})");
    session.apply(SetValue{"a", Value(3)});
    CHECK(*session.calculated().find("double") == Value(8));
    CHECK(json_of_data(session) == R"({"a":3,"double":8})");
    CHECK(shown(session, "b").title == "8");
}

TEST_CASE("variables come before answers of the same name, in any case") {
    Session session = session_of(R"({'elements': [{'type': 'text', 'name': 'q', 'visibleIf': '{Plan} = 1'}]})");
    CHECK(visible(session) == "[]");
    CHECK(session.state() == SessionState::empty);
    session.apply(SetVariable{"plan", Value(1)});
    CHECK(visible(session) == "[\"q\"]");
    CHECK(session.state() == SessionState::running);
}

TEST_CASE("default values take the form of the answer") {
    Session session = session_of(R"({'elements': [{'type': 'checkbox', 'name': 'c', 'choices': [1], 'defaultValue': 1},
        {'type': 'boolean', 'name': 'b', 'valueTrue': 'yes', 'defaultValue': 'true'},
        {'type': 'text', 'name': 'n', 'inputType': 'number', 'defaultValue': '5'},
        {'type': 'radiogroup', 'name': 'r', 'choices': [1], 'defaultValue': 5},
        {'type': 'text', 'name': 'shared', 'valueName': 'n', 'defaultValue': 7}]})");
    CHECK(json_of_data(session) == R"({"c":[1],"b":"yes","n":5,"r":5})");
}

TEST_CASE("comments lie beside the answer; the text of other goes with it") {
    Session session = session_of(R"({'elements': [{'type': 'radiogroup', 'name': 'q', 'choices': [1],
        'showOtherItem': true}, {'type': 'rating', 'name': 'r', 'hasComment': true, 'commentText': 'Why?'}]})");
    CHECK_FALSE(shown(session, "q").comment_shown);
    CHECK(shown(session, "r").comment_title == "Why?");
    session.apply(SetValue{"q", Value("other")});
    CHECK(shown(session, "q").comment_shown);
    CHECK_FALSE(session.apply(Complete{}).accepted);
    CHECK(errors(session) == R"({"q":["Response required: enter another value."]})");
    session.apply(SetComment{"q", "text"});
    CHECK(errors(session) == "{}");
    session.apply(SetComment{"r", "because"});
    session.apply(SetValue{"q", Value(1)});
    session.apply(Complete{});
    CHECK(json_of_data(session) == R"({"q":1,"r-Comment":"because"})");
}

TEST_CASE("answers are checked for their kind of input") {
    const auto errors_for = [](const std::string& settings, Value value) {
        Session session = session_of("{'elements': [{'name': 'q', " + settings + "}]}");
        session.apply(SetValue{"q", std::move(value)});
        session.apply(Complete{});
        return errors(session);
    };
    CHECK(errors_for("'type': 'text', 'inputType': 'email'", Value("a@b")) ==
          R"({"q":["Please enter a valid e-mail address."]})");
    CHECK(errors_for("'type': 'text', 'inputType': 'email'", Value("a.b@c.de")) == "{}");
    CHECK(errors_for("'type': 'text', 'inputType': 'number'", Value("many")) ==
          R"({"q":["The value should be numeric."]})");
    CHECK(errors_for("'type': 'text', 'inputType': 'number', 'min': 3", Value(2)) ==
          R"({"q":["The value should not be less than 3"]})");
    CHECK(errors_for("'type': 'text', 'inputType': 'number', 'max': 10", Value("9")) == "{}");
    CHECK(errors_for("'type': 'text', 'inputType': 'date', 'max': '2024-01-31'", Value("2024-02-01")) !=  "{}");
    CHECK(errors_for("'type': 'comment', 'maxLength': 3", Value("äöü")) == "{}");
    CHECK(errors_for("'type': 'comment', 'maxLength': 3", Value("four")) ==
          R"({"q":["Please enter no more than 3 character(s)."]})");
    CHECK(errors_for("'type': 'checkbox', 'choices': [1, 2], 'minSelectedChoices': 2", Value::array({Value(1)})) ==
          R"({"q":["Please select at least 2 option(s)."]})");
    CHECK(errors_for("'type': 'text', 'isRequired': true, 'requiredErrorText': 'Do tell'", Value("")) ==
          R"({"q":["Do tell"]})");
}

TEST_CASE("no more can be chosen than the author allows") {
    Session session = session_of(R"({'elements': [{'type': 'checkbox', 'name': 'q', 'choices': [1, 2, 3],
        'maxSelectedChoices': 2}]})");
    session.apply(SetValue{"q", Value::array({Value(1), Value(3)})});
    const auto& choices = shown(session, "q").choices;
    CHECK(choices[0].enabled);
    CHECK_FALSE(choices[1].enabled);
    CHECK(choices[2].enabled);
}

TEST_CASE("a required panel wants one answer inside") {
    Session session = session_of(R"({'elements': [{'type': 'panel', 'name': 'p', 'isRequired': true, 'elements': [
        {'type': 'text', 'name': 'a'}, {'type': 'text', 'name': 'b'}]}]})");
    CHECK_FALSE(session.apply(Complete{}).accepted);
    CHECK(errors(session) == R"({"p":["Response required: answer at least one question."]})");
    session.apply(SetValue{"b", Value(1)});
    CHECK(errors(session) == "{}");
    CHECK(session.apply(Complete{}).accepted);
}

TEST_CASE("a locale changes every text at once, errors included") {
    auto german = std::make_shared<Texts>();
    german->load(Value::object({{"required", Value("Bitte antworten.")}}));
    Session session = session_of(R"({'elements': [{'type': 'text', 'name': 'q', 'isRequired': true,
        'title': {'default': 'Name', 'de': 'Vorname'}}]})");
    session.apply(Complete{});
    session.apply(SetLocale{"de-AT"});
    session.set_texts(german);
    CHECK(shown(session, "q").title == "Vorname");
    CHECK(shown(session, "q").errors == std::vector<std::string>{"Bitte antworten."});
    session.apply(SetLocale{""});
    CHECK(session.view().locale == "en");
    CHECK(shown(session, "q").title == "Name");
}

TEST_CASE("numbers count visible questions, over the survey or anew on each page") {
    const auto numbers = [](const std::string& mode) {
        Session session = session_of("{'showQuestionNumbers': '" + mode + R"(', 'pages': [{'elements': [
            {'type': 'text', 'name': 'a'}, {'type': 'text', 'name': 'h', 'visible': false}]}, {'elements': [
            {'type': 'text', 'name': 'b', 'hideNumber': true}, {'type': 'panel', 'name': 'p', 'elements': [
            {'type': 'text', 'name': 'c'}]}]}]})");
        session.apply(NextPage{});
        return shown(session, "b").number + shown(session, "p").number + shown(session, "c").number;
    };
    CHECK(numbers("on") == "2.");
    CHECK(numbers("onPage") == "1.");
    CHECK(numbers("off").empty());
}

TEST_CASE("only what changed gets a new revision, and nothing does when nothing changed") {
    Session session = session_of(R"({'elements': [{'type': 'text', 'name': 'a'}, {'type': 'text', 'name': 'b'},
        {'type': 'text', 'name': 'c', 'title': '{a}'}]})");
    const std::uint32_t first = session.view().revision;
    CHECK(session.view().revision == first);
    session.apply(SetValue{"a", Value("x")});
    const SurveyView& view = session.view();
    CHECK(view.revision > first);
    CHECK(view.elements[0].revision == view.revision);
    CHECK(view.elements[1].revision == first);
    CHECK(view.elements[2].revision == view.revision);
}

TEST_CASE("a view of a page that comes back is whole again") {
    Session session = session_of(R"({'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'text', 'name': 'b', 'title': 'B{a}', 'visibleIf': '{a} = 1'}, {'type': 'text', 'name': 'c'}]})");
    for (int round = 0; round < 3; ++round) {
        session.apply(SetValue{"a", Value(1)});
        REQUIRE(session.view().elements.size() == 3);
        CHECK(session.view().elements[1].title == "B1");
        CHECK(session.view().elements[2].name == "c");
        session.apply(SetValue{"a", Value(2)});
        REQUIRE(session.view().elements.size() == 2);
        CHECK(session.view().elements[1].title == "c");
    }
}

TEST_CASE("answers of the wrong type are kept and never crash") {
    Session session = session_of(R"({'elements': [{'type': 'checkbox', 'name': 'c', 'choices': [1], 'maxSelectedChoices': 1},
        {'type': 'radiogroup', 'name': 'r', 'choices': [1]}, {'type': 'rating', 'name': 'n'},
        {'type': 'boolean', 'name': 'b'}, {'type': 'text', 'name': 't', 'inputType': 'number', 'min': 1,
        'title': '{c}{r}{n}{b}{c[0].x}', 'visibleIf': '{c} = {r} or {t[3]} empty'}]})");
    const Value odd[] = {Value("text"), Value(7), Value(true), Value::array({Value::array({Value(1)})}),
                         Value::object({{"x", Value::array({Value(1)})}})};
    for (const Value& value : odd) {
        for (const char* name : {"c", "r", "n", "b", "t", "stranger"}) session.apply(SetValue{name, value});
        CHECK(session.view().elements.size() >= 4);
        CHECK(*session.data().find("stranger") == value);
    }
    session.apply(Complete{});
    CHECK(session.view().elements.size() >= 4);
}

TEST_CASE("saved answers are put back in one step") {
    Session session = session_of(three_pages);
    session.apply(SetValue{"b", Value("gone")});
    session.restore(json_of("{'a': 2, 'c': 'x', 'more': [1]}"));
    CHECK(json_of_data(session) == R"({"a":2,"c":"x","more":[1]})");
    CHECK(visible(session) == "[\"a\",\"c\",\"d\"]");
    session.restore(json_of("{'a': 1}"), true);
    CHECK(json_of_data(session) == R"({"a":1,"c":"x","more":[1]})");
}

TEST_CASE("an unknown question is stored and noted") {
    Session session = session_of(three_pages);
    const Outcome outcome = session.apply(SetValue{"zzz", Value(1)});
    REQUIRE(outcome.diagnostics.size() == 1);
    CHECK(outcome.diagnostics[0].code == Code::unknown_question);
    CHECK(outcome.accepted);
}

}  // namespace canvass::core
