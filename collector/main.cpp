// canvass-collector: see options.cpp for its command line. Exit status 0 after a graceful stop, 1 when it
// cannot serve, 2 for a wrong command line.
#include <sys/resource.h>

#include <csignal>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "collector/collector.h"

namespace {

// A connection is a descriptor, and the usual soft limit is lower than what we serve.
void allow_many_descriptors() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> words(arguments + 1, arguments + count);
    if (words == std::vector<std::string>{"--help"}) {
        std::cout << canvass::collector::usage;
        return 0;
    }
    const auto options = canvass::collector::parse_options(words);
    if (!options) {
        std::cerr << "canvass-collector: " << options.error() << '\n' << canvass::collector::usage;
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN);
    allow_many_descriptors();
    try {
        canvass::collector::Surroundings surroundings;
        surroundings.report = [](const std::string& line) { std::cerr << line + '\n'; };
        canvass::collector::Collector collector(*options, std::move(surroundings));
        collector.stop_on_signals();
        std::cout << "listening on " << collector.url() << std::endl;
        collector.run();
    } catch (const std::exception& error) {
        std::cerr << "canvass-collector: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
