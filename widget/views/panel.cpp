#include <algorithm>

#include "widget/ui/button.h"
#include "widget/ui/columns.h"
#include "widget/ui/group.h"
#include "widget/ui/panel.h"
#include "widget/ui/text.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

// What lies below the element at `index`; returns the index after it.
std::size_t inside(ui::Frame& frame, std::size_t index, bool gap_before, int columns = 0) {
    const std::vector<ElementView>& elements = frame.model().survey->elements;
    if (gap_before && end_of(elements, index) > index + 1) frame.gap(3);
    return stack(frame, index + 1, elements[index].depth, 3, columns);
}

}  // namespace

std::size_t end_of(const std::vector<ElementView>& elements, std::size_t index) {
    const int depth = elements[index].depth;
    while (++index < elements.size() && elements[index].depth > depth) {
    }
    return index;
}

std::size_t stack(ui::Frame& frame, std::size_t index, int depth, float gap, int columns) {
    const std::vector<ElementView>& elements = frame.model().survey->elements;
    const int fitting = ui::columns_that_fit(frame, 24 * frame.theme().space);
    const int most = columns > 0 ? std::min(columns, fitting) : fitting;
    for (bool first = true; index < elements.size() && elements[index].depth > depth; first = false) {
        if (!first) frame.gap(gap);
        int count = 1;
        for (std::size_t at = end_of(elements, index); count < most && at < elements.size(); at = end_of(elements, at)) {
            const bool beside = columns > 0 || !layout_of(frame, elements[at]).starts_on_new_line;
            if (!beside || elements[at].depth != elements[index].depth) break;
            ++count;
        }
        if (count == 1 && columns <= 1) {
            index = element(frame, index);
            continue;
        }
        ui::Columns line(frame, count, columns > 1 ? most : count);
        for (; count > 0; --count) {
            line.next();
            index = element(frame, index);
        }
        line.finish();
    }
    return index;
}

std::size_t panel(ui::Frame& frame, std::size_t index, Role role) {
    const ElementView& view = frame.model().survey->elements[index];
    ui::Group group(frame, node_id(0, view.name), role, label_of(frame, view));
    describe(frame, view, group.node());
    const bool folds = layout_of(frame, view).fold != core::Layout::Fold::none;
    if (view.title.empty()) group.node().flags |= flag_label_hidden;

    const ui::Panel outline(frame);
    // A tab says it already.
    const bool titled = !view.title.empty() && (role != Role::tab_panel || view.title != view.shown);
    if (folds && !fold(frame, view)) return end_of(frame.model().survey->elements, index);
    if (titled && !folds) ui::caption(frame, label_of(frame, view), frame.heading(), frame.theme().ink);
    ui::caption(frame, view.description, frame.body(), frame.theme().ink_muted);
    for (const std::string& error : view.errors) {
        frame.gap(0.5f);
        ui::error_caption(frame, error);
    }
    index = inside(frame, index, folds || titled || !view.description.empty());
    if (!view.remove_text.empty()) {
        frame.gap(2);
        if (is_asked(frame, view)) confirm_removal(frame, view);
        else if (row_button(frame, remove_id(view), remove_label(frame, view))) remove_row(frame, view);
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
    if (!question_head(frame, view)) return end_of(frame.model().survey->elements, index);
    if (!view.placeholder.empty()) {
        ui::text(frame, node_id(node_id(0, view.name), "none"), view.placeholder, frame.body(), frame.theme().ink_muted);
    }
    const std::optional<std::size_t> end = table(frame, index);
    const auto* settings = settings_of<core::Box<core::RowSettings>>(frame, view);
    const bool tabbed = settings && (*settings)->one_at_a_time && frame.model().survey->state != core::SessionState::preview;
    const int columns = view.kind == core::Kind::multipletext ? layout_of(frame, view).columns : 0;
    index = end ? *end : tabbed ? tabs(frame, index) : inside(frame, index, !view.placeholder.empty(), columns);
    if (!view.add_text.empty()) {
        frame.gap(2);
        if (row_button(frame, add_id(view.name), view.add_text)) {
            frame.act(core::AddRow{view.name});
            if (tabbed) show_last_tab(frame, view);
        }
    }
    question_foot(frame, view);
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
