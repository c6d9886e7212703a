// A place for what the shell shows itself: it is as high there as the shell measured it, and says so by
// ControlEvent::set_value (CSS pixels).
//
// Kinds, and what their nodes hold:
//   html       `text`: the markup, which the shell makes safe; `label`: the same in plain words
//   file       `text`: the answer as JSON; `options`: the types taken, as <input accept> has them; `max`: bytes of one
//              file, 0 is no bound; `value`: how many; flag_native: the host takes the files away
//   signature  `text`: the answer, a data URL
//   poll       how a poll was counted; `value` grows with every result; `text`: PollResultsView::terms
// `placeholder` is the name of the question that they belong to.
#pragma once

#include "widget/ui/frame.h"

namespace canvass::widget::ui {

// `height` until the shell has said its own. The node holds until the next one.
Node& embed(Frame& frame, NodeId id, std::string_view kind, std::string_view label, float height);

}  // namespace canvass::widget::ui
