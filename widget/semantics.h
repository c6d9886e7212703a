// What the picture means, one node for each thing a person can perceive or operate. A ui:: primitive appends
// its node in the same function that draws it, so picture and meaning cannot drift apart. The shell mirrors the
// nodes as native controls; tests find and press by role and label.
//
// Units: CSS pixels, in the element's own coordinates (y = 0 is the top of the content, not of the window on it).
// Order: document order, a group before what it holds. Identity: `id` is made from question names and never
// from translated text, so it survives a change of language.
// Layout: Node is copied as it is to the shell: 4-byte fields, no pointers; texts lie in one UTF-8 buffer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace canvass::widget {

using NodeId = std::uint32_t;

enum class Role : std::uint32_t {
    text,
    heading,      // level
    group,        // fieldset with label and description
    radiogroup,
    radio,
    checkbox,
    toggle,       // a switch: on while it is checked
    slider,
    text_field,   // flags: multiline; `kind` is the input type; `options` are suggestions
    select,       // one of `options`: `value` is its index, -1 for none
    image,        // `kind` is its address
    grip,         // dragged up and down by places of `step` pixels: `value` is its place
    button,       // flags: foldable, checked while what it folds is shown; checked alone: where one is
    tab_list,     // holds tabs: the one whose panel is shown is checked
    tab,
    tab_panel,    // a group
    progress,     // value of max
    status,       // polite live region
    alert,        // assertive live region
    table,        // results: rows hold cells
    row,
    cell,
    embed,        // what the shell shows itself, and says by set_value how high it is; `kind` says what (ui/embed.h)
    count
};

enum Flag : std::uint32_t {
    flag_checked = 1u << 0,
    flag_disabled = 1u << 1,
    flag_required = 1u << 2,
    flag_invalid = 1u << 3,
    flag_multiline = 1u << 4,
    flag_focused = 1u << 5,
    flag_primary = 1u << 6,   // the page's main button
    flag_read_only = 1u << 7,
    flag_label_hidden = 1u << 8,  // the label is not painted: plain mode shows it nevertheless
    flag_header = 1u << 9,    // of a table's cell; of an image, that it is the survey's logo
    flag_native = 1u << 10,   // not painted: the native control shows itself
    flag_several = 1u << 12,  // a slider on a track with others
    flag_foldable = 1u << 13,
};

struct TextRange {
    std::uint32_t offset = 0, length = 0;
};

struct Node {
    NodeId id = 0;
    NodeId parent = 0;  // 0: the element itself
    Role role = Role::text;
    std::uint32_t flags = 0;
    std::uint32_t level = 0;  // heading level 1–6
    float x = 0, y = 0, width = 0, height = 0;
    float value = 0, min = 0, max = 0, step = 0;  // max of a text field: characters, 0 is no bound
    float font_size = 0;  // of the painted text: overlaid fields match it
    TextRange label;
    TextRange description;  // further text that belongs to the control
    TextRange error;        // message while flag_invalid
    TextRange text;         // value of a text field; what a slider's value is called
    TextRange placeholder;
    TextRange kind;         // input type of a text field
    TextRange autocomplete;
    TextRange options;      // each behind option_enabled or option_disabled
    // Of a text field: from its edge to its text, and the height of a line.
    float padding_x = 0, padding_y = 0, line_height = 0;
};

inline constexpr char option_enabled = '\x1e', option_disabled = '\x1f';

class Semantics {
public:
    void clear();  // keeps the memory
    // Returns the new node; the reference holds until the next append.
    Node& append(NodeId id, Role role);
    // A node whose extent is known only after what it holds was laid out.
    Node& at(std::size_t index) { return nodes_[index]; }
    TextRange keep(std::string_view text);
    std::string_view text(TextRange range) const;

    const std::vector<Node>& nodes() const noexcept { return nodes_; }
    const std::string& texts() const noexcept { return texts_; }
    // Changes exactly when something in it changed.
    std::uint64_t hash() const noexcept;

    // For tests: the first node of this role and label; nullptr when there is none.
    const Node* find(Role role, std::string_view label) const;

private:
    std::vector<Node> nodes_;
    std::string texts_;
};

// FNV-1a over the parts: node_id(parent, "choice", "red"). Questions have parent 0, what belongs to the survey
// as a whole has parent `survey_parts`. Never 0.
inline constexpr NodeId survey_parts = 1;
NodeId node_id(NodeId parent, std::string_view name, std::string_view part = {});

}  // namespace canvass::widget
