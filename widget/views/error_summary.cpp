// Above a page that could not be left: which answer needs a look, or how many and a way to each.
#include "widget/ui/button.h"
#include "widget/ui/group.h"
#include "widget/ui/text.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

void error_summary(ui::Frame& frame) {
    const std::vector<ElementView>& elements = frame.model().survey->elements;
    const ui::Inset inset = ui::notice_inset(frame, ui::Tone::bad);
    const float width = frame.width() - inset.left - inset.right;
    const auto label = [&frame](const ElementView& view) {
        return frame.join(view.title, " – ", view.errors.front());
    };
    int count = 0;
    float links = 0;
    const ElementView* first = nullptr;
    for (const ElementView& view : elements) {
        if (view.errors.empty()) continue;
        if (count++ == 0) first = &view;
        links += ui::link_height(frame, label(view), width);
    }
    if (count == 0) return;
    if (count == 1) {  // the focus went there already, the sentence says it all
        ui::notice(frame, node_id(survey_parts, "errors", "one"), Role::alert, ui::Tone::bad, label(*first));
        frame.gap(4);
        return;
    }

    const NodeId id = node_id(survey_parts, "errors");
    const std::string_view title = frame.fill(frame.words(core::Text::errors_title), frame.number(count));
    ui::Group group(frame, id, Role::group, title);
    group.node().flags |= flag_label_hidden;
    ui::notice(frame, node_id(id, "count"), Role::alert, ui::Tone::bad, title, links + frame.theme().space);
    frame.inset(inset.left, inset.right);
    for (const ElementView& view : elements)
        if (!view.errors.empty() && ui::link(frame, node_id(id, "to", view.name), label(view), frame.theme().error))
            frame.input().focus_on(control_of(frame, view));
    frame.inset(-inset.left, -inset.right);
    frame.gap(5);
}

}  // namespace canvass::widget::views
