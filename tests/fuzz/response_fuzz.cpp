// Any JSON as a response, and any object as the answers of one: it is accepted or every fault is named. With
// {"definition": …, "answers": …} the survey is of the input's own making.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/definition/codec.h"
#include "core/json/json.h"
#include "core/poll/poll_tally.h"
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

using Survey = std::shared_ptr<const Definition>;

Survey survey_from(const Value& json) {
    auto loaded = load_definition(json);
    return loaded ? std::make_shared<const Definition>(std::move(loaded->definition)) : nullptr;
}

void count(const Definition& definition, const Value& answers) {
    for (const Element& question : definition.elements) {
        if (!question.poll) continue;
        PollTally tally(question, definition);
        const PollResults before = tally.results(poll_options(question, definition, "en", Texts()));
        tally.add(answers);
        tally.withdraw(answers);
        const PollResults after = tally.results(poll_options(question, definition, "en", Texts()));
        if (!(to_json(before) == to_json(after))) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = parse_json(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!json) return 0;
    static const Survey known = survey_from(parse_json(source).value());
    Survey survey = known;
    Response response;
    const Value* own = json->find("definition");
    if (const Value* answers = json->find("answers"); own && own->is_object() && answers) {
        survey = survey_from(*own);
        response.answers = *answers;
    } else if (auto read = response_from_json(*json)) {
        response = std::move(*read);
    } else if (json->is_object()) {
        response.answers = *json;
    }
    if (!survey) return 0;
    validate_response(survey, response, Clock{1'795'371'720'000, 60});
    if (const auto again = response_from_json(to_json(response)); again && !(to_json(*again) == to_json(response)))
        std::abort();
    count(*survey, response.answers);
    return 0;
}
