// The whole format as survey-core 3.1.1 reads it: every class of object with its members, their old spellings
// and the values of closed sets, together with what this engine adds. Which of them it acts on, properties.h
// tells. Only a check and the list of properties ask, so a page does not carry these names.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/value.h"

namespace canvass::core {

struct Loader;

struct FormatClass {
    std::string_view name;
    std::string_view base;     // its members are this class's too; empty: there is none
    std::string_view members;  // see format_table.cpp
};

struct FormatMember {
    std::string_view name;       // of today
    std::string_view old_names;  // "hasOther", "a/b"
    std::string_view values;     // "top|-bottom"; empty: any value; behind "-" one that is taken for the usual value
};

struct FormatClasses {
    const FormatClass* first;
    const FormatClass* last;
    const FormatClass* begin() const noexcept { return first; }
    const FormatClass* end() const noexcept { return last; }
};

FormatClasses format_classes() noexcept;
const FormatClass* format_class(std::string_view name) noexcept;
// What the class itself says, without its bases.
std::vector<FormatMember> members_of(const FormatClass& known);
// By the name of today or an old one, bases included.
std::optional<FormatMember> member_of(const FormatClass& known, std::string_view name) noexcept;

// Reports each member of an object that is unknown, not acted on, or not of its closed set. `owners`: bits of
// Owner (properties.h) that the object is.
void inspect_members(const Value::Object& object, std::uint32_t owners, std::string_view pointer, Loader& loader);

struct PropertyUse {
    FormatMember member;
    bool acted = false;
};

// What the engine does with every member of a class, those of its bases behind its own.
struct ClassUse {
    const FormatClass* known = nullptr;
    bool concrete = false;  // objects of this very class stand in definitions
    bool read = false;      // false: left out, or kept as a whole
    std::vector<PropertyUse> properties;
};

// Found by checking a definition that holds one object of the class with every member.
ClassUse use_of(const FormatClass& known);

}  // namespace canvass::core
