#include "tests/collector/running_collector.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "core/json/json.h"

namespace canvass::collector::test {
namespace fs = std::filesystem;
namespace {

// A required name beside an unconditional poll, one vote for good, one that closes, and two hidden ones.
constexpr std::string_view club = R"({
  "title": "Club day",
  "canvass": {"id": "club"},
  "elements": [
    {"type": "radiogroup", "name": "place", "title": "Where?", "choices": ["lake", "hill", "town"],
     "poll": {"method": "plurality", "results": "always"}},
    {"type": "radiogroup", "name": "once", "choices": ["yes", "no"],
     "poll": {"method": "plurality", "results": "onVote", "changeVote": false}},
    {"type": "checkbox", "name": "closing", "choices": ["a", "b"],
     "poll": {"method": "plurality", "results": "onClose", "closes": "2026-10-01T00:00:00Z"}},
    {"type": "radiogroup", "name": "internal", "choices": [1, 2],
     "poll": {"method": "plurality", "results": "staff"}},
    {"type": "rating", "name": "stars"},
    {"type": "text", "name": "why", "visibleIf": "{stars} < 3", "isRequired": true}
  ]
})";

}  // namespace

Folder::Folder() {
    std::string name = (fs::temp_directory_path() / "canvass-collector-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = fs::canonical(name);
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

void Folder::write(const fs::path& name, std::string_view content) const {
    const fs::path file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
}

Place::Place() {
    options.database = folder.path() / "answers.db";
    options.definitions = folder.path() / "definitions";
    options.port = 0;
    folder.write("definitions/club.json", club);
}

RunningCollector::RunningCollector(const Place& place, std::function<void(ConnectionLimits&)> adjust_limits) {
    Surroundings surroundings;
    surroundings.now_ms = [this] { return now_ms.load(); };
    surroundings.report = [this](const std::string& line) {
        const std::lock_guard lock(mutex_);
        reported_ += line + '\n';
    };
    surroundings.adjust_limits = std::move(adjust_limits);
    collector_ = std::make_unique<Collector>(place.options, std::move(surroundings));
    thread_ = std::thread([this] { collector_->run(); });
}

void RunningCollector::stop() {
    if (!thread_.joinable()) return;
    collector_->stop();
    thread_.join();
    collector_.reset();
}

std::string RunningCollector::reported() const {
    const std::lock_guard lock(mutex_);
    return reported_;
}

std::string response_id(int number) {
    char text[40];
    std::snprintf(text, sizeof text, "01990000-0000-7000-8000-%012d", number);
    return text;
}

std::string response(const RunningCollector& collector, int number, const Answers& given) {
    std::string hash = given.hash;
    if (hash.empty()) {
        hash = collector.get("/v1/definitions/" + given.definition).header("ETag");
        if (hash.size() > 2) hash = hash.substr(1, hash.size() - 2);
    }
    auto json = core::Value::object({{"id", response_id(number)},
                                     {"definition", given.definition},
                                     {"definitionHash", hash},
                                     {"answers", parsed(given.answers)},
                                     {"locale", "en"},
                                     {"startedAt", "2026-09-20T10:00:00.000Z"},
                                     {"completedAt", "2026-09-20T10:01:00.000Z"}});
    if (!given.member.empty()) json.set("member", given.member);
    return core::write_json(json);
}

core::Value parsed(std::string_view json) {
    auto value = core::parse_json(json);
    if (!value) throw std::runtime_error("no JSON: " + std::string(json));
    return std::move(*value);
}

double votes_for(const core::Value& results, std::string_view option) {
    const core::Value* const options = results.find("options");
    for (const core::Value& one : *options->as_array()) {
        if (one.find("value")->text() == option) return one.find("count")->as_number();
    }
    return -1;
}

double votes_for(const RunningCollector& collector, std::string_view question, std::string_view option) {
    const auto results = collector.get("/v1/definitions/club/polls/" + std::string(question) + "/results");
    INFO(results.body);
    REQUIRE(results.status == 200);
    return votes_for(parsed(results.body), option);
}

}  // namespace canvass::collector::test
