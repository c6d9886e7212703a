#include "shell/cli/shown.h"

namespace canvass::cli {
namespace {

using core::Value;

Value shown(const core::ElementView& element) {
    Value json = Value::object({{"name", Value(element.name)},
                                {"number", Value(element.number)},
                                {"required", Value(element.required)},
                                {"readOnly", Value(element.read_only)}});
    if (element.choices.empty()) return json;
    Value choices = Value::array();
    for (const core::ChoiceView& choice : element.choices) {
        choices.push(Value::array({choice.value, Value(choice.text), Value(choice.enabled)}));
    }
    json.set("choices", std::move(choices));
    return json;
}

}  // namespace

core::Value detailed_state(core::Session& session) {
    Value state = session.snapshot();
    Value elements = Value::array();
    for (const core::ElementView& element : session.view().elements) elements.push(shown(element));
    state.set("shown", std::move(elements));
    return state;
}

}  // namespace canvass::cli
