// Who must be looked at again when an answer, variable or calculated value changes: every name that some
// condition or text of a definition reads, and its readers. Names match without case, as in expressions; a path
// "a.b" is listed under "a" and under "a.b", because either may be the name of a question.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/definition/names.h"

namespace canvass::core {

// What of an element a name decides; the last three belong to no element.
enum class Duty : std::uint8_t {
    visible, enabled, required, choices, texts, default_value, set_value, reset_value, row_count,
    validators,   // whether the answer is in order
    error_words,  // what is said where it is not
    nothing,      // read only where it is needed
    calculated, trigger, survey_texts
};

// Whose answer of that name is meant: one of the survey, one of the reader's own row, one of a row beside it.
enum class Reach : std::uint8_t { survey, row, rows };

struct Reader {
    std::int32_t index = 0;  // an element, a calculated value or a trigger
    Duty duty = Duty::visible;
    Reach reach = Reach::survey;
    friend bool operator==(const Reader&, const Reader&) = default;
};

// The name of the answer that a key means: "q-unwrapped" is q, as conditions see every answer anyway.
std::string_view answer_name(std::string_view key) noexcept;

struct Path;

class Reads {
public:
    // Every name that is read, or under which an answer, comment or calculated value lies.
    Names names{Names::Case::ignored};

    // With Duty::nothing the path has names, and nobody is looked at.
    void add(const Path& path, Reader reader);
    void add(std::string_view path, Reader reader);
    // Must be looked at after every change: it depends on the time.
    void add_restless(Reader reader) {
        if (reader.duty != Duty::nothing) restless_.push_back(reader);
    }
    // A rule that reads no answer: looked at whenever any answer changed.
    void add_unconditional(Reader reader) { unconditional_.push_back(reader); }
    void seal();  // after the last add()
    std::span<const Reader> of(std::int32_t name) const noexcept;
    std::span<const Reader> restless() const noexcept { return restless_; }
    std::span<const Reader> unconditional() const noexcept { return unconditional_; }

private:
    std::vector<std::pair<std::int32_t, Reader>> found_;
    std::vector<std::uint32_t> begins_;
    std::vector<Reader> readers_, restless_, unconditional_;
};

}  // namespace canvass::core
