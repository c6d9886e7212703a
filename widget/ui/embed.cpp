#include "widget/ui/embed.h"

#include <algorithm>

namespace canvass::widget::ui {

Node& embed(Frame& frame, NodeId id, std::string_view kind, std::string_view label, float height) {
    auto& measured = frame.memory().measured;
    auto known = std::find_if(measured.begin(), measured.end(), [&](const Measured& each) { return each.id == id; });
    if (const float* said = frame.input().value_for(id)) {
        if (known == measured.end()) known = measured.insert(known, {id, 0});
        known->height = *said;
    }
    Node& node = frame.emit(id, Role::embed, frame.take(known != measured.end() ? known->height : height), label);
    node.font_size = frame.body().size;
    node.kind = frame.keep(kind);
    return node;
}

}  // namespace canvass::widget::ui
