// A community of which it is known who is new, who fades and who carries it: members come over two years, each with a
// rhythm of their own, and some lose it. From a seed, so that it is the same everywhere.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "core/engagement/ledger.h"

namespace canvass::core::engagement_tests {

struct Person {
    std::string name;
    int joined = 0;       // day of the simulation
    int fades = -1;       // from this day on; -1: never
    double rate = 0;      // chance to be there on a day
    double gives = 0;     // things done on a day there
    bool welcomes = true; // answers others
};

struct Community {
    std::vector<Person> people;
    std::vector<Event> events;  // by time
    int days = 0;
};

// SplitMix64 (Steele, Lea, Flood 2014).
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t bits() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
        z = (z ^ z >> 27) * 0x94D049BB133111EBu;
        return z ^ z >> 31;
    }
    double unit() { return static_cast<double>(bits() >> 11) / 9007199254740992.0; }
    bool happens(double probability) { return unit() < probability; }
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(bits() % end); }

private:
    std::uint64_t state_;
};

// Types are those of the model "canvass".
inline Community simulated_community(std::size_t size, int days, std::int64_t begin, const Model& model, std::uint64_t seed) {
    Chance chance(seed);
    Community community;
    community.days = days;
    for (std::size_t i = 0; i < size; ++i) {
        Person person;
        person.name = "member-" + std::to_string(i);
        person.joined = chance.happens(0.3) ? 0 : static_cast<int>(chance.below(static_cast<std::size_t>(days)));
        const double u = chance.unit();
        // Most are there a few times a month, some every day.
        person.rate = 0.02 + 0.7 * u * u * u * u;
        person.gives = 0.3 + 1.5 * chance.unit();
        if (chance.happens(0.02)) {  // who carries it
            person.rate = 0.4 + 0.5 * chance.unit();
            person.gives = 12 + 10 * chance.unit();
        }
        if (chance.happens(0.25)) person.fades = person.joined + 120 + static_cast<int>(chance.below(500));
        community.people.push_back(std::move(person));
    }
    const auto type = [&](const char* name) { return *model.find_type(name); };
    const std::uint16_t seen = type("seen"), answered = type("answered"), posted = type("posted"), replied = type("replied"),
                        liked = type("liked"), helped = type("helped");
    const std::uint16_t done[] = {answered, posted, replied, replied, liked, liked, helped};
    std::size_t number = 0;
    for (int day = 0; day < days; ++day)
        for (Person& person : community.people) {
            if (day < person.joined) continue;
            const double faded = person.fades >= 0 && day >= person.fades ? 0.05 : 1;
            if (day != person.joined && !chance.happens(person.rate * faded)) continue;
            const auto add = [&](std::uint16_t what) {
                Event event;
                event.key = EventKey{chance.bits(), number++};
                event.member = person.name;
                event.type = what;
                event.at = begin + day * ms_per_day + static_cast<std::int64_t>(chance.below(ms_per_day));
                if (what == replied || what == liked || what == helped) {
                    const Person& other = community.people[chance.below(community.people.size())];
                    if (other.joined <= day && &other != &person) event.subject = other.name;
                }
                community.events.push_back(std::move(event));
            };
            add(seen);
            const int things = static_cast<int>(person.gives) + chance.happens(person.gives - std::floor(person.gives));
            for (int i = 0; i < things; ++i) add(done[chance.below(std::size(done))]);
        }
    return community;
}

}  // namespace canvass::core::engagement_tests
