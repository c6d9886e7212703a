#include "core/json/diagnostics_json.h"

namespace canvass::core {

Value to_json(const Diagnostic& diagnostic, std::string_view locale) {
    Value json;
    json.set("code", name_of(diagnostic.code));
    json.set("severity", diagnostic.severity == Severity::error ? "error" : "note");
    json.set("pointer", diagnostic.pointer);
    if (diagnostic.position >= 0) json.set("position", diagnostic.position);
    json.set("message", describe(diagnostic, locale));
    return json;
}

Value to_json(const Diagnostics& diagnostics, std::string_view locale) {
    Value errors = Value::array(), notes = Value::array();
    for (const Diagnostic& diagnostic : diagnostics) {
        Value& list = diagnostic.severity == Severity::error ? errors : notes;
        list.push(to_json(diagnostic, locale));
    }
    Value json;
    json.set("errors", std::move(errors));
    json.set("notes", std::move(notes));
    return json;
}

}  // namespace canvass::core
