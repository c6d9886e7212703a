#include <catch2/catch_test_macros.hpp>

#include "collector/static_files.h"
#include "tests/collector/running_collector.h"

namespace canvass::collector::test {
namespace fs = std::filesystem;
namespace {

struct Site : Place {
    Site() {
        options.files = folder.path() / "site";
        folder.write("site/index.html", "<!doctype html><title>Club</title>");
        folder.write("site/canvass.js", "export {};");
        folder.write("site/canvass.js.br", "brotli");
        folder.write("site/canvass.wasm", std::string_view("\0asm", 4));
        folder.write("site/de/index.html", "<!doctype html><title>Verein</title>");
        folder.write("site/.secret", "hidden");
        folder.write("secret.txt", "outside");
    }
};

}  // namespace

TEST_CASE("Files are served with their types") {
    const Site site;
    const RunningCollector collector(site);
    const auto page = collector.get("/");
    CHECK(page.status == 200);
    CHECK(page.body == "<!doctype html><title>Club</title>");
    CHECK(page.header("Content-Type") == "text/html; charset=utf-8");
    CHECK(collector.get("/canvass.js?v=3").header("Content-Type") == "text/javascript; charset=utf-8");
    const auto wasm = collector.get("/canvass.wasm");
    CHECK(wasm.header("Content-Type") == "application/wasm");
    CHECK(wasm.body.size() == 4);
    CHECK(wasm.header("X-Content-Type-Options") == "nosniff");
    CHECK(wasm.header("Access-Control-Allow-Origin") == "*");
    CHECK(media_type("a.unheard-of") == "application/octet-stream");
    CHECK(media_type("A.PNG") == "image/png");
}

TEST_CASE("Pages get a strict content security policy, scripts need none") {
    const Site site;
    const RunningCollector collector(site);
    CHECK(collector.get("/").header("Content-Security-Policy") ==
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
          "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; "
          "require-trusted-types-for 'script'");
    CHECK(collector.get("/canvass.js").header("Content-Security-Policy").empty());
}

TEST_CASE("A folder answers with its index, at an address that ends in a slash") {
    const Site site;
    const RunningCollector collector(site);
    CHECK(collector.get("/de/").body == "<!doctype html><title>Verein</title>");
    const auto moved = collector.get("/de");
    CHECK(moved.status == 301);
    CHECK(moved.header("Location") == "/de/");
}

TEST_CASE("HEAD tells of a file without sending it") {
    const Site site;
    const RunningCollector collector(site);
    Client client(collector.port());
    const auto head = client.request("HEAD", "/canvass.wasm");
    CHECK(head.status == 200);
    CHECK(head.header("Content-Length") == "4");
    CHECK(client.get("/canvass.wasm").status == 200);
}

TEST_CASE("A client that has a file already is told so") {
    const Site site;
    const RunningCollector collector(site);
    const auto first = collector.get("/canvass.wasm");
    CHECK(collector.get("/canvass.wasm", {{"If-None-Match", first.header("ETag")}}).status == 304);
    CHECK(collector.get("/canvass.wasm", {{"If-Modified-Since", first.header("Last-Modified")}}).status == 304);
    CHECK(collector.get("/canvass.wasm", {{"If-None-Match", "\"other\""}}).status == 200);
    site.folder.write("site/canvass.wasm", "longer");
    CHECK(collector.get("/canvass.wasm", {{"If-None-Match", first.header("ETag")}}).status == 200);
}

TEST_CASE("A compressed file beside a file goes to clients that accept it") {
    const Site site;
    const RunningCollector collector(site);
    const auto compressed = collector.get("/canvass.js", {{"Accept-Encoding", "gzip, br"}});
    CHECK(compressed.body == "brotli");
    CHECK(compressed.header("Content-Encoding") == "br");
    CHECK(compressed.header("Content-Type") == "text/javascript; charset=utf-8");
    CHECK(compressed.header("Vary") == "Accept-Encoding");
    const auto plain = collector.get("/canvass.js");
    CHECK(plain.body == "export {};");
    CHECK(plain.header("Content-Encoding").empty());
    CHECK(plain.header("Vary") == "Accept-Encoding");
    CHECK(plain.header("ETag") != compressed.header("ETag"));
}

TEST_CASE("Nothing outside the folder can be reached") {
    const Site site;
    fs::create_symlink(site.folder.path() / "secret.txt", site.options.files / "link.txt");
    fs::create_directory_symlink(site.folder.path(), site.options.files / "up");
    fs::create_symlink("canvass.js", site.options.files / "inside.js");
    const RunningCollector collector(site);
    for (const char* target : {"/../secret.txt", "/%2e%2e/secret.txt", "/%2E%2E%2Fsecret.txt", "/..%2fsecret.txt",
                               "/de/../../secret.txt", "/de/%2e%2e/%2e%2e/secret.txt", "/..%5csecret.txt",
                               "//etc/passwd", "/%2fetc%2fpasswd", "/./index.html", "/link.txt", "/up/secret.txt",
                               "/.secret", "/%2esecret", "/index.html/", "/..."}) {
        CAPTURE(target);
        CHECK(collector.get(target).status == 404);
    }
    CHECK(collector.get("/index.html%00.txt").status == 400);
    CHECK(collector.get("/inside.js").body == "export {};");
}

TEST_CASE("An address that names another host is never redirected to") {
    const Site site;
    fs::create_directories(site.options.files / "evil.example");
    const RunningCollector collector(site);
    CHECK(collector.get("//evil.example").status == 404);
    CHECK(collector.get("/%5cevil.example").status == 404);
}

TEST_CASE("What is not a file is not found") {
    const Site site;
    const RunningCollector collector(site);
    CHECK(collector.get("/nothing.js").status == 404);
    CHECK(collector.get("/v1/nothing").status == 404);
    fs::create_directory(site.options.files / "empty");
    CHECK(collector.get("/empty/").status == 404);
}

TEST_CASE("A folder of static files that does not exist is said so") {
    Site site;
    site.options.files = site.folder.path() / "nowhere";
    CHECK_THROWS_AS(RunningCollector(site), std::runtime_error);
}

}  // namespace canvass::collector::test
