// What is shown a part at a time: panels and questions that fold under their titles, rows behind tabs.
#include <algorithm>

#include "widget/ui/button.h"
#include "widget/ui/chips.h"
#include "widget/ui/group.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

// The first; empty: nothing is wrong there.
std::string_view error_inside(const std::vector<ElementView>& elements, std::size_t index) {
    for (const std::size_t end = end_of(elements, index); index < end; ++index)
        if (!elements[index].errors.empty()) return elements[index].errors.front();
    return {};
}

bool has_focus(ui::Frame& frame, const std::vector<ElementView>& elements, std::size_t index) {
    const NodeId focus = frame.input().focus();
    if (focus == 0) return false;
    for (const std::size_t end = end_of(elements, index); index < end; ++index)
        if (control_of(frame, elements[index]) == focus) return true;
    return false;
}

ui::ShownTab& shown_tab(ui::Frame& frame, const ElementView& view, NodeId first) {
    std::vector<ui::ShownTab>& tabs = frame.memory().tabs;
    const NodeId question = node_id(0, view.name);
    for (ui::ShownTab& tab : tabs)
        if (tab.question == question) return tab;
    tabs.push_back({question, first});
    return tabs.back();
}

}  // namespace

bool fold(ui::Frame& frame, const ElementView& view) {
    const std::vector<ElementView>& elements = frame.model().survey->elements;
    const NodeId id = node_id(node_id(0, view.name), "fold");
    std::vector<NodeId>& changed = frame.memory().folds;
    const bool usual = layout_of(frame, view).fold == core::Layout::Fold::open;
    const auto is_open = [&] { return usual != (std::find(changed.begin(), changed.end(), id) != changed.end()); };
    const auto turn = [&] {
        if (std::erase(changed, id) == 0) changed.push_back(id);
    };
    // A fault is not hidden, nor is what it opened once it is mended.
    const bool wrong = !error_inside(elements, static_cast<std::size_t>(&view - elements.data())).empty();
    if (wrong && !is_open()) turn();
    const bool always = wrong || frame.model().survey->state == core::SessionState::preview;
    const bool open = always || is_open();

    const Theme& theme = frame.theme();
    const ui::Font font = frame.heading();
    std::string_view label = label_of(frame, view);
    if (label.empty()) label = view.name;
    const std::string& mark = frame.model().survey->required_mark;
    if (view.required && !mark.empty()) label = frame.join(label, " ", mark);
    const float sign = 3 * theme.space;
    const float text_height = frame.layout(label, font, frame.width() - sign).height;
    const ui::Box box = frame.take(std::max(text_height, theme.target));
    const ui::Press press = frame.press(id, box, !always);
    if (frame.paint().visible(box)) {
        frame.text({box.x, box.y + (box.height - text_height) / 2, box.width - sign, 0}, font, label, theme.ink);
        const float reach = 0.6f * theme.space;
        frame.chevron({box.right() - 2 * reach, box.centre().y}, open ? -reach : reach, press.hovered ? theme.accent : theme.ink_muted);
        frame.focus_ring(press, box, theme.radius);
    }
    Node& node = frame.emit(id, Role::button, box, label);
    node.flags |= flag_foldable;
    if (open) node.flags |= flag_checked;
    if (always) node.flags |= flag_disabled;
    if (press.pressed) turn();
    return open;
}

std::size_t tabs(ui::Frame& frame, std::size_t index) {
    const std::vector<ElementView>& elements = frame.model().survey->elements;
    const ElementView& view = elements[index];
    const std::size_t first = index + 1, end = end_of(elements, index);
    if (first == end) return end;
    ui::ShownTab& tab = shown_tab(frame, view, node_id(0, elements[first].name));
    for (std::size_t row = first; row < end; row = end_of(elements, row))
        if (has_focus(frame, elements, row)) tab.row = node_id(0, elements[row].name);
    std::size_t shown = first;
    for (std::size_t row = first; row < end; row = end_of(elements, row)) {
        shown = row;
        if (tab.row == node_id(0, elements[row].name)) break;
    }
    std::optional<ui::Group> group;
    group.emplace(frame, node_id(node_id(0, view.name), "tabs"), Role::tab_list, label_of(frame, view));
    ui::Chips chips(frame);
    for (std::size_t row = first; row < end; row = end_of(elements, row)) {
        const NodeId id = node_id(node_id(0, elements[row].name), "tab");
        if (!chips.tab(id, Role::tab, elements[row].shown, row == shown, error_inside(elements, row))) continue;
        tab.row = node_id(0, elements[row].name);
        frame.input().focus_on(id);
    }
    chips.finish();
    group.reset();
    panel(frame, shown, Role::tab_panel);
    return end;
}

void show_last_tab(ui::Frame& frame, const ElementView& view) { shown_tab(frame, view, 0).row = 0; }

}  // namespace canvass::widget::views
