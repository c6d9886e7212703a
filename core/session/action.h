// Everything that can happen to a session, as one closed type. A recorded list of actions replays a session.
// JSON form: {"do": "set", "name": …, "value": …}; comment, clear, variable, next, back, complete, locale,
// addRow and removeRow alike.
#pragma once

#include <string>
#include <variant>

#include "core/base/result.h"
#include "core/base/value.h"

namespace canvass::core {

struct SetValue {  // the whole answer of a question, in the form that the response stores
    std::string name;
    Value value;
};
struct SetComment {  // the text beside an answer, or of "other"
    std::string name;
    std::string text;
};
struct ClearValue {
    std::string name;
};
struct SetVariable {
    std::string name;
    Value value;
};
struct NextPage {};
struct PreviousPage {};
struct Complete {};
struct SetLocale {
    std::string locale;
};
struct AddRow {  // to a dynamic panel or matrix, behind the others
    std::string name;
};
struct RemoveRow {
    std::string name;  // of the row: "panel[0]"
};

using Action = std::variant<SetValue, SetComment, ClearValue, SetVariable, NextPage, PreviousPage, Complete, SetLocale,
                            AddRow, RemoveRow>;

Result<Action> action_from_json(const Value& json);
Value to_json(const Action& action);

}  // namespace canvass::core
