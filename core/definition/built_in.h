// Names that every survey knows in its expressions and texts, in any case of letters.
#pragma once

#include <cstdint>
#include <string_view>

namespace canvass::core {

enum class BuiltIn : std::uint8_t { none, locale, page_number, page_count, quiz_questions, correct_answers, wrong_answers };

BuiltIn built_in_named(std::string_view name) noexcept;

}  // namespace canvass::core
