// Any JSON as a response, and any object as the answers of one: it is accepted or every fault is named.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/definition/codec.h"
#include "core/json/json.h"
#include "core/poll/poll_results.h"
#include "core/session/response.h"

using namespace canvass::core;

namespace {

constexpr std::string_view source = R"({"elements": [
    {"type": "radiogroup", "name": "a", "choices": ["x", "y", 3], "hasOther": true, "isRequired": true, "poll": {}},
    {"type": "checkbox", "name": "b", "choices": ["p", "q"], "hasNone": true, "visibleIf": "{a} = 'x'", "poll": {}},
    {"type": "rating", "name": "c", "rateMax": 10, "visibleIf": "{b} contains 'p'", "poll": {}},
    {"type": "boolean", "name": "d", "visibleIf": "{c} > 5", "poll": {}},
    {"type": "text", "name": "e", "inputType": "number", "min": 1},
    {"type": "comment", "name": "f", "maxLength": 10, "valueName": "words"}]})";

std::shared_ptr<const Definition> definition() {
    static const auto loaded =
        std::make_shared<const Definition>(load_definition(parse_json(source).value())->definition);
    return loaded;
}

void count(const Value& answers) {
    for (const Element& question : definition()->elements) {
        if (!question.poll) continue;
        PollTally tally(question, *definition());
        const PollResults before = tally.results(poll_options(question, *definition(), "en", Texts()));
        tally.add(answers);
        tally.withdraw(answers);
        const PollResults after = tally.results(poll_options(question, *definition(), "en", Texts()));
        if (!(to_json(before) == to_json(after))) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = parse_json(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!json) return 0;
    Response response;
    if (auto read = response_from_json(*json))
        response = std::move(*read);
    else if (json->is_object())
        response.answers = *json;
    validate_response(definition(), response, Clock{1'795'371'720'000, 60});
    if (const auto again = response_from_json(to_json(response)); again && !(to_json(*again) == to_json(response)))
        std::abort();
    count(response.answers);
    return 0;
}
