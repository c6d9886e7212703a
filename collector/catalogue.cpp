#include "collector/catalogue.h"

#include <set>
#include <stdexcept>

#include "collector/file_content.h"
#include "core/definition/codec.h"
#include "core/json/json.h"
#include "core/poll/poll_tally.h"

namespace canvass::collector {
namespace fs = std::filesystem;
namespace {

std::string line_about(const fs::path& path, const core::Diagnostic& fault) {
    std::string line = path.filename().string() + ": ";
    if (!fault.pointer.empty()) line += fault.pointer + ": ";
    return line + core::describe(fault);
}

// A definition without an id of its own gets the file's stem.
void give_id(core::Value& json, const std::string& stem) {
    const core::Value* const ours = json.find("canvass");
    if (!json.is_object() || (ours != nullptr && (!ours->is_object() || ours->find("id") != nullptr))) return;
    core::Value members = ours != nullptr ? *ours : core::Value::object();
    members.set("id", stem);
    json.set("canvass", std::move(members));
}

std::shared_ptr<const core::Definition> definition_from(std::string_view source) {
    const auto json = core::parse_json(source);
    if (!json) return nullptr;
    auto loaded = core::load_definition(*json);
    if (!loaded) return nullptr;
    (void)loaded->definition.content_hash.text();  // before several threads have it
    return std::make_shared<const core::Definition>(std::move(loaded->definition));
}

}  // namespace

Catalogue::Catalogue(fs::path folder, std::vector<DefinitionVersion> earlier, Report report, Found found)
    : folder_(std::move(folder)), report_(std::move(report)), found_(std::move(found)) {
    for (DefinitionVersion& version : earlier) {
        earlier_[{std::move(version.id), std::move(version.hash)}].source = std::move(version.source);
    }
    std::error_code error;
    scan(error);
    if (error) throw std::runtime_error(folder_.string() + ": " + error.message());
    index();
}

void Catalogue::refresh() {
    std::error_code error;
    if (scan(error)) index();
}

// True when something changed. After an error nothing has.
bool Catalogue::scan(std::error_code& error) {
    std::set<fs::path> present;
    std::vector<std::pair<fs::path, File>> changed;
    for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
        const fs::path& path = entry->path();
        if (path.extension() != ".json" || path.filename().string().starts_with('.')) continue;
        std::error_code unreadable;
        File now{entry->last_write_time(unreadable), entry->file_size(unreadable), {}};
        if (unreadable) continue;
        present.insert(path);
        const auto known = files_.find(path);
        if (known != files_.end() && known->second.written == now.written && known->second.size == now.size)
            continue;
        changed.emplace_back(path, std::move(now));
    }
    if (error) return false;
    const auto removed = std::erase_if(files_, [&](const auto& file) { return !present.contains(file.first); });
    for (const auto& [path, now] : changed) {
        File& file = files_[path];
        file.written = now.written;
        file.size = now.size;
        read(path, file);
    }
    return removed > 0 || !changed.empty();
}

void Catalogue::read(const fs::path& path, File& file) {
    const auto refuse = [&](const core::Diagnostics& faults) {
        for (const core::Diagnostic& fault : faults) report_(line_about(path, fault));
        report_(path.filename().string() +
                (file.survey ? ": the state before stays in use" : ": skipped, because it cannot run"));
    };
    const auto content = content_of(path);
    if (!content) return report_(path.filename().string() + ": cannot be read");
    auto json = core::parse_json(*content);
    if (!json) return refuse(json.error());
    const std::string stem = path.stem().string();
    give_id(*json, stem);
    auto loaded = core::load_definition(*json);
    if (!loaded) return refuse(loaded.error());

    for (const core::Diagnostics& faults : {loaded->diagnostics, check_polls(loaded->definition)}) {
        for (const core::Diagnostic& fault : faults) {
            if (fault.severity == core::Severity::error) report_(line_about(path, fault));
        }
    }
    if (loaded->definition.id.empty()) loaded->definition.id = stem;
    file.survey =
        Survey{std::make_shared<const core::Definition>(std::move(loaded->definition)), core::write_json(*json)};
    const core::Definition& definition = *file.survey->definition;
    earlier_[{definition.id, definition.content_hash.text()}] = {file.survey->source, file.survey->definition};
    found_(*file.survey);
}

void Catalogue::index() {
    by_id_.clear();
    for (const auto& [path, file] : files_) {
        if (!file.survey) continue;
        const std::string& id = file.survey->definition->id;
        if (!by_id_.emplace(id, &*file.survey).second) {
            report_(path.filename().string() + ": skipped, because another file has the id \"" + id + "\" too");
        }
    }
}

const Survey* Catalogue::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

std::shared_ptr<const core::Definition> Catalogue::version(std::string_view id, std::string_view hash) {
    const auto found = earlier_.find(Key(id, hash));
    if (found == earlier_.end()) return nullptr;
    Earlier& state = found->second;
    if (!state.definition) {
        state.definition = definition_from(state.source);
    }
    return state.definition;
}

}  // namespace canvass::collector
