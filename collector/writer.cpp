#include "collector/writer.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <utility>

namespace canvass::collector {

Writer::Writer(std::unique_ptr<Store> store, Post post, Now now, std::function<void(const std::string&)> report)
    : store_(std::move(store)),
      post_(std::move(post)),
      now_(std::move(now)),
      report_(std::move(report)),
      thread_([this] { work(); }) {}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void Writer::add(Submission submission, Done done) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back({std::move(submission), std::move(done)});
    }
    wake_.notify_one();
}

void Writer::keep(DefinitionVersion version) {
    {
        const std::lock_guard lock(mutex_);
        new_versions_.push_back(std::move(version));
    }
    wake_.notify_one();
}

void Writer::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wake_.wait(lock, [this] { return stopping_ || !waiting_.empty() || !new_versions_.empty(); });
        if (waiting_.empty() && new_versions_.empty()) return;
        std::vector<Waiting> waiting = std::exchange(waiting_, {});
        std::move(new_versions_.begin(), new_versions_.end(), std::back_inserter(unwritten_));
        new_versions_.clear();
        lock.unlock();
        write(std::move(waiting));
        lock.lock();
    }
}

void Writer::write(std::vector<Waiting> waiting) {
    std::vector<const Submission*> batch;
    batch.reserve(waiting.size());
    for (const Waiting& one : waiting) batch.push_back(&one.submission);
    std::vector<Outcome> outcomes;
    try {
        for (const DefinitionVersion& version : unwritten_) store_->keep(version);
        unwritten_.clear();
        if (!batch.empty()) outcomes = store_->add(batch, now_());
        healthy_ = true;
    } catch (const std::exception& error) {
        if (healthy_.exchange(false)) report_(std::string("cannot write to the database: ") + error.what());
        outcomes.assign(batch.size(), Outcome{});
    }
    if (waiting.empty()) return;
    post_([waiting = std::move(waiting), outcomes = std::move(outcomes)]() mutable {
        for (std::size_t i = 0; i < waiting.size(); ++i) waiting[i].done(std::move(outcomes[i]));
    });
}

}  // namespace canvass::collector
