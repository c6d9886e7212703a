// Everything that can happen to a session, as one closed type. A recorded list of actions replays a session.
// JSON form: {"do": "set", "name": …, "value": …}; comment, clear, variable, next, back, complete, locale,
// addRow and removeRow alike, and start, preview, edit, page (with "page"), tick (with "seconds"), advance, choices.
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
struct SetChoices {  // of a question, or of a column or template element, "table.column"; not part of what is saved
    std::string name;
    Value choices;  // as a definition has them
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
struct StartSurvey {};  // from the start page
struct ShowPreview {};
struct EditAnswers {  // from the preview
    Value place;  // as of GoTo; null: the last page
};
struct GoTo {
    Value place;  // the name of a page or of something on it, or a page's number among those shown, from 0
};
struct Tick {  // time that has passed since the last one
    double seconds = 0;
};
struct Advance {};  // where the definition wants it: on, to the preview or to the end, once all that is asked here is answered

using Action = std::variant<SetValue, SetComment, ClearValue, SetVariable, NextPage, PreviousPage, Complete, SetLocale,
                            AddRow, RemoveRow, StartSurvey, ShowPreview, EditAnswers, GoTo, Tick, Advance,
                            SetChoices>;

Result<Action> action_from_json(const Value& json);
Value to_json(const Action& action);

}  // namespace canvass::core
