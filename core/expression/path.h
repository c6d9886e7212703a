// The name of a variable, taken apart: "panel[0].q1" is the steps (panel, index 0) and (q1).
//
// A key may itself hold dots, so a reader joins steps and takes the longest key that exists; only the last
// step of a key may have an index. Negative indices count from the end. Names compare without case, the first
// key in order wins. A "$" before the name asks for a property of the element instead of its answer.
// Ownership: a Path borrows its text and its steps (from an Expression, or from a PathOf).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/expression/operand.h"

namespace canvass::core {

struct PathStep {
    std::string_view name;              // without index
    std::optional<std::int32_t> index;
};

struct Path {
    std::string_view text;  // as written, without "#", with "$"
    std::span<const PathStep> steps;
    bool property = false;  // "$": the first step's name stands without it
    bool original = false;  // list functions ask for answers as stored, not as unwrapped for conditions
    std::int32_t literal = -1;  // of a program's constants: the object that {"a": 1} is when nothing has that name

    // The steps from `first` to `last` joined to one key. None but the last may have an index.
    std::string_view key(std::size_t first, std::size_t last) const noexcept;
    // The furthest step that a key beginning at `first` can reach: the first with an index, or the last.
    std::size_t reach(std::size_t first) const noexcept;
};

// Appends the steps of a name; they borrow from `text`.
void split_path(std::string_view text, std::vector<PathStep>& steps);

// A path that owns what it is made of, for names that come at run time.
class PathOf {
public:
    explicit PathOf(std::string_view name);
    PathOf(const PathOf&) = delete;
    PathOf& operator=(const PathOf&) = delete;

    const Path& path() const noexcept { return path_; }

private:
    std::string text_;
    std::vector<PathStep> steps_;
    Path path_;
};

// What lies at the steps from `first` on, inside `root`; missing when there is no such thing.
// "length" is the size of an array, or of a text in UTF-16 units.
Operand walk(const Operand& root, const Path& path, std::size_t first = 0);

// A member by its name without case; nullptr when there is none.
const Value* find_member(const Value::Object& object, std::string_view name) noexcept;

}  // namespace canvass::core
