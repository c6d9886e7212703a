// Circles among conditions: whether a is shown depends on the answer of b, and that of b on a's. Found as
// strongly connected components (Tarjan 1972, without recursion), each named by a shortest way round.
#include <algorithm>

#include "core/definition/loader.h"

namespace canvass::core {
namespace {

// Elements come first, calculated values after them. Edges go from what is read to what reads it, and from a
// container to what it holds.
class Influence {
public:
    explicit Influence(const Definition& definition) : definition_(definition) {}

    std::size_t size() const { return definition_.elements.size() + definition_.calculated.size(); }
    bool is_calculated(std::int32_t node) const { return node >= first_calculated(); }
    std::int32_t first_calculated() const { return static_cast<std::int32_t>(definition_.elements.size()); }

    const std::string& name(std::int32_t node) const {
        return is_calculated(node) ? calculated(node).name : definition_.at(node).name;
    }
    std::string_view pointer(std::int32_t node) const {
        if (is_calculated(node)) return calculated(node).expression.pointer();
        const Element& element = definition_.at(node);
        return element.visible_if.given() ? element.visible_if.pointer() : element.enable_if.pointer();
    }

    // The neighbour at `cursor`, or past what is no edge the next one; -1 at the end.
    std::int32_t next(std::int32_t node, std::size_t& cursor) const {
        std::size_t held = 0;
        if (!is_calculated(node)) {
            // Whether a row is shown may hang on an answer in it: answers that are hidden still count.
            if (definition_.at(node).kind == Kind::row) return -1;
            const auto& children = definition_.at(node).children;
            if (cursor < children.size()) return children[cursor++];
            if (is_container(definition_.at(node).kind)) return -1;
            held = children.size();
        }
        const std::string& answer = is_calculated(node) ? name(node) : definition_.at(node).value_name;
        const auto readers = definition_.reads.of(definition_.reads.names.find(answer));
        const ElementIndex owner = is_calculated(node) ? no_element : definition_.at(node).owner;
        while (cursor - held < readers.size()) {
            const Reader& reader = readers[cursor++ - held];
            if (!is_meant(reader, owner)) continue;
            if (reader.duty == Duty::visible || reader.duty == Duty::enabled) return reader.index;
            if (reader.duty == Duty::calculated) return first_calculated() + reader.index;
        }
        return -1;
    }

private:
    // An answer in a row is read by what stands in the same row, one of the survey by its own name.
    bool is_meant(const Reader& reader, ElementIndex owner) const {
        const bool of_element = reader.duty != Duty::calculated && reader.duty != Duty::trigger && reader.duty != Duty::survey_texts;
        const ElementIndex around = of_element ? definition_.at(reader.index).owner : no_element;
        return reader.reach == Reach::survey || around == no_element ? owner == no_element : owner == around;
    }
    const CalculatedValue& calculated(std::int32_t node) const {
        return definition_.calculated[static_cast<std::size_t>(node - first_calculated())];
    }

    const Definition& definition_;
};

class Components {
public:
    explicit Components(const Influence& graph)
        : graph_(graph), order_(graph.size(), -1), low_(graph.size(), 0), component_(graph.size(), -1) {
        for (std::size_t node = 0; node < graph.size(); ++node) {
            if (order_[node] < 0) visit(static_cast<std::int32_t>(node));
        }
    }

    std::int32_t of(std::int32_t node) const { return component_[static_cast<std::size_t>(node)]; }
    bool alone(std::int32_t node) const { return sizes_[static_cast<std::size_t>(of(node))] == 1; }
    // Nodes in the order in which their components were closed: what is read comes last.
    const std::vector<std::int32_t>& closed() const { return closed_; }

private:
    struct Step {
        std::int32_t node;
        std::size_t cursor;
    };

    void enter(std::int32_t node) {
        order_[static_cast<std::size_t>(node)] = low_[static_cast<std::size_t>(node)] = count_++;
        open_.push_back(node);
        way_.push_back({node, 0});
    }

    void close(std::int32_t root) {
        sizes_.push_back(0);
        for (std::int32_t node = -1; node != root;) {
            node = open_.back();
            open_.pop_back();
            component_[static_cast<std::size_t>(node)] = components_;
            closed_.push_back(node);
            ++sizes_.back();
        }
        ++components_;
    }

    void visit(std::int32_t start) {
        enter(start);
        while (!way_.empty()) {
            const std::int32_t node = way_.back().node;
            std::int32_t& low = low_[static_cast<std::size_t>(node)];
            const std::int32_t next = graph_.next(node, way_.back().cursor);
            if (next >= 0) {
                const auto at = static_cast<std::size_t>(next);
                if (order_[at] < 0) {
                    enter(next);
                } else if (component_[at] < 0) {
                    low = std::min(low, order_[at]);
                }
                continue;
            }
            way_.pop_back();
            if (low == order_[static_cast<std::size_t>(node)]) close(node);
            if (!way_.empty()) {
                std::int32_t& outer = low_[static_cast<std::size_t>(way_.back().node)];
                outer = std::min(outer, low);
            }
        }
    }

    const Influence& graph_;
    std::vector<std::int32_t> order_, low_, component_, open_, closed_, sizes_;
    std::vector<Step> way_;
    std::int32_t count_ = 0, components_ = 0;
};

bool reads_itself(const Influence& graph, std::int32_t node) {
    std::size_t cursor = 0;
    std::int32_t next = graph.next(node, cursor);
    while (next >= 0 && next != node) next = graph.next(node, cursor);
    return next == node;
}

// A shortest way from `start` back to itself inside its component, backwards: each node reads the next one.
std::vector<std::int32_t> way_round(const Influence& graph, const Components& components, std::int32_t start) {
    std::vector<std::int32_t> from(graph.size(), -1), queue{start};
    for (std::size_t head = 0; head < queue.size(); ++head) {
        const std::int32_t node = queue[head];
        std::size_t cursor = 0;
        for (std::int32_t next = graph.next(node, cursor); next >= 0; next = graph.next(node, cursor)) {
            if (next == start) {
                std::vector<std::int32_t> way{start};
                for (std::int32_t back = node; back != start; back = from[static_cast<std::size_t>(back)]) {
                    way.push_back(back);
                }
                way.push_back(start);
                return way;
            }
            if (components.of(next) == components.of(start) && from[static_cast<std::size_t>(next)] < 0) {
                from[static_cast<std::size_t>(next)] = node;
                queue.push_back(next);
            }
        }
    }
    return {};
}

}  // namespace

void order_and_find_cycles(Loader& loader) {
    Definition& definition = loader.definition;
    const Influence graph(definition);
    const Components components(graph);
    for (auto node = components.closed().rbegin(); node != components.closed().rend(); ++node) {
        if (graph.is_calculated(*node)) {
            definition.calculation_order.push_back(*node - graph.first_calculated());
        }
    }
    std::vector<char> reported(graph.size(), 0);
    for (std::int32_t node = 0; node < static_cast<std::int32_t>(graph.size()); ++node) {
        const auto component = static_cast<std::size_t>(components.of(node));
        if (reported[component] || graph.pointer(node).empty()) continue;
        if (components.alone(node) && !reads_itself(graph, node)) continue;
        reported[component] = 1;
        const std::vector<std::int32_t> way = way_round(graph, components, node);
        std::string names;
        for (const std::int32_t step : way) {
            if (!names.empty()) names += " → ";
            names += graph.name(step);
        }
        loader.report(Code::circular_expression, std::string(graph.pointer(node)), graph.name(node), names);
    }
}

}  // namespace canvass::core
