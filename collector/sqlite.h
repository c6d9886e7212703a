// SQLite's C interface with owners: a database connection, prepared statements, a transaction.
// Ownership: a Statement must not outlive its Database. Threads: one thread at a time uses a Database and
// what belongs to it. Errors: every failure is a DatabaseError whose text a person can act on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace canvass::collector {

class DatabaseError : public std::runtime_error {
public:
    DatabaseError(const std::string& what, int code) : std::runtime_error(what), code_(code) {}
    int code() const noexcept { return code_; }  // SQLite's primary result code
    bool is_constraint() const noexcept;

private:
    int code_;
};

class Database {
public:
    // Opens a file that exists; an empty one becomes a database.
    explicit Database(const std::filesystem::path& file);

    void execute(const char* sql);
    std::int64_t number(const char* sql);  // the one number that a query gives
    bool in_transaction() const noexcept;
    int changes() const noexcept;  // rows that the last statement touched

private:
    friend class Statement;
    struct Close {
        void operator()(sqlite3* handle) const noexcept;
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

// Bind from 1, step, read columns from 0; run() and each() bind all, step through and reset.
class Statement {
public:
    Statement(Database& database, const char* sql);

    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, double number);
    bool step();  // true: there is a row
    void reset() noexcept;

    std::string text(int column) const;
    std::int64_t integer(int column) const;

    template <class... Arguments>
    void run(const Arguments&... arguments) {
        start(arguments...);
        while (step()) {
        }
        reset();
    }
    // Calls `visit` at each row.
    template <class F>
    void each(F&& visit) {
        reset();
        while (step()) visit();
        reset();
    }
    // The first column of the first row.
    template <class... Arguments>
    std::optional<std::string> first(const Arguments&... arguments) {
        start(arguments...);
        std::optional<std::string> found;
        if (step()) found = text(0);
        reset();
        return found;
    }

private:
    template <class... Arguments>
    void start(const Arguments&... arguments) {
        reset();
        [[maybe_unused]] int index = 0;
        (bind(++index, arguments), ...);
    }
    struct Finalize {
        void operator()(sqlite3_stmt* handle) const noexcept;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

// Begins at once as the writer; what is not committed is rolled back.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& database_;
};

}  // namespace canvass::collector
