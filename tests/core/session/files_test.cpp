#include "core/session/files.h"

#include "core/session/response.h"
#include "core/session/session.h"
#include "tests/core/definition/load.h"

namespace canvass::core {
namespace {

const char* const survey = R"({'elements': [
    {'type': 'file', 'name': 'f', 'maxSize': 4, 'acceptedTypes': '.txt, image/*'},
    {'type': 'file', 'name': 'many', 'allowMultiple': true, 'maxFiles': 2},
    {'type': 'signaturepad', 'name': 's'}]})";

Value file_of(const char* content, const char* name = "a.txt") {
    return Value::object({{"name", Value(name)}, {"type", Value("text/plain")}, {"content", Value(content)}});
}

std::string errors_for(const char* name, Value answer) {
    Session session(definition_of(survey));
    session.apply(SetValue{name, std::move(answer)});
    session.apply(Complete{});
    const Value errors = session.errors();
    return errors.find(name) ? std::string((*errors.find(name)->as_array())[0].text()) : std::string();
}

bool refused(const char* name, Value answer) {
    Response response;
    response.answers = Value::object({{name, std::move(answer)}});
    return has_errors(validate_response(definition_of(survey), response, {}));
}

}  // namespace

TEST_CASE("sizes are read from data URLs and written in people's units") {
    CHECK(bytes_in(file_of("data:text/plain;base64,aGVsbG8=")) == 5);
    CHECK(bytes_in(file_of("data:text/plain,a%20b")) == 3);
    CHECK(bytes_in(file_of("https://example.org/a.txt")) == 0);
    CHECK(size_text(0) == "0 Bytes");
    CHECK(size_text(1024) == "1 KB");
    CHECK(size_text(1572864) == "1.50 MB");
}

TEST_CASE("accepted kinds are told by ending or type") {
    CHECK(is_accepted(file_of("", "A.TXT"), ".pdf, .txt"));
    CHECK(is_accepted(file_of("", "a"), "text/*"));
    CHECK(is_accepted(file_of("", "a"), " "));
    CHECK_FALSE(is_accepted(file_of("", "a.exe"), ".pdf,image/*"));
}

TEST_CASE("files that are too large, too many or of another kind are errors") {
    CHECK(errors_for("f", Value::array({file_of("data:text/plain;base64,aGVsbG8=")})) == "The file size should not exceed 4 Bytes.");
    CHECK(errors_for("f", Value::array({file_of("data:text/plain,abc")})).empty());
    CHECK(errors_for("f", Value::array({file_of("data:,a", "a.exe")})) == "This kind of file is not accepted. Accepted: .txt, image/*");
    CHECK(errors_for("many", Value::array({file_of("data:,a"), file_of("data:,b"), file_of("data:,c")})) ==
          "The maximum number of files you can upload is 2.");
}

TEST_CASE("responses hold files and signatures as sessions give them") {
    CHECK_FALSE(refused("f", Value::array({file_of("data:,a")})));
    CHECK_FALSE(refused("many", Value::array({file_of("data:,a"), file_of("data:,b")})));
    CHECK(refused("f", Value::array({file_of("data:,a"), file_of("data:,b")})));
    CHECK(refused("f", file_of("data:,a")));
    CHECK(refused("f", Value::array({file_of("javascript:alert(1)")})));
    CHECK(refused("f", Value("a.txt")));
    CHECK_FALSE(refused("s", Value("data:image/png;base64,AAAA")));
    CHECK(refused("s", Value("data:text/html,<b>")));
    CHECK(refused("s", Value(5)));
}

TEST_CASE("a comment without line breaks loses them") {
    Session session(definition_of("{'elements': [{'type': 'comment', 'name': 'c', 'acceptCarriageReturn': false}]}"));
    session.apply(SetValue{"c", Value("a\r\nb\nc")});
    CHECK(write_json(session.data()) == R"({"c":"abc"})");
}

}  // namespace canvass::core
