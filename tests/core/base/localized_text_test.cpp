#include "core/base/localized_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace canvass::core;

TEST_CASE("a text falls back from the locale to its language, the default and the first there is") {
    const LocalizedText text({{"", "Hello"}, {"de", "Hallo"}, {"de-AT", "Servus"}, {"zh-Hant", "您好"}});
    CHECK(text.in("de-AT") == "Servus");
    CHECK(text.in("de-CH") == "Hallo");
    CHECK(text.in("zh-Hant-TW") == "您好");
    CHECK(text.in("fr") == "Hello");
    CHECK(text.in("") == "Hello");
}

TEST_CASE("without a default the definition's own locale stands in, then the first") {
    const LocalizedText text({{"fr", "Bonjour"}, {"de", "Hallo"}});
    CHECK(text.in("es", "de") == "Hallo");
    CHECK(text.in("es", "de-CH") == "Hallo");
    CHECK(text.in("es", "it") == "Bonjour");
    CHECK(LocalizedText().in("es", "it").empty());
}

TEST_CASE("locales match whatever their case and separator") {
    const LocalizedText text({{"", "Hello"}, {"pt-br", "Olá"}});
    CHECK(text.in("pt-BR") == "Olá");
    CHECK(text.in("pt_BR") == "Olá");
}
