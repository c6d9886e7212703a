// One process at a time: an advisory lock on the database file, which is created (its folder is not), held for
// as long as this object lives.
// It must live longer than every connection to the file: closing a descriptor drops SQLite's own locks on it.
// Errors: a std::runtime_error when another process holds the lock or the file cannot be opened for writing.
#pragma once

#include <filesystem>

namespace canvass::collector {

class FileLock {
public:
    explicit FileLock(const std::filesystem::path& file);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int descriptor_ = -1;
};

}  // namespace canvass::collector
