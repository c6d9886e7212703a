// The collector as a whole: opens the store, reads the definitions, counts the polls, listens and serves.
//
// One thread (the one in run()) does HTTP, validation and counting, so nothing of that is locked; a second one
// writes. Ownership: owns everything it needs. Threads: stop() from any; the rest from one.
// Errors: the constructor throws std::runtime_error with a sentence for the operator.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "collector/options.h"

namespace canvass::collector {

struct ConnectionLimits;

// What tests set and the command line does not.
struct Surroundings {
    std::function<double()> now_ms;                  // since 1970; the system's clock when empty
    std::function<void(const std::string&)> report;  // lines for the operator; none when empty
    std::function<void(ConnectionLimits&)> adjust_limits;
};

class Collector {
public:
    explicit Collector(const Options& options, Surroundings surroundings = {});
    ~Collector();

    std::string url() const;
    std::uint16_t port() const;

    // Serves until stop(), or until a signal if stop_on_signals() was called before.
    void run();
    void stop();
    void stop_on_signals();  // SIGINT, SIGTERM

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace canvass::collector
