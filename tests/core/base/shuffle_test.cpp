#include "core/base/shuffle.h"

#include <catch2/catch_test_macros.hpp>

namespace canvass::core {

// Asked of survey-core 3.1.1 with randomSeed 1.
TEST_CASE("the seed of an element is the one that survey-core gives it") {
    const std::uint32_t page = seed_inside(1, "page", "page1");
    CHECK(page == 702496626u);
    CHECK(seed_inside(page, "panel", "pa") == 1242530627u);
    CHECK(seed_inside(seed_inside(page, "panel", "pa"), "radiogroup", "q\xC3\xA9") == 1423090623u);
}

TEST_CASE("a shuffled list has the order that survey-core gives it") {
    std::vector<std::int32_t> list{1, 2, 3, 4, 5};
    shuffle(list, 1423090623u);
    CHECK(list == std::vector<std::int32_t>{3, 5, 1, 2, 4});
}

}  // namespace canvass::core
