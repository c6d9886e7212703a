// Above a page that could not be left: how many answers need a look, and a way to each.
#include "widget/ui/button.h"
#include "widget/ui/group.h"
#include "widget/ui/text.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

void error_summary(ui::Frame& frame) {
    const std::vector<ElementView>& elements = frame.model().survey->elements;
    int count = 0;
    for (const ElementView& view : elements) count += view.errors.empty() ? 0 : 1;
    if (count == 0) return;

    const NodeId id = node_id(survey_parts, "errors");
    const std::string_view title = frame.fill(frame.words(core::Text::errors_title), frame.number(count));
    ui::Group group(frame, id, Role::group, title);
    group.node().flags |= flag_label_hidden;
    ui::notice(frame, node_id(id, "count"), Role::alert, ui::Tone::bad, title);
    if (count > 1) {
        frame.gap(0.5f);
        for (const ElementView& view : elements) {
            if (view.errors.empty()) continue;
            const std::string_view label = frame.join(view.title, ": ", view.errors.front());
            if (ui::link(frame, node_id(id, "to", view.name), label))
                frame.input().focus_on(control_of(frame, view));
        }
    }
    frame.gap(3);
}

}  // namespace canvass::widget::views
