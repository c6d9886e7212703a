#include "core/definition/built_in.h"

#include "core/definition/names.h"

namespace canvass::core {
namespace {

struct Row {
    std::string_view name;
    BuiltIn means;
};

constexpr Row table[] = {
    {"locale", BuiltIn::locale},
    {"pageno", BuiltIn::page_number},
    {"pagecount", BuiltIn::page_count},
    {"questioncount", BuiltIn::quiz_questions},
    {"correctanswers", BuiltIn::correct_answers},
    {"correctedanswers", BuiltIn::correct_answers},
    {"correctedanswercount", BuiltIn::correct_answers},
    {"incorrectanswers", BuiltIn::wrong_answers},
    {"incorrectedanswers", BuiltIn::wrong_answers},
    {"incorrectedanswercount", BuiltIn::wrong_answers},
};

}  // namespace

BuiltIn built_in_named(std::string_view name) noexcept {
    for (const Row& row : table) {
        if (same_letters(name, row.name)) return row.means;
    }
    return BuiltIn::none;
}

}  // namespace canvass::core
