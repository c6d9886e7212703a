#include "core/definition/likely_name.h"

#include <algorithm>
#include <array>

namespace canvass::core {
namespace {

constexpr std::size_t most_letters = 64;

char folded(char letter) noexcept {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

// Letters to insert, drop or change until one is the other (Levenshtein 1966); `most` when there are as many.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) noexcept {
    if (b.size() >= most_letters || std::max(a.size(), b.size()) - std::min(a.size(), b.size()) >= most) return most;
    std::array<std::size_t, most_letters> row{};
    for (std::size_t column = 0; column <= b.size(); ++column) row[column] = column;
    for (std::size_t at = 0; at < a.size(); ++at) {
        std::size_t diagonal = row[0]++;
        for (std::size_t column = 1; column <= b.size(); ++column) {
            const std::size_t above = row[column];
            const std::size_t changed = diagonal + (folded(a[at]) == folded(b[column - 1]) ? 0 : 1);
            row[column] = std::min({changed, above + 1, row[column - 1] + 1});
            diagonal = above;
        }
    }
    return std::min(row[b.size()], most);
}

}  // namespace

void LikelyName::consider(std::string_view candidate) noexcept {
    const std::size_t letters = distance(slip_, candidate, least_);
    if (letters >= least_) return;
    best_ = candidate;
    least_ = letters;
}

}  // namespace canvass::core
