#include "widget/ui/group.h"
#include "widget/ui/panel.h"
#include "widget/ui/text.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

std::size_t panel(ui::Frame& frame, std::size_t index) {
    const std::vector<ElementView>& elements = frame.model().survey->elements;
    const ElementView& view = elements[index];
    ui::Group group(frame, node_id(0, view.name), Role::group, label_of(frame, view));
    group.node().description = frame.keep(view.description);
    group.node().error = frame.keep(frame.sentences(view.errors));
    if (!view.errors.empty()) group.node().flags |= flag_invalid;
    if (view.title.empty()) group.node().flags |= flag_label_hidden;

    const ui::Panel outline(frame);
    ui::caption(frame, label_of(frame, view), frame.heading(), frame.theme().ink);
    ui::caption(frame, view.description, frame.body(), frame.theme().ink_muted);
    for (const std::string& error : view.errors) {
        frame.gap(0.5f);
        ui::error_caption(frame, error);
    }
    bool first = view.title.empty() && view.description.empty();
    for (++index; index < elements.size() && elements[index].depth > view.depth;) {
        if (!first) frame.gap(3);
        first = false;
        index = element(frame, index);
    }
    return index;
}

std::size_t element(ui::Frame& frame, std::size_t index) {
    const ElementView& view = frame.model().survey->elements[index];
    if (view.kind == core::Kind::panel) return panel(frame, index);
    question(frame, view);
    return index + 1;
}

}  // namespace canvass::widget::views
