#include "collector/collector.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <csignal>
#include <stdexcept>

#include "collector/routes.h"
#include "collector/server.h"

namespace canvass::collector {
namespace asio = boost::asio;
namespace {

constexpr std::chrono::milliseconds gather_changes{100};

double system_time_ms() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<double>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

Surroundings completed(Surroundings surroundings) {
    if (!surroundings.now_ms) surroundings.now_ms = system_time_ms;
    if (!surroundings.report) surroundings.report = [](const std::string&) {};
    return surroundings;
}

ConnectionLimits limits_from(const Options& options, const Surroundings& surroundings) {
    ConnectionLimits limits;
    limits.body_bytes = options.most_body_bytes;
    if (surroundings.adjust_limits) surroundings.adjust_limits(limits);
    return limits;
}

// What the store knows when the collector starts; afterwards it belongs to the writer's thread.
struct Kept {
    std::unique_ptr<Store> store;
    std::vector<DefinitionVersion> versions;
    Polls polls;
    std::unique_ptr<Scores> scores;

    Kept(const Options& options, double now_ms) {
        const std::filesystem::path& file = options.database;
        if (!options.score_key.empty()) scores = std::make_unique<Scores>(options.score_key, options.score_model, options.score_pages);
        try {
            store = std::make_unique<Store>(file);
            store->each_version([this](DefinitionVersion version) { versions.push_back(std::move(version)); });
            store->each_ballot_count([this](const BallotCount& votes) {
                polls.count({votes.definition, votes.question}, votes.ballot, votes.count);
            });
            if (scores) store->each_report([&](const ReportRow& row) { scores->take(row, now_ms); });
        } catch (const std::runtime_error& error) {
            throw std::runtime_error(file.string() + ": " + error.what());
        }
    }
};

}  // namespace

// In the order in which they need each other; destroyed in reverse.
struct Collector::Parts {
    Parts(const Options& options, Surroundings given)
        : surroundings(completed(std::move(given))),
          kept(options, surroundings.now_ms()),
          files(options.files.empty() ? nullptr : std::make_unique<StaticFiles>(options.files)),
          origins(options.origins),
          signals(io),
          writer(
              std::move(kept.store), [this](std::function<void()> task) { asio::post(io, std::move(task)); },
              surroundings.now_ms, surroundings.report),
          catalogue(options.definitions, std::move(kept.versions), surroundings.report,
                    [this](const Survey& survey) { found(survey); }),
          hub(
              options.most_streams, gather_changes,
              [this](std::chrono::milliseconds delay, std::function<void()> task) {
                  later(delay, std::move(task));
              },
              [this](const PollKey& key) { return routes.render(key); }),
          routes(catalogue, kept.polls, hub, writer, kept.scores.get(), files.get(), origins, surroundings.now_ms),
          server(
              io, options.address, options.port,
              [this](const Request& request, const Answer& answer) { routes.handle(request, answer); },
              origins, limits_from(options, surroundings), options.most_connections) {
        started = true;
    }

    // A state of a definition was read: keep it, and tell listeners about polls that may look different now.
    void found(const Survey& survey) {
        const core::Definition& definition = *survey.definition;
        writer.keep({definition.id, definition.content_hash.text(), survey.source});
        if (!started) return;
        for (const core::Element& question : definition.elements) {
            if (question.poll) hub.changed({definition.id, question.name});
        }
    }

    void later(std::chrono::milliseconds delay, std::function<void()> task) {
        auto timer = std::make_shared<asio::steady_timer>(io, delay);
        timer->async_wait([timer, task = std::move(task)](boost::system::error_code) { task(); });
    }

    void stop() {
        boost::system::error_code ignored;
        signals.clear(ignored);
        signals.cancel(ignored);
        server.stop();
        hub.close();
    }

    bool started = false;
    Surroundings surroundings;
    Kept kept;
    std::unique_ptr<StaticFiles> files;
    CrossOrigin origins;
    asio::io_context io{1};
    asio::signal_set signals;
    Writer writer;
    Catalogue catalogue;
    EventHub hub;
    Routes routes;
    Server server;
};

Collector::Collector(const Options& options, Surroundings surroundings)
    : parts_(std::make_unique<Parts>(options, std::move(surroundings))) {}

Collector::~Collector() = default;

std::string Collector::url() const { return parts_->server.url(); }

std::uint16_t Collector::port() const { return parts_->server.port(); }

void Collector::run() { parts_->io.run(); }

void Collector::stop() {
    asio::post(parts_->io, [parts = parts_.get()] { parts->stop(); });
}

void Collector::stop_on_signals() {
    parts_->signals.add(SIGINT);
    parts_->signals.add(SIGTERM);
    parts_->signals.async_wait([parts = parts_.get()](boost::system::error_code error, int) {
        if (!error) parts->stop();
    });
}

}  // namespace canvass::collector
