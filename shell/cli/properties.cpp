#include <algorithm>

#include "core/definition/format.h"
#include "shell/cli/commands.h"
#include "shell/cli/output.h"

namespace canvass::cli {
namespace {

using core::ClassUse;

constexpr std::string_view introduction = R"(# Compatibility

Made by `canvass properties > docs/compatibility.md`; the engine itself answers, so nothing here is written by hand.

Every property that definitions for survey-core 3.1.1 can have stands below the class that has it. **yes**: the engine acts on it. **kept**: it stays in the definition, changes nothing, and `canvass check` notes it. **not**: the object is left out with an error, or kept as a whole. Old spellings are read as today's.
)";

bool acts(const ClassUse& use, std::string_view name) {
    return std::any_of(use.properties.begin(), use.properties.end(), [&](const core::PropertyUse& property) {
        return property.member.name == name && property.acted;
    });
}

bool is_or_derives(const core::FormatClass* known, std::string_view base) {
    for (; known; known = core::format_class(known->base)) {
        if (known->name == base) return true;
    }
    return false;
}

std::string joined(const std::vector<std::string_view>& names) {
    std::string text;
    for (const std::string_view name : names) text += (text.empty() ? "" : ", ") + std::string(name);
    return text;
}

std::string verdict(const std::vector<const ClassUse*>& kinds, std::string_view name) {
    std::vector<std::string_view> acting, keeping;
    for (const ClassUse* kind : kinds) (acts(*kind, name) ? acting : keeping).push_back(kind->known->name);
    if (acting.empty()) return kinds.empty() ? "not" : "kept";
    if (keeping.empty()) return "yes";
    return acting.size() > keeping.size() ? "yes, but kept for " + joined(keeping) : "only " + joined(acting);
}

std::string code_of(std::string_view names, char separator) {
    std::string text;
    for (std::size_t at = 0; !names.empty(); ++at) {
        const std::size_t end = std::min(names.find(separator), names.size());
        text += (at == 0 ? "`" : ", `") + std::string(names.substr(0, end)) + "`";
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return text;
}

void print_class(const ClassUse& use, const std::vector<ClassUse>& all) {
    std::vector<const ClassUse*> kinds;
    for (const ClassUse& other : all) {
        if (other.concrete && other.read && is_or_derives(other.known, use.known->name)) kinds.push_back(&other);
    }
    std::string text = "\n## " + std::string(use.known->name) + "\n";
    if (use.concrete && !use.read) text += "\n**not**\n";
    if (!use.known->base.empty()) text += "\nHas what `" + std::string(use.known->base) + "` has.\n";
    const std::vector<core::FormatMember> own = core::members_of(*use.known);
    if (!own.empty()) text += "\n| property | old spellings | acted on |\n|---|---|---|\n";
    for (const core::FormatMember& member : own) {
        text += "| `" + std::string(member.name) + "` | " + code_of(member.old_names, '/') + " | " +
                verdict(kinds, member.name) + " |\n";
    }
    print(text);
}

}  // namespace

int properties(const Words& words) {
    const Usage usage{"canvass properties", {}, {}};
    const std::optional<Arguments> arguments = Arguments::read(words, usage);
    if (!arguments) return exit_usage;
    if (!arguments->files().empty()) {
        say("This takes no file.\nUsage: " + std::string(usage.text));
        return exit_usage;
    }
    std::vector<ClassUse> all;
    for (const core::FormatClass& known : core::format_classes()) all.push_back(core::use_of(known));
    print(introduction);
    for (const ClassUse& use : all) print_class(use, all);
    return exit_fine;
}

}  // namespace canvass::cli
