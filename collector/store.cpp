#include "collector/store.h"

#include <string>

namespace canvass::collector {
namespace {

constexpr int schema = 3;
constexpr int application = 0x43766173;  // "Cvas": marks the file as ours

constexpr const char* tables = R"(
CREATE TABLE definitions (
    id TEXT NOT NULL,
    hash TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (id, hash)
) WITHOUT ROWID;
CREATE TABLE responses (
    id TEXT PRIMARY KEY,
    definition TEXT NOT NULL,
    definition_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    body TEXT NOT NULL,
    member TEXT NOT NULL,
    received_ms REAL NOT NULL,
    FOREIGN KEY (definition, definition_hash) REFERENCES definitions (id, hash)
);
CREATE TABLE votes (
    definition TEXT NOT NULL,
    question TEXT NOT NULL,
    voter TEXT NOT NULL,
    ballot TEXT NOT NULL,
    response TEXT NOT NULL REFERENCES responses (id),
    PRIMARY KEY (definition, question, voter)
) WITHOUT ROWID;
)";

// Who has voted in a secret poll, and how often each ballot was cast. Neither table says when, nor names the other's
// rows, and both are ordered by their content.
constexpr const char* secret_tables = R"(
CREATE TABLE secret_voters (
    definition TEXT NOT NULL,
    question TEXT NOT NULL,
    voter TEXT NOT NULL,
    PRIMARY KEY (definition, question, voter)
) WITHOUT ROWID;
CREATE TABLE secret_ballots (
    definition TEXT NOT NULL,
    question TEXT NOT NULL,
    ballot TEXT NOT NULL,
    votes INTEGER NOT NULL,
    PRIMARY KEY (definition, question, ballot)
) WITHOUT ROWID;
)";

constexpr const char* engagement_tables = R"(
CREATE TABLE events (
    arrival INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    member TEXT NOT NULL,
    subject TEXT NOT NULL,
    type TEXT NOT NULL,
    at_ms REAL NOT NULL,
    utc_offset REAL NOT NULL,
    weight REAL NOT NULL,
    details TEXT NOT NULL,
    received_ms REAL NOT NULL
);
CREATE INDEX events_by_member ON events (member);
CREATE INDEX events_by_subject ON events (subject) WHERE subject <> '';
CREATE TABLE undone_events (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE snapshots (at_ms REAL PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE opted_out (member_key TEXT PRIMARY KEY) WITHOUT ROWID;
)";

// Before anything is written: is this file empty, or a database of ours that this program understands?
void prepare(Database& database) {
    const bool empty = database.number("SELECT count(*) FROM sqlite_schema") == 0;
    const auto owner = database.number("PRAGMA application_id");
    if (!empty && owner != application) throw DatabaseError("the database belongs to another program", 0);
    const auto version = database.number("PRAGMA user_version");
    if (version > schema) throw DatabaseError("the database was written by a newer collector", 0);
    database.execute("PRAGMA journal_mode = WAL");
    database.execute("PRAGMA synchronous = FULL");
    database.execute("PRAGMA foreign_keys = ON");
    database.execute("PRAGMA secure_delete = ON");  // who opts out is gone from the file, too
    if (version == schema) return;
    Transaction transaction(database);
    if (empty) database.execute(tables);
    if (version < 2) database.execute(secret_tables);
    database.execute(engagement_tables);
    database.execute(("PRAGMA application_id = " + std::to_string(application)).c_str());
    database.execute(("PRAGMA user_version = " + std::to_string(schema)).c_str());
    transaction.commit();
}

}  // namespace

struct Store::Statements {
    explicit Statements(Database& database)
        : keep(database, "INSERT INTO definitions VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
          versions(database, "SELECT id, hash, source FROM definitions ORDER BY id, hash"),
          counts(database, 
               "SELECT definition, question, ballot, count(*) FROM votes GROUP BY 1, 2, 3 "
               "UNION ALL SELECT definition, question, ballot, votes FROM secret_ballots"),
          save(database, "SAVEPOINT one"),
          undo(database, "ROLLBACK TO one"),
          release(database, "RELEASE one"),
          respond(database, "INSERT INTO responses VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"),
          stored_hash(database, "SELECT hash FROM responses WHERE id = ?"),
          ballot(database, "SELECT ballot FROM votes WHERE definition = ? AND question = ? AND voter = ?"),
          vote_once(database, "INSERT INTO votes VALUES (?, ?, ?, ?, ?)"),
          vote_anew(database,
                    "INSERT INTO votes VALUES (?, ?, ?, ?, ?) ON CONFLICT (definition, question, voter) "
                    "DO UPDATE SET ballot = excluded.ballot, response = excluded.response"),
          take_back(database, "DELETE FROM votes WHERE definition = ? AND question = ? AND voter = ?"),
          voted_secretly(database, "SELECT voter FROM secret_voters WHERE definition = ? AND question = ? AND voter = ?"),
          mark_voter(database, "INSERT INTO secret_voters VALUES (?, ?, ?)"),
          drop_in(database, "INSERT INTO secret_ballots VALUES (?, ?, ?, 1) ON CONFLICT (definition, question, ballot) "
                            "DO UPDATE SET votes = votes + 1"),
          events(database, "SELECT key, member, subject, type, details, CAST(at_ms AS INTEGER), CAST(utc_offset AS INTEGER), "
                           "CAST(weight AS INTEGER) FROM events ORDER BY arrival"),
          undone(database, "SELECT key FROM undone_events"),
          out(database, "SELECT member_key FROM opted_out"),
          is_undone(database, "SELECT key FROM undone_events WHERE key = ?"),
          is_out(database, "SELECT member_key FROM opted_out WHERE member_key = ?"),
          happen(database, "INSERT INTO events (key, member, subject, type, at_ms, utc_offset, weight, details, received_ms) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING"),
          unhappen(database, "DELETE FROM events WHERE key = ?"),
          mark_undone(database, "INSERT INTO undone_events VALUES (?) ON CONFLICT DO NOTHING"),
          mark_out(database, "INSERT INTO opted_out VALUES (?) ON CONFLICT DO NOTHING"),
          snapshots(database, "SELECT CAST(at_ms AS INTEGER), content FROM snapshots ORDER BY at_ms"),
          keep_snapshot(database, "INSERT INTO snapshots VALUES (?, ?) ON CONFLICT DO NOTHING"),
          spend(database, "INSERT INTO undone_events SELECT key FROM events WHERE member = ? ON CONFLICT DO NOTHING"),
          erase(database, "DELETE FROM events WHERE member = ?"),
          unname(database, "UPDATE events SET subject = '' WHERE subject = ?") {}

    Statement keep, versions, counts, save, undo, release, respond, stored_hash, ballot, vote_once, vote_anew,
        take_back, voted_secretly, mark_voter, drop_in, events, undone, out, is_undone, is_out, happen, unhappen,
        mark_undone, mark_out, snapshots, keep_snapshot, spend, erase, unname;
};

Store::Store(const std::filesystem::path& file) : lock_(file), database_(file) {
    prepare(database_);
    statements_ = std::make_unique<Statements>(database_);
}

Store::~Store() = default;

void Store::each_version(const std::function<void(DefinitionVersion)>& visit) {
    auto& query = statements_->versions;
    query.each([&] { visit({query.text(0), query.text(1), query.text(2)}); });
}

void Store::each_ballot_count(const std::function<void(BallotCount)>& visit) {
    auto& query = statements_->counts;
    query.each([&] { visit({query.text(0), query.text(1), query.text(2), query.integer(3)}); });
}

void Store::each_report(const std::function<void(ReportRow)>& visit) {
    auto& sql = *statements_;
    sql.snapshots.each([&] {
        ReportRow row;
        row.kind = ReportRow::Kind::snapshot;
        row.at_ms = static_cast<double>(sql.snapshots.integer(0));
        row.details = sql.snapshots.text(1);
        visit(std::move(row));
    });
    sql.out.each([&] {
        ReportRow row;
        row.kind = ReportRow::Kind::opt_out;
        row.member_key = sql.out.text(0);
        visit(std::move(row));
    });
    sql.undone.each([&] {
        ReportRow row;
        row.kind = ReportRow::Kind::undo;
        row.key = sql.undone.text(0);
        visit(std::move(row));
    });
    auto& query = sql.events;
    query.each([&] {
        ReportRow event;
        event.key = query.text(0);
        event.member = query.text(1);
        event.subject = query.text(2);
        event.type = query.text(3);
        event.details = query.text(4);
        event.at_ms = static_cast<double>(query.integer(5));
        event.utc_offset = static_cast<int>(query.integer(6));
        event.weight_q20 = static_cast<std::uint32_t>(query.integer(7));
        visit(std::move(event));
    });
}

void Store::keep(const DefinitionVersion& version) {
    statements_->keep.run(version.id, version.hash, version.source);
}

std::vector<Outcome> Store::add(const std::vector<const Submission*>& batch, double now_ms) {
    std::vector<Outcome> outcomes;
    outcomes.reserve(batch.size());
    Transaction transaction(database_);
    for (const Submission* submission : batch) outcomes.push_back(add_one(*submission, now_ms));
    transaction.commit();
    return outcomes;
}

Outcome Store::add_one(const Submission& submission, double now_ms) {
    auto& sql = *statements_;
    Outcome outcome;
    sql.save.run();
    try {
        if (submission.id.empty() && !submission.withdraws) {
            outcome.kind = Outcome::Kind::created;
            for (const ReportRow& row : submission.reports) report(row, now_ms);
            sql.release.run();
            return outcome;
        }
        if (submission.withdraws) {
            outcome.kind = Outcome::Kind::created;
            withdraw(submission, now_ms, outcome);
            sql.release.run();
            return outcome;
        }
        sql.respond.run(submission.id, submission.definition, submission.definition_hash, submission.content_hash,
                        submission.body, submission.member, now_ms);
        if (database_.changes() == 0) {
            outcome.kind = sql.stored_hash.first(submission.id) == submission.content_hash
                               ? Outcome::Kind::repeated
                               : Outcome::Kind::id_taken;
        } else {
            outcome.kind = Outcome::Kind::created;
            vote(submission, now_ms, outcome);
            for (const ReportRow& row : submission.reports) report(row, now_ms);
        }
    } catch (const DatabaseError& error) {
        // One submission that breaks a rule of the tables must not take the batch with it.
        if (!error.is_constraint()) throw;
        outcome.kind = Outcome::Kind::failed;
    }
    if (outcome.kind != Outcome::Kind::created) sql.undo.run();
    sql.release.run();
    return outcome;
}

void Store::report(const ReportRow& row, double now_ms) {
    auto& sql = *statements_;
    switch (row.kind) {
        case ReportRow::Kind::undo:
            sql.mark_undone.run(row.key);
            return sql.unhappen.run(row.key);
        case ReportRow::Kind::opt_out:
            sql.mark_out.run(row.member_key);
            sql.spend.run(row.member);
            sql.erase.run(row.member);
            return sql.unname.run(row.member);
        case ReportRow::Kind::snapshot:
            return sql.keep_snapshot.run(row.at_ms, row.details);
        case ReportRow::Kind::event:
            break;
    }
    if (sql.is_undone.first(row.key) || sql.is_out.first(row.member_key)) return;
    const bool nameless = !row.subject.empty() && sql.is_out.first(row.subject_key);
    sql.happen.run(row.key, row.member, nameless ? std::string() : row.subject, row.type, row.at_ms,
                   static_cast<double>(row.utc_offset), static_cast<double>(row.weight_q20), row.details, now_ms);
}

namespace {

// A response without a member token is a voter of its own.
std::string voter_of(const Submission& submission) {
    return submission.member.empty() ? "response:" + submission.id : "member:" + submission.member;
}

bool is_closed(const Vote& vote, double now_ms) { return vote.closes_ms && *vote.closes_ms <= now_ms; }

}  // namespace

void Store::withdraw(const Submission& submission, double now_ms, Outcome& outcome) {
    auto& sql = *statements_;
    const std::string voter = voter_of(submission);
    for (const Vote& cast : submission.votes) {
        if (is_closed(cast, now_ms)) {
            outcome = {Outcome::Kind::poll_closed, cast.question, {}};
        } else if (!cast.may_change) {
            outcome = {Outcome::Kind::already_voted, cast.question, {}};
        } else {
            outcome.replaced.push_back(sql.ballot.first(submission.definition, cast.question, voter));
            sql.take_back.run(submission.definition, cast.question, voter);
        }
    }
}

// False for who has voted already.
bool Store::vote_secretly(const Submission& submission, const Vote& cast, const std::string& voter) {
    auto& sql = *statements_;
    const bool voted = sql.ballot.first(submission.definition, cast.question, voter).has_value() ||
                       sql.voted_secretly.first(submission.definition, cast.question, voter).has_value();
    if (voted) return false;
    sql.mark_voter.run(submission.definition, cast.question, voter);
    sql.drop_in.run(submission.definition, cast.question, cast.ballot);
    return true;
}

void Store::vote(const Submission& submission, double now_ms, Outcome& outcome) {
    auto& sql = *statements_;
    const std::string voter = voter_of(submission);
    for (const Vote& cast : submission.votes) {
        if (is_closed(cast, now_ms)) {
            outcome = {Outcome::Kind::poll_closed, cast.question, {}};
            return;
        }
        const bool again = cast.secret ? !vote_secretly(submission, cast, voter)
                                       : sql.voted_secretly.first(submission.definition, cast.question, voter).has_value();
        if (again) {
            outcome = {Outcome::Kind::already_voted, cast.question, {}};
            return;
        }
        if (cast.secret) {
            outcome.replaced.emplace_back();
            continue;
        }
        if (cast.may_change) {
            outcome.replaced.push_back(sql.ballot.first(submission.definition, cast.question, voter));
            sql.vote_anew.run(submission.definition, cast.question, voter, cast.ballot, submission.id);
            continue;
        }
        try {
            sql.vote_once.run(submission.definition, cast.question, voter, cast.ballot, submission.id);
        } catch (const DatabaseError& error) {
            if (!error.is_constraint()) throw;
            outcome = {Outcome::Kind::already_voted, cast.question, {}};
            return;
        }
        outcome.replaced.emplace_back();
    }
}

}  // namespace canvass::collector
