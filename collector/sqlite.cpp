#include "collector/sqlite.h"

#include <sqlite3.h>

namespace canvass::collector {
namespace {

constexpr int busy_wait_ms = 5000;

[[noreturn]] void fail(sqlite3* handle) {
    throw DatabaseError(sqlite3_errmsg(handle), sqlite3_errcode(handle) & 0xff);
}

}  // namespace

bool DatabaseError::is_constraint() const noexcept { return code_ == SQLITE_CONSTRAINT; }

void Database::Close::operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }

Database::Database(const std::filesystem::path& file) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK) fail(handle);
    sqlite3_busy_timeout(handle, busy_wait_ms);
}

void Database::execute(const char* sql) {
    if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(handle_.get());
}

std::int64_t Database::number(const char* sql) {
    Statement statement(*this, sql);
    return statement.step() ? statement.integer(0) : 0;
}

bool Database::in_transaction() const noexcept { return sqlite3_get_autocommit(handle_.get()) == 0; }

int Database::changes() const noexcept { return sqlite3_changes(handle_.get()); }

void Statement::Finalize::operator()(sqlite3_stmt* handle) const noexcept { sqlite3_finalize(handle); }

Statement::Statement(Database& database, const char* sql) {
    sqlite3_stmt* handle = nullptr;
    const int code =
        sqlite3_prepare_v3(database.handle_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK) fail(database.handle_.get());
}

Statement& Statement::bind(int index, std::string_view text) {
    if (sqlite3_bind_text64(handle_.get(), index, text.data() == nullptr ? "" : text.data(), text.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK) {
        fail(sqlite3_db_handle(handle_.get()));
    }
    return *this;
}

Statement& Statement::bind(int index, double number) {
    if (sqlite3_bind_double(handle_.get(), index, number) != SQLITE_OK) fail(sqlite3_db_handle(handle_.get()));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    sqlite3* const database = sqlite3_db_handle(handle_.get());
    const DatabaseError error(sqlite3_errmsg(database), code & 0xff);
    reset();
    throw error;
}

void Statement::reset() noexcept { sqlite3_reset(handle_.get()); }

std::string Statement::text(int column) const {
    const auto* const bytes = sqlite3_column_text(handle_.get(), column);
    const int size = sqlite3_column_bytes(handle_.get(), column);
    return bytes == nullptr ? std::string()
                            : std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }

Transaction::Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    // After some failures SQLite has rolled back by itself.
    if (!database_.in_transaction()) return;
    try {
        database_.execute("ROLLBACK");
    } catch (const DatabaseError&) {
        // The connection is beyond repair; the next BEGIN says so.
    }
}

void Transaction::commit() { database_.execute("COMMIT"); }

}  // namespace canvass::collector
