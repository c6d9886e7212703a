#include "core/session/formats.h"

#include <catch2/catch_test_macros.hpp>

#include "core/session/plain_text.h"

namespace canvass::core {

TEST_CASE("mail addresses are told from other texts") {
    for (const char* good : {"a@b.de", "first.last@mail.example.org", "\"odd name\"@x.yy", "a+b@c-d.io"}) {
        INFO(good);
        CHECK(is_email(good));
    }
    for (const char* bad : {"", "a", "a@b", "@b.de", "a@b.d", "a b@c.de", "a@b..de", ".a@b.de", "a@b.de.", "a@@b.de"}) {
        INFO(bad);
        CHECK_FALSE(is_email(bad));
    }
}

TEST_CASE("markup becomes plain words") {
    CHECK(plain_text("<h3>Thank  you</h3>\n<p>a<br/>b &amp; c&nbsp;d &#228;&#xe4;</p>") == "Thank you\na\nb & c\xC2\xA0"
                                                                                         "d ää");
    CHECK(plain_text("x<script>alert('</p>')</script>y<style>p{}</style>z") == "xyz");
    CHECK(plain_text("a & b &unknown; <unclosed") == "a & b &unknown;");
    CHECK(plain_text("").empty());
}

}  // namespace canvass::core
