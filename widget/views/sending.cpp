#include <algorithm>

#include "widget/ui/button.h"
#include "widget/ui/text.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

void failure(ui::Frame& frame, NodeId id, std::string_view words, Request retry) {
    ui::notice(frame, id, Role::status, ui::Tone::bad, words);
    frame.gap(1.5f);
    ui::Button button;
    button.id = node_id(id, "retry");
    button.label = frame.words(core::Text::retry);
    ui::Box box = frame.take(frame.theme().target);
    box.width = std::min(box.width, ui::button_width(frame, button.label));
    if (ui::button(frame, box, button)) frame.request(retry);
}

void sending(ui::Frame& frame) {
    const NodeId id = node_id(survey_parts, "sending");
    switch (frame.model().sending) {
        case Sending::none:
            return;
        case Sending::sending:
            ui::notice(frame, id, Role::status, ui::Tone::plain, frame.words(core::Text::sending));
            break;
        case Sending::sent:
            ui::notice(frame, id, Role::status, ui::Tone::good, frame.words(core::Text::sent));
            break;
        case Sending::kept:
            failure(frame, id, frame.words(core::Text::kept), Request::retry_sending);
            break;
    }
    frame.gap(3);
}

}  // namespace canvass::widget::views
