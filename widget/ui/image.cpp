#include "widget/ui/image.h"

namespace canvass::widget::ui {

void image(Frame& frame, NodeId id, const Box& box, std::string_view address, std::string_view alt) {
    frame.emit(id, Role::image, box, alt).kind = frame.keep(address);
}

}  // namespace canvass::widget::ui
