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

TEST_CASE("Pictures are as large as their author says, and no wider than the page") {
    Stage stage(R"json({"elements": [
        {"type": "image", "name": "a", "imageLink": "/a.svg", "altText": "Set", "imageWidth": "120px", "imageHeight": 80},
        {"type": "image", "name": "b", "imageLink": "/b.svg", "altText": "Wide", "imageWidth": "3000", "imageHeight": "100%"},
        {"type": "imagepicker", "name": "p", "imageWidth": 60, "imageHeight": 40, "choices": [
            {"value": "cat", "imageLink": "/cat.png"}]}]})json");
    const Node &set = stage.get(Role::image, "Set"), &wide = stage.get(Role::image, "Wide");
    CHECK((set.width == 120 && set.height == 80));
    CHECK((wide.width > 120 && wide.width < 3000 && wide.height > 80));
    const Node& cat = stage.get(Role::image, "");
    CHECK((cat.width == 60 && cat.height == 40));
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

TEST_CASE("Rich text is the shell's to show, as high as it says") {
    Stage stage(R"({"elements": [{"type": "html", "name": "h", "html": "<p>See <a href='/rules'>the rules</a></p>"},
                                 {"type": "text", "name": "t", "title": "Below"}]})");
    CHECK(stage.find(Role::embed, "See the rules") == nullptr);
    stage.model.embeds = true;
    stage.frame();
    const Node& embed = stage.get(Role::embed, "See the rules");
    CHECK(stage.text(embed.kind) == "html");
    CHECK(stage.text(embed.text) == "<p>See <a href='/rules'>the rules</a></p>");
    const float below = stage.get(Role::text_field, "Below").y;
    stage.widget->apply({ControlEvent::Kind::set_value, embed.id, embed.height + 100, {}});
    stage.frame();
    CHECK(stage.get(Role::text_field, "Below").y == below + 100);
}

TEST_CASE("Files and signatures are given to the shell with their limits and what they hold") {
    Stage stage(R"({"elements": [
        {"type": "file", "name": "f", "title": "Pictures", "isRequired": true, "allowMultiple": true, "maxFiles": 3,
         "maxSize": 2048, "acceptedTypes": "image/*", "storeDataAsText": false},
        {"type": "signaturepad", "name": "s", "title": "Sign", "defaultValue": "data:image/png;base64,AA=="}]})");
    CHECK(stage.find(Role::embed, "Pictures") == nullptr);
    stage.model.embeds = true;
    stage.frame();
    const Node& files = stage.get(Role::embed, "Pictures");
    CHECK(stage.text(files.kind) == "file");
    CHECK(stage.text(files.placeholder) == "f");
    CHECK(stage.text(files.options) == "image/*");
    CHECK(files.max == 2048);
    CHECK(files.value == 3);
    CHECK((files.flags & (flag_several | flag_native | flag_required)) == (flag_several | flag_native | flag_required));
    CHECK(stage.text(stage.get(Role::embed, "Sign").text) == "data:image/png;base64,AA==");
    stage.click(Role::button, "Submit");
    CHECK(stage.widget->focus() == stage.get(Role::embed, "Pictures").id);
}
