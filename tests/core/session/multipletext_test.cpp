#include <catch2/catch_test_macros.hpp>

#include "core/definition/codec.h"
#include "core/json/json.h"
#include "core/session/session.h"

namespace canvass::core {

TEST_CASE("the items of a multiple text are text questions whose answers lie in one object") {
    Result<LoadedDefinition> loaded = load_definition(*parse_json(R"({"elements": [
        {"type": "multipletext", "name": "t", "title": "T", "isRequired": true, "items": [
            {"name": "a", "title": "First", "isRequired": true, "maxLength": 3},
            {"name": "b", "inputType": "number", "defaultValueExpression": "1 + 2"},
            {"name": "c", "validators": [{"type": "email"}]}]},
        {"type": "text", "name": "x", "title": "{t.a}/{t.b}"}]})"));
    REQUIRE(loaded);
    CHECK(loaded->diagnostics.empty());
    Session session(std::make_shared<const Definition>(std::move(loaded->definition)));
    CHECK(write_json(session.data()) == R"({"t":{"b":3}})");
    session.apply(SetValue{"t.c", "nobody"});
    session.apply(Complete{});
    const Value errors = session.errors();
    REQUIRE(errors.as_object()->size() == 2);
    CHECK(errors.find("t.a") != nullptr);
    CHECK(errors.find("t.c") != nullptr);
    session.apply(SetValue{"t.a", "abc"});
    session.apply(ClearValue{"t.c"});
    CHECK(write_json(session.titles()) == R"({"t":"T","x":"abc/3"})");
    CHECK(session.apply(Complete{}).accepted);
    CHECK(write_json(session.data()) == R"({"t":{"b":3,"a":"abc"}})");
}

}  // namespace canvass::core
