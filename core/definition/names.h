// Names numbered in the order in which they came: text → number in constant time, number → text.
// Ownership: a value type. With ignore_case ASCII letters match in either case and the first spelling is kept.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace canvass::core {

// ASCII letters in either case.
bool same_letters(std::string_view a, std::string_view b) noexcept;

class Names {
public:
    enum class Case : bool { counts, ignored };
    explicit Names(Case how = Case::counts) noexcept : case_(how) {}

    // The number of the name, a new one if it is new.
    std::int32_t add(std::string_view name);
    // -1 for a name never added.
    std::int32_t find(std::string_view name) const noexcept;
    std::string_view text(std::int32_t number) const noexcept;  // until the next add()
    std::size_t size() const noexcept { return ends_.size(); }

private:
    std::size_t bucket_of(std::string_view name) const noexcept;
    void grow();

    Case case_;
    std::string letters_;               // of every name, one after the other
    std::vector<std::uint32_t> ends_;
    std::vector<std::int32_t> buckets_;  // open addressing; -1 is free; a power of two of them
};

}  // namespace canvass::core
