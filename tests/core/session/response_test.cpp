#include "core/session/response.h"

#include "tests/core/definition/load.h"

namespace canvass::core {
namespace {

const char* const survey = R"({'canvass': {'id': 'club'}, 'elements': [
    {'type': 'radiogroup', 'name': 'r', 'isRequired': true, 'choices': [1, 2], 'showOtherItem': true},
    {'type': 'checkbox', 'name': 'c', 'choices': ['x', 'y', 'z'], 'maxSelectedChoices': 2, 'defaultValue': ['x']},
    {'type': 'text', 'name': 'mail', 'inputType': 'email', 'visibleIf': '{r} = 1'},
    {'type': 'boolean', 'name': 'b'}, {'type': 'rating', 'name': 'n'}]})";

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
