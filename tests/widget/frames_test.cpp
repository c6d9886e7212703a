#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <new>

#include "imgui.h"
#include "tests/widget/support/definitions.h"
#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::every_kind;
using widget::tests::Stage;

namespace {

std::size_t allocations = 0;

void* counted(std::size_t size, void*) {
    ++allocations;
    return std::malloc(size);
}

void released(void* memory, void*) { std::free(memory); }

// Stands before the stage, so that ImGui allocates and releases by the same functions.
struct CountingImGui {
    CountingImGui() { ImGui::SetAllocatorFunctions(counted, released); }
};

}  // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size ? size : 1)) return memory;
    std::abort();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

TEST_CASE("A frame in which nothing changed paints nothing, tells nothing and allocates nothing") {
    const CountingImGui counting;
    Stage stage(every_kind, 360);
    stage.press(Role::button, "Submit");
    stage.press(Role::radio, "7");
    stage.type(Role::text_field, "Anything else?", "Some longer words that wrap at this width, once or twice.");
    PollResultsView results;
    results.question = "colour";
    results.title = "Which colour do you like, out of all these?";
    results.shown = true;
    results.voters = 3;
    results.options = {{"Red", 3, 100, true}};
    stage.model.polls = {results};
    stage.settle();

    const std::size_t before = allocations;
    const FrameResult result = stage.frame();
    const std::size_t after = allocations;
    CHECK(after == before);
    CHECK_FALSE(result.picture_changed);
    CHECK_FALSE(result.semantics_changed);
    CHECK_FALSE(result.wants_frame);
}

TEST_CASE("Lists, thumbs, ranks and tables rest without allocating, too") {
    const CountingImGui counting;
    Stage stage(R"({"elements": [
        {"type": "dropdown", "name": "a", "title": "One", "choicesMax": 100, "defaultValue": 7},
        {"type": "tagbox", "name": "b", "title": "Some", "choices": ["x", "y", "z"], "defaultValue": ["x", "y"]},
        {"type": "slider", "name": "c", "title": "Range", "sliderType": "range", "defaultValue": [2, 5]},
        {"type": "ranking", "name": "d", "title": "Order", "choices": ["p", "q", "r"]},
        {"type": "comment", "name": "e", "title": "Words", "maxLength": 50},
        {"type": "matrix", "name": "f", "title": "Each", "columns": ["1", "2"], "rows": ["m", "n"]},
        {"type": "matrixdynamic", "name": "g", "title": "Rows", "rowCount": 2, "columns": [{"name": "h", "cellType": "text"}]}]})");
    stage.press(Role::button, "q: move up");
    stage.settle();
    const std::size_t before = allocations;
    const FrameResult result = stage.frame();
    CHECK(allocations == before);
    CHECK_FALSE(result.picture_changed);
    CHECK_FALSE(result.semantics_changed);
}

TEST_CASE("Hovering repaints and leaves the semantics alone") {
    Stage stage(every_kind);
    stage.settle();
    const Node& red = stage.get(Role::radio, "Red");
    stage.widget->pointer_move(red.x + 20, red.y + 20);
    const FrameResult hovered = stage.frame();
    CHECK(hovered.picture_changed);
    CHECK_FALSE(hovered.semantics_changed);
    CHECK_FALSE(stage.frame().picture_changed);
    stage.widget->pointer_leave();
    CHECK(stage.frame().picture_changed);
}

TEST_CASE("A finger that is lifted leaves no hover behind") {
    Stage stage(every_kind);
    stage.settle();
    stage.click(Role::radio, "Red");
    stage.widget->pointer_leave();
    stage.settle();
    const ImDrawData* data = stage.widget->draw_data();
    const int before = data->TotalVtxCount;
    const Node& red = stage.get(Role::radio, "Red");
    stage.widget->pointer_move(red.x + 20, red.y + 20);
    stage.widget->pointer_button(true, true);
    stage.widget->pointer_button(false, true);
    stage.settle();
    CHECK(data->TotalVtxCount == before);
}

TEST_CASE("invalidate() paints and tells everything anew") {
    Stage stage(every_kind);
    stage.settle();
    stage.widget->invalidate();
    const FrameResult result = stage.frame();
    CHECK(result.picture_changed);
    CHECK(result.semantics_changed);
}

TEST_CASE("What lies outside the window is told but not painted") {
    Stage stage(every_kind, 360);
    stage.settle();
    const std::size_t nodes = stage.widget->semantics().nodes().size();
    const int all = stage.widget->draw_data()->TotalVtxCount;
    stage.surface.window_height = 200;
    stage.settle();
    CHECK(stage.widget->semantics().nodes().size() == nodes);
    CHECK(stage.widget->draw_data()->TotalVtxCount < all / 2);
}

TEST_CASE("Two widgets share an atlas") {
    Stage stage(every_kind);
    Widget second(*stage.atlas, plain_text_platform());
    const auto nothing = [](void*, const Reactions&) {};
    const FrameResult result = second.frame(stage.surface, 0, stage.model, nothing, nullptr);
    CHECK(result.picture_changed);
    CHECK(second.draw_data()->TotalVtxCount == stage.widget->draw_data()->TotalVtxCount);
    stage.settle();
}
