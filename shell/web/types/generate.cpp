// Prints what the TypeScript side must know of the C++ side, so that nothing is written twice:
//   canvass_types layout   numbers, offsets and names that the ABI uses      → src/generated.ts
//   canvass_types shapes   the JSON forms a host page may see, as TS types   → src/shapes.ts
#include <cstddef>
#include <cstdio>
#include <string>

#include "shell/web/types/names.h"
#include "shell/web/types/shapes.h"

namespace {

using namespace canvass;

std::string enumeration(const std::string& comment, const std::string& name, const web::Numbers& numbers) {
    std::string text = "\n// " + comment + "\nexport const enum " + name + " {\n";
    for (const auto& [key, number] : numbers) text += "  " + key + " = " + std::to_string(number) + ",\n";
    return text + "}\n";
}

std::string table(const std::string& comment, const std::string& name, const web::Numbers& numbers) {
    std::string text = "\n// " + comment + "\nexport const " + name + " = {\n";
    for (const auto& [key, number] : numbers) text += "  " + web::quoted(key) + ": " + std::to_string(number) + ",\n";
    return text + "};\n";
}

std::string layout() {
    std::string text = "// Written by shell/web/types/generate.cpp from the C++ sources; not to be edited.\n";
    text += enumeration("widget::Role", "Role", web::roles());
    text += enumeration("widget::Flag", "Flag", web::flags());
    text += enumeration("widget::ControlEvent::Kind", "ControlKind", web::control_kinds());
    text += enumeration("web::Pointer", "Pointer", web::pointers());
    text += enumeration("web::Changed", "Changed", web::changes());
    text += enumeration("widget::Node, in words of 4 bytes", "NodeWord", web::node_words());
    text += enumeration("web::FrameReport, in words of 4 bytes", "ReportWord", web::report_words());
    text += enumeration("web::GlyphBox, in words of 4 bytes", "GlyphWord", web::glyph_words());
    text += table("Colours of widget::Theme, RGBA bytes, in words of 4 bytes", "colourTokens", web::colour_words());
    text += table("Numbers of widget::Theme, in words of 4 bytes", "numberTokens", web::number_words());
    text += "\n// What must be said when the wasm cannot say it, in English.\nexport const english = {\n";
    for (const auto& [key, words] : web::words_before_wasm()) text += "  " + key + ": " + web::quoted(words) + ",\n";
    return text + "};\n";
}

}  // namespace

int main(int argc, char** argv) {
    const std::string what = argc == 2 ? argv[1] : "";
    if (what != "layout" && what != "shapes") {
        std::fputs("usage: canvass_types layout|shapes\n", stderr);
        return 2;
    }
    const std::string text = what == "layout" ? layout() : web::shapes();
    return std::fputs(text.c_str(), stdout) < 0;
}
