// A list of a definition and actions, replayed: {"definition": …, "actions": […]}. After every action all that a
// screen or a response shows is asked for; an action's JSON form is its own inverse.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/definition/codec.h"
#include "core/json/json.h"
#include "core/session/session.h"

using namespace canvass::core;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = parse_json(std::string_view(reinterpret_cast<const char*>(data), size));
    const Value* source = json ? json->find("definition") : nullptr;
    const Value* actions = json ? json->find("actions") : nullptr;
    if (!source || !actions || !actions->is_array()) return 0;
    auto loaded = load_definition(*source);
    if (!loaded) return 0;
    SessionOptions options;
    options.clock = Clock{1'795'371'720'000, 60};
    Session session(std::make_shared<const Definition>(std::move(loaded->definition)), options);
    for (const Value& item : *actions->as_array()) {
        const auto action = action_from_json(item);
        if (!action) continue;
        const Value form = to_json(*action);
        const auto again = action_from_json(form);
        if (!again || !(to_json(*again) == form)) std::abort();
        session.apply(*action);
        session.view();
        write_json(session.snapshot());
    }
    return 0;
}
