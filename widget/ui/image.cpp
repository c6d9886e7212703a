#include "widget/ui/image.h"

namespace canvass::widget::ui {

Node& image(Frame& frame, NodeId id, const Box& box, std::string_view address, std::string_view alt) {
    Node& node = frame.emit(id, Role::image, box, alt);
    node.kind = frame.keep(address);
    return node;
}

}  // namespace canvass::widget::ui
