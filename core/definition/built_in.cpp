#include "core/definition/built_in.h"

#include <algorithm>

namespace canvass::core {
namespace {

struct Row {
    std::string_view name;  // in small letters
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

bool matches(std::string_view name, std::string_view small) noexcept {
    return std::equal(name.begin(), name.end(), small.begin(), small.end(), [](char given, char wanted) {
        return given == wanted || (given >= 'A' && given <= 'Z' && (given | 0x20) == wanted);
    });
}

}  // namespace

BuiltIn built_in_named(std::string_view name) noexcept {
    for (const Row& row : table) {
        if (matches(name, row.name)) return row.means;
    }
    return BuiltIn::none;
}

}  // namespace canvass::core
