#include "collector/events.h"

#include <iterator>
#include <utility>

namespace canvass::collector {
namespace {

std::shared_ptr<const std::string> event(const std::string& json) {
    return std::make_shared<const std::string>("data: " + json + "\n\n");
}

}  // namespace

EventHub::EventHub(std::size_t most, std::chrono::milliseconds gather, After after, Render render)
    : most_(most), gather_(gather), after_(std::move(after)), render_(std::move(render)) {}

std::shared_ptr<Subscription> EventHub::subscribe(const PollKey& key, const std::string& results) {
    std::size_t listening = 0;
    for (auto poll = listeners_.begin(); poll != listeners_.end();) {
        std::erase_if(poll->second, [](const auto& listener) { return listener.expired(); });
        listening += poll->second.size();
        poll = poll->second.empty() ? listeners_.erase(poll) : std::next(poll);
    }
    if (listening >= most_) return nullptr;
    auto subscription = std::make_shared<Subscription>();
    subscription->next_ = event(results);
    listeners_[key].push_back(subscription);
    return subscription;
}

void EventHub::changed(const PollKey& key) {
    if (!listeners_.contains(key)) return;
    const bool waiting = !changed_.empty();
    changed_.insert(key);
    if (!waiting) after_(gather_, [this] { tell(); });
}

void EventHub::tell() {
    for (const PollKey& key : std::exchange(changed_, {})) {
        const auto poll = listeners_.find(key);
        if (poll == listeners_.end()) continue;
        const auto results = render_(key);
        if (!results) {
            end(poll->second);
            continue;
        }
        const auto text = event(*results);
        for (const auto& listener : poll->second) {
            const auto subscription = listener.lock();
            if (!subscription) continue;
            subscription->next_ = text;
            if (subscription->wake_) subscription->wake_();
        }
    }
}

void EventHub::close() {
    for (auto& [key, listeners] : listeners_) end(listeners);
}

void EventHub::end(Listeners& listeners) {
    for (const auto& listener : listeners) {
        const auto subscription = listener.lock();
        if (!subscription) continue;
        subscription->ended_ = true;
        if (subscription->wake_) subscription->wake_();
    }
}

}  // namespace canvass::collector
