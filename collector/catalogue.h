// The definitions of a folder, as they are now and as they were.
//
// Every *.json of the folder is one definition; its id is canvass.id, or the file's stem, which is then written
// into the JSON that members get, so that they and the collector agree on id and content hash. Files that
// change are read again; a file that is broken then leaves its last good state in use. Earlier states stay
// known by their hash, so that answers given to them still count.
//
// Ownership: definitions are immutable and shared. Threads: the collector's. Errors: the constructor throws
// std::runtime_error when the folder cannot be read; faults inside files go to `report`, a line each.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "collector/store.h"
#include "core/definition/definition.h"

namespace canvass::collector {

struct Survey {
    std::shared_ptr<const core::Definition> definition;
    std::string source;  // JSON, as members get it
};

class Catalogue {
public:
    using Report = std::function<void(const std::string&)>;
    // Called for each state of a definition that was read from the folder.
    using Found = std::function<void(const Survey&)>;

    Catalogue(std::filesystem::path folder, std::vector<DefinitionVersion> earlier, Report report, Found found);

    // Reads what changed in the folder.
    void refresh();

    // The present state; nullptr for an unknown id. Valid until the next refresh.
    const Survey* find(std::string_view id) const;
    // The state with this hash, present or earlier; nullptr if it was never seen.
    std::shared_ptr<const core::Definition> version(std::string_view id, std::string_view hash);

private:
    struct File {
        std::filesystem::file_time_type written;
        std::uintmax_t size = 0;
        std::optional<Survey> survey;
    };
    struct Earlier {
        std::string source;
        std::shared_ptr<const core::Definition> definition;  // read when it is first asked for
    };
    using Key = std::pair<std::string, std::string>;  // id, hash

    bool scan(std::error_code& error);
    void read(const std::filesystem::path& path, File& file);
    void index();

    std::filesystem::path folder_;
    Report report_;
    Found found_;
    std::map<std::filesystem::path, File> files_;
    std::map<std::string, const Survey*, std::less<>> by_id_;
    std::map<Key, Earlier> earlier_;
};

}  // namespace canvass::collector
