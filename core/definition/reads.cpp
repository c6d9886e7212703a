#include "core/definition/reads.h"

#include <algorithm>
#include <utility>

#include "core/expression/path.h"

namespace canvass::core {
namespace {

// Where an expression's first word says whose answer is meant; the answer's own name comes after it.
Reach reach_of(std::string_view word) noexcept {
    constexpr std::string_view own[] = {"panel", "self", "row", "parentpanel"};
    constexpr std::string_view beside[] = {"prevrow", "nextrow", "prevpanel", "nextpanel", "totalrow"};
    const auto is = [word](std::string_view known) { return same_letters(known, word); };
    if (std::any_of(std::begin(own), std::end(own), is)) return Reach::row;
    return std::any_of(std::begin(beside), std::end(beside), is) ? Reach::rows : Reach::survey;
}

}  // namespace

std::string_view answer_name(std::string_view key) noexcept {
    constexpr std::string_view suffix = "-unwrapped";
    if (key.size() > suffix.size() && key.substr(key.size() - suffix.size()) == suffix) key.remove_suffix(suffix.size());
    return key;
}

void Reads::add(std::string_view path, Reader reader) { add(PathOf(path).path(), reader); }

void Reads::add(const Path& whole, Reader reader) {
    const std::span<const PathStep> steps = whole.steps;
    if (steps.empty()) return;
    const auto add_name = [&](std::string_view name) {
        const std::int32_t number = names.add(name);
        if (reader.duty != Duty::nothing) found_.emplace_back(number, reader);
    };
    const auto add_keys_from = [&](std::size_t first) {
        for (std::size_t last = first; last <= whole.reach(first); ++last) add_name(answer_name(whole.key(first, last)));
    };
    add_keys_from(0);
    if (same_letters(steps[0].name, "matrix")) {
        reader.reach = Reach::rows;
        add_name("matrix");
    }
    if (steps.size() == 1 || steps[0].index) return;
    reader.reach = reach_of(steps[0].name);
    if (reader.reach != Reach::survey) add_keys_from(1);
}

void Reads::seal() {
    begins_.assign(names.size() + 1, 0);
    for (const auto& [name, reader] : found_) ++begins_[static_cast<std::size_t>(name) + 1];
    for (std::size_t name = 0; name < names.size(); ++name) begins_[name + 1] += begins_[name];
    readers_.resize(found_.size());
    std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
    for (const auto& [name, reader] : found_) readers_[next[static_cast<std::size_t>(name)]++] = reader;
    std::uint32_t kept = 0;
    for (std::size_t name = 0; name < names.size(); ++name) {  // a text names an answer again in each language
        const std::uint32_t first = std::exchange(begins_[name], kept);
        for (std::uint32_t at = first; at < begins_[name + 1]; ++at) {
            if (kept == begins_[name] || readers_[kept - 1] != readers_[at]) readers_[kept++] = readers_[at];
        }
    }
    begins_.back() = kept;
    readers_.resize(kept);
    found_ = std::vector<std::pair<std::int32_t, Reader>>();  // gives its memory back, as clear() would not
}

std::span<const Reader> Reads::of(std::int32_t name) const noexcept {
    const auto at = static_cast<std::size_t>(name);
    if (name < 0 || at + 1 >= begins_.size()) return {};
    return std::span(readers_).subspan(begins_[at], begins_[at + 1] - begins_[at]);
}

}  // namespace canvass::core
