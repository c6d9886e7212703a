// A picture that the page itself fetches and shows, in its place over the painted ground.
#pragma once

#include "widget/ui/frame.h"

namespace canvass::widget::ui {

// Nothing in `alt`: it is there for the eye alone.
Node& image(Frame& frame, NodeId id, const Box& box, std::string_view address, std::string_view alt);

}  // namespace canvass::widget::ui
