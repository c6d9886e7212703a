#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

#include <csignal>
#include <fstream>

#include "collector/sqlite.h"
#include "collector/store.h"
#include "tests/collector/running_collector.h"

namespace canvass::collector::test {
namespace {

// A collector in a process of its own, which can be killed.
class Process {
public:
    explicit Process(const Options& options) {
        int ends[2];
        REQUIRE(::pipe(ends) == 0);
        process_ = ::fork();
        if (process_ == 0) {
            Surroundings surroundings;
            surroundings.now_ms = [] { return 1'790'000'000'000.0; };
            Collector collector(options, std::move(surroundings));
            const auto port = collector.port();
            if (::write(ends[1], &port, sizeof port) == sizeof port) collector.run();
            ::_exit(1);
        }
        ::close(ends[1]);
        REQUIRE(::read(ends[0], &port_, sizeof port_) == sizeof port_);
        ::close(ends[0]);
    }
    ~Process() { kill(); }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    void kill() {
        if (process_ <= 0) return;
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
        process_ = 0;
    }
    std::uint16_t port() const { return port_; }

private:
    pid_t process_ = 0;
    std::uint16_t port_ = 0;
};

std::string message_of_start(const Place& place) {
    try {
        const RunningCollector collector(place);
        return "it started";
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

}  // namespace

TEST_CASE("What was acknowledged is there after the process was killed") {
    const Place place;
    std::vector<std::string> responses;
    {
        const RunningCollector collector(place);
        for (int i = 0; i < 20; ++i) responses.push_back(response(collector, i));
    }
    Process process(place.options);
    Client client(process.port());
    for (const auto& json : responses) REQUIRE(client.post("/v1/responses", json).status == 201);
    process.kill();

    const RunningCollector again(place);
    CHECK(votes_for(again, "place", "lake") == 20);
    for (const auto& json : responses) CHECK(again.post(json).status == 200);
    CHECK(votes_for(again, "place", "lake") == 20);
}

TEST_CASE("Tallies are the same after a restart") {
    const Place place;
    RunningCollector collector(place);
    for (int i = 0; i < 5; ++i) {
        const auto answers = i % 2 == 0 ? R"({"place":"lake","once":"yes"})" : R"({"place":"town"})";
        REQUIRE(collector.post(response(collector, i, {"club", answers})).status == 201);
    }
    const auto before = collector.get("/v1/definitions/club/polls/place/results").body;
    collector.stop();
    const RunningCollector again(place);
    CHECK(again.get("/v1/definitions/club/polls/place/results").body == before);
}

TEST_CASE("A file that is no database, or another program's, is left alone and named") {
    const Place place;
    SECTION("no database") {
        place.folder.write("answers.db", "This is a letter to my grandmother, and rather a long one.");
        CHECK(message_of_start(place).find("answers.db: file is not a database") != std::string::npos);
        std::string content;
        std::getline(std::ifstream(place.options.database), content);
        CHECK(content.starts_with("This is a letter"));
    }
    SECTION("another program's") {
        place.folder.write("answers.db", "");
        Database(place.options.database).execute("CREATE TABLE shopping (item TEXT)");
        CHECK(message_of_start(place).find("answers.db: the database belongs to another program") !=
              std::string::npos);
    }
    SECTION("a newer collector's") {
        { const Store store(place.options.database); }
        Database(place.options.database).execute("PRAGMA user_version = 99");
        CHECK(message_of_start(place).find("written by a newer collector") != std::string::npos);
    }
    SECTION("a damaged one") {
        {
            const RunningCollector collector(place);
            for (int i = 0; i < 40; ++i) REQUIRE(collector.post(response(collector, i)).status == 201);
        }
        std::fstream file(place.options.database, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(4096);
        file << std::string(8 * 4096, '\xee');
        file.close();
        CHECK(message_of_start(place).find("answers.db: database disk image is malformed") != std::string::npos);
    }
}

TEST_CASE("A database of an earlier collector is brought up to date and keeps its votes") {
    const Place place;
    {
        const RunningCollector collector(place);
        REQUIRE(collector.post(response(collector, 1)).status == 201);
    }
    {
        Database database(place.options.database);
        database.execute("DROP TABLE secret_voters; DROP TABLE secret_ballots; DROP TABLE events; DROP TABLE undone_events; "
                         "DROP TABLE opted_out; DROP TABLE snapshots; PRAGMA user_version = 1");
    }
    const RunningCollector collector(place);
    CHECK(votes_for(collector, "place", "lake") == 1);
    CHECK(collector.post(response(collector, 2)).status == 201);
    CHECK(votes_for(collector, "place", "lake") == 2);
}

TEST_CASE("A database in a folder that does not exist is not created") {
    Place place;
    place.options.database = place.folder.path() / "nowhere" / "answers.db";
    CHECK(message_of_start(place).find("answers.db: its folder does not exist") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(place.folder.path() / "nowhere"));
}

TEST_CASE("A database that is a folder is refused") {
    Place place;
    place.options.database = place.folder.path();
    CHECK(message_of_start(place).find("Is a directory") != std::string::npos);
}

TEST_CASE("Two collectors never share a database") {
    const Place place;
    const RunningCollector collector(place);
    CHECK(message_of_start(place).find("answers.db: another collector is using it") != std::string::npos);
}

TEST_CASE("A submission that breaks a rule of the tables does not take its neighbours with it") {
    const Place place;
    Store store(place.options.database);
    store.keep({"club", "hash", "{}"});
    const Submission good{"1", "club", "hash", "content", "{}", "", {}};
    const Submission stray{"2", "never kept", "hash", "content", "{}", "", {}};
    const Submission also{"3", "club", "hash", "content", "{}", "", {{"place", "\"lake\"", {}, true}}};
    const auto outcomes = store.add({&good, &stray, &also}, 0);
    CHECK(outcomes[0].kind == Outcome::Kind::created);
    CHECK(outcomes[1].kind == Outcome::Kind::failed);
    CHECK(outcomes[2].kind == Outcome::Kind::created);
    CHECK(Database(place.options.database).number("SELECT count(*) FROM responses") == 2);
}

TEST_CASE("A batch that fails as a whole leaves nothing behind") {
    const Place place;
    Store store(place.options.database);
    store.keep({"club", "hash", "{}"});
    Database other(place.options.database);
    other.execute("ALTER TABLE votes RENAME TO away");
    const Submission plain{"1", "club", "hash", "content", "{}", "", {}};
    const Submission vote{"2", "club", "hash", "content", "{}", "", {{"place", "\"lake\"", {}, true}}};
    CHECK_THROWS_AS(store.add({&plain, &vote}, 0), DatabaseError);
    CHECK(other.number("SELECT count(*) FROM responses") == 0);
}

}  // namespace canvass::collector::test
