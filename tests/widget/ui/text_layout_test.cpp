#include "widget/ui/text_layout.h"

#include <catch2/catch_test_macros.hpp>

#include "imgui.h"

using namespace canvass::widget;
using namespace canvass::widget::ui;

namespace {

struct Desk {
    Desk() { painter.begin({400, 0, 300, 1, false, true}); }

    std::vector<std::string> lines(std::string_view text, float width) {
        const TextLayout& layout = layouts.layout(text, font, width);
        std::vector<std::string> found;
        for (const TextLine& line : layout.lines) found.push_back(layout.shaped.substr(line.offset, line.length));
        return found;
    }
    float width_of(std::string_view text) { return painter.width_of(font, text); }

    ImFontAtlas atlas;
    Painter painter{atlas};
    TextLayouts layouts{plain_text_platform(), painter};
    Font font;
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A text that fits is one line, line feeds make more") {
    Desk desk;
    CHECK(desk.lines("a few words", 400) == Lines{"a few words"});
    CHECK(desk.lines("a\n\nb", 400) == Lines{"a", "", "b"});
    CHECK(desk.layouts.layout("a\n\nb", desk.font, 400).height == 3 * desk.font.line_height);
}

TEST_CASE("Lines break at blanks, which hang over and are not shaped") {
    Desk desk;
    CHECK(desk.lines("alpha beta gamma", desk.width_of("alpha beta") + 1) == Lines{"alpha beta", "gamma"});
    CHECK(desk.lines("alpha   beta", desk.width_of("alpha ")) == Lines{"alpha", "beta"});
}

TEST_CASE("Lines break between ideographs") {
    Desk desk;
    CHECK(desk.lines("中文排版", desk.width_of("中文") + 1) == Lines{"中文", "排版"});
}

TEST_CASE("A word wider than the line is broken, never inside a character or before a mark") {
    Desk desk;
    const Lines parts = desk.lines("oooooooooo", desk.width_of("oooo") + 1);
    CHECK(parts == Lines{"oooo", "oooo", "oo"});
    for (const std::string& line : desk.lines("e\xCC\x81"
                                              "e\xCC\x81"
                                              "e\xCC\x81",
                                              1))
        CHECK(line == "e\xCC\x81");
}

TEST_CASE("A word far wider than the line costs a few times its length to break") {
    struct Counting final : TextPlatform {
        void breaks(std::string_view, std::vector<std::uint32_t>&) override {}
        void shape(std::string_view line, std::string& out) override {
            out += line;
            shaped += line.size();
        }
        bool right_to_left(std::string_view) override { return false; }
        std::size_t shaped = 0;
    } platform;
    Desk desk;
    TextLayouts layouts{platform, desk.painter};
    const std::string word(30'000, 'x');
    const TextLayout& layout = layouts.layout(word, desk.font, 600);
    CHECK(layout.lines.size() > 100);
    CHECK(layout.shaped == word);
    CHECK(layout.width <= 600);
    CHECK(platform.shaped < 15 * word.size());
}

TEST_CASE("The direction is the paragraph's, on every line of it") {
    Desk desk;
    const TextLayout& hebrew = desk.layouts.layout("שלום שלום שלום", desk.font, desk.width_of("שלום") + 1);
    REQUIRE(hebrew.lines.size() == 3);
    for (const TextLine& line : hebrew.lines) CHECK(line.right_to_left);
    CHECK_FALSE(desk.layouts.layout("hello שלום", desk.font, 400).lines[0].right_to_left);
}

TEST_CASE("A layout is kept until it was not asked for") {
    Desk desk;
    const TextLayout* first = &desk.layouts.layout("kept", desk.font, 400);
    CHECK(&desk.layouts.layout("kept", desk.font, 400) == first);
    CHECK(&desk.layouts.layout("kept", desk.font, 300) != first);
    desk.layouts.sweep();
    CHECK(&desk.layouts.layout("kept", desk.font, 400) == first);
    for (int i = 0; i < 1000; ++i) {
        desk.layouts.layout(std::string(static_cast<std::size_t>(i % 40 + 1), 'x') + std::to_string(i), desk.font, 50);
        desk.layouts.sweep();
    }
    CHECK(desk.layouts.size() < 400);
}
