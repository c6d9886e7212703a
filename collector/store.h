// What is durable: definitions by content hash, responses, and one vote a member per poll question.
//
// What must hold under concurrency is a constraint in the database, not a check before a write: a response id
// is a primary key, and so is (definition, question, voter). A vote's ballot is its answer as canonical JSON.
// An event is a primary key, too; one that was undone, or whose member opted out, is deleted and not taken again.
// Of a secret poll the store keeps who has voted and how often each ballot was cast, and nothing that joins them.
//
// Ownership: the one connection to the file, with the file locked against other collectors. Threads: one at a
// time; the collector reads on its own thread while starting, then the writer's thread has it.
// Errors: DatabaseError; a failed batch leaves nothing behind.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "collector/file_lock.h"
#include "collector/sqlite.h"

namespace canvass::collector {

// One state of a definition.
struct DefinitionVersion {
    std::string id;
    std::string hash;
    std::string source;  // JSON
};

struct Vote {
    std::string question;
    std::string ballot;  // the answer, as canonical JSON
    std::optional<double> closes_ms;
    bool may_change = true;
    bool secret = false;  // kept without a link to the voter; the response's body then lacks the answer
};

// What was reported about engagement, in the form in which it is kept; keys are in hex.
struct ReportRow {
    enum class Kind { event, undo, opt_out, snapshot };
    Kind kind = Kind::event;
    std::string key;  // of the event
    std::string member, member_key;
    std::string subject, subject_key;  // empty: nobody
    std::string type;
    double at_ms = 0;
    int utc_offset = 0;
    std::uint32_t weight_q20 = 1u << 20;
    std::string details;  // JSON, or empty; a snapshot's: what it says of the day of `at_ms`
};

// A response that the core found valid, in the form in which it is kept.
struct Submission {
    std::string id;
    std::string definition;
    std::string definition_hash;
    std::string content_hash;  // of the body
    std::string body;          // JSON
    std::string member;        // empty: none
    std::vector<Vote> votes;
    std::vector<ReportRow> reports{};  // stored with it; alone when there is no id
    bool withdraws = false;    // no response: the member's votes in these polls are taken back
};

// What became of a submission.
struct Outcome {
    enum class Kind { created, repeated, id_taken, already_voted, poll_closed, failed };
    Kind kind = Kind::failed;
    std::string question;  // already_voted, poll_closed: which poll
    // created: for each vote the ballot that it replaced or took back, if it did.
    std::vector<std::optional<std::string>> replaced;
};

struct BallotCount {
    std::string definition, question, ballot;
    std::int64_t count = 0;
};

class Store {
public:
    // Opens or creates the file. Throws std::runtime_error when it cannot be used.
    explicit Store(const std::filesystem::path& file);
    ~Store();

    void each_version(const std::function<void(DefinitionVersion)>& visit);
    void each_ballot_count(const std::function<void(BallotCount)>& visit);

    // Snapshots, who opted out, what was undone, then the events in the order in which they came.
    void each_report(const std::function<void(ReportRow)>& visit);

    void keep(const DefinitionVersion& version);

    // Writes the submissions in one transaction; when this returns they are on the disk. Outcomes in order.
    std::vector<Outcome> add(const std::vector<const Submission*>& batch, double now_ms);

private:
    struct Statements;
    Outcome add_one(const Submission& submission, double now_ms);
    void vote(const Submission& submission, double now_ms, Outcome& outcome);
    bool vote_secretly(const Submission& submission, const Vote& cast, const std::string& voter);
    void report(const ReportRow& row, double now_ms);
    void withdraw(const Submission& submission, double now_ms, Outcome& outcome);

    FileLock lock_;
    Database database_;
    std::unique_ptr<Statements> statements_;
};

}  // namespace canvass::collector
