// Which name is meant by one that does not exist: the candidate that the fewest letters make of it, if those are
// one or two (capitals and small letters count as the same).
#pragma once

#include <cstddef>
#include <string_view>

namespace canvass::core {

class LikelyName {
public:
    explicit LikelyName(std::string_view slip) noexcept : slip_(slip), least_(slip.size() > 5 ? 3 : 2) {}

    // The candidate must live as long as this.
    void consider(std::string_view candidate) noexcept;
    // Empty: none looks like it.
    std::string_view best() const noexcept { return best_; }

private:
    std::string_view slip_, best_;
    std::size_t least_;
};

}  // namespace canvass::core
