// A collector that really listens, on a folder of its own that is gone afterwards.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "collector/collector.h"
#include "collector/connection.h"
#include "core/base/value.h"
#include "tests/collector/client.h"

namespace canvass::collector::test {

class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const noexcept { return path_; }
    void write(const std::filesystem::path& name, std::string_view content) const;

private:
    std::filesystem::path path_;
};

// A folder with a database, the definition "club" and room for more.
struct Place {
    Folder folder;
    Options options;

    Place();
    std::filesystem::path definition(std::string_view name) const { return options.definitions / name; }
};

class RunningCollector {
public:
    explicit RunningCollector(const Place& place, std::function<void(ConnectionLimits&)> adjust_limits = {});
    ~RunningCollector() { stop(); }

    std::uint16_t port() const { return collector_->port(); }
    void stop();
    std::string reported() const;

    // One request on a connection of its own.
    Answered get(std::string_view target, const Headers& headers = {}) const {
        return Client(port()).get(target, headers);
    }
    Answered post(std::string_view json) const { return Client(port()).post("/v1/responses", json); }

    std::atomic<double> now_ms{1'790'000'000'000};

private:
    mutable std::mutex mutex_;
    std::string reported_;
    std::unique_ptr<Collector> collector_;
    std::thread thread_;
};

// A response to a definition's present state, as JSON text. `number` makes the id.
struct Answers {
    std::string definition = "club";
    std::string answers = R"({"place":"lake"})";
    std::string member = {};
    std::string hash = {};  // empty: asks the collector
};
std::string response(const RunningCollector& collector, int number, const Answers& answers = {});
std::string response_id(int number);

core::Value parsed(std::string_view json);
// The count of an option in PollResults JSON; -1 when it has no such option.
double votes_for(const core::Value& results, std::string_view option);
double votes_for(const RunningCollector& collector, std::string_view question, std::string_view option);

}  // namespace canvass::collector::test
