// Group commit: one thread takes every submission that waits, writes them in one transaction, and acknowledges
// them all once they are on the disk.
//
// Ownership: owns the store from construction on. Threads: add() and keep() from any thread; the callbacks run
// where `post` puts them, in the order of the commits. Errors: a submission that could not be written has the
// outcome `failed`; the writer goes on. Every callback is called, also while stopping.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "collector/store.h"

namespace canvass::collector {

class Writer {
public:
    using Done = std::function<void(Outcome)>;
    using Post = std::function<void(std::function<void()>)>;
    using Now = std::function<double()>;  // milliseconds since 1970

    Writer(std::unique_ptr<Store> store, Post post, Now now, std::function<void(const std::string&)> report);
    ~Writer();  // writes what waits

    void add(Submission submission, Done done);
    void keep(DefinitionVersion version);  // on the disk before every later submission

    // False after a write failed, until one succeeds.
    bool healthy() const noexcept { return healthy_; }

private:
    struct Waiting {
        Submission submission;
        Done done;
    };

    void work();
    void write(std::vector<Waiting> waiting);

    std::unique_ptr<Store> store_;
    Post post_;
    Now now_;
    std::function<void(const std::string&)> report_;
    std::atomic<bool> healthy_ = true;

    std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<Waiting> waiting_;
    std::vector<DefinitionVersion> new_versions_;
    bool stopping_ = false;

    std::vector<DefinitionVersion> unwritten_;  // the thread's own: kept until a write succeeds
    std::thread thread_;                        // last: it uses all of the above
};

}  // namespace canvass::collector
