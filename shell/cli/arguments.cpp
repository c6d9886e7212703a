#include "shell/cli/arguments.h"

#include <algorithm>

#include "shell/cli/output.h"

namespace canvass::cli {
namespace {

bool contains(const std::vector<std::string_view>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::optional<Arguments> Arguments::read(const std::vector<std::string>& words, const Usage& usage) {
    const auto refuse = [&](const std::string& reason) {
        say(reason + "\nUsage: " + std::string(usage.text));
        return std::nullopt;
    };
    Arguments arguments;
    bool options_ended = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (options_ended || word == "-" || word.rfind('-', 0) != 0) {
            arguments.files_.push_back(word);
            continue;
        }
        if (word == "--") {
            options_ended = true;
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.rfind("--", 0) == 0 ? word.substr(2, equals - (equals == word.npos ? 0 : 2)) : "";
        if (contains(usage.flags, name) && equals == word.npos) {
            arguments.options_.emplace_back(name, "");
        } else if (!contains(usage.options, name)) {
            return refuse("There is no option " + word + " here.");
        } else if (equals != word.npos) {
            arguments.options_.emplace_back(name, word.substr(equals + 1));
        } else if (i + 1 < words.size()) {
            arguments.options_.emplace_back(name, words[++i]);
        } else {
            return refuse("The option " + word + " needs a value.");
        }
    }
    return arguments;
}

const std::string* Arguments::find(std::string_view name) const {
    for (const auto& [key, value] : options_)
        if (key == name) return &value;
    return nullptr;
}

std::string_view Arguments::option(std::string_view name) const {
    const std::string* value = find(name);
    return value ? std::string_view(*value) : std::string_view();
}

}  // namespace canvass::cli
