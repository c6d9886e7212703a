#include "core/session/response.h"

#include "tests/core/definition/load.h"

namespace canvass::core {
namespace {

const char* const survey = R"({'canvass': {'id': 'club'}, 'elements': [
    {'type': 'radiogroup', 'name': 'r', 'isRequired': true, 'choices': [1, 2], 'showOtherItem': true},
    {'type': 'checkbox', 'name': 'c', 'choices': ['x', 'y', 'z'], 'maxSelectedChoices': 2, 'defaultValue': ['x']},
    {'type': 'text', 'name': 'mail', 'inputType': 'email', 'visibleIf': '{r} = 1'},
    {'type': 'boolean', 'name': 'b'}, {'type': 'rating', 'name': 'n', 'showCommentArea': true},
    {'type': 'comment', 'name': 't'}, {'type': 'text', 'name': 'age', 'inputType': 'number'},
    {'type': 'comment', 'name': 'sum', 'defaultValueExpression': '{age} + 1'}]})";

Response response_with(const std::string& answers) {
    Response response;
    response.id = uuid_v7(1e12, {});
    response.definition_id = "club";
    response.answers = json_of(answers);
    return response;
}

// The codes and subjects of what is wrong, in order.
std::string judged(const std::string& answers) {
    std::string text;
    for (const Diagnostic& diagnostic : validate_response(definition_of(survey), response_with(answers), {})) {
        CHECK(diagnostic.pointer.substr(0, 9) == "/answers/");
        text += std::string(name_of(diagnostic.code)) + " " + diagnostic.subject + ";";
    }
    return text;
}

}  // namespace

TEST_CASE("answers that a session would have produced are fine") {
    CHECK(judged("{'r': 1, 'c': ['x', 'z'], 'mail': 'a@b.de', 'b': false, 'n': 5, 'n-Comment': 'so'}").empty());
    CHECK(judged("{'r': 'other', 'r-Comment': 'mine'}").empty());
}

TEST_CASE("answers that no session would have produced are reported") {
    CHECK(judged("{}") == "answer-required r;");
    CHECK(judged("{'r': 3}") == "not-a-choice r;");
    CHECK(judged("{'r': [1]}") == "answer-type r;");
    CHECK(judged("{'r': 1, 'c': 'x'}") == "answer-type c;");
    CHECK(judged("{'r': 1, 'c': ['x', 'x']}") == "not-a-choice c;");
    CHECK(judged("{'r': 1, 'c': ['x', 'y', 'z']}") == "answer-invalid c;");
    CHECK(judged("{'r': 2, 'mail': 'a@b.de'}") == "answer-hidden mail;");
    CHECK(judged("{'r': 1, 'mail': 'nobody'}") == "answer-invalid mail;");
    CHECK(judged("{'r': 1, 'b': 'maybe', 'n': 6, 'zz': 1}") == "unknown-question zz;not-a-choice b;not-a-choice n;");
    CHECK(judged("{'r': 'other'}") == "answer-invalid r;");
    CHECK(judged("{'r': 1, 'n-Comment': 7}") == "answer-type n;");
}

TEST_CASE("a session stores each answer as one type, and so does the collector") {
    CHECK(judged("{'r': 1, 'n': '4'}") == "answer-type n;");
    CHECK(judged("{'r': 1, 'b': 'true'}") == "not-a-choice b;");
    CHECK(judged("{'r': 1, 't': 5}") == "answer-type t;");
    CHECK(judged("{'r': 2, 't': true, 'age': false}") == "answer-type t;answer-type age;");
    CHECK(judged("{'r': 1, 'mail': 5}") == "answer-type mail;");
    CHECK(judged("{'r': 1, 'age': 5, 'sum': 6}").empty());
    CHECK(judged("{'r': 1, 'age': '5', 't': '5'}").empty());
}

TEST_CASE("a comment stands where one can be written") {
    CHECK(judged("{'r': 1, 'r-Comment': 'mine'}") == "unknown-question r-Comment;");
    CHECK(judged("{'r': 1, 't-Comment': 'mine'}") == "unknown-question t-Comment;");
}

TEST_CASE("what validators say comes from the texts that are given") {
    auto texts = std::make_shared<Texts>();
    texts->load(json_of("{'notAnEmail': 'Keine Adresse.'}"));
    const Diagnostics found =
        validate_response(definition_of(survey), response_with("{'r': 1, 'mail': 'nobody'}"), {}, texts);
    REQUIRE(found.size() == 1);
    CHECK(found[0].detail == "Keine Adresse.");
}

TEST_CASE("a response of another definition is refused") {
    Response response = response_with("{'r': 1}");
    response.definition_id = "other";
    const Diagnostics diagnostics = validate_response(definition_of(survey), response, {});
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].code == Code::wrong_definition);
}

TEST_CASE("a response reads back from its JSON") {
    Response response = response_with("{'r': 1}");
    response.locale = "de";
    response.started = {1e12};
    response.completed = {1e12 + 5};
    response.member = "token";
    response.hidden = json_of("{'page': 3}");
    const Result<Response> again = response_from_json(to_json(response));
    REQUIRE(again);
    CHECK(to_json(*again) == to_json(response));
    CHECK(again->completed == response.completed);
}

namespace {

// The members that are at fault when `change` takes the place of what a sound response says.
std::string faulty(const std::string& change, double latest_ms = 2e12) {
    Response sound = response_with("{'r': 1}");
    sound.started = sound.completed = {1e12};
    Value json = to_json(sound);
    const Value changes = json_of(change);
    for (const Value::Member& member : *changes.as_object()) json.set(member.name, member.value);
    const Result<Response> response = response_from_json(json, latest_ms);
    std::string members;
    for (const Diagnostic& diagnostic : response ? Diagnostics() : response.error()) members += diagnostic.pointer + " ";
    return members;
}

}  // namespace

TEST_CASE("a response's times are in order and not later than now") {
    CHECK(faulty("{}").empty());
    CHECK(faulty("{'completedAt': '2001-01-01T00:00:00Z'}") == "/completedAt ");
    CHECK(faulty("{'completedAt': '2999-01-01T00:00:00Z'}") == "/completedAt ");
    CHECK(faulty("{}", 1e12).empty());
    CHECK(faulty("{}", 1e12 - 1) == "/completedAt ");
}

TEST_CASE("what a host page adds is plain and of bounded size") {
    const std::string long_text(20'000, 'x');
    CHECK(faulty("{'hidden': {'a': 1, 'b': 'x', 'c': true, 'd': null}}").empty());
    CHECK(faulty("{'hidden': 4}") == "/hidden ");
    CHECK(faulty("{'hidden': {'a': {}}}") == "/hidden ");
    CHECK(faulty("{'hidden': {'a': '" + long_text + "'}}") == "/hidden ");
    CHECK(faulty("{'member': '" + long_text + "'}") == "/member ");
    CHECK(faulty("{'locale': '" + long_text + "'}") == "/locale ");
}

TEST_CASE("an id means the same in upper and in lower case") {
    const std::string id = "018BCFE5-6800-7FFF-BFFF-FFFFFFFFFFFF";
    Value json = to_json(response_with("{'r': 1}"));
    json.set("id", id);
    const Result<Response> response = response_from_json(json);
    REQUIRE(response);
    CHECK(response->id == "018bcfe5-6800-7fff-bfff-ffffffffffff");
}

TEST_CASE("JSON that is no response at all has the fault in no member") {
    const Result<Response> response = response_from_json(json_of("[]"));
    REQUIRE_FALSE(response);
    CHECK(response.error()[0].pointer.empty());
    CHECK(describe(response.error()[0]) == "The response is not valid; expected: {\"id\": …, \"answers\": {…}}.");
}

TEST_CASE("every fault of a response's JSON is named") {
    const Result<Response> response = response_from_json(json_of("{'id': 'x', 'definition': 3, 'startedAt': 'now'}"));
    REQUIRE_FALSE(response);
    std::string members;
    for (const Diagnostic& diagnostic : response.error()) members += diagnostic.subject + " ";
    CHECK(members == "id definition startedAt completedAt answers ");
}

TEST_CASE("ids are version 7 UUIDs that sort by time") {
    const std::string early = uuid_v7(1'700'000'000'000.0, {255, 255, 255, 255, 255, 255, 255, 255, 255, 255});
    const std::string late = uuid_v7(1'700'000'000'001.0, {});
    CHECK(early == "018bcfe5-6800-7fff-bfff-ffffffffffff");
    CHECK(late == "018bcfe5-6801-7000-8000-000000000000");
    CHECK(is_uuid(early));
    CHECK_FALSE(is_uuid("018bcfe5-6800-7fff-bfff-fffffffffff"));
    CHECK_FALSE(is_uuid("018bcfe5-6800-7fff-bfff_ffffffffffff"));
    CHECK(early < late);
}

}  // namespace canvass::core
