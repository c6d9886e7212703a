// The order of what pages and panels hold, where chance decides it.
#include <algorithm>

#include "core/base/shuffle.h"
#include "core/session/state.h"

namespace canvass::core {

// Pages, and panels that lie on them; panels inside of panels keep their order.
void Session::State::arrange() {
    const auto seed = static_cast<std::uint32_t>(options.seed);
    for (const ElementIndex at : definition->pages) {
        const Order order = element(at).order;
        const bool random = order == Order::random || (order == Order::as_around && definition->course.random_order);
        const std::uint32_t inside = seed_inside(seed, name_of(Kind::page), element(at).name);
        for (const ElementIndex child : element(at).children) {
            if (element(child).kind != Kind::panel) continue;
            arrange(child, random, seed_inside(inside, name_of(Kind::panel), element(child).name));
        }
        arrange(at, random, inside);
    }
}

void Session::State::arrange(ElementIndex container, bool random, std::uint32_t seed) {
    const Element& described = element(container);
    if (described.order != Order::random && (!random || described.order == Order::as_written)) return;
    std::vector<ElementIndex> movable;
    for (const ElementIndex child : described.children) {
        if (element(child).moves) movable.push_back(child);
    }
    shuffle(movable, seed);
    std::vector<ElementIndex> children = described.children;
    auto next = movable.begin();
    for (ElementIndex& child : children) {
        if (element(child).moves) child = *next++;
    }
    arrangements.push_back({container, std::move(children)});
}

const std::vector<ElementIndex>& Session::State::arranged(ElementIndex container) const {
    const auto found = std::find_if(arrangements.begin(), arrangements.end(),
                                    [&](const Arrangement& one) { return one.container == container; });
    return found == arrangements.end() ? definition->at(container).children : found->children;
}

}  // namespace canvass::core
