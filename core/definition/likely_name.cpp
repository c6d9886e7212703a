#include "core/definition/likely_name.h"

#include <algorithm>
#include <array>

namespace canvass::core {
namespace {

constexpr std::size_t most_letters = 64;

char folded(char letter) noexcept {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

// Letters to insert, drop, change or swap with the next until one is the other (Damerau 1964); `most` when there
// are as many.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) noexcept {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) >= most || b.size() >= most_letters) return most;
    const auto same = [](char left, char right) { return folded(left) == folded(right); };
    // The last three rows of the table.
    std::array<std::array<std::size_t, most_letters>, 3> rows{};
    for (std::size_t column = 0; column <= b.size(); ++column) rows[0][column] = column;
    for (std::size_t at = 1; at <= a.size(); ++at) {
        auto& row = rows[at % 3];
        const auto& above = rows[(at + 2) % 3];
        const auto& higher = rows[(at + 1) % 3];
        row[0] = at;
        for (std::size_t column = 1; column <= b.size(); ++column) {
            const std::size_t changed = above[column - 1] + (same(a[at - 1], b[column - 1]) ? 0 : 1);
            row[column] = std::min({changed, above[column] + 1, row[column - 1] + 1});
            const bool swapped = at > 1 && column > 1 && same(a[at - 1], b[column - 2]) && same(a[at - 2], b[column - 1]);
            if (swapped) row[column] = std::min(row[column], higher[column - 2] + 1);
        }
    }
    return std::min(rows[a.size() % 3][b.size()], most);
}

}  // namespace

void LikelyName::consider(std::string_view candidate) noexcept {
    const std::size_t letters = distance(slip_, candidate, least_);
    if (letters >= least_) return;
    best_ = candidate;
    least_ = letters;
}

}  // namespace canvass::core
