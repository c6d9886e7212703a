#include <catch2/catch_test_macros.hpp>

#include "tests/widget/support/stage.h"

using namespace canvass;
using namespace canvass::widget;
using widget::tests::Stage;

TEST_CASE("Html is read as its paragraphs, without its tags and without a question around it") {
    Stage stage(R"({"elements": [{"type": "html", "name": "h", "html": "<p>First <b>bold</b></p><p>Second</p><script>no</script>"}]})");
    CHECK(stage.get(Role::text, "First bold").y < stage.get(Role::text, "Second").y);
    CHECK(stage.find(Role::group, "h") == nullptr);
}

TEST_CASE("An image is fetched from where it is, and never from a script") {
    Stage stage(R"json({"elements": [
        {"type": "image", "name": "a", "imageLink": "/tree.svg", "altText": "A lime tree"},
        {"type": "image", "name": "b", "imageLink": "javascript:alert()", "altText": "Bad"}]})json");
    const Node& tree = stage.get(Role::image, "A lime tree");
    CHECK(stage.text(tree.kind) == "/tree.svg");
    CHECK(tree.height > 0);
    CHECK(stage.find(Role::image, "Bad") == nullptr);
}

TEST_CASE("Pictures are choices with names") {
    Stage stage(R"({"elements": [{"type": "imagepicker", "name": "p", "title": "Which?", "choices": [
        {"value": "cat", "text": "Cat", "imageLink": "/cat.png"}, {"value": "dog", "imageLink": "/dog.png"}]},
        {"type": "imagepicker", "name": "m", "title": "Which ones?", "multiSelect": true, "choices": [
        {"value": "x", "imageLink": "/x.png"}]}]})");
    stage.click(Role::radio, "Cat");
    CHECK(stage.answer("p") == core::Value("cat"));
    CHECK(stage.text(stage.get(Role::image, "").kind) == "/cat.png");
    stage.click(Role::checkbox, "x");
    CHECK(stage.answer("m") == core::Value::array({"x"}));
}
