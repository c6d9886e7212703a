#include <algorithm>

#include "widget/ui/button.h"
#include "widget/ui/group.h"
#include "widget/ui/panel.h"
#include "widget/ui/text.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

NodeId add_id(std::string_view question) { return node_id(node_id(0, question), "add"); }

// What lies below the element at `index`, one under the other; returns the index after it.
std::size_t inside(ui::Frame& frame, std::size_t index, bool gap_before) {
    const std::vector<ElementView>& elements = frame.model().survey->elements;
    const int depth = elements[index].depth;
    for (++index; index < elements.size() && elements[index].depth > depth;) {
        if (gap_before) frame.gap(3);
        gap_before = true;
        index = element(frame, index);
    }
    return index;
}

bool row_button(ui::Frame& frame, NodeId id, std::string_view label) {
    ui::Box box = frame.take(frame.theme().target);
    box.width = std::min(box.width, ui::button_width(frame, label));
    ui::Button button;
    button.id = id;
    button.label = label;
    return ui::button(frame, box, button);
}

}  // namespace

NodeId remove_id(const ElementView& row) { return node_id(node_id(0, row.name), "remove"); }

std::string_view remove_label(ui::Frame& frame, const ElementView& row) {
    return frame.join(row.remove_text, ": ", row.title);
}

void remove_row(ui::Frame& frame, const ElementView& row) {
    frame.act(core::RemoveRow{row.name});
    // The button goes with its row; what adds one stays.
    frame.input().focus_on(add_id(std::string_view(row.name).substr(0, row.name.rfind('['))));
}

std::size_t panel(ui::Frame& frame, std::size_t index) {
    const ElementView& view = frame.model().survey->elements[index];
    ui::Group group(frame, node_id(0, view.name), Role::group, label_of(frame, view));
    describe(frame, view, group.node());
    if (view.title.empty()) group.node().flags |= flag_label_hidden;

    const ui::Panel outline(frame);
    ui::caption(frame, label_of(frame, view), frame.heading(), frame.theme().ink);
    ui::caption(frame, view.description, frame.body(), frame.theme().ink_muted);
    for (const std::string& error : view.errors) {
        frame.gap(0.5f);
        ui::error_caption(frame, error);
    }
    index = inside(frame, index, !view.title.empty() || !view.description.empty());
    if (!view.remove_text.empty()) {
        frame.gap(2);
        if (row_button(frame, remove_id(view), remove_label(frame, view))) remove_row(frame, view);
    }
    if (view.kind == core::Kind::page && frame.model().survey->can_edit) {
        frame.gap(3);
        if (row_button(frame, node_id(node_id(0, view.name), "edit"), frame.words(core::Text::edit))) {
            frame.act(core::EditAnswers{core::Value(view.name)});
        }
    }
    return index;
}

std::size_t rows(ui::Frame& frame, std::size_t index) {
    const ElementView& view = frame.model().survey->elements[index];
    ui::Group group(frame, node_id(0, view.name), Role::group, label_of(frame, view));
    describe(frame, view, group.node());
    question_head(frame, view);
    if (!view.placeholder.empty()) {
        ui::text(frame, node_id(node_id(0, view.name), "none"), view.placeholder, frame.body(), frame.theme().ink_muted);
    }
    const std::optional<std::size_t> after = table(frame, index);
    index = after ? *after : inside(frame, index, !view.placeholder.empty());
    if (!view.add_text.empty()) {
        frame.gap(2);
        if (row_button(frame, add_id(view.name), view.add_text)) frame.act(core::AddRow{view.name});
    }
    return index;
}

std::size_t element(ui::Frame& frame, std::size_t index) {
    const ElementView& view = frame.model().survey->elements[index];
    if (core::is_container(view.kind)) return panel(frame, index);
    if (core::has_rows(view.kind)) return rows(frame, index);
    question(frame, view);
    return index + 1;
}

}  // namespace canvass::widget::views
