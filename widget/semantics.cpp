#include "widget/semantics.h"

#include "widget/hash.h"

namespace canvass::widget {

void Semantics::clear() {
    nodes_.clear();
    texts_.clear();
}

Node& Semantics::append(NodeId id, Role role) {
    Node& node = nodes_.emplace_back();
    node.id = id;
    node.role = role;
    return node;
}

TextRange Semantics::keep(std::string_view text) {
    const TextRange range{static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(text.size())};
    texts_ += text;
    return range;
}

std::string_view Semantics::text(TextRange range) const {
    return std::string_view(texts_).substr(range.offset, range.length);
}

std::uint64_t Semantics::hash() const noexcept {
    return hash_bytes(nodes_.data(), nodes_.size() * sizeof(Node), hash_text(texts_));
}

const Node* Semantics::find(Role role, std::string_view label) const {
    for (const Node& node : nodes_)
        if (node.role == role && text(node.label) == label) return &node;
    return nullptr;
}

NodeId node_id(NodeId parent, std::string_view name, std::string_view part) {
    std::uint32_t hash = 2166136261u;
    const auto add = [&hash](unsigned char byte) { hash = (hash ^ byte) * 16777619u; };
    for (int shift = 0; shift < 32; shift += 8) add(static_cast<unsigned char>(parent >> shift));
    for (const char c : name) add(static_cast<unsigned char>(c));
    add(0xFF);  // stands in no UTF-8 text, so ("ab", "c") differs from ("a", "bc")
    for (const char c : part) add(static_cast<unsigned char>(c));
    return hash > survey_parts ? hash : hash + 2;
}

}  // namespace canvass::widget
