// That scores find the people they are for; tests/bench/engagement.cpp prints how well, for 10,000 members.
#include "tests/core/engagement/detection.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/core/engagement/support.h"

using namespace canvass::core;
using namespace canvass::core::engagement_tests;

TEST_CASE("those who fade, who are new and who carry a community are found, better than by a window or by months", "[engagement]") {
    const auto ready = model(*ready_model("canvass"));
    const Detections found = detect(simulated_community(1500, 730, day_0, *ready, 7), ready, day_0);
    for (const auto& [name, detection] : {std::pair{"fading", found.fading}, {"newcomers", found.newcomers}, {"carriers", found.carriers}}) {
        INFO(name << " ours " << detection.ours.precision() << " " << detection.ours.recall() << " window "
                  << detection.window.f1() << " monthly " << detection.monthly.f1());
        CHECK(detection.ours.f1() >= 0.8);
        CHECK(detection.ours.f1() >= detection.monthly.f1());
    }
    CHECK(found.fading.ours.f1() > found.fading.window.f1());
    CHECK(found.newcomers.ours.f1() > found.newcomers.window.f1());
}
