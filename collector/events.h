// Live results: who listens to which poll, and what they are told when it changed.
//
// Changes are gathered for a moment and told once. A listener that is slower than the poll skips states in
// between, never the last one; nothing piles up for it.
// Ownership: the hub holds listeners weakly; one that is let go has left. Threads: the collector's.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "collector/polls.h"

namespace canvass::collector {

// One client's stream.
class Subscription {
public:
    // The next Server-Sent Event as text; nullptr when there is none now.
    std::shared_ptr<const std::string> take() { return std::exchange(next_, nullptr); }
    bool ended() const noexcept { return ended_; }
    // Called when there is an event to take, or the stream ended.
    void on_change(std::function<void()> wake) { wake_ = std::move(wake); }

private:
    friend class EventHub;
    std::shared_ptr<const std::string> next_;
    std::function<void()> wake_;
    bool ended_ = false;
};

class EventHub {
public:
    // Results as JSON; nothing when they are no longer to be seen.
    using Render = std::function<std::optional<std::string>(const PollKey&)>;
    // Calls a function once, later.
    using After = std::function<void(std::chrono::milliseconds, std::function<void()>)>;

    EventHub(std::size_t most, std::chrono::milliseconds gather, After after, Render render);

    // The first event is these results. nullptr when there are too many listeners.
    std::shared_ptr<Subscription> subscribe(const PollKey& key, const std::string& results);
    void changed(const PollKey& key);
    // Ends every stream.
    void close();

private:
    using Listeners = std::vector<std::weak_ptr<Subscription>>;
    void tell();
    static void end(Listeners& listeners);

    std::size_t most_;
    std::chrono::milliseconds gather_;
    After after_;
    Render render_;
    std::map<PollKey, Listeners> listeners_;
    std::set<PollKey> changed_;
};

}  // namespace canvass::collector
